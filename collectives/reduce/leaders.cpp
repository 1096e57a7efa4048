// SPDX-License-Identifier: BSD-3-Clause
// Reduction on each node, then among one rank of each. Operations that do not commute: nodes of consecutive ranks.
// Cost: that of a reduction on a node and of one among the nodes.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule reduce_leaders(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const std::int64_t count = shape.send.count;
  const auto stage = [&](std::uint32_t root) { return vector_stage(shape, count, root); };
  Block sum;
  if (shape.rank == shape.root) {
    sum = builder.result(0, count);
  } else if (stages.leads()) {
    sum = builder.scratch(count);
  }
  stages.run(Collective::reduce, stages.mates(), stage(stages.leader_place()), builder.input(0, count), sum);
  if (stages.leads()) {
    const bool at_root = shape.rank == shape.root;
    stages.run(Collective::reduce, stages.leaders(), stage(stages.nodes().node_of[shape.root]), sum,
               at_root ? sum : Block{});
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
