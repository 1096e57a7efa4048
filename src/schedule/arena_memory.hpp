// SPDX-License-Identifier: BSD-3-Clause
// The memory that the ranks of a communicator on one node share for their collectives. Each rank writes only in its own
// region (and counts itself among the sleepers): cells, which say what is ready, and slices, where longer data lies.
// Not here: the protocol (arena.hpp), how the file gets to the others (p2p/share.hpp).
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "base/spin.hpp"
#include "base/unique_fd.hpp"
#include "collectives/arena/levels.hpp"
#include "collectives/arena/program.hpp"
#include "memory/shared_file.hpp"

namespace baton::schedule {

/// A round of a collective: the collective's number, and the round's in it.
struct Position {
  static constexpr unsigned round_bits = 12;
  static constexpr std::uint64_t last_round = (std::uint64_t{1} << round_bits) - 1;

  std::uint64_t bits = 0;
  constexpr Position() noexcept = default;
  constexpr Position(std::uint64_t number, std::uint64_t round) noexcept : bits((number << round_bits) | round) {}
};
static_assert(collectives::arena::most_rounds < Position::last_round);

/// Says of one round what is ready: its position and a check of what the rank thinks it takes part in. Data of up to
/// `inline_bytes` lies in the same line. The line beside it says the same of the first part of a longer slice, sooner;
/// the truth of a round is in the first word.
struct alignas(2 * cache_line_bytes) Cell {  // two lines apart: the pair of lines that some processors fetch
  static constexpr std::size_t inline_bytes = 48;
  std::atomic<std::uint64_t> word;
  std::uint64_t layout;  // of rounds with messages of any length: what lies where (arena_messages.hpp)
  std::byte data[inline_bytes];
  alignas(cache_line_bytes) std::atomic<std::uint64_t> early;

  /// 48 bits of the position, which is enough to tell it from what was there before.
  static constexpr std::uint64_t word_of(Position position, std::uint16_t check) noexcept {
    return (position.bits << 16) | check;
  }
  static constexpr bool same_position(std::uint64_t word, std::uint64_t other) noexcept {
    return (word ^ other) >> 16 == 0;
  }
};
static_assert(sizeof(Cell) == 2 * cache_line_bytes);

/// What a rank took part in lately, for ranks that find that theirs was something else.
struct Entry {
  std::atomic<std::uint64_t> call;   // number << 16 | mark << 8 | flags
  std::atomic<std::uint64_t> bytes;  // of the vector or block that all must agree on
};

/// At the start of the memory: how many ranks sleep until another one writes, and, written by the first rank while the
/// arena is set up, where the ranks stand, if that is known.
struct Head {
  alignas(2 * cache_line_bytes) std::atomic<std::uint32_t> sleepers;
  alignas(2 * cache_line_bytes) std::uint32_t known;
  std::array<collectives::arena::Domains, collectives::arena::most_ranks> domains;
};
static_assert(sizeof(Head) <= 4096);

struct RankPage {
  static constexpr std::uint32_t cells = collectives::arena::cells;
  static constexpr std::uint32_t entries = 32;

  alignas(2 * cache_line_bytes) std::atomic<std::uint64_t> passed;  // the last position that this rank reads no more
  alignas(2 * cache_line_bytes) std::atomic<std::uint64_t> awaits;  // asleep: the rank it waits for, plus one
  std::atomic<std::uint64_t> failed;  // the collective that it left with an error, plus one
  std::atomic<std::uint64_t> probe;   // while the arena is set up: an address to read from
  std::array<Entry, entries> log;
  std::array<Cell, cells> cell;
};

class ArenaMemory {
 public:
  static constexpr std::size_t small_bytes = collectives::arena::small_bytes;  // a slice beside each cell
  static constexpr std::uint32_t slices = collectives::arena::slices;
  static constexpr std::size_t slice_bytes = collectives::arena::slice_bytes;

  /// For the first rank, and for the others, with its file. Own regions are populated by `populate`.
  [[nodiscard]] static Result<std::shared_ptr<ArenaMemory>> make(std::uint32_t ranks, UniqueFd& file);
  [[nodiscard]] static Result<std::shared_ptr<ArenaMemory>> map(std::uint32_t ranks, int file);
  [[nodiscard]] Status populate(std::uint32_t rank, int file) const;
  [[nodiscard]] static std::size_t bytes(std::uint32_t ranks) noexcept;

  [[nodiscard]] Head& head() const noexcept { return *reinterpret_cast<Head*>(mapping_.data()); }
  [[nodiscard]] std::atomic<std::uint32_t>& sleepers() const noexcept { return head().sleepers; }
  [[nodiscard]] RankPage& page(std::uint32_t rank) const noexcept { return *reinterpret_cast<RankPage*>(region(rank)); }
  [[nodiscard]] std::byte* small(std::uint32_t rank, std::uint32_t cell) const noexcept {
    return region(rank) + sizeof(RankPage) + cell * small_bytes;
  }
  [[nodiscard]] std::byte* slice(std::uint32_t rank, std::uint32_t index) const noexcept {
    return region(rank) + sizeof(RankPage) + RankPage::cells * small_bytes + index * slice_bytes;
  }

 private:
  ArenaMemory() = default;
  [[nodiscard]] static std::size_t region_bytes() noexcept;
  [[nodiscard]] std::byte* region(std::uint32_t rank) const noexcept {
    return mapping_.data() + first_ + rank * region_;
  }

  memory::Mapping mapping_;
  std::size_t first_ = 0;
  std::size_t region_ = 0;
};

}  // namespace baton::schedule
