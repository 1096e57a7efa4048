// SPDX-License-Identifier: BSD-3-Clause
// Gather of equal blocks up a binomial tree; ranks in between pass on packed bytes.
// Cost: ceil(log2 P) a + (P - 1) n b. For short blocks.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule gather_binomial(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const Rotation rotation{shape.root, size};
  const Binomial tree(rotation.relative(shape.rank), size);
  const Block own = {0, shape.send.count, slot::send, Buffer::send};

  if (tree.relative != 0) {
    const std::uint32_t parent = rotation.rank(tree.parent());
    if (tree.span() == 1) {
      builder.send(parent, own);
      return std::move(builder).finish();
    }
    const std::int64_t bytes = builder.bytes(own);
    const Block all = builder.packed(bytes * tree.span());
    builder.copy(own, part(all, 0, bytes));
    for (std::uint32_t distance = 1; distance < tree.reach; distance <<= 1) {
      if (!tree.has_child(distance)) continue;
      builder.recv(rotation.rank(tree.relative + distance),
                   part(all, bytes * distance, bytes * tree.child_span(distance)));
    }
    builder.send(parent, all);
    return std::move(builder).finish();
  }

  const std::int64_t bytes = shape.recv.count * shape.recv.size;
  for (std::uint32_t distance = 1; distance < tree.reach; distance <<= 1) {
    const std::uint32_t child = rotation.rank(distance);
    const std::uint32_t span = tree.child_span(distance);
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

}  // namespace baton::collectives
