// SPDX-License-Identifier: BSD-3-Clause
// Carries out programs whose messages have any length (collectives/arena/any_length.cpp), and says how messages lie in
// a round of the arena. Not here: the rounds themselves (arena.hpp), programs of fixed lengths (arena_run.cpp).
//
// A round with one message has its length as layout; it lies where a slice of that length lies, or, longer than
// `most_carried`, is lent: then the address lies in the cell. A round with a message for each other rank is divided in
// equal parts, each with its length in front, or all of them lie in the cell one after the other, with their lengths as
// layout. The taker compares the length with its own: a difference is an error at once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "collectives/schedule.hpp"
#include "collectives/shape.hpp"
#include "schedule/arena.hpp"
#include "schedule/arena_stream.hpp"
#include "schedule/binding.hpp"
#include "schedule/subject.hpp"

namespace baton::schedule {

/// How the messages of one rank for each of `readers` others lie.
class Layout {
 public:
  static constexpr std::int64_t most_carried = std::int64_t{12} << 10;  // longer ones are quicker by the kernel's copy
  static constexpr std::int64_t header = 16;  // of a part: the length; data stays aligned as the widest type wants it
  static constexpr std::uint32_t most_in_line = 7;

  /// `longest` of all messages, `sum` of their lengths.
  Layout(std::uint32_t readers, std::int64_t longest, std::int64_t sum) noexcept;
  /// As another rank has written it.
  Layout(std::uint32_t readers, std::uint64_t word) noexcept : readers_(readers), word_(word) {}

  [[nodiscard]] bool in_line() const noexcept { return readers_ <= most_in_line && (word_ & in_line_flag) != 0; }
  /// Of the slice: what Arena::measure is told.
  [[nodiscard]] std::int64_t slice_bytes() const noexcept {
    return in_line() ? 0 : (word_ & large_flag) != 0 ? large : small;
  }
  /// Of the part of a reader, in its slice.
  [[nodiscard]] std::int64_t part_bytes() const noexcept { return part_of(slice_bytes(), readers_); }
  [[nodiscard]] std::int64_t part(std::uint32_t reader) const noexcept { return part_bytes() * std::int64_t{reader}; }
  /// Longer messages than that are lent.
  [[nodiscard]] std::int64_t carried() const noexcept;

  /// Which of the readers gets how much; all of them, in order. `add` says where in the cell it begins, if that is
  /// there.
  std::int64_t add(std::uint32_t reader, std::int64_t bytes) noexcept;
  /// Whether there is anything for a reader; in the cell: how much, and where it begins.
  [[nodiscard]] bool has(std::uint32_t reader) const noexcept {
    return in_line() ? bytes_in_line(reader) != 0 : (word_ >> reader & 1) != 0;
  }
  [[nodiscard]] std::int64_t bytes_in_line(std::uint32_t reader) const noexcept {
    return static_cast<std::int64_t>(word_ >> (8 * reader) & 0xFF);
  }
  [[nodiscard]] std::int64_t place_in_line(std::uint32_t reader) const noexcept;
  [[nodiscard]] std::uint64_t word() const noexcept { return word_; }

 private:
  // Below them: a byte per reader in line, else a bit per reader.
  static constexpr std::uint64_t large_flag = std::uint64_t{1} << 63;
  static constexpr std::uint64_t in_line_flag = std::uint64_t{1} << 62;
  static_assert(8 * most_in_line <= 62 && collectives::arena::most_ranks - 1 <= 63);
  static constexpr std::int64_t small = ArenaMemory::small_bytes;
  static constexpr std::int64_t large = ArenaMemory::slice_bytes;

  [[nodiscard]] static std::int64_t part_of(std::int64_t slice, std::uint32_t readers) noexcept {
    const std::int64_t part = slice / std::int64_t{readers};
    return part >= cache_line ? part / cache_line * cache_line : part / header * header;
  }
  static constexpr std::int64_t cache_line = static_cast<std::int64_t>(cache_line_bytes);

  std::uint32_t readers_;
  std::uint64_t word_ = 0;
};

/// One run.
class Messages {
 public:
  /// `scratch`: for messages that cannot be lent as they lie; kept by the caller until the collective is over.
  Messages(Arena& arena, const Channel& channel, const Binding& binding, const collectives::Shape& shape,
           const Subject& subject, std::vector<std::byte>& scratch) noexcept
      : arena_(arena), channel_(channel), binding_(binding), shape_(shape), subject_(subject), scratch_(scratch) {}

  [[nodiscard]] Error steps(const std::vector<collectives::Step>& steps);
  [[nodiscard]] bool has_lent() const noexcept { return lent_to_ != 0; }

 private:
  /// A whole block of the user's.
  struct Message {
    std::byte* address;
    const datatype::Datatype* type;
    std::int64_t count;
    std::int64_t bytes;
    [[nodiscard]] Stream stream() const noexcept { return {address, *type, count}; }
  };
  [[nodiscard]] Message message(const collectives::Block& block) const noexcept;
  [[nodiscard]] std::uint32_t reader_of(std::uint32_t writer, std::uint32_t rank) const noexcept {
    return rank < writer ? rank : rank - 1;
  }

  void put(const collectives::Step& step);
  void put_each(const collectives::Step& step);
  [[nodiscard]] Error take(const collectives::Step& step) noexcept;
  [[nodiscard]] Error take_one_of(const collectives::Step& step, const Message& into) noexcept;
  [[nodiscard]] Error settle(std::uint32_t round) noexcept;

  /// Room for the copies of `bytes` in all, before the first of them.
  void reserve(std::int64_t bytes);
  [[nodiscard]] std::uint64_t lend(const Message& message, bool stays, std::uint32_t reader) noexcept;
  [[nodiscard]] static bool is_lent_as_it_lies(const Message& message, bool stays) noexcept {
    return stays && message.type->is_contiguous(message.count);
  }
  [[nodiscard]] Error borrow(std::uint32_t peer, std::uint64_t address, const Message& into) noexcept;
  [[nodiscard]] Error different(std::uint32_t peer, std::int64_t bytes, const Message& into) const noexcept;

  Arena& arena_;
  const Channel& channel_;
  const Binding& binding_;
  const collectives::Shape& shape_;
  const Subject& subject_;
  std::vector<std::byte>& scratch_;
  std::size_t copied_ = 0;     // of the scratch memory
  std::uint64_t lent_to_ = 0;  // a bit per rank
  bool has_borrowed_ = false;
};

}  // namespace baton::schedule
