// SPDX-License-Identifier: BSD-3-Clause
// Allreduce in which one rank of each node speaks for the others: reduction on the node, allreduce among the nodes,
// broadcast on the node. Operations that do not commute: nodes of consecutive ranks. For short vectors.
// Cost: those of the three, in few messages on the network.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule allreduce_leaders(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const std::int64_t count = shape.send.count;
  const Block result = builder.result(0, count);
  const Shape stage = vector_stage(shape, count, stages.leader_place());
  stages.run(Collective::reduce, stages.mates(), stage, builder.input(0, count), stages.leads() ? result : Block{});
  if (stages.leads()) {
    stages.run(Collective::allreduce, stages.leaders(), vector_stage(shape, count), result, result);
  }
  stages.run(Collective::bcast, stages.mates(), stage, result, result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
