// SPDX-License-Identifier: BSD-3-Clause
// Where on a node the ranks of a communicator stand: domains of packages, NUMA nodes and L3 caches, as plain data that
// all ranks have alike, and the ways to divide ranks by them. Not here: how it is found out
// (src/schedule/arena_open.cpp), what programs make of it (tree.hpp, lanes.cpp), what it costs (cost.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "collectives/nodes.hpp"

namespace baton::collectives::arena {

/// What two ranks share at best.
enum class Distance : std::uint8_t { cache, numa, package, machine };
inline constexpr std::size_t distances = 4;

/// Of a rank: its package, NUMA node and L3 by any numbers, or `unknown`.
using Domains = std::array<std::uint32_t, 3>;
inline constexpr std::uint32_t unknown = 0xFFFFFFFF;

/// One way to divide the ranks, from the outermost level inwards; each level divides the domains of the one before.
using Split = std::vector<Nodes>;

/// What a rank that speaks for others reads, in the group of its level where that is most.
struct Stage {
  std::array<std::uint32_t, distances> others{};  // ranks of the group, by how far they are
  std::uint32_t each = 1;                         // ranks that each of them speaks for
};

struct Way {
  Split split;
  std::vector<Stage>
      stages;  // from the innermost level outwards, at last that of the speakers of the outermost domains
};

/// All ways in which it can make sense to divide the ranks of a node.
struct Levels {
  /// By rank. A level that is not known of all ranks is that of the one before.
  std::vector<Domains> domains;
  /// Of one level, of two, of three; of several ranks a domain and several domains. None: nothing to divide.
  std::vector<Way> ways;
  Stage flat;  // where the first rank reads from all

  [[nodiscard]] static Levels of(std::span<const Domains> places);

  [[nodiscard]] Distance between(std::uint32_t a, std::uint32_t b) const noexcept {
    const Domains& x = domains[a];
    const Domains& y = domains[b];
    if (x[0] != y[0]) return Distance::machine;
    if (x[1] != y[1]) return Distance::package;
    return x[2] != y[2] ? Distance::numa : Distance::cache;
  }
};

}  // namespace baton::collectives::arena
