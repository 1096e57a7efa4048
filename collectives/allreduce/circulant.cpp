// SPDX-License-Identifier: BSD-3-Clause
// Allreduce in circulant graphs, commutative operations only; sources in circulant.hpp and halving_skips.hpp.
// `circulant`: reduce-scatter and allgather by halved skips, for any P without ranks that step aside. Cost:
// 2 ceil(log2 P) a + 2 n (P - 1) / P b + n (P - 1) / P g, and where a run of parts wraps around, a message more a
// round. `circulant_blocks`: reduction and broadcast of s blocks. Cost: 2 (s - 1 + ceil(log2 P)) (a + n / s b) + n g.
#include "collectives/circulant.hpp"

#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/halving_skips.hpp"

namespace baton::collectives {

Schedule allreduce_circulant(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  const Partition parts{count, shape.size};
  const HalvingSkips skips{shape.size, shape.rank, [&](std::uint32_t part_index) { return parts.offset(part_index); }};
  const Block result = builder.result(0, count);
  skips.reduce_scatter(builder, builder.input(0, count), result);
  skips.allgather(builder, result);
  return std::move(builder).finish();
}

Schedule allreduce_circulant_blocks(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  if (count == 0) return std::move(builder).finish();
  const std::int64_t blocks = std::min(count, circulant_blocks(count * shape.send.size, shape.size));
  const Block result = builder.result(0, count);
  reduce_circulant(builder, 0, builder.input(0, count), result, blocks);
  broadcast_circulant(builder, 0, result, blocks);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
