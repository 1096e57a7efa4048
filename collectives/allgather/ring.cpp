// SPDX-License-Identifier: BSD-3-Clause
// Allgather(v) around a ring, straight between the receive buffers. Cost: (P - 1) (a + n b). For long blocks.
#include "collectives/algorithms.hpp"
#include "collectives/allgather/overlap.hpp"

namespace baton::collectives {
namespace {

/// Runs the ring over `blocks`, whose own one is filled.
template <class Blocks>
void pass_around(Builder& builder, const Blocks& block) {
  const std::uint32_t size = builder.size();
  const std::uint32_t rank = builder.rank();
  const std::uint32_t up = (rank + 1) % size;
  const std::uint32_t down = (rank + size - 1) % size;
  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    builder.send(up, block((rank + size - i) % size));
    builder.recv(down, block((down + size - i) % size));
  }
}

/// The same messages, through packed blocks.
Schedule ring_through_packed_blocks(Builder&& builder, const Block& own) {
  const std::vector<Block> blocks = packed_blocks(builder);
  builder.copy(own, blocks[builder.rank()]);
  pass_around(builder, [&](std::uint32_t i) { return blocks[i]; });
  for (std::uint32_t i = 0; i < builder.size(); ++i) builder.copy(blocks[i], builder.recv_block(i));
  return std::move(builder).finish();
}

}  // namespace

Schedule allgather_ring(const Shape& shape) {
  Builder builder(shape);
  const Block own =
      shape.in_place ? builder.recv_block(shape.rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  if (blocks_overlap(shape.recv, shape.size)) return ring_through_packed_blocks(std::move(builder), own);
  if (!shape.in_place) builder.copy(own, builder.recv_block(shape.rank));
  pass_around(builder, [&](std::uint32_t i) { return builder.recv_block(i); });
  return std::move(builder).finish();
}

}  // namespace baton::collectives
