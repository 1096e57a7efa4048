// SPDX-License-Identifier: BSD-3-Clause
// How a rank sleeps and is woken. Its front page (shared memory, mapped by peers that send to it) says whether it
// sleeps; a sender looks there after each commit and, only then, rings: a write to the sleeper's event descriptor, on
// which the sleeper waits together with its sockets.
//
// No wake-up is lost:
//   sleeper: asleep = 1;  heavy barrier;  look for arrivals;  none: sleep
//   sender:  publish;     light barrier;  look at asleep;     1: ring
// With full fences on both sides, one of the two sees the other's write (Dekker). The sender's fence would cost tens of
// nanoseconds a message, so it is moved to the sleeper: the membarrier call makes every running thread of the
// registered processes pass a full fence. A sender's two accesses lie before that point (then the sleeper's look sees
// the frame) or the second lies behind it (then it sees `asleep`). Where one side cannot do so, the sender fences
// itself.
//
// Not here: what is looked for (shm, wires).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

#include "base/result.hpp"
#include "base/spin.hpp"
#include "base/unique_fd.hpp"
#include "memory/shared_file.hpp"

namespace baton::transport {

/// The shared word. Written by its owner and, to take the right to ring, by the peers.
struct Front {
  alignas(cache_line_bytes) std::atomic<std::uint32_t> asleep;
  std::atomic<std::uint32_t> poked;  // the owner was told to wake while it did not sleep
};

/// Another rank's bell, from its two descriptors. May be this process's own.
class RemoteBell {
 public:
  RemoteBell() noexcept = default;
  /// `fence`: one of the two processes cannot use membarrier.
  [[nodiscard]] static Result<RemoteBell> open(UniqueFd front, UniqueFd event, bool fence);

  [[nodiscard]] bool known() const noexcept { return front_ != nullptr; }
  /// After something was published for the owner.
  void ring_if_asleep() const noexcept {
    if (fence_) [[unlikely]] {
      std::atomic_thread_fence(std::memory_order_seq_cst);
    } else {
      std::atomic_signal_fence(std::memory_order_seq_cst);
    }
    if (front_->asleep.load(std::memory_order_relaxed) != 0) [[unlikely]]
      ring();
  }

 private:
  void ring() const noexcept;

  memory::Mapping page_;
  Front* front_ = nullptr;
  UniqueFd event_;
  bool fence_ = true;
};

/// What an armed descriptor reported.
struct BellEvent {
  std::uint64_t id = 0;
  bool readable = false;
  bool ended = false;  // the other end has closed
};

/// This rank's own bell. Descriptors that are added wake the sleeper too.
class Bell {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Bell>> open();
  ~Bell() = default;
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;

  /// Watches a descriptor for input and its end, to be told by `look` as long as it lasts.
  [[nodiscard]] Status add(int fd, std::uint64_t id) noexcept;
  void remove(int fd) noexcept;
  /// A descriptor that ends a sleep as long as it is readable, and of which `look` says nothing.
  [[nodiscard]] Status add_waker(int fd) noexcept;

  /// Says that this rank sleeps from now on. Afterwards the caller looks for arrivals, and then calls `sleep` or
  /// `disarm`. False: it was woken already; do not sleep.
  [[nodiscard]] bool arm() noexcept;
  void disarm() noexcept { front_->asleep.store(0, std::memory_order_relaxed); }
  /// The heavy barrier of the two steps above, alone.
  void fence() const noexcept;
  /// Sleeps until rung, until a descriptor has something, or for `timeout_ns`; then disarms. Needs no lock of the
  /// owner. False: the time was over, and nobody had rung.
  bool sleep(std::int64_t timeout_ns) noexcept;
  /// Wakes the sleeper, or keeps the next `arm` from sleeping. From any thread.
  void wake() noexcept;

  /// Ends the sleep that is under way, or the next one, even where `disarm` has kept others from ringing. From any
  /// thread; it need not last.
  void rouse() noexcept;

  /// What the descriptors have to report now, without waiting.
  [[nodiscard]] std::span<const BellEvent> look() noexcept;
  /// Whether a sleep was ended by a descriptor since the last `look`.
  [[nodiscard]] bool must_look() const noexcept { return must_look_.load(std::memory_order_relaxed); }
  /// Whether a sleep was ended by a waker since the last `clear_waker`.
  [[nodiscard]] bool waker_fired() const noexcept { return waker_fired_.load(std::memory_order_relaxed); }
  void clear_waker() noexcept { waker_fired_.store(false, std::memory_order_relaxed); }

  /// To be passed to peers; they stay this bell's.
  [[nodiscard]] int front_fd() const noexcept { return front_fd_.get(); }
  [[nodiscard]] int event_fd() const noexcept { return event_.get(); }
  /// Whether this process takes part in membarrier, as a sender and as a sleeper.
  [[nodiscard]] bool has_membarrier() const noexcept { return membarrier_; }

 private:
  Bell() = default;

  UniqueFd front_fd_;
  memory::Mapping page_;
  Front* front_ = nullptr;
  UniqueFd event_;
  // Two sets, one in the other, so that a look by one thread never takes the ring that was meant for a sleeping one.
  UniqueFd watched_;
  UniqueFd sleep_;
  bool membarrier_ = false;
  std::atomic<bool> must_look_{false};
  std::atomic<bool> waker_fired_{false};
  static constexpr std::size_t batch = 64;
  std::array<BellEvent, batch> events_{};
};

}  // namespace baton::transport
