// SPDX-License-Identifier: BSD-3-Clause
// Alltoall of equal short blocks by J. Bruck et al., 1997: block i travels by the digits of its distance to base k, the
// k - 1 messages of a digit at once. Cost: ceil(log_k P) (a + (k - 2) o + n P (k - 1) / k b), o the time between the
// starts of two messages, and each block is copied a few times.
#include <algorithm>
#include <utility>
#include <vector>

#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {
namespace {

Schedule by_digits(const Shape& shape, std::uint64_t radix) {
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

  // Calls act(first, n, moved before) for the runs of blocks that move by `digit` times `weight`; all of them in the
  // end.
  const auto each_run = [&](std::uint64_t weight, std::uint64_t digit, auto&& act) {
    std::uint32_t moved = 0;
    for (std::uint64_t first = digit * weight; first < size; first += radix * weight) {
      const auto n = static_cast<std::uint32_t>(std::min(weight, size - first));
      act(static_cast<std::uint32_t>(first), n, moved);
      moved += n;
    }
    return moved;
  };
  std::uint32_t most = 0;
  for (std::uint64_t weight = 1; weight < size; weight *= radix) {
    most = std::max(most, each_run(weight, 1, [](std::uint32_t, std::uint32_t, std::uint32_t) {}));
  }
  // The blocks of a digit move on together, through two staging places.
  std::vector<std::pair<Block, Block>> stages;
  for (std::uint64_t digit = 1; digit < radix && digit < size; ++digit) {
    const Block outgoing = builder.packed(bytes * most);
    stages.emplace_back(outgoing, builder.packed(bytes * most));
  }
  for (std::uint64_t weight = 1; weight < size; weight *= radix) {
    for (std::uint64_t digit = 1; digit < radix && digit * weight < size; ++digit) {
      const Block& outgoing = stages[digit - 1].first;
      const Block& incoming = stages[digit - 1].second;
      const auto away = static_cast<std::uint32_t>(digit * weight);
      const std::uint32_t moved = each_run(weight, digit, [&](std::uint32_t first, std::uint32_t n, std::uint32_t at) {
        builder.copy(run(first, n), part(outgoing, bytes * at, bytes * n));
      });
      builder.send((shape.rank + away) % size, part(outgoing, 0, bytes * moved));
      builder.recv((shape.rank + size - away) % size, part(incoming, 0, bytes * moved));
      each_run(weight, digit, [&](std::uint32_t first, std::uint32_t n, std::uint32_t at) {
        builder.copy(part(incoming, bytes * at, bytes * n), run(first, n));
      });
    }
  }
  // Block i has come from the rank i further down.
  for (std::uint32_t i = 0; i < size; ++i) builder.copy(run(i, 1), builder.recv_block((shape.rank + size - i) % size));
  return std::move(builder).finish();
}

}  // namespace

Schedule alltoall_bruck(const Shape& shape) { return by_digits(shape, 2); }
Schedule alltoall_bruck4(const Shape& shape) { return by_digits(shape, 4); }

}  // namespace baton::collectives
