// SPDX-License-Identifier: BSD-3-Clause
// Which places of a row of equal places are free: best fit, lowest first among equals, neighbours joined. Knows nothing
// of memory.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace baton::memory {

class FreeRuns {
 public:
  explicit FreeRuns(std::uint32_t places) { add(0, places); }

  /// Takes `count` places in a row, the first a multiple of `alignment`; nothing where there are none. Cost: O(log n)
  /// for an alignment of 1, else a look at the runs that are long enough.
  [[nodiscard]] std::optional<std::uint32_t> take(std::uint32_t count, std::uint32_t alignment) {
    for (auto run = by_size_.lower_bound({count, 0}); run != by_size_.end(); ++run) {
      const auto [length, first] = *run;
      const std::uint32_t at = (first + alignment - 1) / alignment * alignment;
      if (at - first > length - count) continue;
      // The rest is told first: where memory for that is short, nothing has changed.
      const std::uint32_t end = first + length;
      if (at + count != end) add(at + count, end - at - count);
      by_size_.erase(run);
      if (at == first) {
        by_place_.erase(first);
      } else {
        by_place_[first] = at - first;
        by_size_.insert({at - first, first});
      }
      return at;
    }
    return std::nullopt;
  }

  /// Gives places back. Returns the whole run of which they are now a part: first place, count.
  std::pair<std::uint32_t, std::uint32_t> give(std::uint32_t first, std::uint32_t count) {
    const auto behind = by_place_.lower_bound(first);
    if (behind != by_place_.begin()) {
      const auto before = std::prev(behind);
      if (before->first + before->second == first) {
        first = before->first;
        count += before->second;
        drop(before);
      }
    }
    if (behind != by_place_.end() && behind->first == first + count) {
      count += behind->second;
      drop(behind);
    }
    add(first, count);
    return {first, count};
  }

 private:
  using ByPlace = std::map<std::uint32_t, std::uint32_t>;

  void add(std::uint32_t first, std::uint32_t count) {
    by_size_.insert({count, first});
    by_place_[first] = count;
  }
  void drop(ByPlace::iterator run) {
    by_size_.erase({run->second, run->first});
    by_place_.erase(run);
  }

  std::set<std::pair<std::uint32_t, std::uint32_t>> by_size_;  // count, first
  ByPlace by_place_;                                           // first -> count
};

}  // namespace baton::memory
