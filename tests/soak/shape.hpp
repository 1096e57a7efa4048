// SPDX-License-Identifier: BSD-3-Clause
// Layouts in memory of a soak's messages, written down as runs of bytes: the model that the library's datatypes are
// held against. All are made of bytes, so that any of them may receive what any other has sent.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace baton::soak {

inline constexpr std::int64_t buffered_longest = 32 << 10;  // bytes of a message that is sent from the attached buffer

struct Run {
  std::int64_t at;
  std::int64_t bytes;
};

/// One element of a datatype. How it is made stands beside each: a port makes its own datatype that way.
struct Element {
  enum class Made : std::uint8_t {
    bytes,       // the predefined byte
    vector,      // vector: runs of one length, a stride apart
    hvector,     // the same with a negative stride
    indexed,     // indexed: in no order
    structure,   // struct of contiguous types, resized
    hindexed,    // hindexed with negative displacements, resized to a negative lower bound
    descending,  // contiguous, resized to a negative extent
  };
  Made made;
  std::vector<Run> runs;
  std::int64_t lb;
  std::int64_t extent;
  std::int64_t size;  // of its runs together
};
[[nodiscard]] const std::vector<Element>& elements();

/// `count` elements in memory.
class Shape {
 public:
  Shape(const Element& element, std::int64_t count) noexcept;
  /// Bytes of memory from the first to the last that it may touch, and how far before the address of the buffer it
  /// starts.
  [[nodiscard]] std::size_t span() const noexcept { return static_cast<std::size_t>(high_ - low_); }
  [[nodiscard]] std::int64_t before() const noexcept { return -low_; }
  [[nodiscard]] std::int64_t count() const noexcept { return count_; }
  [[nodiscard]] std::int64_t bytes() const noexcept { return count_ * element_->size; }
  /// Stores packed bytes into memory (its first byte: `memory`), the first `packed.size()` that fit.
  void scatter(std::span<const unsigned char> packed, unsigned char* memory) const noexcept;
  /// The reverse.
  void gather(const unsigned char* memory, std::span<unsigned char> packed) const noexcept;

 private:
  template <class Move>
  void each(std::size_t packed, Move&& move) const noexcept;
  const Element* element_;
  std::int64_t count_;
  std::int64_t low_ = 0;
  std::int64_t high_ = 0;
};

}  // namespace baton::soak
