// SPDX-License-Identifier: BSD-3-Clause
// Reduction in lanes: each node reduces and scatters, each part is reduced among those who hold it on their nodes to
// the root's node, and the root gathers the parts. J. L. Traeff, S. Hunold, 2020 (stage.hpp). Nodes of equally many
// ranks, k each; where the operation does not commute, consecutive ones. Cost: reduce-scatter of n on a node, reduction
// of n / k among the nodes, gather of n on a node.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule reduce_lanes(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const std::int64_t count = shape.send.count;
  const Partition cut{count, stages.nodes().each};
  const Lengths parts = lengths_of(cut);
  const Block mine = builder.scratch(cut.count(stages.local()));
  const std::uint32_t root_node = stages.nodes().node_of[shape.root];

  Shape scatter = vector_stage(shape, count);
  parts.onto(scatter.recv);
  stages.run(Collective::reduce_scatter, stages.mates(), scatter, builder.input(0, count), mine);
  const bool on_root_node = stages.node() == root_node;
  stages.run(Collective::reduce, stages.lane(), vector_stage(shape, mine.count, root_node), mine,
             on_root_node ? mine : Block{});
  if (on_root_node) {
    const bool at_root = shape.rank == shape.root;
    Shape gather = vector_stage(shape, mine.count, stages.nodes().local_of[shape.root]);
    if (at_root) parts.onto(gather.recv);
    stages.run(Collective::gatherv, stages.mates(), gather, mine, at_root ? builder.result(0, count) : Block{});
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
