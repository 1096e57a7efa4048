// SPDX-License-Identifier: BSD-3-Clause
// Simulation of the programs that ranks of one node run in the memory they share: who has which cache line when, on a
// described node. Not here: messages (engine.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "collectives/arena/cost.hpp"
#include "collectives/arena/levels.hpp"
#include "sim/calls.hpp"

namespace baton::sim {

/// Packages of NUMA nodes of L3 caches of cores, and what a line costs that another core has written.
struct Node {
  std::uint32_t packages = 2;
  std::uint32_t numas = 4;   // of a package
  std::uint32_t caches = 2;  // of a NUMA node
  std::uint32_t cores = 8;   // of a cache
  collectives::arena::Lines lines;

  [[nodiscard]] std::uint32_t size() const noexcept { return packages * numas * caches * cores; }
  /// Ranks are spread evenly over the cores, in order.
  [[nodiscard]] std::vector<collectives::arena::Domains> domains(std::uint32_t ranks) const;
};

/// "2x4x2x8": packages, NUMA nodes of each, caches of each, cores of each. Error: a sentence; empty when all is well.
std::string read_node(const std::string& text, Node& node);

struct ArenaPrediction {
  double time = 0;  // ns, until the last rank is done
  /// Lines that were read, by how far they came.
  std::array<std::uint64_t, collectives::arena::distances> lines{};
  std::string problem;  // not empty: ranks wait for each other
};

/// One call, all ranks beginning at once. The algorithm's fit is not asked for: more ranks than share an arena are
/// simulated, too.
[[nodiscard]] ArenaPrediction simulate(const Node& node, const Call& call, const collectives::Algorithm& algorithm);

/// What the library would take for its costs, of the programs that go through slices. nullptr: none.
[[nodiscard]] const collectives::Algorithm* choice(const Node& node, const Call& call);

/// The programs that can be simulated: those that know how long their messages are, and fit but for the ranks.
/// `direct`: also those that copy straight between the ranks' buffers, or past the caches. Of these is not known how
/// much ranks hinder each other that read or write one process at the same time, so they are not held against the
/// others.
[[nodiscard]] std::vector<const collectives::Algorithm*> arena_algorithms(const Node& node, const Call& call,
                                                                          bool direct = false);

}  // namespace baton::sim
