// SPDX-License-Identifier: BSD-3-Clause
// Allgather(v) by J. Bruck, C.-T. Ho, S. Kipnis, E. Upfal, D. Weathersby, "Efficient algorithms for all-to-all
// communications in multiport message-passing systems", 1997. Blocks pass packed, each rank starting with its own, and
// are laid out at the end. Cost: ceil(log2 P) a + (P - 1) n b. For short blocks and any P.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule allgather_bruck(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const bool equal = shape.recv.counts.empty();
  // Bytes of all blocks before the i-th, counted from this rank's own on and around.
  std::vector<std::int64_t> sums;
  if (!equal) {
    sums.reserve(size + 1);
    sums.push_back(0);
    for (std::uint32_t i = 0; i < size; ++i) sums.push_back(sums.back() + shape.recv.bytes_of((shape.rank + i) % size));
  }
  const auto before = [&](std::uint32_t i) { return equal ? shape.recv.bytes_of(0) * i : sums[i]; };
  const Block all = builder.packed(before(size));
  const auto run = [&](std::uint32_t first, std::uint32_t end) {
    return part(all, before(first), before(end) - before(first));
  };

  const Block own =
      shape.in_place ? builder.recv_block(shape.rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  builder.copy(own, run(0, 1));
  for (std::uint32_t held = 1; held < size;) {
    const std::uint32_t moved = std::min(held, size - held);
    builder.send((shape.rank + size - held) % size, run(0, moved));
    builder.recv((shape.rank + held) % size, run(held, held + moved));
    held += moved;
  }
  if (!shape.in_place) builder.copy(own, builder.recv_block(shape.rank));
  if (equal) {
    const std::uint32_t straight = size - shape.rank;
    if (straight > 1) builder.copy(run(1, straight), builder.recv_blocks(shape.rank + 1, straight - 1));
    if (straight < size) builder.copy(run(straight, size), builder.recv_blocks(0, size - straight));
  } else {
    for (std::uint32_t i = 1; i < size; ++i) builder.copy(run(i, i + 1), builder.recv_block((shape.rank + i) % size));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
