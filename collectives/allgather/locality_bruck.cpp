// SPDX-License-Identifier: BSD-3-Clause
// Allgather of equal blocks that crosses the network in few messages: A. Bienz, S. Gautam, A. Kharel, "A Locality-Aware
// Bruck Allgather", 2022. The k ranks of a node first gather among themselves; then in each round rank l of a node
// fetches what the node l times as far away as what is held reaches, holds, and passes it to the others of its node; so
// what a node holds grows k times a round. Needs nodes of k consecutive ranks each. Cost for N nodes, in network
// messages of a rank: ceil(log_k N) a + (P - 1) n / k b; on the node (k - 1) messages a round and (P - 1) n b.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"
#include "collectives/nodes.hpp"

namespace baton::collectives {

Schedule allgather_locality_bruck(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t local_size = ranks_per_node(shape);
  const std::uint32_t nodes = shape.size / local_size;
  const std::uint32_t node = shape.rank / local_size;
  const std::uint32_t local = shape.rank % local_size;
  const std::uint32_t first_rank = node * local_size;
  const std::int64_t bytes = shape.recv.bytes_of(0);
  const std::int64_t node_bytes = bytes * local_size;
  // The blocks of the nodes from this one on and around.
  const Block all = builder.packed(node_bytes * nodes);
  const auto run = [&](std::uint32_t first, std::uint32_t n) { return part(all, node_bytes * first, node_bytes * n); };
  const auto each_neighbour = [&](auto&& act) {
    for (std::uint32_t i = 1; i < local_size; ++i) act((local + i) % local_size, (local + local_size - i) % local_size);
  };

  const Block own =
      shape.in_place ? builder.recv_block(shape.rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  const auto mine = [&](std::uint32_t of) { return part(all, bytes * of, bytes); };
  builder.copy(own, mine(local));
  each_neighbour([&](std::uint32_t to, std::uint32_t from) {
    builder.send(first_rank + to, mine(local));
    builder.recv(first_rank + from, mine(from));
  });

  for (std::uint64_t held = 1; held < nodes; held *= local_size) {
    // Local rank l > 0 fetches the nodes [l held, (l + 1) held); rank 0 has nothing to fetch.
    const auto fetched = [&](std::uint32_t of) {
      const std::uint64_t first = of * held;
      if (of == 0 || first >= nodes) return Block{};
      return run(static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(std::min(held, nodes - first)));
    };
    const Block part_of_mine = fetched(local);
    if (part_of_mine.count > 0) {
      const auto away = static_cast<std::uint32_t>(local * held);
      builder.send((node + nodes - away) % nodes * local_size + local, part(all, 0, part_of_mine.count));
      builder.recv((node + away) % nodes * local_size + local, part_of_mine);
    }
    each_neighbour([&](std::uint32_t to, std::uint32_t from) {
      builder.send(first_rank + to, part_of_mine);
      builder.recv(first_rank + from, fetched(from));
    });
  }

  const std::uint32_t straight = nodes - node;
  builder.copy(run(0, straight), builder.recv_blocks(first_rank, straight * local_size));
  if (node > 0) builder.copy(run(straight, node), builder.recv_blocks(0, first_rank));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
