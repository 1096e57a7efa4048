// SPDX-License-Identifier: BSD-3-Clause
// Ranks on machines that hwloc describes: the domains in which they stand. A machine is a synthetic string, or the name
// of a saved one in the folder machines.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "collectives/arena/levels.hpp"
#include "tests/collectives/simulator.hpp"
#include "topology/discover.hpp"

namespace baton::collectives::test {

/// spread: evenly over the cores, in order. packed: the first cores. cyclic: to the two halves in turn. scattered: on
/// random cores.
enum class Placement : std::uint8_t { spread, packed, cyclic, scattered };

inline std::vector<arena::Domains> domains_of(const char* machine, std::uint32_t ranks, Placement placement,
                                              std::uint64_t seed = 1) {
  const bool saved = std::string_view(machine).ends_with(".xml");
  const std::string description = saved ? std::string(BATON_TEST_MACHINES "/") + machine : machine;
  const char* const variable = saved ? "HWLOC_XMLFILE" : "HWLOC_SYNTHETIC";
  ::setenv(variable, description.c_str(), 1);
  const auto loaded = topology::Machine::load();
  ::unsetenv(variable);
  std::vector<arena::Domains> domains;
  if (!loaded) {
    ADD_FAILURE() << loaded.error().what;
    return domains;
  }
  const std::vector<std::uint32_t> cpus = loaded->all_cpus().members();  // one a core
  const auto cores = static_cast<std::uint32_t>(cpus.size());
  Random random(seed);
  std::vector<bool> taken(cores, false);
  for (std::uint32_t rank = 0; rank < ranks; ++rank) {
    topology::CpuSet set;
    switch (placement) {
      case Placement::spread: set = loaded->share(rank, ranks); break;
      case Placement::packed: set.insert(cpus[rank % cores]); break;
      case Placement::cyclic: set = loaded->share(rank % 2 * ((ranks + 1) / 2) + rank / 2, ranks); break;
      case Placement::scattered: {
        std::uint32_t core = static_cast<std::uint32_t>(random.below(cores));
        while (ranks <= cores && taken[core]) core = (core + 1) % cores;
        taken[core] = true;
        set.insert(cpus[core]);
      }
    }
    const topology::Place place = loaded->locate(set);
    domains.push_back({place.package, place.numa, place.l3});
  }
  return domains;
}

inline arena::Levels levels_of(const char* machine, std::uint32_t ranks, Placement placement, std::uint64_t seed = 1) {
  return arena::Levels::of(domains_of(machine, ranks, placement, seed));
}

}  // namespace baton::collectives::test
