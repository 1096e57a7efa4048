// SPDX-License-Identifier: BSD-3-Clause
// A schedule made ready for being run many times.
#pragma once

#include <cstdint>
#include <vector>

#include "collectives/schedule.hpp"
#include "schedule/subject.hpp"

namespace baton::schedule {

/// A schedule with what each run starts from. Never changes; shared by the runs that are under way, which count
/// themselves in `users` (under the engine's lock).
struct Plan {
  Plan(collectives::Schedule made, Subject what);

  collectives::Schedule schedule;
  Subject subject;
  std::uint8_t mark = 0;               // of the subject
  bool uneven = false;                 // the rank's own block is not as long in both buffers; for the arena
  std::int64_t agreed_bytes = 0;       // of the vector or block that is as long on all ranks; for the arena
  std::vector<std::uint32_t> waits;    // by step: how many edges point to it
  std::vector<std::uint32_t> initial;  // steps that wait for nothing
  std::uint32_t users = 0;
  std::uint64_t* runs = nullptr;  // where runs of its algorithm are counted; nullptr: nowhere
};

}  // namespace baton::schedule
