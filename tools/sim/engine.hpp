// SPDX-License-Identifier: BSD-3-Clause
// Discrete-event simulation of the schedules of all ranks on a cluster: cores, ports of ranks and ports of hosts are
// busy for as long as a step or a message takes them, in the order in which they are asked for. No data move.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/calls.hpp"

namespace baton::sim {

struct Prediction {
  double time = 0;              // ns, until the last rank is done
  std::int64_t memory = 0;      // scratch and packed bytes of the rank that needs most
  std::int64_t schedule = 0;    // bytes of the longest schedule
  std::uint64_t messages = 0;   // of all ranks
  std::uint64_t crossings = 0;  // of them, between hosts
  std::uint64_t steps = 0;      // of all ranks
  std::string problem;          // not empty: something never came to its end
};

/// Builds the program of each rank once and runs them all.
[[nodiscard]] Prediction simulate(const Cluster& cluster, std::uint32_t ranks,
                                  const std::function<Program(std::uint32_t)>& program_of);

/// The same for an algorithm.
[[nodiscard]] Prediction simulate(const Cluster& cluster, const Call& call, const collectives::Algorithm& algorithm);

}  // namespace baton::sim
