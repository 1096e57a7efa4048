// SPDX-License-Identifier: BSD-3-Clause
// The progress thread of a rank (BATON_PROGRESS_THREAD): makes the engine's turns while the application computes. It
// stays out of the way of the application's own calls, which make progress themselves. Not here: what a turn is
// (progress.cpp), how a thread of the application waits (wait.cpp).
//
// It works only while no thread is inside the engine (Engine::Guard) and something is under way (Engine::has_open).
// Then it takes turns, and sleeps in the transports when there is nothing to do: peers ring this rank's bell as they
// do for a waiting rank. Otherwise it sleeps apart, and costs peers nothing.
//
// Who wakes whom, all under the engine's lock:
//   A call leaves something under way: it calls the thread, unless the thread looks around anyway.
//   A call comes while the thread sleeps in the transports: the bell is disarmed, for the call looks for itself. When
//   it leaves something under way, it rouses the thread, which arms the bell again and looks before it sleeps. A call
//   is to sleep itself: it rouses the thread, and sleeps in the transports as soon as the thread has left them.
// So at any time at which something is under way there is a thread inside, or the thread is on its way, or the bell is
// armed: no wake-up is lost.
//
// The thread begins when the application has been away for a moment; one that waits at once shall not share its core.
// Calling costs a system call. Where the application was back before the thread had moved anything, as with small
// messages in a row, the thread is not called for a while, but looks now and then whether the application is away.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "base/result.hpp"
#include "p2p/engine.hpp"

namespace baton::p2p {

struct ProgressThreadOptions {
  std::uint32_t spin_turns = 0;           // turns in vain before it sleeps; 0 where it has no core of its own
  std::int64_t first_look_ns = 20'000;    // how long the application must be away
  std::int64_t last_look_ns = 4'000'000;  // longest time between looks, where it comes back too soon
  std::int64_t sleep_ns = 1'000'000'000;  // bound of a sleep in the transports
};

class ProgressThread {
 public:
  /// The engine must be threaded, and live longer. From here on its guards tell this object.
  ProgressThread(Engine& engine, ProgressThreadOptions options) noexcept;
  ~ProgressThread();
  ProgressThread(const ProgressThread&) = delete;
  ProgressThread& operator=(const ProgressThread&) = delete;

  /// An Error: the system gives no thread.
  [[nodiscard]] Status start();
  /// Ends it; it may start again. Not from inside the engine. In a child of fork, which has no such thread: nothing.
  void stop() noexcept;

  // For the engine. A thread of the application takes the lock, and gives it back.
  void admit() noexcept;
  void dismiss() noexcept;
  /// Under the lock, by a thread that is to sleep in the transports and found one there: if it is this one, it leaves
  /// soon, and notifies.
  void make_room() noexcept;

 private:
  enum class Duty : std::uint8_t {
    rests,    // until it is called
    looks,    // looks now and then whether the application is away
    works,    // makes turns
    watches,  // sleeps in the transports
  };

  void run() noexcept;
  /// Sleeps apart: `ns`, or until it is called; 0: until it is called.
  void doze(std::int64_t ns) noexcept;
  /// One look, under the lock; `called`: the application has just left. How long to doze then.
  [[nodiscard]] std::int64_t look(bool called) noexcept;
  [[nodiscard]] std::int64_t rest() noexcept;
  [[nodiscard]] std::int64_t look_later() noexcept;
  /// Makes turns until the application is back, or was meanwhile, or nothing is under way. Whether anything moved.
  [[nodiscard]] bool work() noexcept;
  /// Sleeps in the transports, whose bell is armed. False: the time is over, and nobody has called.
  bool sleep() noexcept;
  [[nodiscard]] bool is_alone() const noexcept {
    return visitors_ == 0 && wanted_.load(std::memory_order_relaxed) == 0 && !stopping_.load(std::memory_order_relaxed);
  }

  Engine& engine_;
  const ProgressThreadOptions options_;
  std::thread thread_;

  std::atomic<std::uint32_t> wanted_{0};  // threads of the application that wait for the lock
  std::atomic<bool> stopping_{false};

  // Under the engine's lock.
  Duty duty_ = Duty::rests;
  bool hushed_ = false;            // watches, and a visitor has disarmed the bell
  bool roused_ = false;            // watches, and was told to leave
  std::uint32_t visitors_ = 0;     // threads inside
  std::uint64_t visits_ = 0;       // ever
  std::uint64_t seen_visits_ = 0;  // at the last look or call
  std::uint32_t idle_looks_ = 0;   // looks in a row that found nothing to do soon
  bool expects_absence_ = false;   // the last look found the application away, but just so
  std::int64_t pause_ns_ = 0;      // between looks

  std::mutex doze_mutex_;
  std::condition_variable doze_;
  bool called_ = false;  // under doze_mutex_
};

}  // namespace baton::p2p
