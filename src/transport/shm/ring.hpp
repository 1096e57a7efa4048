// SPDX-License-Identifier: BSD-3-Clause
// A ring of 64-byte lines in shared memory that carries frames from one writer to one reader. Not here: who maps it
// (pair.hpp), who connects (shm.hpp).
//
// A frame starts with a line: a word, the 16-byte header, and up to 40 bytes of payload. A longer payload has the lines
// behind it, so that it is aligned, and so that the first line is touched only when all else is written: the reader,
// which polls it, would take it away in between. The memory is mapped twice in a row, so no frame is ever split at the
// end.
//
// The word says position and length, and is written last: the reader polls only the line at its own position, and finds
// the frame by a word that no earlier lap can have left there. Only payload of an earlier lap could look like it; where
// the next line may hold such bytes, the writer clears its word before it publishes.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/spin.hpp"
#include "transport/transport.hpp"

namespace baton::transport::shm {

inline constexpr std::size_t line_bytes = cache_line_bytes;
inline constexpr std::size_t prefix_bytes = sizeof(std::uint64_t) + sizeof(Header);
inline constexpr std::size_t line_payload = line_bytes - prefix_bytes;

/// Layout of the word: position (40 bits), whether the payload starts at the next line (1), payload bytes (23).
inline constexpr unsigned length_bits = 23;
inline constexpr unsigned position_shift = length_bits + 1;
inline constexpr std::uint64_t length_mask = (std::uint64_t{1} << length_bits) - 1;
inline constexpr std::uint64_t apart_bit = std::uint64_t{1} << length_bits;
/// A length that no frame has: the line tells the reader to look after the pair (pair.hpp).
inline constexpr std::uint64_t notice_length = length_mask;

/// What the two sides of a ring tell each other beside the frames. A line for each writer.
struct RingControl {
  /// How many lines the reader has consumed and returned. Written by the reader (release). Read by the writer
  /// (acquire).
  alignas(cache_line_bytes) std::atomic<std::uint64_t> returned;
  /// Set by a writer that found no room and may sleep; cleared by the reader, which then rings the writer's bell.
  alignas(cache_line_bytes) std::atomic<std::uint32_t> starved;
};

[[nodiscard]] constexpr std::uint64_t lines_of(std::size_t bytes, bool apart) noexcept {
  return apart ? 1 + (bytes + line_bytes - 1) / line_bytes : 1;
}

/// Asks for a line to be written soon.
inline void prefetch_to_write(const std::byte* at) noexcept {
#if defined(__x86_64__)
  asm volatile("prefetchw %0" : : "m"(*at));
#else
  __builtin_prefetch(at, 1);
#endif
}

[[nodiscard]] inline std::atomic_ref<std::uint64_t> word_at(std::byte* line) noexcept {
  return std::atomic_ref<std::uint64_t>(*reinterpret_cast<std::uint64_t*>(line));
}

/// Positions count lines from the start and never go back; they start at the number of lines, so that zeroed memory
/// holds no valid word.
class RingWriter {
 public:
  RingWriter() noexcept = default;
  /// `lines` is a power of two; `populated` of them have memory yet.
  RingWriter(std::byte* memory, std::uint64_t lines, std::uint64_t populated, RingControl* control) noexcept
      : memory_(memory), mask_(lines - 1), tail_(lines), populated_(lines + populated), control_(control) {
    limit_ = populated_;
  }

  [[nodiscard]] bool open() const noexcept { return memory_ != nullptr; }

  /// Where the payload of a frame of `bytes` goes, or nullptr: then `make_room` may help.
  [[nodiscard]] std::byte* claim(std::size_t bytes) noexcept {
    const bool apart = bytes > line_payload;
    // One line more than the frame: commit may clear the word behind it.
    if (tail_ + lines_of(bytes, apart) >= limit_) [[unlikely]]
      return nullptr;
    apart_ = apart;
    return line(tail_) + (apart ? line_bytes : prefix_bytes);
  }

  /// Publishes the claimed frame with `bytes` of payload, at most what was claimed.
  void commit(const Header& header, std::size_t bytes) noexcept {
    std::byte* const at = line(tail_);
    std::memcpy(at + sizeof(std::uint64_t), &header, sizeof(Header));
    const std::uint64_t used = lines_of(bytes, apart_);
    publish(at, used, bytes | (apart_ ? apart_bit : 0));
  }

  /// Publishes a notice. False: no room.
  [[nodiscard]] bool notice() noexcept {
    if (tail_ + 1 >= limit_) return false;
    publish(line(tail_), 1, notice_length);
    return true;
  }

  /// Takes what the reader has returned, for a frame of `bytes`. False: there is no room still. `wants_lines` is not 0
  /// when only memory is missing (first lap): populate that many lines at least, say so by `populated`, and try again.
  [[nodiscard]] bool make_room(std::size_t bytes, std::uint64_t& wants_lines) noexcept {
    const std::uint64_t need = tail_ + lines_of(bytes, bytes > line_payload) + 1;
    seen_ = control_->returned.load(std::memory_order_acquire);
    const std::uint64_t free_until = seen_ + 2 * lines();
    wants_lines = need > populated_ && need <= free_until ? need - populated_ : 0;
    limit_ = free_until < populated_ ? free_until : populated_;
    return need <= limit_;
  }
  /// After a make_room in vain: asks the reader to ring when it returns lines. True: some have come back meanwhile.
  [[nodiscard]] bool starve() noexcept {
    control_->starved.store(1, std::memory_order_release);
    // Partner: RingReader::give_back, which stores `returned`, fences, and takes `starved`.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    return control_->returned.load(std::memory_order_acquire) != seen_;
  }

  /// `lines` more have memory. With all of them, the bound of the first lap falls.
  void populated(std::uint64_t lines) noexcept {
    populated_ += lines;
    if (populated_ >= 2 * this->lines()) populated_ = ~std::uint64_t{0};
  }
  /// Lines that have no memory yet.
  [[nodiscard]] std::uint64_t unpopulated() const noexcept {
    return populated_ >= 2 * lines() ? 0 : 2 * lines() - populated_;
  }
  [[nodiscard]] std::uint64_t lines() const noexcept { return mask_ + 1; }

 private:
  [[nodiscard]] std::byte* line(std::uint64_t position) const noexcept {
    return memory_ + (position & mask_) * line_bytes;
  }

  void publish(std::byte* at, std::uint64_t used, std::uint64_t low) noexcept {
    const std::uint64_t next = tail_ + used;
    if (next < stale_until_) [[unlikely]]
      word_at(line(next)).store(0, std::memory_order_relaxed);
    if (used > 1) stale_until_ = next + mask_ + 1;  // where the next lap meets this payload
    // Partner: RingReader::ready.
    word_at(at).store((tail_ << position_shift) | low, std::memory_order_release);
    tail_ = next;
    prefetch_to_write(line(next + lines_ahead));
  }

  static constexpr std::uint64_t lines_ahead =
      4;  // far enough that the reader, which polls the next line, does not take it back

  std::byte* memory_ = nullptr;
  std::uint64_t mask_ = 0;
  std::uint64_t tail_ = 0;         // next line to write
  std::uint64_t limit_ = 0;        // lines before it may be written
  std::uint64_t stale_until_ = 0;  // lines before it may hold payload of the lap before
  bool apart_ = false;             // layout of the open claim
  std::uint64_t populated_ = 0;    // lines before it have memory
  std::uint64_t seen_ = 0;         // what the reader had returned at the last make_room
  RingControl* control_ = nullptr;
};

class RingReader {
 public:
  RingReader() noexcept = default;
  RingReader(std::byte* memory, std::uint64_t lines, RingControl* control) noexcept
      : memory_(memory), mask_(lines - 1), position_(lines), returned_(lines), control_(control) {}

  /// Whether a frame (or notice) waits at this reader's position.
  [[nodiscard]] bool ready() const noexcept { return is_frame(word()); }

  /// What waits at the position.
  struct Frame {
    const Header* header = nullptr;  // nullptr: nothing waits
    const std::byte* payload = nullptr;
    std::size_t bytes = 0;  // notice_length: a notice
    std::uint64_t lines = 0;
  };
  [[nodiscard]] Frame front() const noexcept {
    const std::uint64_t found = word();
    if (!is_frame(found)) return {};
    std::byte* const at = line();
    const std::size_t bytes = found & length_mask;
    const bool apart = (found & apart_bit) != 0;
    const auto* header = reinterpret_cast<const Header*>(at + sizeof(std::uint64_t));
    if (bytes == notice_length) [[unlikely]]
      return {header, nullptr, bytes, 1};
    return {header, at + (apart ? line_bytes : prefix_bytes), bytes, lines_of(bytes, apart)};
  }
  /// Ends the use of the front frame. True: enough was consumed to call `give_back`.
  [[nodiscard]] bool pop(const Frame& frame) noexcept {
    position_ += frame.lines;
    return position_ - returned_ > (mask_ >> 2);
  }
  /// Returns the consumed lines. True: the writer waits for them; ring its bell.
  [[nodiscard]] bool give_back() noexcept {
    returned_ = position_;
    control_->returned.store(position_ - mask_ - 1, std::memory_order_release);
    // Partner: RingWriter::starve. The fence also orders the look at the writer's bell.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (control_->starved.load(std::memory_order_relaxed) == 0) return false;
    return control_->starved.exchange(0, std::memory_order_acquire) != 0;
  }

 private:
  [[nodiscard]] std::byte* line() const noexcept { return memory_ + (position_ & mask_) * line_bytes; }
  [[nodiscard]] std::uint64_t word() const noexcept { return word_at(line()).load(std::memory_order_acquire); }
  [[nodiscard]] bool is_frame(std::uint64_t found) const noexcept {
    return (found ^ (position_ << position_shift)) < (std::uint64_t{1} << position_shift);
  }

  std::byte* memory_ = nullptr;
  std::uint64_t mask_ = 0;
  std::uint64_t position_ = 0;  // next line to read
  std::uint64_t returned_ = 0;  // what the writer was told
  RingControl* control_ = nullptr;
};

}  // namespace baton::transport::shm
