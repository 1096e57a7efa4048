// SPDX-License-Identifier: BSD-3-Clause
// Alltoall(v, w): straight to each rank, starting with the next one, a bounded number at a time, or (`linear`) all at
// once. Cost: (P - 1) (a + n b). In place, the blocks to send are first set aside in packed memory.
#include <vector>

#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

namespace {

/// `outstanding`: messages under way, in each direction.
Schedule straight(const Shape& shape, std::uint32_t outstanding) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  std::vector<Block> aside;
  if (shape.in_place) {
    for (std::uint32_t i = 0; i < size; ++i) {
      const Block block = builder.recv_block(i);
      aside.push_back(builder.packed(i == shape.rank ? 0 : builder.bytes(block)));
      if (i != shape.rank) builder.copy(block, aside.back());
    }
  }
  std::vector<StepId> sends(outstanding, no_step);
  std::vector<StepId> recvs(outstanding, no_step);
  for (std::uint32_t i = 1; i < size; ++i) {
    const std::uint32_t to = (shape.rank + i) % size;
    const std::uint32_t from = (shape.rank + size - i) % size;
    StepId& sent = sends[i % outstanding];
    StepId& received = recvs[i % outstanding];
    received = builder.recv(from, builder.recv_block(from), {received});
    sent = builder.send(to, shape.in_place ? aside[to] : builder.send_block(to), {sent});
  }
  if (!shape.in_place) builder.copy(builder.send_block(shape.rank), builder.recv_block(shape.rank));
  return std::move(builder).finish();
}

}  // namespace

Schedule alltoall_pairwise(const Shape& shape) { return straight(shape, 32); }
Schedule alltoall_linear(const Shape& shape) { return straight(shape, shape.size); }

}  // namespace baton::collectives
