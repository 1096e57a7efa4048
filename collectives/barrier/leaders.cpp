// SPDX-License-Identifier: BSD-3-Clause
// Barrier in which one rank of each node speaks for the others, whom it hears and tells through a tree of radix 4, so
// that few messages cross the network. Cost for N nodes of k ranks: a barrier of N, and 2 ceil(log4 k) (a + 2 o) on the
// node, o the time between two messages at a rank.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"
#include "collectives/trees.hpp"

namespace baton::collectives {

Schedule barrier_leaders(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const std::vector<std::uint32_t>& mates = stages.mates();
  const Rotation rotation{stages.leader_place(), static_cast<std::uint32_t>(mates.size())};
  const Tree tree = knomial_tree(rotation.relative(stages.local()), rotation.size, 4);
  const auto mate = [&](std::uint32_t relative) { return mates[rotation.rank(relative)]; };
  for (const Child& child : tree.children) builder.await(mate(child.relative));
  builder.fence();
  if (stages.leads()) {
    stages.run(Collective::barrier, stages.leaders(), Shape{}, {}, {});
  } else {
    builder.signal(mate(tree.parent));
    builder.await(mate(tree.parent));
    builder.fence();
  }
  for (auto child = tree.children.rbegin(); child != tree.children.rend(); ++child) {
    builder.signal(mate(child->relative));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
