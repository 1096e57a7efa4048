// SPDX-License-Identifier: BSD-3-Clause
// Where the ranks of a job or of a communicator stand, as plain data: what collective algorithms may know of the
// machine. Not here: how it is found out (discover.hpp).
#pragma once

#include <cstdint>
#include <vector>

namespace baton::topology {

/// Coordinates of one rank. Ids are dense from 0 within the job for nodes, within the node for the rest. A rank that is
/// not bound to one core, cache or NUMA node has `unknown` there.
struct Place {
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;
  std::uint32_t node = 0;
  std::uint32_t package = unknown;
  std::uint32_t numa = unknown;
  std::uint32_t l3 = unknown;
  std::uint32_t core = unknown;
  bool operator==(const Place&) const = default;
};

/// Places by rank. `oversubscribed`: some core of this rank's node must run more than one rank.
struct Hierarchy {
  std::vector<Place> places;
  bool oversubscribed = false;
};

}  // namespace baton::topology
