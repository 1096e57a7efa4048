// SPDX-License-Identifier: BSD-3-Clause
// Reduction of s blocks in a circulant graph: the broadcast backwards. Source: circulant.hpp. Commutative operations
// only. Cost: (s - 1 + ceil(log2 P)) (a + n / s (b + g)). For long vectors and any P.
#include "collectives/circulant.hpp"

#include "collectives/algorithms.hpp"

namespace baton::collectives {

Schedule reduce_circulant(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  if (count == 0) return std::move(builder).finish();
  const std::int64_t blocks = std::min(count, circulant_blocks(count * shape.send.size, shape.size));
  const Block sum = shape.rank == shape.root ? builder.result(0, count) : builder.scratch(count);
  reduce_circulant(builder, shape.root, builder.input(0, count), sum, blocks);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
