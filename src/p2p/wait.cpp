// SPDX-License-Identifier: BSD-3-Clause
// How a rank waits: spins while an answer can be a cache line away, yields when others need the core, then sleeps until
// a peer rings.
#include <sched.h>

#include "base/clock.hpp"
#include "base/spin.hpp"
#include "p2p/at_once.hpp"
#include "p2p/engine.hpp"
#include "p2p/progress_thread.hpp"

namespace baton::p2p {
namespace {

constexpr std::int64_t stalled_ns = 1'000'000'000;
constexpr std::uint32_t least_burst = 4;   // turns with progress that make a burst
constexpr std::uint32_t burst_turns = 64;  // turns without that end it
constexpr std::int64_t behind_ns = 300;    // how far a reader falls behind in a burst
constexpr std::uint32_t looks_a_turn = 8;  // at the rings alone, where a turn looks at all there is
constexpr std::uint32_t soon_looks = 512;  // of a receive at the ring of its peer, before it is posted: 1 or 2 us
constexpr std::uint32_t clock_turns = 16;  // of a spinning wait between looks at the clock

}  // namespace

void Engine::enter() noexcept {
  if (attendant_ != nullptr) return attendant_->admit();
  mutex_.lock();
}

void Engine::leave() noexcept {
  if (attendant_ != nullptr) return attendant_->dismiss();
  mutex_.unlock();
}

void Engine::wait(Request& request) noexcept {
  wait_until([&] { return request.complete(); }, &request);
}

void Engine::let_others() noexcept {
  if (!options_.threaded) return;
  mutex_.unlock();
  mutex_.lock();
}

// A reader as quick as its writer meets it at each line: the line that it polls is taken from the writer, who must have
// it back to write it. A few messages behind, it reads what the writer has left (temporal slipping: Giacomoni, Moseley
// and Vachharajani, FastForward, PPoPP 2008).
void Engine::fall_behind() noexcept {
  if (options_.threaded) mutex_.unlock();
  const std::int64_t until = now_ns() + behind_ns;
  do {
    for (int i = 0; i < 4; ++i) cpu_relax();
  } while (now_ns() < until);
  if (options_.threaded) mutex_.lock();
}

Post Engine::receive_soon(const ReceiveArgs& args, ProbeResult& out) noexcept {
  if (options_.threaded || options_.oversubscribed || core_.shared() || args.peer == any_peer ||
      !wires_.can_ring(args.peer) || has_open()) {
    return Post::retry;
  }
  for (std::uint32_t look = 1; look <= soon_looks; ++look) {
    if (wires_.front(args.peer).header != nullptr) return try_receive(args, out);
    if (look % looks_a_turn == 0) cpu_relax();
  }
  return Post::retry;
}

bool Engine::poll() noexcept {
  leaves_soon_ = true;
  const bool moved = progress();
  leaves_soon_ = false;
  if (moved) {
    polls_in_vain_ = 0;
    return true;
  }
  if ((!options_.oversubscribed && !core_.shared()) || ++polls_in_vain_ < options_.crowded_polls) return false;
  polls_in_vain_ = 0;
  ++counters_.polls_yielded;
  if (crowded_hook_) crowded_hook_();
  const Release release(*this);
  sched_yield();
  return false;
}

void Engine::look_around() noexcept {
  const std::int64_t now = now_ns();
  const bool polled = now - vain_look_ns_ < stalled_ns;  // else there was something better to do meanwhile
  vain_look_ns_ = now;
  if (!polled) vain_since_ns_ = now;
  if (now - vain_since_ns_ < stalled_ns) return;
  vain_since_ns_ = now;
  inquire(0);
  if (stalled_hook_) stalled_hook_(stalled_ns);
}

void Engine::wait_for(Vigil& vigil) noexcept {
  if (vigil.come()) return;
  Waiter waiter;
  bool expired = false;
  while (true) {
    const bool moved = progress();
    if (vigil.come()) {
      if (expired) ++counters_.overslept;
      return;
    }
    if (moved) {
      waiter.turns = 0;
      expired = false;
      let_others();
    } else {
      expired = idle(waiter, &vigil);
    }
  }
}

bool Engine::give_up_core() noexcept {
  if (options_.threaded) mutex_.unlock();
  const std::int64_t begin = options_.oversubscribed ? 0 : now_ns();  // else it is known that others want the core
  sched_yield();
  const std::int64_t end = options_.oversubscribed ? 0 : now_ns();
  if (options_.threaded) mutex_.lock();
  if (options_.oversubscribed || !core_.saw_yield(end - begin, end)) return false;
  ++counters_.core_taken;
  return true;
}

bool Engine::idle(Waiter& waiter, Vigil* vigil) noexcept {
  const std::uint32_t turn = waiter.turns++;
  if (turn == 0) core_.begin_wait();
  const std::uint32_t spins = options_.oversubscribed || core_.shared() ? 0 : options_.spin_turns;
  const std::uint32_t yields = options_.oversubscribed ? options_.crowded_yields : options_.yield_turns;
  if (turn < spins) {
    if (turn == 0 && waiter.burst >= least_burst) fall_behind();
    if (turn == burst_turns) waiter.burst = 0;
    if (turn % clock_turns == clock_turns - 1) {
      const std::int64_t now = now_ns();
      if (waiter.looked_ns == 0) waiter.looked_ns = now;
      if (now - waiter.looked_ns >= CoreShare::look_ns && core_.asks(now)) {
        if (give_up_core() && core_.shared()) waiter.turns = 1;  // others are on this core: so many yields, then sleep
        waiter.looked_ns = now_ns();
        return false;
      }
    }
    for (std::uint32_t look = 0; vigil == nullptr && look < looks_a_turn; ++look) {  // a vigil has looks of its own
      if (wires_.glimpse()) return false;
    }
    if (options_.threaded) mutex_.unlock();
    cpu_relax();
    if (options_.threaded) mutex_.lock();
    return false;
  }
  if (turn < spins + yields) {
    if (turn == 0 && crowded_hook_) crowded_hook_();
    (void)give_up_core();
    return false;
  }
  const std::int64_t now = now_ns();
  if (waiter.since_ns == 0) {
    waiter.since_ns = now;
    waiter.hook_at_ns = now + stalled_ns;
  } else if (now >= waiter.hook_at_ns) {
    waiter.hook_at_ns = now + stalled_ns;
    if (vigil != nullptr) vigil->stalled();
    inquire(now - waiter.since_ns);
    if (stalled_hook_) stalled_hook_(now - waiter.since_ns);
  }
  const bool overslept = sleep(vigil);
  counters_.slept_ns += static_cast<std::uint64_t>(now_ns() - now);
  return overslept;
}

bool Engine::sleep(Vigil* vigil) noexcept {
  ++counters_.sleeps;
  if (vigil != nullptr) vigil->before_sleep();
  const auto still_needed = [&] {
    if (vigil == nullptr || !vigil->come()) return true;
    wires_.disarm();
    return false;
  };
  bool woken = true;
  if (!options_.threaded) {
    if (wires_.arm() && still_needed()) woken = wires_.sleep(options_.sleep_ns) || wires_.naps();
    if (vigil != nullptr) vigil->after_sleep();
    return !woken;
  }
  std::unique_lock lock(mutex_, std::adopt_lock);
  ++sleepers_;
  if (watcher_) {
    if (attendant_ != nullptr) attendant_->make_room();
    // Who sleeps for all is rung for this thread, too: what it waits for was announced before this fence.
    if (vigil != nullptr) wires_.fence();
    if (vigil == nullptr || !vigil->come()) {
      woken = idle_threads_.wait_for(lock, std::chrono::nanoseconds(options_.sleep_ns)) == std::cv_status::no_timeout;
    }
  } else if (wires_.arm() && still_needed()) {
    watcher_ = true;
    lock.unlock();
    woken = wires_.sleep(options_.sleep_ns) || wires_.naps();
    lock.lock();
    watcher_ = false;
    idle_threads_.notify_all();
  }
  --sleepers_;
  if (vigil != nullptr) vigil->after_sleep();
  (void)lock.release();
  return !woken;
}

void Engine::notify() noexcept {
  if (sleepers_ == 0) return;
  idle_threads_.notify_all();
  wires_.wake();
}

}  // namespace baton::p2p
