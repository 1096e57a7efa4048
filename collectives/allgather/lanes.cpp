// SPDX-License-Identifier: BSD-3-Clause
// Allgather of equal blocks in lanes: first among those with one place on their nodes, then on the nodes. So each block
// crosses the network once a node. J. L. Traeff, S. Hunold, 2020 (stage.hpp). N nodes of equally many ranks.
// Cost: allgather of n among the nodes and of N n on a node, and P n bytes copied.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule allgather_lanes(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const Nodes& nodes = stages.nodes();
  const std::int64_t bytes = shape.recv.bytes_of(0);
  const std::int64_t lane_bytes = bytes * nodes.count();
  const Block all = builder.packed(bytes * shape.size);  // by place, then by node
  const auto place = [&](std::uint32_t rank) {
    return part(all, lane_bytes * nodes.local_of[rank] + bytes * nodes.node_of[rank], bytes);
  };
  const Block own =
      shape.in_place ? builder.recv_block(shape.rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  builder.copy(own, place(shape.rank));
  const Block lane = part(all, lane_bytes * stages.local(), lane_bytes);
  stages.run(Collective::allgather, stages.lane(), bytes_stage(bytes), lane, lane);
  stages.run(Collective::allgather, stages.mates(), bytes_stage(lane_bytes), all, all);
  for (std::uint32_t rank = 0; rank < shape.size; ++rank) builder.copy(place(rank), builder.recv_block(rank));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
