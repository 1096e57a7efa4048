// SPDX-License-Identifier: BSD-3-Clause
// A schedule made ready for being run many times.
#pragma once

#include <cstdint>
#include <vector>

#include "collectives/schedule.hpp"
#include "collectives/select.hpp"

namespace baton::schedule {

/// Which call a plan is for, as far as all ranks must agree on it.
struct Subject {
  collectives::Collective collective = collectives::Collective::barrier;
  bool rooted = false;
  std::uint32_t root = 0;  // 0 unless `rooted`

  [[nodiscard]] static Subject of(collectives::Collective collective, const collectives::Shape& shape) noexcept;
  /// What its messages carry, so that a receiver sees a message of another call: the collective and three bits of root.
  [[nodiscard]] std::uint8_t mark() const noexcept {
    const std::uint32_t folded = root ^ (root >> 3) ^ (root >> 6) ^ (root >> 9) ^ (root >> 12);
    return static_cast<std::uint8_t>((static_cast<std::uint32_t>(collective) + 1) | (folded << 5));
  }
  [[nodiscard]] static std::uint8_t collective_in(std::uint8_t mark) noexcept {
    return static_cast<std::uint8_t>((mark & 31) - 1);
  }
};
static_assert(collectives::collective_count < 31);

/// A schedule with what each run starts from. Never changes; shared by the runs that are under way, which count
/// themselves in `users` (under the engine's lock).
struct Plan {
  Plan(collectives::Schedule made, Subject what);

  collectives::Schedule schedule;
  Subject subject;
  std::uint8_t mark = 0;               // of the subject
  std::vector<std::uint32_t> waits;    // by step: how many edges point to it
  std::vector<std::uint32_t> initial;  // steps that wait for nothing
  std::uint32_t users = 0;
};

}  // namespace baton::schedule
