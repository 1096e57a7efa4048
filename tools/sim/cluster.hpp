// SPDX-License-Identifier: BSD-3-Clause
// The cluster that a simulation speaks of: hosts of NUMA nodes of cores, and what a message costs on each level, in the
// terms of LogGP: A. Alexandrov, M. Ionescu, K. Schauser, C. Scheiman, "LogGP: Incorporating Long Messages into the
// LogP Model", 1995. Times in nanoseconds.
#pragma once

#include <cstdint>
#include <string>

#include "topology/hierarchy.hpp"

namespace baton::sim {

/// What a message costs between two ranks of a level. `by_cores`: the bytes are copied by the two cores, half of the
/// time each (shared memory); else ports move them while the cores go on.
struct Level {
  double latency = 0;   // L: from the last instruction of the sender until the receiver can see the first byte
  double overhead = 0;  // o: of the core, at either end
  double gap = 0;       // g: least time between two messages of a port
  double per_byte = 0;  // G
  bool by_cores = false;
  double per_byte_eager = 0;  // G of messages that do not wait for their receive; 0: the same

  [[nodiscard]] double rate(bool eager) const noexcept {
    return eager && per_byte_eager > 0 ? per_byte_eager : per_byte;
  }
};

struct Cluster {
  std::uint32_t hosts = 0;   // 0: as many as the ranks need
  std::uint32_t numas = 2;   // of a host
  std::uint32_t cores = 32;  // of a NUMA node
  Level numa{100, 60, 0, 0.06, true};
  Level host{180, 70, 0, 0.09, true};
  Level network{1200, 250, 100, 0.08, false};
  double host_per_byte = 0.04;  // G of the port that the ranks of a host share towards the network
  double copied = 0.05;         // per byte, within a rank
  double reduced = 0.08;        // per byte
  double step = 30;             // of each step that is no message
  double call = 100;            // of a call, before and after its steps
  double turn = 1500;           // from one rank to the next on a core that several ranks share
  double announce = 0;          // of a longer message, beside two latencies
  std::int64_t eager = 16384;   // longer messages wait for their receive

  [[nodiscard]] std::uint32_t cores_of_host() const noexcept { return numas * cores; }
  [[nodiscard]] std::uint32_t hosts_of(std::uint32_t ranks) const noexcept;
  /// Where a rank stands: hosts are filled one after another, evenly where there are more ranks than cores.
  [[nodiscard]] topology::Place place(std::uint32_t rank, std::uint32_t ranks) const noexcept;
  [[nodiscard]] topology::Hierarchy hierarchy(std::uint32_t ranks) const;
  [[nodiscard]] const Level& between(const topology::Place& a, const topology::Place& b) const noexcept;
};

/// Reads a description; what is not in it keeps its value. Error: a sentence; empty when all is well.
std::string read_cluster(const std::string& path, Cluster& cluster);

}  // namespace baton::sim
