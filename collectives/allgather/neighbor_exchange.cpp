// SPDX-License-Identifier: BSD-3-Clause
// Allgather of equal blocks by exchanges with the two neighbours in turn, two blocks at a time: J. Chen, L. Zhang, Y.
// Zhang, W. Yuan, "Performance Evaluation of Allgather Algorithms on Terascale Linux Cluster with Fast Ethernet", 2005.
// Even P only. Cost: P / 2 a + (P - 1) n b. For long blocks.
#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

Schedule allgather_neighbor_exchange(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const std::uint32_t rank = shape.rank;
  if (!shape.in_place) builder.copy({0, shape.send.count, slot::send, Buffer::send}, builder.recv_block(rank));
  if (size == 1) return std::move(builder).finish();
  const bool even = rank % 2 == 0;
  const std::uint32_t up = (rank + 1) % size;
  const std::uint32_t down = (rank + size - 1) % size;
  builder.send(even ? up : down, builder.recv_block(rank));
  builder.recv(even ? up : down, builder.recv_block(even ? up : down));

  // Pairs of ranks (0, 1), (2, 3), ... Even ranks learn those below from below and those above from above in turn; odd
  // ranks the other way about. What came last is passed on.
  const std::uint32_t pairs = size / 2;
  const std::uint32_t own = rank / 2;
  std::uint32_t latest = own;
  for (std::uint32_t round = 1; round < pairs; ++round) {
    const bool outwards = round % 2 == 1;  // to the neighbour of another pair
    const std::uint32_t peer = even == outwards ? down : up;
    const std::uint32_t away = (round + 1) / 2;
    const std::uint32_t fresh = (peer == down ? own + pairs - away : own + away) % pairs;
    builder.send(peer, builder.recv_blocks(2 * latest, 2));
    builder.recv(peer, builder.recv_blocks(2 * fresh, 2));
    latest = fresh;
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
