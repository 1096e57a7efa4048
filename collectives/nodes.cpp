// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/nodes.hpp"

#include <algorithm>
#include <unordered_map>

namespace baton::collectives {

Nodes Nodes::of(std::span<const std::uint32_t> ids) {
  Nodes nodes;
  std::unordered_map<std::uint32_t, std::uint32_t> dense;
  for (std::uint32_t rank = 0; rank < ids.size(); ++rank) {
    const auto [place, fresh] = dense.try_emplace(ids[rank], nodes.count());
    const std::uint32_t node = place->second;
    if (fresh) {
      nodes.members.emplace_back();
    } else if (ids[rank - 1] != ids[rank]) {
      nodes.runs = false;
    }
    nodes.node_of.push_back(node);
    nodes.local_of.push_back(static_cast<std::uint32_t>(nodes.members[node].size()));
    nodes.members[node].push_back(rank);
  }
  bool equal = true;
  for (const auto& ranks : nodes.members) {
    nodes.most = std::max(nodes.most, static_cast<std::uint32_t>(ranks.size()));
    equal = equal && ranks.size() == nodes.members[0].size();
  }
  nodes.each = equal ? nodes.most : 0;
  return nodes;
}

std::vector<std::uint32_t> Nodes::lane(std::uint32_t local) const {
  std::vector<std::uint32_t> ranks;
  ranks.reserve(members.size());
  for (const auto& of_node : members) ranks.push_back(of_node[local]);
  return ranks;
}

std::vector<std::uint32_t> Nodes::leaders(std::uint32_t root) const {
  std::vector<std::uint32_t> ranks = lane(0);
  ranks[node_of[root]] = root;
  return ranks;
}

}  // namespace baton::collectives
