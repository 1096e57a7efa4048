// SPDX-License-Identifier: BSD-3-Clause
// Allgather(v): each rank sends its block straight to each other one, a bounded number at a time. Cost:
// (P - 1) (a / 2 + n b). For long blocks on one node, where all read the same memory and nobody waits for a neighbour.
#include "collectives/algorithms.hpp"
#include "collectives/allgather/overlap.hpp"

namespace baton::collectives {

namespace {
constexpr std::uint32_t outstanding = 32;  // messages under way, in each direction
}

Schedule allgather_linear(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const Block own =
      shape.in_place ? builder.recv_block(shape.rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  const bool overlap = blocks_overlap(shape.recv, size);
  const std::vector<Block> aside = overlap ? packed_blocks(builder) : std::vector<Block>();
  std::vector<StepId> sends(outstanding, no_step);
  std::vector<StepId> recvs(outstanding, no_step);
  for (std::uint32_t i = 1; i < size; ++i) {
    const std::uint32_t to = (shape.rank + i) % size;
    const std::uint32_t from = (shape.rank + size - i) % size;
    StepId& sent = sends[i % outstanding];
    StepId& received = recvs[i % outstanding];
    received = builder.recv(from, overlap ? aside[from] : builder.recv_block(from), {received});
    sent = builder.send(to, own, {sent});
  }
  if (!shape.in_place) builder.copy(own, builder.recv_block(shape.rank));
  for (std::uint32_t i = 0; overlap && i < size; ++i) {
    if (i != shape.rank) builder.copy(aside[i], builder.recv_block(i));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
