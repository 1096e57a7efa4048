// SPDX-License-Identifier: BSD-3-Clause
// Alltoall of equal blocks in lanes: on each node every rank first gets what goes to its place on any node; then those
// with one place exchange what has been collected, in one message a node. J. L. Traeff, S. Hunold, 2020 (stage.hpp). N
// nodes of k ranks each. Cost: alltoall of N n on a node and of k n among the nodes, and 3 P n bytes copied.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule alltoall_lanes(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const Nodes& nodes = stages.nodes();
  const std::int64_t bytes = shape.recv.bytes_of(0);
  const Block out = builder.packed(bytes * shape.size);
  const Block in = builder.packed(bytes * shape.size);
  const auto by_place = [&](const Block& block, std::uint32_t local, std::uint32_t node) {
    return part(block, bytes * (std::int64_t{local} * nodes.count() + node), bytes);
  };
  const auto by_node = [&](const Block& block, std::uint32_t local, std::uint32_t node) {
    return part(block, bytes * (std::int64_t{node} * nodes.each + local), bytes);
  };
  const auto each_rank = [&](auto&& act) {
    for (std::uint32_t rank = 0; rank < shape.size; ++rank) act(rank, nodes.local_of[rank], nodes.node_of[rank]);
  };
  each_rank([&](std::uint32_t rank, std::uint32_t local, std::uint32_t node) {
    builder.copy(shape.in_place ? builder.recv_block(rank) : builder.send_block(rank), by_place(out, local, node));
  });
  stages.run(Collective::alltoall, stages.mates(), bytes_stage(bytes * nodes.count()), out, in);
  each_rank([&](std::uint32_t, std::uint32_t local, std::uint32_t node) {
    builder.copy(by_place(in, local, node), by_node(out, local, node));
  });
  stages.run(Collective::alltoall, stages.lane(), bytes_stage(bytes * nodes.each), out, in);
  each_rank([&](std::uint32_t rank, std::uint32_t local, std::uint32_t node) {
    builder.copy(by_node(in, local, node), builder.recv_block(rank));
  });
  return std::move(builder).finish();
}

}  // namespace baton::collectives
