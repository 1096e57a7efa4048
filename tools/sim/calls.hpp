// SPDX-License-Identifier: BSD-3-Clause
// Calls of collectives as the simulation sees them: the shape that a rank would have, and its schedule in few bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "collectives/nodes.hpp"
#include "collectives/select.hpp"
#include "sim/cluster.hpp"

namespace baton::sim {

/// Elements of 8 bytes; `bytes` of a vector, or of one block where ranks have blocks for each other.
struct Call {
  collectives::Collective collective = collectives::Collective::allreduce;
  std::int64_t bytes = 8;
  std::uint32_t ranks = 2;
  std::uint32_t root = 0;
};

/// One step of a rank.
struct Operation {
  std::int64_t bytes = 0;
  std::uint32_t peer = 0;
  std::uint32_t waits = 0;
  std::uint32_t first_edge = 0;
  std::uint32_t last_edge = 0;
  collectives::StepKind kind = collectives::StepKind::join;
};

struct Program {
  std::vector<Operation> operations;
  std::vector<std::uint32_t> edges;  // twice the step, plus 1 where it waits for the start only
  std::int64_t memory = 0;           // scratch and packed bytes
  std::int64_t schedule = 0;         // bytes that the library's schedule takes
};

/// Makes the shapes of one call, rank by rank.
class Shapes {
 public:
  Shapes(const Cluster& cluster, const Call& call);
  [[nodiscard]] collectives::Shape of(std::uint32_t rank);

 private:
  Call call_;
  bool one_node_;
  bool crowded_;
  collectives::Nodes nodes_;
  std::vector<std::uint32_t> neighbours_;
};

/// What the cost that an algorithm states for the choice comes to with the cluster's constants, in ns.
[[nodiscard]] double closed_form(const Cluster& cluster, const Call& call, const collectives::Algorithm& algorithm);

[[nodiscard]] Program compile(const collectives::Schedule& schedule);

}  // namespace baton::sim
