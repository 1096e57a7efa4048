// SPDX-License-Identifier: BSD-3-Clause
// How long the pieces of pipelined algorithms are. The same on all ranks, so it depends on nothing but bytes and ranks.
#pragma once

#include <algorithm>
#include <cstdint>

namespace baton::collectives {

inline constexpr std::int64_t least_segment = std::int64_t{32} << 10;
inline constexpr std::int64_t most_segment = std::int64_t{1} << 20;

/// Segment of a chain of `ranks`: about n / (4 P), within bounds, in whole pages.
[[nodiscard]] constexpr std::int64_t chain_segment(std::int64_t bytes, std::uint32_t ranks) noexcept {
  const std::int64_t wanted = bytes / (std::int64_t{4} * ranks);
  return std::clamp((wanted + 4095) / 4096 * 4096, least_segment, most_segment);
}

/// Elements of `size` bytes that travel and are reduced at a time in rings: the operand should still be in cache when
/// it is reduced.
[[nodiscard]] constexpr std::int64_t ring_segment(std::int64_t size) noexcept {
  constexpr std::int64_t bytes = std::int64_t{256} << 10;
  return size >= bytes || size == 0 ? 1 : bytes / size;
}

}  // namespace baton::collectives
