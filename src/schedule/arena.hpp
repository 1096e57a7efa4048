// SPDX-License-Identifier: BSD-3-Clause
// The arena of a communicator on one node, as one rank sees it: writes its own slices, publishes them, waits for those
// of others. Collectives are known by their number, so ranks stay in step whatever else they call in between; a check
// in each word tells ranks whose calls do not fit together. Not here: programs (collectives/arena), their execution
// (arena_run.cpp), how an arena comes to be (arena_open.cpp), the sentences (mismatch.cpp).
//
// A word is written once its slice is (release) and read before it (acquire). A slice is written again when those for
// whom it was published have passed it. Waking: see p2p::Vigil and transport/bell.hpp.
//
// Threads: under the engine's lock, which is given up while waiting.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.hpp"
#include "schedule/arena_memory.hpp"
#include "schedule/binding.hpp"

namespace baton::schedule {

/// What two ranks must have in common in a collective.
struct Common {
  std::uint64_t number = 0;
  std::uint8_t mark = 0;
  std::uint64_t bytes = 0;
  bool failed = false;  // left with an error
  bool known = false;
  [[nodiscard]] bool fits(const Common& other) const noexcept { return mark == other.mark && bytes == other.bytes; }
};

/// Says what is wrong when ranks' calls do not fit together; the runner.
class ArenaJudge {
 public:
  /// `peer` did `theirs` where this rank did `own`, now or (earlier) before.
  [[nodiscard]] virtual Error misfit(std::uint32_t peer, const Common& own, const Common& theirs,
                                     bool earlier) noexcept = 0;
  /// A message of this collective came from a rank that should have written to the arena.
  [[nodiscard]] virtual Error strayed(std::uint32_t peer, std::uint8_t mark) noexcept = 0;
  /// `peer` has left the collective with an error.
  [[nodiscard]] virtual Error left(std::uint32_t peer) noexcept = 0;

 protected:
  ArenaJudge() = default;
  ~ArenaJudge() = default;
};

class Arena {
 public:
  /// `tag`: of the latest collective before the first one here.
  Arena(const Channel& channel, ArenaJudge& judge, std::shared_ptr<ArenaMemory> memory, std::int32_t tag);
  /// Whether the processes cannot all use membarrier.
  void set_fences(bool fences) noexcept { fences_ = fences; }
  /// Whether the ranks may read and write each other's memory.
  void set_direct(bool direct) noexcept { direct_ = direct; }
  [[nodiscard]] bool direct() const noexcept { return direct_; }
  /// Whether two ranks take slices for long vectors (Shape::streams).
  void set_streams(bool streams) noexcept { streams_ = streams; }
  [[nodiscard]] bool streams() const noexcept { return streams_; }

  /// Starts a collective. `slice_bytes`: of its program.
  void begin(std::int32_t tag, std::uint8_t mark, std::uint64_t bytes, std::int64_t slice_bytes) noexcept {
    number_ = number_of(tag);
    tag_ = tag;
    busy_ = true;
    measure(slice_bytes);
    Entry& entry = own_->log[number_ % RankPage::entries];
    entry.bytes.store(bytes, std::memory_order_relaxed);
    entry.call.store((number_ << 16) | (std::uint64_t{mark} << 8), std::memory_order_release);
    current_ = mixed(number_ ^ (bytes << 20) ^ (std::uint64_t{mark} << 56));
    check_ = static_cast<std::uint16_t>((current_ ^ (history_ >> 7)) >> 48);
  }
  /// After an error in a collective whose buffers lie open: until the others are through with it, or a second is over;
  /// those that do not take part will never come.
  void await_others() noexcept;
  /// It is over; nothing of it is read any more.
  void end(bool failed) noexcept {
    busy_ = false;
    history_ = current_;
    if (failed) [[unlikely]]
      note_failure();
    pass(Position::last_round);
  }
  /// The last look, when nothing more is carried out here: the latest collectives in which nobody waited.
  [[nodiscard]] Error audit() noexcept;
  /// This rank takes no part in a collective that the others may carry out here.
  void skip(std::int32_t tag) noexcept;
  /// Whether this rank is in that collective now.
  [[nodiscard]] bool is_in(std::int32_t tag) const noexcept { return busy_ && tag_ == tag; }

  /// Where the slice of a rank in this round lies.
  [[nodiscard]] std::byte* slice(std::uint32_t rank, std::uint32_t round) const noexcept {
    return slice(rank, round, class_);
  }
  /// The same where the program does not say how long slices are: each rank measures its own, before it claims it, and
  /// leaves word of that in the layout of the round.
  void measure(std::int64_t bytes) noexcept {
    slice_bytes_ = bytes;
    class_ = class_of(bytes);
  }
  [[nodiscard]] std::byte* slice_of(std::uint32_t rank, std::uint32_t round, std::int64_t bytes) const noexcept {
    return slice(rank, round, class_of(bytes));
  }
  [[nodiscard]] std::uint64_t& layout(std::uint32_t rank, std::uint32_t round) const noexcept {
    return memory_->page(rank).cell[(number_ + round) % RankPage::cells].layout;
  }
  /// Before the first write to the own slice of a round, or its publication.
  void claim(std::uint32_t round) noexcept {
    const auto cell = static_cast<std::uint32_t>((number_ + round) % RankPage::cells);
    if (cells_[cell].position <= floor_ &&
        (class_ != Class::large || large_[(number_ + round) % ArenaMemory::slices].position <= floor_)) [[likely]]
      return;
    claim_slowly(round);
  }
  void publish(std::uint32_t round, std::uint32_t reader) noexcept {
    const Position position(number_, round);
    const auto cell = static_cast<std::uint32_t>((number_ + round) % RankPage::cells);
    cells_[cell] = {position.bits, reader};
    if (class_ == Class::large) large_[(number_ + round) % ArenaMemory::slices] = cells_[cell];
    if (class_ != Class::in_line) {
      written_ = slice_bytes_;
      written_at_ = number_ + round;
    }
    own_->cell[cell].word.store(Cell::word_of(position, check_), std::memory_order_release);
    ring();
  }
  /// The first part of the slice of this round, which has been claimed, may be read; publish() follows. Nobody sleeps
  /// for it alone.
  void publish_early(std::uint32_t round) noexcept {
    const auto cell = static_cast<std::uint32_t>((number_ + round) % RankPage::cells);
    own_->cell[cell].early.store(Cell::word_of(Position(number_, round), check_), std::memory_order_release);
  }
  /// Until the peer has published the round, or (`early`) its first part.
  [[nodiscard]] Error await(std::uint32_t peer, std::uint32_t round, bool early = false) noexcept {
    const Cell& cell = memory_->page(peer).cell[(number_ + round) % RankPage::cells];
    const std::uint64_t expected = Cell::word_of(Position(number_, round), check_);
    const std::atomic<std::uint64_t>& word = early ? cell.early : cell.word;
    for (unsigned look = 0; look < few_looks; ++look) {
      if (word.load(std::memory_order_acquire) == expected) return {};
    }
    return await_slowly(peer, cell, expected, early);
  }
  void pass(std::uint32_t round) noexcept {
    own_->passed.store(Position(number_, round).bits, std::memory_order_release);
    ring();
  }

 private:
  enum class Class : std::uint8_t { in_line, small, large };
  struct Use {  // of an own slice: the latest round that it was published in
    std::uint64_t position = 0;
    std::uint32_t reader = collectives::arena::everyone;
  };
  class Arrival;
  class Room;
  static constexpr unsigned few_looks = 32;

  /// Each bit of the value changes one of the upper 16, whatever the others are: the last eight alone, one of the upper
  /// eight.
  [[nodiscard]] static constexpr std::uint64_t mixed(std::uint64_t value) noexcept {
    value *= 0x9E3779B97F4A7C15U;
    return value ^ (value >> 29);
  }

  [[nodiscard]] static Class class_of(std::int64_t bytes) noexcept {
    return bytes <= std::int64_t{Cell::inline_bytes}         ? Class::in_line
           : bytes <= std::int64_t{ArenaMemory::small_bytes} ? Class::small
                                                             : Class::large;
  }
  [[nodiscard]] std::byte* slice(std::uint32_t rank, std::uint32_t round, Class length) const noexcept {
    const auto cell = static_cast<std::uint32_t>((number_ + round) % RankPage::cells);
    if (length == Class::in_line) return memory_->page(rank).cell[cell].data;
    if (length == Class::small) return memory_->small(rank, cell);
    return memory_->slice(rank, static_cast<std::uint32_t>((number_ + round) % ArenaMemory::slices));
  }
  /// Wakes those that sleep until this rank writes.
  void ring() const noexcept {
    // Partner: Arena::before_sleep and the barrier of Bell::arm.
    if (fences_) [[unlikely]] {
      std::atomic_thread_fence(std::memory_order_seq_cst);
    } else {
      std::atomic_signal_fence(std::memory_order_seq_cst);
    }
    if (memory_->sleepers().load(std::memory_order_relaxed) != 0) [[unlikely]]
      ring_slowly();
  }
  void ring_slowly() const noexcept;
  /// While there is nothing else to do: takes back the lines that the next collective is likely to write.
  void warm() const noexcept;
  void before_sleep(std::uint32_t peer) noexcept;
  void after_sleep() noexcept;
  void claim_slowly(std::uint32_t round) noexcept;
  void await_passage(const Use& use) noexcept;
  [[nodiscard]] Error await_slowly(std::uint32_t peer, const Cell& cell, std::uint64_t expected, bool early) noexcept;
  void note_failure() noexcept;
  /// How often to look at what another core is about to write, before the engine gets a turn.
  [[nodiscard]] unsigned looks() const noexcept;
  /// What to make of a word that is not the expected one, though of the same round. ok: the peer missed a collective
  /// that it has told its user of; its data is right.
  [[nodiscard]] Error examine(std::uint32_t peer) noexcept;
  /// Whether what the peer began under this number, if it has, fits what this rank did.
  [[nodiscard]] Error compare(std::uint32_t peer) noexcept;
  /// The same of those from `number` back, of which nobody has been told.
  [[nodiscard]] Error look_back(std::uint32_t peer, std::uint64_t number) noexcept;
  [[nodiscard]] Common entry(std::uint32_t rank, std::uint64_t number) const noexcept;
  [[nodiscard]] std::uint64_t number_of(std::int32_t tag) const noexcept {
    return number_ + ((p2p::number_in(tag) - p2p::number_in(tag_)) % p2p::collective_numbers);
  }
  [[nodiscard]] bool is_lost(std::uint32_t peer) const noexcept {
    return channel_.engine->is_lost(channel_.peers[peer]);
  }

  Channel channel_;
  ArenaJudge& judge_;
  std::shared_ptr<ArenaMemory> memory_;
  RankPage* own_;
  bool fences_ = true;
  bool direct_ = false;
  bool streams_ = false;
  bool busy_ = false;
  Class class_ = Class::in_line;
  std::int64_t slice_bytes_ = 0;  // of the collective under way
  std::int64_t written_ = 0;      // how long the latest slice of this rank was that lies outside of its cell
  std::uint64_t written_at_ = 0;  // number and round of it
  std::uint16_t check_ = 0;
  std::int32_t tag_;
  std::uint64_t number_ = 0;   // of the collective under way: the tag, counting on where tags wrap around
  std::uint64_t history_ = 0;  // of the collective before
  std::uint64_t current_ = 0;  // the same, of the one under way
  std::uint64_t told_;         // no misfit up to this number is told of any more
  std::uint64_t floor_;        // all others have passed this position
  std::uint64_t seen_ = 0;     // and this one the latest of those for whom alone something was published
  std::uint32_t seen_reader_ = collectives::arena::everyone;
  std::array<Use, RankPage::cells> cells_{};
  std::array<Use, ArenaMemory::slices> large_{};
};

}  // namespace baton::schedule
