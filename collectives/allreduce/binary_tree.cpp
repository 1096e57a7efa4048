// SPDX-License-Identifier: BSD-3-Clause
// Allreduce as a reduction up a binary tree and a broadcast down the same one, in segments that follow each other both
// ways at once, in rank order. Cost for s segments: (2 ceil(log2 P) + s) (2 a + n / s (3 b + 2 g)). For long vectors
// whose operation does not commute.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/segment.hpp"
#include "collectives/trees.hpp"

namespace baton::collectives {

Schedule allreduce_binary_tree(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  const std::int64_t segment = pipeline_elements(count, shape.send.size, 2 * ceil_log2(shape.size));
  const Tree tree = binary_tree(shape.rank, shape.size);
  const Rotation rotation{0, shape.size};
  const Block result = builder.result(0, count);
  reduce_up(builder, tree, rotation, builder.input(0, count), result, segment);
  for (std::int64_t at = 0; at < count; at += segment) {
    broadcast_down(builder, tree, rotation, part(result, at, std::min(segment, count - at)));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
