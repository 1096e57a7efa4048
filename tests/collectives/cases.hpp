// SPDX-License-Identifier: BSD-3-Clause
// Calls of collectives to be simulated: fills the memory of all ranks and works out, naively, what each must end with.
#pragma once

#include <vector>

#include "collectives/nodes.hpp"
#include "collectives/select.hpp"
#include "tests/collectives/simulator.hpp"

namespace baton::collectives::test {

/// One call. `varied`: blocks of different lengths at odd places (the v-variants), `per_peer_types`: alltoallw.
/// `mixed_types`: ranks use datatypes of different sizes with gaps for the same data; in reductions all use one type,
/// with gaps.
struct Case {
  Collective collective = Collective::barrier;
  const Algorithm* algorithm = nullptr;
  std::uint32_t size = 1;
  std::uint32_t root = 0;
  std::int64_t count = 1;
  bool in_place = false;
  bool commutative = true;
  bool varied = false;
  bool per_peer_types = false;
  bool mixed_types = false;
  std::uint32_t ranks_per_node = 0;       // 0: one node, or:
  std::vector<std::uint32_t> node_of;     // by rank
  const arena::Levels* levels = nullptr;  // of ranks of one node that share an arena
  std::uint64_t seed = 1;
};

/// Whether long sweeps are wanted: SIMULATE=all in the environment.
bool wants_all();

/// Where its ranks stand.
Nodes nodes_of(const Case& call);

/// All ranks of the call, ready to run.
std::vector<Rank> make_ranks(const Case& call);

/// Runs the call and compares all memory. Empty when all is well.
std::string problem_of(const Case& call, Sending sending, Report* report = nullptr);

/// The call in words, for messages.
std::string describe(const Case& call, Sending sending);

}  // namespace baton::collectives::test
