// SPDX-License-Identifier: BSD-3-Clause
// Allgather of equal blocks by recursive doubling, for P a power of two. Cost: log2 P a + (P - 1) n b.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule allgather_recursive_doubling(const Shape& shape) {
  Builder builder(shape);
  if (!shape.in_place) builder.copy({0, shape.send.count, slot::send, Buffer::send}, builder.recv_block(shape.rank));
  for (std::uint32_t distance = 1; distance < shape.size; distance <<= 1) {
    const std::uint32_t first = shape.rank & ~(distance - 1);
    const std::uint32_t peer = shape.rank ^ distance;
    builder.send(peer, builder.recv_blocks(first, distance));
    builder.recv(peer, builder.recv_blocks(first ^ distance, distance));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
