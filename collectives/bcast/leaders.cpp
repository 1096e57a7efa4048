// SPDX-License-Identifier: BSD-3-Clause
// Broadcast to one rank of each node, then on the nodes. Any number of ranks a node, in any order.
// Cost: that of a broadcast among the nodes and of one on a node.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule bcast_leaders(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const Block whole = builder.result(0, shape.recv.count);
  const auto stage = [&](std::uint32_t root) { return vector_stage(shape, shape.recv.count, root); };
  if (stages.leads()) {
    stages.run(Collective::bcast, stages.leaders(), stage(stages.nodes().node_of[shape.root]), whole, whole);
  }
  stages.run(Collective::bcast, stages.mates(), stage(stages.leader_place()), whole, whole);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
