// SPDX-License-Identifier: BSD-3-Clause
// The life of operations under way: made, waited for, cancelled, recycled.
#include <cstdint>
#include <exception>
#include <new>
#include <utility>

#include "api/failure.hpp"
#include "api/state.hpp"
#include "base/log.hpp"

namespace baton::api {
namespace detail {

Operation* make_operation(CommunicatorState& state) {
  Rank& rank = *state.rank;
  Operation* operation = rank.free_operations;
  if (operation == nullptr) {
    operation = new Operation;
  } else {
    rank.free_operations = operation->next_free;
  }
  operation->communicator = retain(&state);
  ++rank.active_operations;
  return operation;
}

void recycle(Operation* operation) noexcept {
  CommunicatorState* const communicator = std::exchange(operation->communicator, nullptr);
  if (operation->function.destroy != nullptr) operation->function.destroy(operation->function.function);
  operation->function = {};
  operation->thrown = nullptr;
  operation->error = {};
  operation->collective = operation->is_send = operation->moves_nothing = operation->done = false;
  Rank& rank = *communicator->rank;
  {
    const Guard guard(rank.engine());
    operation->op = {};
    operation->next_free = rank.free_operations;
    rank.free_operations = operation;
    --rank.active_operations;
  }
  release(communicator);
}

bool is_complete(Operation& operation) {
  p2p::Engine& engine = operation.communicator->rank->engine();
  const Guard guard(engine);
  if (!operation.complete()) engine.poll();
  return operation.complete();
}

namespace {

void wait_for(Operation& operation) noexcept {
  p2p::Engine& engine = operation.communicator->rank->engine();
  const Guard guard(engine);
  if (operation.collective) {
    engine.wait_until([&] { return operation.done; });
  } else if (!operation.moves_nothing) {
    engine.wait(operation.message);
  }
}

/// Recycles at the end of a scope, also when it throws.
struct Recycled {
  explicit Recycled(Operation* taken) noexcept : operation(taken) {}
  ~Recycled() { recycle(operation); }
  Recycled(const Recycled&) = delete;
  Recycled& operator=(const Recycled&) = delete;
  Operation* operation;
};

}  // namespace

Status conclude(Operation*& operation) {
  if (operation == nullptr)
    raise("Request::wait", ErrorClass::invalid_request, "the request is not active: its result was taken already");
  wait_for(*operation);
  const Recycled recycled(std::exchange(operation, nullptr));
  const Operation& complete = *recycled.operation;
  if (complete.thrown != nullptr) std::rethrow_exception(complete.thrown);
  if (complete.collective) {
    if (!complete.error.ok()) raise("Request::wait", complete.error);
    return {};
  }
  if (complete.moves_nothing) return {};
  return outcome("Request::wait", complete.message, complete.is_send);
}

void cancel(Operation& operation) {
  if (operation.collective || operation.moves_nothing) return;
  p2p::Engine& engine = operation.communicator->rank->engine();
  const Guard guard(engine);
  engine.cancel(operation.message);
}

void abandon(Operation* operation) noexcept {
  if (operation == nullptr) return;
  if (std::uncaught_exceptions() > 0) cancel(*operation);
  try {
    conclude(operation);
  } catch (const std::exception& failure) {
    log::write(log::Level::error, "the end of a request that nobody waited for: {}", failure.what());
  } catch (...) {
    log::write(log::Level::error, "the end of a request that nobody waited for: an exception of its operation");
  }
}

std::size_t wait_any(Operation* const* operations, std::size_t count) {
  std::size_t first = 0;
  while (first < count && operations[first] == nullptr) ++first;
  if (first == count) return count;
  std::size_t found = count;
  p2p::Engine& engine = operations[first]->communicator->rank->engine();
  const Guard guard(engine);
  engine.wait_until([&] {
    for (std::size_t i = first; i < count; ++i) {
      if (operations[i] == nullptr || !operations[i]->complete()) continue;
      found = i;
      return true;
    }
    return false;
  });
  return found;
}

}  // namespace detail

void wait_all(std::span<Request<void>> requests) {
  std::exception_ptr first;
  for (Request<void>& request : requests) {
    if (!request.active()) continue;
    try {
      request.wait();
    } catch (...) {
      if (first == nullptr) first = std::current_exception();
    }
  }
  if (first != nullptr) std::rethrow_exception(first);
}

std::optional<AnyResult> wait_any(std::span<Request<void>> requests) {
  std::vector<detail::Operation*> operations;
  operations.reserve(requests.size());
  for (const Request<void>& request : requests) operations.push_back(request.operation());
  const std::size_t index = detail::wait_any(operations.data(), operations.size());
  if (index == requests.size()) return std::nullopt;
  return AnyResult{index, requests[index].wait()};
}

}  // namespace baton::api
