// SPDX-License-Identifier: BSD-3-Clause
// Allgather of equal blocks in which one rank of each node speaks for the others: gather on the node, allgather among
// the nodes, broadcast on the node. Any number of ranks a node, in any order. For short blocks.
// Cost: those of the three, in few messages on the network.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule allgather_leaders(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const Nodes& nodes = stages.nodes();
  const std::int64_t bytes = shape.recv.bytes_of(0);
  const Lengths by_node = lengths_by_node(nodes, bytes);
  const Block all = builder.packed(by_node.total);
  const auto place = [&](std::uint32_t rank) {
    return part(all, by_node.offsets[nodes.node_of[rank]] + bytes * nodes.local_of[rank], bytes);
  };
  const Block own =
      shape.in_place ? builder.recv_block(shape.rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  builder.copy(own, place(shape.rank));
  const Block of_node = part(all, by_node.offsets[stages.node()], by_node.counts[stages.node()]);
  // The leader's block is the first one of its node.
  stages.run(Collective::gather, stages.mates(), bytes_stage(bytes, stages.leader_place()),
             stages.leads() ? of_node : place(shape.rank), of_node);
  if (stages.leads()) {
    Shape stage = bytes_stage(of_node.count);
    stage.recv = blocks_side(by_node, 1);
    stages.run(Collective::allgatherv, stages.leaders(), stage, all, all);
  }
  stages.run(Collective::bcast, stages.mates(), bytes_stage(all.count, stages.leader_place()), all, all);
  if (nodes.runs) {
    builder.copy(all, builder.recv_blocks(0, shape.size));
  } else {
    for (std::uint32_t rank = 0; rank < shape.size; ++rank) builder.copy(place(rank), builder.recv_block(rank));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
