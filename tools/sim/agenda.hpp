// SPDX-License-Identifier: BSD-3-Clause
// What is still to happen in a simulation, by time: a radix heap (R. Ahuja, K. Mehlhorn, J. Orlin, R. Tarjan, "Faster
// Algorithms for the Shortest Path Problem", 1990), since nothing is ever entered for a time that is past. It moves
// events in runs through memory, where a binary heap of millions of them misses the caches at each level.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/check.hpp"

namespace baton::sim {

/// `Event` has a member `double time`. Of events of one time the first one entered comes first: equal times are always
/// in the same bucket, and buckets keep their order when they are spread.
template <class Event>
class Agenda {
 public:
  /// Contract: not before the latest one that was taken, and not negative. Cost: constant.
  void push(const Event& event) {
    const std::uint64_t key = std::bit_cast<std::uint64_t>(event.time);
    BATON_ASSERT(key >= now_);
    put(key, event);
    ++size_;
  }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  /// Contract: not empty. Cost: each event moves at most 64 times in all, and far less often in practice.
  [[nodiscard]] Event pop() {
    if (next_ == buckets_[0].size()) spread();
    --size_;
    return buckets_[0][next_++];
  }

 private:
  void put(std::uint64_t key, const Event& event) {
    const auto bucket = static_cast<std::size_t>(std::bit_width(key ^ now_));
    buckets_[bucket].push_back(event);
  }
  /// Moves the clock to the next event and spreads its bucket over those below.
  void spread() {
    buckets_[0].clear();
    next_ = 0;
    std::size_t first = 1;
    while (buckets_[first].empty()) ++first;
    std::uint64_t least = ~std::uint64_t{0};
    for (const Event& event : buckets_[first]) least = std::min(least, std::bit_cast<std::uint64_t>(event.time));
    now_ = least;
    for (const Event& event : buckets_[first]) put(std::bit_cast<std::uint64_t>(event.time), event);
    // Memory of long buckets is given back: their events have gone to others.
    if (constexpr std::size_t kept = 1U << 16; buckets_[first].size() > kept) {
      std::vector<Event>().swap(buckets_[first]);
    } else {
      buckets_[first].clear();
    }
  }

  std::array<std::vector<Event>, 65> buckets_;  // by the highest bit in which a time differs from the clock's
  std::size_t next_ = 0;                        // in the first bucket, of events that are due now
  std::size_t size_ = 0;
  std::uint64_t now_ = 0;  // bits of the clock: times that are not negative are ordered as their bits are
};

}  // namespace baton::sim
