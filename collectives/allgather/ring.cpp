// SPDX-License-Identifier: BSD-3-Clause
// Allgather(v) around a ring, straight between the receive buffers. Cost: (P - 1) (a + n b). For long blocks.
#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

Schedule allgather_ring(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const std::uint32_t up = (shape.rank + 1) % size;
  const std::uint32_t down = (shape.rank + size - 1) % size;
  if (!shape.in_place) builder.copy({0, shape.send.count, slot::send, Buffer::send}, builder.recv_block(shape.rank));
  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    builder.send(up, builder.recv_block((shape.rank + size - i) % size));
    builder.recv(down, builder.recv_block((down + size - i) % size));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
