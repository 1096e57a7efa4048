// SPDX-License-Identifier: BSD-3-Clause
// Receive blocks of allgatherv that share memory: the program's error, which shall not become a deadlock.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "collectives/builder.hpp"

namespace baton::collectives {

/// Whether two receive blocks share an element, which is the program's error (MPI 5.0, 6.5 and 6.7: no location may be
/// written more than once).
[[nodiscard]] inline bool blocks_overlap(const Side& side, std::uint32_t size) {
  if (side.counts.empty()) return false;
  using Range = std::pair<std::int64_t, std::int64_t>;
  std::vector<Range> ranges;
  ranges.reserve(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (side.count_of(i) > 0) ranges.emplace_back(side.offset_of(i), side.offset_of(i) + side.count_of(i));
  }
  if (!std::is_sorted(ranges.begin(), ranges.end())) std::sort(ranges.begin(), ranges.end());
  const auto meet = [](const Range& a, const Range& b) { return a.second > b.first; };
  return std::adjacent_find(ranges.begin(), ranges.end(), meet) != ranges.end();
}

/// A packed block for each receive block. In place, a receive that overwrites what is still to be sent would wait for
/// that send, and so every rank for another one.
[[nodiscard]] inline std::vector<Block> packed_blocks(Builder& builder) {
  std::vector<Block> blocks;
  blocks.reserve(builder.size());
  for (std::uint32_t i = 0; i < builder.size(); ++i) blocks.push_back(builder.packed(builder.shape().recv.bytes_of(i)));
  return blocks;
}

}  // namespace baton::collectives
