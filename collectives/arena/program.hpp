// SPDX-License-Identifier: BSD-3-Clause
// Programs for the arena: memory that all ranks of a communicator on one node share, in which each rank writes only its
// own slices. In each round of a collective a rank may write one slice and publish it; others read it where it lies,
// copy from it, or reduce from it. So a message is one copy in and one out, no rank acts for another, and data that
// many want is written once.
//
// The rules that make a program right, whatever the ranks' speeds (tests/collectives/arena_test.cpp runs them):
//   - Slices are reused: that of round t by round t + `slices`, or t + `cells` where none is longer than `small_bytes`.
//     Who reads says so by `pass`, which stands before the step that writes so many rounds later in the program of
//     every rank.
//   - Messages of any length lie in round 0, which nothing follows but `later_round`, whose word holds no data.
//   - The first part of a slice may be published before the rest; what is read of it early lies in what was placed
//     before that.
//   - What a step reads from a peer's slice, a step of the same or an earlier phase of that peer's program publishes.
// Not here: how steps are carried out (src/schedule/arena_run.cpp), where slices lie (src/schedule/arena.hpp).
#pragma once

#include <cstdint>

#include "collectives/schedule.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives::arena {

inline constexpr std::uint32_t slices = 8;  // rounds whose slices exist at once
inline constexpr std::int64_t slice_bytes = std::int64_t{32} << 10;
inline constexpr std::uint32_t cells = 32;  // the same of short slices
inline constexpr std::int64_t small_bytes = 1024;
/// Vectors up to this length are read whole by each rank that wants the sum: one round of flags instead of two.
inline constexpr std::int64_t at_once_bytes = 2048;
/// The same of two ranks.
inline constexpr std::int64_t pair_at_once_bytes = 16384;
/// The same where ranks must wait for their turn on a core: a round costs them as much as reading far more.
inline constexpr std::int64_t crowded_at_once_bytes = 8192;
/// Of longer ones two ranks give each other so much at a time, past the caches.
inline constexpr std::int64_t stream_bytes = 16384;
/// The same of vectors from `stream_long_bytes` on, where a flag for each piece counts and the way in does not.
inline constexpr std::int64_t stream_most_bytes = slice_bytes;
inline constexpr std::int64_t stream_long_bytes = std::int64_t{512} << 10;
/// Between two ranks, slices of this length are published in two parts.
inline constexpr std::int64_t parted_bytes = 3072;
inline constexpr std::uint32_t most_rounds = 4000;  // of one collective
inline constexpr std::uint32_t most_ranks = 64;     // each rank reads from each
inline constexpr std::uint32_t everyone = 0xFFFFFFFF;
/// Of a second word in a short call: half a ring away, so that calls in a row do not wait for each other's cells.
inline constexpr std::uint32_t later_round = cells / 2;

/// Lists the steps of one rank. Blocks of the user's buffers are in bytes of the packed stream of the whole buffer
/// (slot::byte), so that ranks may use different datatypes; operands of reductions are in elements (slot::recv).
class Program {
 public:
  explicit Program(const Shape& shape) noexcept : shape_(shape) {}

  [[nodiscard]] std::uint32_t rank() const noexcept { return shape_.rank; }
  [[nodiscard]] std::uint32_t size() const noexcept { return shape_.size; }
  [[nodiscard]] const Shape& shape() const noexcept { return shape_; }

  [[nodiscard]] static Block sent(std::int64_t first, std::int64_t bytes) noexcept {
    return {first, bytes, slot::byte, Buffer::send, 0};
  }
  [[nodiscard]] static Block received(std::int64_t first, std::int64_t bytes) noexcept {
    return {first, bytes, slot::byte, Buffer::recv, 0};
  }
  /// Elements of this rank's contribution to a reduction, and of the receive buffer.
  [[nodiscard]] Block input(std::int64_t first, std::int64_t count) const noexcept {
    return {first, count, slot::recv, shape_.in_place ? Buffer::recv : Buffer::send, 0};
  }
  [[nodiscard]] static Block result(std::int64_t first, std::int64_t count) noexcept {
    return {first, count, slot::recv, Buffer::recv, 0};
  }
  /// A part of a slice of this round, `offset` in bytes.
  [[nodiscard]] static Block slice(std::uint32_t round, std::int64_t offset, std::int64_t count,
                                   std::uint32_t type = slot::byte) noexcept {
    return {offset, count, type, Buffer::arena, static_cast<std::uint16_t>(round)};
  }

  /// Writes into this rank's slice of target.round, once it may be written again.
  void place(const Block& source, const Block& target);
  /// The same, of the only block that is placed in this round. One of some length between two ranks goes in two parts,
  /// so that the other copies the first while the second is written.
  void place_in_parts(const Block& source, const Block& target);
  /// As place, past the caches: of long data, of which more is on the way than lies near the reader.
  void place_past(const Block& source, const Block& target);
  /// The slice of this round is ready, for `reader` alone or everyone. A round without data has a publish only.
  void publish(std::uint32_t round, std::uint32_t reader = everyone);
  /// Waits for the peer's slice of source.round (not for the own), then copies from it. Without bytes: waits only.
  void fetch(std::uint32_t peer, const Block& source, const Block& target);
  /// The same of what was placed in parts.
  void fetch_in_parts(std::uint32_t peer, const Block& source, const Block& target);
  /// As fetch; target = source op target.
  void combine(std::uint32_t peer, const Block& source, const Block& target);
  /// As fetch, of elements; target = this rank's input at the target's place, and the source, in the order of the
  /// ranks. Of a part of the result; the input may lie upon it.
  void merge(std::uint32_t peer, const Block& source, const Block& target);
  /// The same of what was placed in parts; `size` of an element.
  void merge_in_parts(std::uint32_t peer, const Block& source, const Block& target, std::int64_t size);
  /// Between the user's buffers.
  void copy(const Block& source, const Block& target);
  void copy_past(const Block& source, const Block& target);
  void reduce(const Block& source, const Block& target);
  void pass(std::uint32_t round);

  /// For `reader` or everyone: the block lies open until they say that they are done with it, by a later round.
  void expose(std::uint32_t round, const Block& block, std::uint32_t reader = everyone);
  /// `offset`: in the block that the peer exposed in this round.
  void pull(std::uint32_t peer, std::uint32_t round, std::int64_t offset, const Block& target);
  void push(std::uint32_t peer, std::uint32_t round, std::int64_t offset, const Block& source);
  /// Waits for a round of a peer that holds no data.
  void await(std::uint32_t peer, std::uint32_t round) { fetch(peer, slice(round, 0, 0), {}); }

  // Messages of any length, which only their two ends know.
  [[nodiscard]] static Block whole(Buffer buffer, std::uint32_t block = 0) noexcept {
    return {block, 0, slot::whole, buffer, 0};
  }
  void put(std::uint32_t round, const Block& source, std::uint32_t reader = everyone);
  void put_each(std::uint32_t round, Buffer side);
  /// `messages`: how many the peer has in this round.
  void take(std::uint32_t peer, std::uint32_t round, std::uint32_t messages, const Block& target);
  void own(const Block& source, const Block& target);
  /// At the end: those whose lent messages were taken are told, and those to whom this rank has lent are waited for.
  void answer(std::uint32_t reader = everyone);
  void settle();

  /// Elements of scratch memory.
  [[nodiscard]] Block scratch(std::int64_t count) noexcept;

  /// `bytes`: the longest slice that any rank writes in any round. `rounds`: of the rank that has most.
  [[nodiscard]] Schedule finish(std::uint32_t rounds, std::int64_t bytes) &&;

 private:
  /// The only other rank is everyone: what all have passed is known without asking.
  [[nodiscard]] std::uint32_t reader_of(std::uint32_t reader) const noexcept { return size() == 2 ? everyone : reader; }
  /// How much of so many bytes in a slice goes first; 0: they go whole.
  [[nodiscard]] std::int64_t first_part(std::int64_t bytes) const noexcept;
  void add(StepKind kind, std::uint32_t peer, const Block& source, const Block& target);

  Shape shape_;
  Schedule schedule_;
};

/// Vectors of `total` bytes or elements cut into rounds of at most `most`.
struct Chunks {
  std::int64_t total;
  std::int64_t most;
  [[nodiscard]] std::uint32_t count() const noexcept {
    return total <= most ? 1 : static_cast<std::uint32_t>((total + most - 1) / most);
  }
  [[nodiscard]] std::int64_t first(std::uint32_t chunk) const noexcept { return most * std::int64_t{chunk}; }
  [[nodiscard]] std::int64_t length(std::uint32_t chunk) const noexcept {
    const std::int64_t rest = total - first(chunk);
    return rest < most ? rest : most;
  }
};

}  // namespace baton::collectives::arena
