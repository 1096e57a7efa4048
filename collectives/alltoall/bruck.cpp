// SPDX-License-Identifier: BSD-3-Clause
// Alltoall of equal short blocks by J. Bruck et al., 1997: block i travels by the binary digits of its distance.
// Cost: ceil(log2 P) a + n P / 2 ceil(log2 P) b, and each block is copied a few times.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule alltoall_bruck(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const std::int64_t bytes = shape.recv.bytes_of(0);
  const Block all = builder.packed(bytes * size);  // block i: on its way to the rank i further up
  const auto run = [&](std::uint32_t first, std::uint32_t n) { return part(all, bytes * first, bytes * n); };
  const auto source = [&](std::uint32_t first, std::uint32_t n) {
    return shape.in_place ? builder.recv_blocks(first, n) : builder.send_blocks(first, n);
  };
  builder.copy(source(shape.rank, size - shape.rank), run(0, size - shape.rank));
  if (shape.rank > 0) builder.copy(source(0, shape.rank), run(size - shape.rank, shape.rank));

  // Blocks whose distance has the digit set move on together, through two staging places.
  const Block outgoing = builder.packed(bytes * ((size + 1) / 2));
  const Block incoming = builder.packed(bytes * ((size + 1) / 2));
  for (std::uint32_t digit = 1; digit < size; digit <<= 1) {
    const auto each_run = [&](auto&& act) {
      std::uint32_t moved = 0;
      for (std::uint32_t first = digit; first < size; first += 2 * digit) {
        const std::uint32_t n = std::min(digit, size - first);
        act(first, n, moved);
        moved += n;
      }
      return moved;
    };
    const std::uint32_t moved = each_run([&](std::uint32_t first, std::uint32_t n, std::uint32_t at) {
      builder.copy(run(first, n), part(outgoing, bytes * at, bytes * n));
    });
    builder.send((shape.rank + digit) % size, part(outgoing, 0, bytes * moved));
    builder.recv((shape.rank + size - digit) % size, part(incoming, 0, bytes * moved));
    each_run([&](std::uint32_t first, std::uint32_t n, std::uint32_t at) {
      builder.copy(part(incoming, bytes * at, bytes * n), run(first, n));
    });
  }
  // Block i has come from the rank i further down.
  for (std::uint32_t i = 0; i < size; ++i) builder.copy(run(i, 1), builder.recv_block((shape.rank + size - i) % size));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
