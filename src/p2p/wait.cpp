// SPDX-License-Identifier: BSD-3-Clause
// How a rank waits: spins while an answer can be a cache line away, yields when others need the core, then sleeps until
// a peer rings.
#include <sched.h>

#include "base/clock.hpp"
#include "base/spin.hpp"
#include "p2p/engine.hpp"

namespace baton::p2p {
namespace {

constexpr std::uint32_t yield_turns = 200;         // then yields, about 100 us more
constexpr std::uint32_t crowded_yield_turns = 12;  // more ranks than cores: no spinning, few yields
constexpr std::int64_t sleep_ns = 200'000'000;
constexpr std::int64_t stalled_ns = 1'000'000'000;

}  // namespace

void Engine::wait(Request& request) noexcept {
  wait_until([&] { return request.complete(); });
}

void Engine::let_others(Waiter&) noexcept {
  if (!options_.threaded) return;
  mutex_.unlock();
  mutex_.lock();
}

void Engine::idle(Waiter& waiter) noexcept {
  const std::uint32_t turn = waiter.turns++;
  const std::uint32_t spins = options_.oversubscribed ? 0 : options_.spin_turns;
  const std::uint32_t yields = options_.oversubscribed ? crowded_yield_turns : yield_turns;
  if (turn < spins) {
    if (options_.threaded) mutex_.unlock();
    cpu_relax();
    if (options_.threaded) mutex_.lock();
    return;
  }
  if (turn < spins + yields) {
    if (options_.threaded) mutex_.unlock();
    sched_yield();
    if (options_.threaded) mutex_.lock();
    return;
  }
  const std::int64_t now = now_ns();
  if (waiter.since_ns == 0) {
    waiter.since_ns = now;
    waiter.hook_at_ns = now + stalled_ns;
  } else if (now >= waiter.hook_at_ns) {
    waiter.hook_at_ns = now + stalled_ns;
    if (stalled_hook_) stalled_hook_(now - waiter.since_ns);
  }
  sleep();
  counters_.slept_ns += static_cast<std::uint64_t>(now_ns() - now);
}

void Engine::sleep() noexcept {
  ++counters_.sleeps;
  if (!options_.threaded) {
    wires_.wait(sleep_ns);
    return;
  }
  std::unique_lock lock(mutex_, std::adopt_lock);
  ++sleepers_;
  if (watcher_) {
    idle_threads_.wait_for(lock, std::chrono::nanoseconds(sleep_ns));
  } else if (wires_.arm()) {
    watcher_ = true;
    lock.unlock();
    wires_.sleep(sleep_ns);
    lock.lock();
    watcher_ = false;
    idle_threads_.notify_all();
  }
  --sleepers_;
  (void)lock.release();
}

void Engine::notify() noexcept {
  if (sleepers_ == 0) return;
  idle_threads_.notify_all();
  wires_.wake();
}

}  // namespace baton::p2p
