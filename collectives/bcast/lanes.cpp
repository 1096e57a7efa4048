// SPDX-License-Identifier: BSD-3-Clause
// Broadcast in lanes: the root scatters the vector over its node, each rank there broadcasts its part to those with its
// place on the other nodes, and each node gathers the parts. So each byte crosses the network once a node, and all
// ranks of a node send. J. L. Traeff, S. Hunold, 2020 (stage.hpp). Nodes of equally many ranks, k each; N nodes. Cost:
// scatter of n on a node, broadcast of n / k among N, allgather of n on a node.
#include "collectives/algorithms.hpp"
#include "collectives/bcast/bytes_view.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule bcast_lanes(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  BytesView view(builder);
  const Partition cut{view.size(), stages.nodes().each};
  const Lengths parts = lengths_of(cut);
  const Block whole = view.range(0, view.size());
  const Block mine = view.range(cut.offset(stages.local()), cut.count(stages.local()));

  const std::uint32_t root_node = stages.nodes().node_of[shape.root];
  if (stages.node() == root_node) {
    Shape stage = bytes_stage(mine.count, stages.nodes().local_of[shape.root]);
    const bool at_root = shape.rank == shape.root;
    if (at_root) stage.send = blocks_side(parts, 1);
    stages.run(Collective::scatterv, stages.mates(), stage, whole, at_root ? whole : mine);
  }
  stages.run(Collective::bcast, stages.lane(), bytes_stage(mine.count, root_node), mine, mine);
  Shape stage = bytes_stage(mine.count);
  stage.recv = blocks_side(parts, 1);
  stages.run(Collective::allgatherv, stages.mates(), stage, whole, whole);
  view.unpack();
  return std::move(builder).finish();
}

}  // namespace baton::collectives
