// SPDX-License-Identifier: BSD-3-Clause
// Communicators of the native API: handles, inquiry, duplication, splitting.
#include "communicator/communicator.hpp"

#include <baton/communicator.hpp>

#include "api/failure.hpp"
#include "api/state.hpp"
#include "communicator/exchange.hpp"
#include "communicator/split.hpp"
#include "datatype/constructors.hpp"

namespace baton::api {

const datatype::Datatype& Rank::bytes_type(std::size_t element_bytes) {
  const auto known = types.find(element_bytes);
  if (known != types.end()) return *known->second;
  auto made = datatype::contiguous(static_cast<std::int64_t>(element_bytes), datatype::builtin(datatype::Kind::byte));
  if (!made) raise("reduction", made.error());
  if (const baton::Status committed = (*made)->commit(); !committed) raise("reduction", committed.error());
  return *types.emplace(element_bytes, std::move(*made)).first->second;
}

Rank::~Rank() {
  while (free_operations != nullptr) {
    detail::Operation* const next = free_operations->next_free;
    delete free_operations;
    free_operations = next;
  }
}

namespace detail {

void raise_unusable(const CommunicatorState* state, const char* call) {
  if (state == nullptr)
    raise(call, ErrorClass::not_running,
          "the communicator is empty (default constructed, moved from, or the answer of split() without a colour)");
  raise(call, ErrorClass::not_running, "the baton::Environment of this communicator has ended");
}

CommunicatorState* retain(CommunicatorState* state) noexcept {
  if (state != nullptr) state->references.fetch_add(1, std::memory_order_relaxed);
  return state;
}

void release(CommunicatorState* state) noexcept {
  // Pairs with itself: the last release sees what every earlier holder did.
  if (state == nullptr || state->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  {
    const Guard guard(state->rank->engine());
    state->communicator = {};
  }
  delete state;
}

CommunicatorState* wrap(const std::shared_ptr<Rank>& rank, communicator::Ref made) {
  return new CommunicatorState(rank, std::move(made));
}

int rank(const CommunicatorState* state) {
  if (state == nullptr) raise_unusable(state, "Communicator::rank");
  return state->communicator->rank();
}

int size(const CommunicatorState* state) {
  if (state == nullptr) raise_unusable(state, "Communicator::size");
  return state->communicator->size();
}

CommunicatorState* duplicate(CommunicatorState* handle) {
  CommunicatorState& state = checked(handle, "dup");
  communicator::Communicator& old = *state.communicator;
  auto made = [&] {
    const Guard guard(old.engine());
    const communicator::Construction construction(old, schedule::Constructor::dup);
    return communicator::Communicator::make(old.engine(), old.registry(), construction.child(), old.group(),
                                            old.rank());
  }();
  if (!made) raise("dup", made.error());
  return wrap(state.rank, std::move(*made));
}

namespace {

CommunicatorState* split_by(CommunicatorState& state, const char* call, std::optional<std::int64_t> color, int key) {
  auto made = [&] {
    const Guard guard(state.rank->engine());
    return communicator::split(*state.communicator, color, key);
  }();
  if (!made) raise(call, made.error());
  return *made ? wrap(state.rank, std::move(*made)) : nullptr;
}

}  // namespace

CommunicatorState* split(CommunicatorState* handle, bool has_color, int color, int key) {
  CommunicatorState& state = checked(handle, "split");
  return split_by(state, "split", has_color ? std::optional<std::int64_t>(color) : std::nullopt, key);
}

CommunicatorState* split_by_node(CommunicatorState* handle, int key) {
  CommunicatorState& state = checked(handle, "split_by_node");
  const auto nodes = state.rank->runtime->nodes(state.communicator->group());
  return split_by(state, "split_by_node", nodes[static_cast<std::size_t>(state.communicator->rank())], key);
}

}  // namespace detail
}  // namespace baton::api
