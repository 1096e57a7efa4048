// SPDX-License-Identifier: BSD-3-Clause
// Allreduce around a ring: P. Patarasuk, X. Yuan, "Bandwidth optimal all-reduce algorithms for clusters of
// workstations", 2009. Commutative operations only. Long parts travel in segments, so that reducing overlaps with
// receiving. Cost: 2 (P - 1) a + 2 n (P - 1) / P b + n (P - 1) / P g.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"
#include "collectives/segment.hpp"

namespace baton::collectives {

Schedule allreduce_ring(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const std::int64_t count = shape.send.count;
  if (size == 1) {
    builder.copy(builder.input(0, count), builder.result(0, count));
    return std::move(builder).finish();
  }
  const std::uint32_t up = (shape.rank + 1) % size;
  const std::uint32_t down = (shape.rank + size - 1) % size;
  const Partition parts{count, size};
  const std::int64_t segment = ring_segment(shape.recv.size);
  const auto each_segment = [&](std::uint32_t index, auto&& act) {
    const std::int64_t end = parts.offset(index + 1);
    for (std::int64_t at = parts.offset(index); at < end; at += segment) act(at, std::min(segment, end - at));
  };
  // Two places for operands, used in turn, where they cannot arrive in the place of the result.
  Block operands[2];
  if (shape.in_place) {
    for (Block& operand : operands) operand = builder.scratch(std::min(segment, parts.count(0)));
  }
  std::uint32_t turn = 0;

  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    const std::uint32_t outgoing = (shape.rank + size - i) % size;
    const std::uint32_t incoming = (down + size - i) % size;
    each_segment(outgoing, [&](std::int64_t at, std::int64_t n) {
      builder.send(up, i == 0 ? builder.input(at, n) : builder.result(at, n));
    });
    each_segment(incoming, [&](std::int64_t at, std::int64_t n) {
      const Block sum = builder.result(at, n);
      if (shape.in_place) {
        const Block operand = part(operands[turn++ % 2], 0, n);
        builder.recv(down, operand);
        builder.reduce(operand, sum);
      } else {
        builder.recv(down, sum);
        builder.reduce(builder.input(at, n), sum);
      }
    });
  }
  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    each_segment((up + size - i) % size,
                 [&](std::int64_t at, std::int64_t n) { builder.send(up, builder.result(at, n)); });
    each_segment((shape.rank + size - i) % size,
                 [&](std::int64_t at, std::int64_t n) { builder.recv(down, builder.result(at, n)); });
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
