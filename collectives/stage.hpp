// SPDX-License-Identifier: BSD-3-Clause
// Algorithms made of others: a collective among some of the ranks as one stage of a larger one, in the way of J. L.
// Traeff, S. Hunold, "Decomposing MPI collectives for exploiting multi-lane communication", 2020. Not here: which
// stages make up what (the files named leaders.cpp and lanes.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collectives/builder.hpp"
#include "collectives/cost_model.hpp"
#include "collectives/nodes.hpp"
#include "collectives/pieces.hpp"
#include "collectives/select.hpp"

namespace baton::collectives {

/// Where this rank stands, and its stages. Each stage waits for the one before it, so a stage may see a buffer in
/// another way than the last one did.
class Stages {
 public:
  Stages(Builder& builder, const Shape& shape);

  [[nodiscard]] const Nodes& nodes() const noexcept { return nodes_; }
  [[nodiscard]] std::uint32_t node() const noexcept { return nodes_.node_of[shape_.rank]; }
  [[nodiscard]] std::uint32_t local() const noexcept { return nodes_.local_of[shape_.rank]; }
  /// The ranks of this node; those with this rank's place on their nodes; those who speak for their nodes.
  [[nodiscard]] const std::vector<std::uint32_t>& mates() const noexcept { return nodes_.members[node()]; }
  [[nodiscard]] std::vector<std::uint32_t> lane() const { return nodes_.lane(local()); }
  [[nodiscard]] const std::vector<std::uint32_t>& leaders() const noexcept { return leaders_; }
  [[nodiscard]] std::uint32_t leader() const noexcept { return leaders_[node()]; }
  [[nodiscard]] bool leads() const noexcept { return leader() == shape_.rank; }
  /// The place of a node's leader among its ranks.
  [[nodiscard]] std::uint32_t leader_place() const noexcept { return nodes_.local_of[leader()]; }

  /// One stage on this rank, by the cheapest algorithm. `call`: counts, sizes and `root` as among `ranks`; where both
  /// blocks are the same it is in place. What the algorithm takes for the start of the send (receive) buffer is the
  /// start of `send` (`recv`).
  void run(Collective collective, std::span<const std::uint32_t> ranks, Shape call, const Block& send,
           const Block& recv);
  /// A stage in which each rank of its own account does something.
  void next() { builder_.fence(); }

 private:
  Builder& builder_;
  const Shape& shape_;
  const Nodes& nodes_;
  std::vector<std::uint32_t> leaders_;
};

/// Lengths of blocks and the sums of those before each.
struct Lengths {
  std::vector<std::int64_t> counts;
  std::vector<std::int64_t> offsets;
  std::int64_t total = 0;
  void add(std::int64_t count) {
    counts.push_back(count);
    offsets.push_back(total);
    total += count;
  }
  /// As the blocks of a side, which must not live longer.
  void onto(Side& side) const noexcept {
    side.counts = counts;
    side.displacements = offsets;
  }
};
/// Of the parts of a vector; of blocks of `bytes` bytes for each rank, by node.
[[nodiscard]] Lengths lengths_of(const Partition& partition);
[[nodiscard]] Lengths lengths_by_node(const Nodes& nodes, std::int64_t bytes);

/// Shapes of stages: one vector of so many elements of `size` bytes; equal blocks of bytes; blocks of bytes or elements
/// on one side. They keep no memory: lengths must live as long as the shape.
[[nodiscard]] Shape vector_stage(const Shape& whole, std::int64_t count, std::uint32_t root = 0);
[[nodiscard]] Shape bytes_stage(std::int64_t bytes, std::uint32_t root = 0);
[[nodiscard]] Side blocks_side(const Lengths& lengths, std::int64_t size);

/// What the cheapest algorithm of a stage costs.
[[nodiscard]] double stage_cost(Collective collective, const CostModel& model, double ranks, double bytes);

}  // namespace baton::collectives
