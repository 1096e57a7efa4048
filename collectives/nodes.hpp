// SPDX-License-Identifier: BSD-3-Clause
// Which ranks of a communicator stand on which node: plain data, the same on all ranks, made once a communicator. Not
// here: how it is found out (runtime), what algorithms make of it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collectives/shape.hpp"

namespace baton::collectives {

namespace arena {
struct Levels;
}

/// Nodes are numbered from 0 in the order of their first ranks, the ranks of a node from 0 in rank order.
struct Nodes {
  std::vector<std::uint32_t> node_of;   // by rank
  std::vector<std::uint32_t> local_of;  // by rank
  std::vector<std::vector<std::uint32_t>> members;
  std::uint32_t each = 0;                 // ranks of every node where they are equally many, else 0
  std::uint32_t most = 0;                 // of the fullest node
  bool runs = true;                       // the ranks of each node follow each other
  const arena::Levels* levels = nullptr;  // of ranks of one node that share an arena: where on the node they stand

  /// `ids`: which node each rank stands on, by any numbers.
  [[nodiscard]] static Nodes of(std::span<const std::uint32_t> ids);

  [[nodiscard]] std::uint32_t count() const noexcept { return static_cast<std::uint32_t>(members.size()); }
  /// The ranks with the same place on their nodes. Contract: each > 0.
  [[nodiscard]] std::vector<std::uint32_t> lane(std::uint32_t local) const;
  /// The first rank of each node; of the root's node the root.
  [[nodiscard]] std::vector<std::uint32_t> leaders(std::uint32_t root) const;
};

/// The number of ranks of each node, where all nodes hold equally many consecutive ranks; else, or where that is not
/// known, 0.
[[nodiscard]] inline std::uint32_t ranks_per_node(const Shape& shape) noexcept {
  return shape.nodes != nullptr && shape.nodes->runs ? shape.nodes->each : 0;
}

}  // namespace baton::collectives
