// SPDX-License-Identifier: BSD-3-Clause
// The native API's membership in the job, and its world and self communicators.
#include <baton/environment.hpp>

#include <cstdlib>
#include <exception>
#include <mutex>
#include <utility>

#include "api/failure.hpp"
#include "api/process.hpp"
#include "api/state.hpp"
#include "base/log.hpp"

namespace baton::api {
namespace {

/// Beyond all numbers that the C API gives its own worlds: the two never share a context.
constexpr std::uint64_t first_use = std::uint64_t{1} << 40;

/// The memberships of this process. Changed only under `mutex`.
struct Membership {
  std::mutex mutex;
  int environments = 0;
  std::uint64_t uses = first_use;  // counted alike on all ranks, as making the first Environment is collective
  std::shared_ptr<Rank> rank;
  detail::CommunicatorState* world = nullptr;  // a counted reference each
  detail::CommunicatorState* self = nullptr;
};

Membership& membership() noexcept {
  static auto* const made = new Membership;  // outlives every user's global
  return *made;
}

/// Makes the rank and its communicators for the first Environment.
void open_rank(Membership& here, std::shared_ptr<runtime::Runtime> runtime) {
  auto rank = std::make_shared<Rank>(std::move(runtime));
  const std::uint64_t use = here.uses++;
  const auto [world, self] = [&] {
    const Guard guard(rank->engine());
    return std::pair(rank->runtime->make_world(use), rank->runtime->make_self(use));
  }();
  if (!world) raise("Environment", world.error());
  if (!self) raise("Environment", self.error());
  here.world = detail::wrap(rank, *world);
  here.self = detail::wrap(rank, *self);
  here.rank = std::move(rank);
}

void open(Membership& here, bool threaded) {
  auto joined = Process::get().join(threaded);
  if (!joined) raise("Environment", ErrorClass::launch_failed, "{}", joined.error().what);
  if (here.environments == 0) {
    try {
      open_rank(here, std::move(*joined));
    } catch (...) {
      [[maybe_unused]] const auto left = Process::get().leave(true);
      throw;
    }
  }
  ++here.environments;
}

detail::CommunicatorState* predefined(detail::CommunicatorState* Membership::*which, const char* call) {
  Membership& here = membership();
  const std::lock_guard lock(here.mutex);
  if (here.*which == nullptr) raise(call, ErrorClass::not_running, "make a baton::Environment first, and keep it");
  return detail::retain(here.*which);
}

}  // namespace

Environment::Environment(ThreadLevel level) : level_(level), exceptions_(std::uncaught_exceptions()) {
  Membership& here = membership();
  const std::lock_guard lock(here.mutex);
  open(here, level == ThreadLevel::multiple);
}

void Environment::finalize() {
  if (std::exchange(ended_, true)) return;
  Membership& here = membership();
  const std::lock_guard lock(here.mutex);
  if (here.environments == 1) {
    std::int64_t active = 0;
    {
      const Guard guard(here.rank->engine());
      active = here.rank->active_operations;
    }
    if (active > 0) {
      ended_ = false;
      raise("Environment::finalize", ErrorClass::invalid_request,
            "{} request(s) of this process are still active; wait for them, or end their scope, first", active);
    }
  }
  if (--here.environments == 0) {
    return_open_loans(*here.rank);
    here.rank->open.store(false, std::memory_order_relaxed);
    detail::release(std::exchange(here.world, nullptr));
    detail::release(std::exchange(here.self, nullptr));
    here.rank.reset();
  }
  const baton::Status left = Process::get().leave(true);
  if (!left) raise("Environment::finalize", left.error());
}

Environment::~Environment() {
  if (ended_) return;
  if (std::uncaught_exceptions() > exceptions_)
    abort(1, "an exception ends this rank's baton::Environment; the other ranks would wait for it for ever");
  try {
    finalize();
  } catch (const Exception& failure) {
    log::write(log::Level::error, "{}", failure.what());
    if (ended_) return;
    // Requests that outlive the Environment: their memory may go at any time, so the job cannot end in order.
    abort(1, "a request outlives its baton::Environment");
  }
}

std::string Environment::host() const {
  Membership& here = membership();
  const std::lock_guard lock(here.mutex);
  if (ended_) raise("Environment::host", ErrorClass::not_running, "this Environment has ended");
  return here.rank->runtime->job().host;
}

bool Environment::active() noexcept {
  Membership& here = membership();
  const std::lock_guard lock(here.mutex);
  return here.environments > 0;
}

void Environment::abort(int exit_code, const std::string& reason) {
  std::shared_ptr<Rank> rank;
  {
    Membership& here = membership();
    const std::lock_guard lock(here.mutex);
    rank = here.rank;
  }
  log::write(log::Level::error, "the job ends with code {}{}{}", exit_code, reason.empty() ? "" : ": ", reason);
  if (rank != nullptr) rank->runtime->abort(exit_code, "");
  std::_Exit(bootstrap::exit_status(exit_code));
}

namespace detail {

CommunicatorState* world() { return predefined(&Membership::world, "Communicator::world"); }
CommunicatorState* self() { return predefined(&Membership::self, "Communicator::self"); }

}  // namespace detail
}  // namespace baton::api
