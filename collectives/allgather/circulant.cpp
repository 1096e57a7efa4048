// SPDX-License-Identifier: BSD-3-Clause
// Allgather of equal blocks by halved skips, straight between the receive buffers for any P: halving_skips.hpp.
// Cost: ceil(log2 P) a + (P - 1) n b, and a message more a round where a run of blocks wraps around.
#include "collectives/algorithms.hpp"
#include "collectives/halving_skips.hpp"

namespace baton::collectives {

Schedule allgather_circulant(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.recv.count;
  if (!shape.in_place) builder.copy({0, shape.send.count, slot::send, Buffer::send}, builder.recv_block(shape.rank));
  const HalvingSkips skips{shape.size, shape.rank, [&](std::uint32_t i) { return count * i; }};
  skips.allgather(builder, builder.recv_blocks(0, shape.size));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
