// SPDX-License-Identifier: BSD-3-Clause
// Who was first: the receiver that takes a message, or the sender that withdraws it. A word in the shared memory of a
// pair decides, so that neither has to ask the other. Not here: what a message is, and what follows from the verdict.
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "base/spin.hpp"

namespace baton::transport::shm {

/// Lies in the pair's memory. A word holds the number of the verdict it stands for, and what became of it.
struct VerdictBoard {
  static constexpr std::size_t words_count = 64;
  alignas(cache_line_bytes) std::array<std::atomic<std::uint64_t>, words_count> words;
};

enum class Verdict : std::uint64_t { open = 0, taken = 1, withdrawn = 2 };

namespace detail {

/// A verdict's name: its number above, the place of its word below. Numbers are not used again, so a late receiver
/// never takes another message's word.
inline constexpr unsigned place_bits = 6;
inline constexpr std::uint64_t place_mask = (std::uint64_t{1} << place_bits) - 1;
static_assert(VerdictBoard::words_count == place_mask + 1);

[[nodiscard]] constexpr std::uint64_t word_of(std::uint64_t name, Verdict verdict) noexcept {
  return (name >> place_bits << 2) | static_cast<std::uint64_t>(verdict);
}
/// Gives the verdict if it is still open; whether it is `wanted` then. Partner: the other side's settle.
[[nodiscard]] inline bool settle(VerdictBoard& board, std::uint64_t name, Verdict wanted) noexcept {
  std::uint64_t found = word_of(name, Verdict::open);
  const bool first = board.words[name & place_mask].compare_exchange_strong(
      found, word_of(name, wanted), std::memory_order_acq_rel, std::memory_order_acquire);
  return first || found == word_of(name, wanted);
}

}  // namespace detail

/// The receiver: whether the message is its own now. Again: the same answer.
[[nodiscard]] inline bool take(VerdictBoard& board, std::uint64_t name) noexcept {
  return detail::settle(board, name, Verdict::taken);
}
/// The sender: whether the receiver will never take the message.
[[nodiscard]] inline bool withdraw(VerdictBoard& board, std::uint64_t name) noexcept {
  return detail::settle(board, name, Verdict::withdrawn);
}

/// The sender's account of which words are in use.
class VerdictNames {
 public:
  /// A name, or 0 when all words are in use.
  [[nodiscard]] std::uint64_t open(VerdictBoard& board) noexcept {
    if (free_ == 0) return 0;
    const auto place = static_cast<std::uint64_t>(std::countr_zero(free_));
    free_ &= free_ - 1;
    const std::uint64_t name = (++last_ << detail::place_bits) | place;
    // Published by the commit of the frame that carries the name.
    board.words[place].store(detail::word_of(name, Verdict::open), std::memory_order_relaxed);
    return name;
  }
  void close(std::uint64_t name) noexcept { free_ |= std::uint64_t{1} << (name & detail::place_mask); }

 private:
  std::uint64_t free_ = ~std::uint64_t{0};
  std::uint64_t last_ = 0;
};

}  // namespace baton::transport::shm
