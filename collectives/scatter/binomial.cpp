// SPDX-License-Identifier: BSD-3-Clause
// Scatter of equal blocks down a binomial tree; ranks in between pass on packed bytes.
// Cost: ceil(log2 P) a + (P - 1) n b. For short blocks.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule scatter_binomial(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const Rotation rotation{shape.root, size};
  const Binomial tree(rotation.relative(shape.rank), size);
  const Block own = {0, shape.recv.count, slot::recv, Buffer::recv};

  if (tree.relative != 0) {
    const std::uint32_t parent = rotation.rank(tree.parent());
    if (tree.span() == 1) {
      builder.recv(parent, own);
      return std::move(builder).finish();
    }
    const std::int64_t bytes = builder.bytes(own);
    const Block all = builder.packed(bytes * tree.span());
    builder.recv(parent, all);
    for (std::uint32_t distance = tree.reach >> 1; distance > 0; distance >>= 1) {
      if (!tree.has_child(distance)) continue;
      builder.send(rotation.rank(tree.relative + distance),
                   part(all, bytes * distance, bytes * tree.child_span(distance)));
    }
    builder.copy(part(all, 0, bytes), own);
    return std::move(builder).finish();
  }

  const std::int64_t bytes = shape.send.count * shape.send.size;
  for (std::uint32_t distance = tree.reach >> 1; distance > 0; distance >>= 1) {
    const std::uint32_t child = rotation.rank(distance);
    const std::uint32_t span = tree.child_span(distance);
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

}  // namespace baton::collectives
