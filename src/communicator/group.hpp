// SPDX-License-Identifier: BSD-3-Clause
// An ordered set of processes (MPI 5.0, 7.3). Immutable and cheap to copy: copies share the list of members.
// Not here: contexts and messages (communicator.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "p2p/request.hpp"

namespace baton::communicator {

using p2p::PeerId;

/// One entry of MPI_Group_range_incl: first, last, stride.
struct Range {
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::int64_t stride = 1;
};

enum class Comparison : std::uint8_t { identical, congruent, similar, unequal };

class Group {
 public:
  static constexpr std::int32_t no_rank = -1;

  /// The empty group.
  Group() = default;
  /// Processes first, first + 1, ..., first + size - 1 of the job.
  static Group contiguous(PeerId first, std::int32_t size);
  /// Members in this order; the caller has made sure that none comes twice.
  static Group of(std::vector<PeerId> members);

  [[nodiscard]] std::int32_t size() const noexcept { return size_; }
  /// The process behind a rank, which must be in range. Cost: one load at most.
  [[nodiscard]] PeerId process(std::int32_t rank) const noexcept {
    return list_ == nullptr ? first_ + static_cast<PeerId>(rank) * static_cast<PeerId>(stride_)
                            : list_->members[static_cast<std::size_t>(rank)];
  }
  /// The rank of a process, or no_rank. Cost: O(1) for evenly spaced processes, O(log n) otherwise.
  [[nodiscard]] std::int32_t rank_of(PeerId process) const noexcept;

  /// Each returns a new group; the ranks must be valid and distinct (`first_bad` finds the one that is not).
  [[nodiscard]] Group incl(std::span<const std::int32_t> ranks) const;
  [[nodiscard]] Group excl(std::span<const std::int32_t> ranks) const;
  /// Ranks that the ranges name, in order (MPI 5.0, 7.3.2). An Error when a range is empty of sense: stride 0, a rank
  /// outside, one named twice.
  [[nodiscard]] Result<std::vector<std::int32_t>> expand(std::span<const Range> ranges) const;
  /// The index of the first rank that is out of range or comes a second time, or -1.
  [[nodiscard]] std::int64_t first_bad(std::span<const std::int32_t> ranks) const;

  [[nodiscard]] Group united(const Group& other) const;
  [[nodiscard]] Group intersected(const Group& other) const;
  [[nodiscard]] Group without(const Group& other) const;
  /// identical: same members in the same order; similar: same members; never congruent.
  [[nodiscard]] Comparison compare(const Group& other) const noexcept;

  /// A number that is equal for groups with the same members in the same order.
  [[nodiscard]] std::uint64_t hash() const noexcept;

 private:
  struct List {
    std::vector<PeerId> members;
    std::vector<std::uint32_t> by_process;  // ranks sorted by their process
  };
  PeerId first_ = 0;
  std::int32_t size_ = 0;
  std::int32_t stride_ = 1;
  std::shared_ptr<const List> list_;  // nullptr: first_, first_ + stride_, ... (the world, its halves, rows, columns)
};

}  // namespace baton::communicator
