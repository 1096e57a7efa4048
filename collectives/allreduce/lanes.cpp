// SPDX-License-Identifier: BSD-3-Clause
// Allreduce in lanes: each node reduces and scatters, each part is reduced among those who hold it on their nodes, and
// each node gathers the parts. So the network carries a part of the vector from each rank of a node at the same time,
// and none twice. J. L. Traeff, S. Hunold, 2020 (stage.hpp). Nodes of equally many ranks, k each; where the operation
// does not commute, consecutive ones. Cost: reduce-scatter of n on a node, allreduce of n / k among the nodes,
// allgather of n on a node.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule allreduce_lanes(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const std::int64_t count = shape.send.count;
  const Partition cut{count, stages.nodes().each};
  const Lengths parts = lengths_of(cut);
  const Block whole = builder.result(0, count);
  const Block mine = part(whole, cut.offset(stages.local()), cut.count(stages.local()));
  // In place, sums must not grow in what is still to be read.
  const Block sum = shape.in_place ? builder.scratch(mine.count) : mine;

  Shape scatter = vector_stage(shape, count);
  parts.onto(scatter.recv);
  stages.run(Collective::reduce_scatter, stages.mates(), scatter, builder.input(0, count), sum);
  stages.run(Collective::allreduce, stages.lane(), vector_stage(shape, mine.count), sum, mine);
  Shape gather = vector_stage(shape, mine.count);
  parts.onto(gather.recv);
  stages.run(Collective::allgatherv, stages.mates(), gather, whole, whole);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
