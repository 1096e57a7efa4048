// SPDX-License-Identifier: BSD-3-Clause
// A copy that two ranks make together: the one takes pieces from the front, the other from the back, until they meet.
// So whoever has time does more, neither waits for the other, and the same pieces of the same buffer stay in the same
// core's cache from message to message. Not here: what is copied (p2p/mapped.cpp).
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "transport/shm/verdict.hpp"

namespace baton::transport::shm {

/// Lies in the pair's memory, a slot beside each verdict, and belongs to the message that has the verdict: its receiver
/// starts it. The number of the verdict keeps a late taker out of the next message's pieces.
struct JointBoard {
  struct Slot {
    std::atomic<std::uint64_t> left;  // number (24 bits), first piece that is left (20), end of those left (20)
    std::atomic<std::uint64_t> done;
  };
  std::array<Slot, VerdictBoard::words_count> slots;
};

class JointCopy {
 public:
  static constexpr std::uint64_t most_pieces = (std::uint64_t{1} << 20) - 1;

  /// `verdict` names the message.
  JointCopy(JointBoard& board, std::uint64_t verdict) noexcept
      : slot_(board.slots[verdict & detail::place_mask]), number_(verdict >> detail::place_bits & number_mask) {}

  /// The receiver, before it tells the sender.
  void start(std::uint64_t pieces) noexcept {
    slot_.done.store(0, std::memory_order_relaxed);
    slot_.left.store(word(0, pieces), std::memory_order_release);
  }
  /// The next piece for this side; nothing when all are taken.
  [[nodiscard]] std::optional<std::uint64_t> take(bool from_front) noexcept {
    std::uint64_t seen = slot_.left.load(std::memory_order_acquire);
    while (true) {
      const std::uint64_t front = seen >> bits & most_pieces;
      const std::uint64_t back = seen & most_pieces;
      if (seen >> 2 * bits != number_ || front >= back) return std::nullopt;
      const std::uint64_t next = from_front ? word(front + 1, back) : word(front, back - 1);
      if (slot_.left.compare_exchange_weak(seen, next, std::memory_order_acq_rel, std::memory_order_acquire))
        return from_front ? front : back - 1;
    }
  }
  /// A piece has been copied. Whether that was the last one of `pieces`: the other side is to be told, then.
  [[nodiscard]] bool done(std::uint64_t pieces) noexcept {
    return slot_.done.fetch_add(1, std::memory_order_acq_rel) + 1 == pieces;
  }

 private:
  static constexpr unsigned bits = 20;
  static constexpr std::uint64_t number_mask = (std::uint64_t{1} << 24) - 1;
  [[nodiscard]] std::uint64_t word(std::uint64_t front, std::uint64_t back) const noexcept {
    return number_ << 2 * bits | front << bits | back;
  }

  JointBoard::Slot& slot_;
  std::uint64_t number_;
};

}  // namespace baton::transport::shm
