// SPDX-License-Identifier: BSD-3-Clause
#include "communicator/group.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"

namespace baton::communicator {
namespace {
constexpr std::int64_t max_stride = 0x7FFFFFFF;
}

Group Group::contiguous(PeerId first, std::int32_t size) {
  Group made;
  made.first_ = first;
  made.size_ = size;
  return made;
}

Group Group::of(std::vector<PeerId> members) {
  const auto count = static_cast<std::int32_t>(members.size());
  if (count <= 1) return members.empty() ? Group{} : contiguous(members[0], count);
  const std::int64_t stride = std::int64_t{members[1]} - members[0];
  bool even = stride != 0 && stride >= -max_stride && stride <= max_stride;
  for (std::size_t i = 2; i < members.size() && even; ++i) {
    even = std::int64_t{members[i]} - members[i - 1] == stride;
  }
  if (even) {
    Group made = contiguous(members[0], count);
    made.stride_ = static_cast<std::int32_t>(stride);
    return made;
  }
  auto list = std::make_shared<List>();
  list->members = std::move(members);
  list->by_process.resize(list->members.size());
  std::iota(list->by_process.begin(), list->by_process.end(), 0U);
  std::sort(list->by_process.begin(), list->by_process.end(),
            [&](std::uint32_t a, std::uint32_t b) { return list->members[a] < list->members[b]; });
  Group made;
  made.size_ = count;
  made.list_ = std::move(list);
  return made;
}

std::int32_t Group::rank_of(PeerId process) const noexcept {
  if (list_ == nullptr) {
    std::int64_t steps = std::int64_t{process} - first_;
    if (stride_ != 1) {
      if (steps % stride_ != 0) return no_rank;
      steps /= stride_;
    }
    return steps >= 0 && steps < size_ ? static_cast<std::int32_t>(steps) : no_rank;
  }
  const auto found = std::lower_bound(list_->by_process.begin(), list_->by_process.end(), process,
                                      [&](std::uint32_t rank, PeerId wanted) { return list_->members[rank] < wanted; });
  if (found == list_->by_process.end() || list_->members[*found] != process) return no_rank;
  return static_cast<std::int32_t>(*found);
}

Group Group::incl(std::span<const std::int32_t> ranks) const {
  std::vector<PeerId> members;
  members.reserve(ranks.size());
  for (const std::int32_t rank : ranks) members.push_back(process(rank));
  return of(std::move(members));
}

Group Group::excl(std::span<const std::int32_t> ranks) const {
  std::vector<bool> out(static_cast<std::size_t>(size_), false);
  for (const std::int32_t rank : ranks) out[static_cast<std::size_t>(rank)] = true;
  std::vector<PeerId> members;
  for (std::int32_t rank = 0; rank < size_; ++rank) {
    if (!out[static_cast<std::size_t>(rank)]) members.push_back(process(rank));
  }
  return of(std::move(members));
}

Result<std::vector<std::int32_t>> Group::expand(std::span<const Range> ranges) const {
  std::vector<std::int32_t> ranks;
  std::vector<bool> seen(static_cast<std::size_t>(size_), false);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const Range& range = ranges[i];
    if (range.stride == 0) return make_error(Code::invalid_argument, "range {} has stride 0", i);
    for (std::int64_t rank = range.first; range.stride > 0 ? rank <= range.last : rank >= range.last;
         rank += range.stride) {
      if (rank < 0 || rank >= size_) {
        return make_error(Code::invalid_argument, "range {} = ({}, {}, {}) names rank {}, outside 0..{}", i,
                          range.first, range.last, range.stride, rank, size_ - 1);
      }
      if (seen[static_cast<std::size_t>(rank)]) {
        return make_error(Code::invalid_argument, "range {} = ({}, {}, {}) names rank {} a second time", i, range.first,
                          range.last, range.stride, rank);
      }
      seen[static_cast<std::size_t>(rank)] = true;
      ranks.push_back(static_cast<std::int32_t>(rank));
    }
  }
  return ranks;
}

std::int64_t Group::first_bad(std::span<const std::int32_t> ranks) const {
  std::vector<bool> seen(static_cast<std::size_t>(size_), false);
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (ranks[i] < 0 || ranks[i] >= size_ || seen[static_cast<std::size_t>(ranks[i])])
      return static_cast<std::int64_t>(i);
    seen[static_cast<std::size_t>(ranks[i])] = true;
  }
  return -1;
}

Group Group::united(const Group& other) const {
  std::vector<PeerId> members;
  for (std::int32_t rank = 0; rank < size_; ++rank) members.push_back(process(rank));
  for (std::int32_t rank = 0; rank < other.size_; ++rank) {
    if (rank_of(other.process(rank)) == no_rank) members.push_back(other.process(rank));
  }
  return of(std::move(members));
}

Group Group::intersected(const Group& other) const {
  std::vector<PeerId> members;
  for (std::int32_t rank = 0; rank < size_; ++rank) {
    if (other.rank_of(process(rank)) != no_rank) members.push_back(process(rank));
  }
  return of(std::move(members));
}

Group Group::without(const Group& other) const {
  std::vector<PeerId> members;
  for (std::int32_t rank = 0; rank < size_; ++rank) {
    if (other.rank_of(process(rank)) == no_rank) members.push_back(process(rank));
  }
  return of(std::move(members));
}

Comparison Group::compare(const Group& other) const noexcept {
  if (size_ != other.size_) return Comparison::unequal;
  bool same_order = true;
  for (std::int32_t rank = 0; rank < size_; ++rank) {
    if (process(rank) == other.process(rank)) continue;
    same_order = false;
    if (other.rank_of(process(rank)) == no_rank) return Comparison::unequal;
  }
  return same_order ? Comparison::identical : Comparison::similar;
}

std::uint64_t Group::hash() const noexcept {
  std::uint64_t value = 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(size_);
  for (std::int32_t rank = 0; rank < size_; ++rank) {
    value = (value ^ process(rank)) * 0xD6E8FEB86659FD93U;
    value ^= value >> 32;
  }
  return value;
}

}  // namespace baton::communicator
