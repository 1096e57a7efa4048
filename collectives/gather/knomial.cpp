// SPDX-License-Identifier: BSD-3-Clause
// Gather of equal blocks up a k-nomial tree (trees.hpp), binomial with k = 2; ranks in between pass on packed bytes.
// Cost: ceil(log_k P) (a + (k - 2) o) + (P - 1) n b, o the time between two messages at a rank. For short blocks.
#include "collectives/algorithms.hpp"
#include "collectives/trees.hpp"

namespace baton::collectives {
namespace {

Schedule gather_up(const Shape& shape, std::uint32_t radix) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const Rotation rotation{shape.root, size};
  const std::uint32_t me = rotation.relative(shape.rank);
  const Tree tree = knomial_tree(me, size, radix);
  const Block own = {0, shape.send.count, slot::send, Buffer::send};

  if (me != 0) {
    const std::uint32_t parent = rotation.rank(tree.parent);
    if (tree.span == 1) {
      builder.send(parent, own);
      return std::move(builder).finish();
    }
    const std::int64_t bytes = builder.bytes(own);
    const Block all = builder.packed(bytes * tree.span);
    builder.copy(own, part(all, 0, bytes));
    for (const Child& child : tree.children) {
      builder.recv(rotation.rank(child.relative), part(all, bytes * (child.relative - me), bytes * child.span));
    }
    builder.send(parent, all);
    return std::move(builder).finish();
  }

  const std::int64_t bytes = shape.recv.count * shape.recv.size;
  for (const auto& [relative, span] : tree.children) {
    const std::uint32_t child = rotation.rank(relative);
    if (child + span <= size) {
      builder.recv(child, builder.recv_blocks(child, span));
      continue;
    }
    // The run of ranks wraps around: it arrives packed and is laid out in two pieces.
    const Block run = builder.packed(bytes * span);
    const std::uint32_t straight = size - child;
    builder.recv(child, run);
    builder.copy(part(run, 0, bytes * straight), builder.recv_blocks(child, straight));
    builder.copy(part(run, bytes * straight, bytes * (span - straight)), builder.recv_blocks(0, span - straight));
  }
  if (!shape.in_place) builder.copy(own, builder.recv_block(shape.root));
  return std::move(builder).finish();
}

}  // namespace

Schedule gather_binomial(const Shape& shape) { return gather_up(shape, 2); }
Schedule gather_knomial4(const Shape& shape) { return gather_up(shape, 4); }
Schedule gather_knomial8(const Shape& shape) { return gather_up(shape, 8); }

}  // namespace baton::collectives
