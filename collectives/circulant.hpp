// SPDX-License-Identifier: BSD-3-Clause
// Circulant graphs, in which every rank r sends to r + s and receives from r - s for about log2 P skips s, and the
// broadcast of n blocks in them in n - 1 + ceil(log2 P) rounds, the fewest there can be, for any P: J. L. Traeff,
// "Round-optimal n-Block Broadcast Schedules in Logarithmic Time", 2023, and "Optimal Broadcast Schedules in
// Logarithmic Time with Applications to Broadcast, All-Broadcast, Reduction and All-Reduction", 2024.
#pragma once

#include <cstdint>
#include <vector>

#include "collectives/builder.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

/// skips()[k] = ceil(skips()[k + 1] / 2), from 1 up to P itself.
class Circulant {
 public:
  explicit Circulant(std::uint32_t size);

  [[nodiscard]] std::uint32_t size() const noexcept { return skips_.back(); }
  [[nodiscard]] const std::vector<std::uint32_t>& skips() const noexcept { return skips_; }
  /// Rounds of a phase: ceil(log2 P).
  [[nodiscard]] std::uint32_t depth() const noexcept { return static_cast<std::uint32_t>(skips_.size()) - 1; }

  /// Which block a rank receives in each round of the first phase; in the next phase depth() more, and so on. Negative:
  /// none yet. Over a phase: all of -depth .. -1 but one, and the block depth() above that one, which is the first one
  /// that the rank gets. O(log P).
  [[nodiscard]] std::vector<std::int32_t> receives(std::uint32_t rank) const;
  /// What it sends: what its receiver receives. O(log^2 P).
  [[nodiscard]] std::vector<std::int32_t> sends(std::uint32_t rank) const;

  /// A round of the broadcast of some blocks from rank 0, as one rank sees it. No block: -1. It gets each block once.
  struct Round {
    std::uint32_t to;
    std::uint32_t from;
    std::int64_t sent;
    std::int64_t received;
  };
  [[nodiscard]] std::vector<Round> broadcast(std::uint32_t rank, std::int64_t blocks) const;

 private:
  [[nodiscard]] std::uint32_t first_block(std::uint32_t rank) const noexcept;
  std::vector<std::uint32_t> skips_;
};

/// The broadcast of a run of elements or bytes, cut into so many blocks.
void broadcast_circulant(Builder& builder, std::uint32_t root, const Block& whole, std::int64_t blocks);

/// The same backwards: a reduction. `own`: this rank's contribution; `sum`: where partial sums grow, at all ranks, and
/// at the root the result; may be the same block. Commutative operations only.
void reduce_circulant(Builder& builder, std::uint32_t root, const Block& own, const Block& sum, std::int64_t blocks);

/// How many blocks: the same on all ranks.
[[nodiscard]] std::int64_t circulant_blocks(std::int64_t bytes, std::uint32_t size) noexcept;

}  // namespace baton::collectives
