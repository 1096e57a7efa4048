// SPDX-License-Identifier: BSD-3-Clause
// Broadcast by binomial scatter and ring allgather: M. Barnett, S. Gupta, D. Payne, L. Shuler, R. van de Geijn, J.
// Watts, "Interprocessor collective communication library (InterCom)", 1994. Parts that the scatter already brought are
// not sent again. Cost: (ceil(log2 P) + P - 1) a + 2 n (P - 1) / P b.
#include "collectives/algorithms.hpp"
#include "collectives/bcast/bytes_view.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule bcast_scatter_allgather(const Shape& shape) {
  Builder builder(shape);
  if (shape.size == 1) return std::move(builder).finish();
  const std::uint32_t size = shape.size;
  const Rotation rotation{shape.root, size};
  const Binomial tree(rotation.relative(shape.rank), size);
  const std::uint32_t me = tree.relative;
  BytesView view(builder);
  const Partition parts{view.size(), size};
  const auto run = [&](std::uint32_t first, std::uint32_t count) {
    return view.range(parts.offset(first), parts.count(first, first + count));
  };

  if (me != 0) builder.recv(rotation.rank(tree.parent()), run(me, tree.span()));
  for (std::uint32_t distance = tree.reach >> 1; distance > 0; distance >>= 1) {
    if (!tree.has_child(distance)) continue;
    builder.send(rotation.rank(me + distance), run(me + distance, tree.child_span(distance)));
  }

  const std::uint32_t up = (me + 1) % size;
  const std::uint32_t down = (me + size - 1) % size;
  const Binomial above(up, size);
  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    const std::uint32_t outgoing = (me + size - i) % size;
    const std::uint32_t incoming = (down + size - i) % size;
    const auto has = [](const Binomial& t, std::uint32_t p) { return p >= t.relative && p < t.relative + t.span(); };
    if (!has(above, outgoing)) builder.send(rotation.rank(up), run(outgoing, 1));
    if (!has(tree, incoming)) builder.recv(rotation.rank(down), run(incoming, 1));
  }
  view.unpack();
  return std::move(builder).finish();
}

}  // namespace baton::collectives
