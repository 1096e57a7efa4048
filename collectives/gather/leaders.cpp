// SPDX-License-Identifier: BSD-3-Clause
// Gather of equal blocks on each node, then from one rank of each to the root, in one message a node. Any number of
// ranks a node, in any order. Cost: gather of n on a node, N - 1 messages of all that a node has, P n bytes copied.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule gather_leaders(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const Nodes& nodes = stages.nodes();
  const bool at_root = shape.rank == shape.root;
  const std::int64_t bytes = at_root ? shape.recv.bytes_of(0) : shape.send.count * shape.send.size;
  const Lengths by_node = lengths_by_node(nodes, bytes);
  const Block all = at_root ? builder.packed(by_node.total) : Block{};
  Block of_node;
  if (at_root) {
    of_node = part(all, by_node.offsets[stages.node()], by_node.counts[stages.node()]);
  } else if (stages.leads()) {
    of_node = builder.packed(by_node.counts[stages.node()]);
  }
  const bool in_place = at_root && shape.in_place;
  const Block own = in_place ? builder.recv_block(shape.rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  const Block packed = stages.leads() ? part(of_node, bytes * stages.local(), bytes) : builder.packed(bytes);
  builder.copy(own, packed);
  stages.run(Collective::gather, stages.mates(), bytes_stage(bytes, stages.leader_place()),
             stages.leads() ? of_node : packed, of_node);
  if (stages.leads()) {
    Shape stage = bytes_stage(of_node.count, nodes.node_of[shape.root]);
    const bool equal = nodes.each > 0;
    if (at_root && !equal) stage.recv = blocks_side(by_node, 1);
    stages.run(equal ? Collective::gather : Collective::gatherv, stages.leaders(), stage, at_root ? all : of_node, all);
  }
  if (!at_root) return std::move(builder).finish();
  if (nodes.runs && !in_place) {
    builder.copy(all, builder.recv_blocks(0, shape.size));
    return std::move(builder).finish();
  }
  for (std::uint32_t rank = 0; rank < shape.size; ++rank) {
    if (rank == shape.rank && in_place) continue;
    builder.copy(part(all, by_node.offsets[nodes.node_of[rank]] + bytes * nodes.local_of[rank], bytes),
                 builder.recv_block(rank));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
