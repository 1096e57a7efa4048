// SPDX-License-Identifier: BSD-3-Clause
// Scatter of equal blocks down a k-nomial tree (trees.hpp), binomial with k = 2; ranks in between pass on packed bytes.
// Cost: ceil(log_k P) (a + (k - 2) o) + (P - 1) n b, o the time between two messages of a rank. For short blocks.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/trees.hpp"

namespace baton::collectives {
namespace {

Schedule scatter_down(const Shape& shape, std::uint32_t radix) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const Rotation rotation{shape.root, size};
  const std::uint32_t me = rotation.relative(shape.rank);
  Tree tree = knomial_tree(me, size, radix);
  std::reverse(tree.children.begin(), tree.children.end());  // the largest subtrees first
  const Block own = {0, shape.recv.count, slot::recv, Buffer::recv};

  if (me != 0) {
    const std::uint32_t parent = rotation.rank(tree.parent);
    if (tree.span == 1) {
      builder.recv(parent, own);
      return std::move(builder).finish();
    }
    const std::int64_t bytes = builder.bytes(own);
    const Block all = builder.packed(bytes * tree.span);
    builder.recv(parent, all);
    for (const Child& child : tree.children) {
      builder.send(rotation.rank(child.relative), part(all, bytes * (child.relative - me), bytes * child.span));
    }
    builder.copy(part(all, 0, bytes), own);
    return std::move(builder).finish();
  }

  const std::int64_t bytes = shape.send.count * shape.send.size;
  for (const auto& [relative, span] : tree.children) {
    const std::uint32_t child = rotation.rank(relative);
    if (child + span <= size) {
      builder.send(child, builder.send_blocks(child, span));
      continue;
    }
    // The run of ranks wraps around: it is packed from two pieces.
    const Block run = builder.packed(bytes * span);
    const std::uint32_t straight = size - child;
    builder.copy(builder.send_blocks(child, straight), part(run, 0, bytes * straight));
    builder.copy(builder.send_blocks(0, span - straight), part(run, bytes * straight, bytes * (span - straight)));
    builder.send(child, run);
  }
  if (!shape.in_place) builder.copy(builder.send_block(shape.root), own);
  return std::move(builder).finish();
}

}  // namespace

Schedule scatter_binomial(const Shape& shape) { return scatter_down(shape, 2); }
Schedule scatter_knomial4(const Shape& shape) { return scatter_down(shape, 4); }
Schedule scatter_knomial8(const Shape& shape) { return scatter_down(shape, 8); }

}  // namespace baton::collectives
