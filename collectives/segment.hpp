// SPDX-License-Identifier: BSD-3-Clause
// How long the pieces of pipelined algorithms are. The same on all ranks, so it depends on nothing but bytes and ranks.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace baton::collectives {

inline constexpr std::int64_t least_segment = std::int64_t{32} << 10;
inline constexpr std::int64_t most_segment = std::int64_t{1} << 20;

/// Segment of a chain of `ranks`: about n / (4 P), within bounds, in whole pages.
[[nodiscard]] constexpr std::int64_t chain_segment(std::int64_t bytes, std::uint32_t ranks) noexcept {
  const std::int64_t wanted = bytes / (std::int64_t{4} * ranks);
  return std::clamp((wanted + 4095) / 4096 * 4096, least_segment, most_segment);
}

/// Segment for pipelines that are `depth` messages deep, whatever the ranks: near the square root of n / depth times
/// the bytes that a message's start-up is worth, which is where start-up and filling of the pipeline cost the same.
[[nodiscard]] inline std::int64_t pipeline_segment(std::int64_t bytes, std::uint32_t depth) noexcept {
  constexpr double start_up_bytes = 8192;
  const double best = std::sqrt(static_cast<double>(bytes) * start_up_bytes / (depth > 0 ? depth : 1));
  return std::clamp((static_cast<std::int64_t>(best) + 4095) / 4096 * 4096, std::int64_t{8192}, most_segment);
}

/// The same in elements of `size` bytes.
[[nodiscard]] inline std::int64_t pipeline_elements(std::int64_t count, std::int64_t size,
                                                    std::uint32_t depth) noexcept {
  return size == 0 ? 1 : std::max<std::int64_t>(1, pipeline_segment(count * size, depth) / size);
}

/// Elements of `size` bytes that travel and are reduced at a time in rings: the operand should still be in cache when
/// it is reduced.
[[nodiscard]] constexpr std::int64_t ring_segment(std::int64_t size) noexcept {
  constexpr std::int64_t bytes = std::int64_t{256} << 10;
  return size >= bytes || size == 0 ? 1 : bytes / size;
}

}  // namespace baton::collectives
