// SPDX-License-Identifier: BSD-3-Clause
// Broadcast of segments that follow each other down a tree: S. L. Johnsson, C.-T. Ho, "Optimum Broadcasting and
// Personalized Communication in Hypercubes", 1989. Cost for s segments: (d + s - 1) c (a + n / s b), d being the depth
// of the tree and c the children of a rank: 2 in the binary tree, ceil(log2 P) in the binomial one. For long messages.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/bcast/bytes_view.hpp"
#include "collectives/segment.hpp"
#include "collectives/trees.hpp"

namespace baton::collectives {
namespace {

Schedule pipelined(const Shape& shape, TreeOf tree_of) {
  Builder builder(shape);
  if (shape.size == 1) return std::move(builder).finish();
  const Rotation rotation{shape.root, shape.size};
  const Tree tree = tree_of(rotation.relative(shape.rank), shape.size);
  BytesView view(builder);
  const std::int64_t segment = pipeline_segment(view.size(), ceil_log2(shape.size));
  for (std::int64_t at = 0; at < view.size(); at += segment) {
    broadcast_down(builder, tree, rotation, view.range(at, std::min(segment, view.size() - at)));
  }
  view.unpack();
  return std::move(builder).finish();
}

}  // namespace

Schedule bcast_binary_tree(const Shape& shape) { return pipelined(shape, binary_tree); }
Schedule bcast_pipelined_binomial(const Shape& shape) { return pipelined(shape, knomial_tree_of<2>); }

}  // namespace baton::collectives
