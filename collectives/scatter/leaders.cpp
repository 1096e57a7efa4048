// SPDX-License-Identifier: BSD-3-Clause
// Scatter of equal blocks to one rank of each node, in one message a node, then on the nodes. Any number of ranks a
// node, in any order. Cost: P n bytes copied, N - 1 messages of all that a node gets, scatter of n on a node.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule scatter_leaders(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const Nodes& nodes = stages.nodes();
  const bool at_root = shape.rank == shape.root;
  const std::int64_t bytes = at_root ? shape.send.bytes_of(0) : shape.recv.count * shape.recv.size;
  const Lengths by_node = lengths_by_node(nodes, bytes);
  const Block all = at_root ? builder.packed(by_node.total) : Block{};
  Block of_node;
  if (at_root) {
    of_node = part(all, by_node.offsets[stages.node()], by_node.counts[stages.node()]);
    if (nodes.runs) builder.copy(builder.send_blocks(0, shape.size), all);
    for (std::uint32_t rank = 0; rank < shape.size && !nodes.runs; ++rank) {
      builder.copy(builder.send_block(rank),
                   part(all, by_node.offsets[nodes.node_of[rank]] + bytes * nodes.local_of[rank], bytes));
    }
  } else if (stages.leads()) {
    of_node = builder.packed(by_node.counts[stages.node()]);
  }
  if (stages.leads()) {
    Shape stage = bytes_stage(of_node.count, nodes.node_of[shape.root]);
    const bool equal = nodes.each > 0;
    if (at_root && !equal) stage.send = blocks_side(by_node, 1);
    stages.run(equal ? Collective::scatter : Collective::scatterv, stages.leaders(), stage, all,
               at_root ? all : of_node);
  }
  const Block packed = stages.leads() ? part(of_node, bytes * stages.local(), bytes) : builder.packed(bytes);
  stages.run(Collective::scatter, stages.mates(), bytes_stage(bytes, stages.leader_place()), of_node,
             stages.leads() ? of_node : packed);
  if (!at_root || !shape.in_place) builder.copy(packed, builder.result(0, shape.recv.count));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
