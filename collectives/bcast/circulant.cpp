// SPDX-License-Identifier: BSD-3-Clause
// Broadcast of s blocks in a circulant graph, in which every rank receives a block in each round and sends one: the
// fewest rounds there can be, for any P. Source: circulant.hpp. Cost: (s - 1 + ceil(log2 P)) (a + n / s b).
// For long messages.
#include "collectives/circulant.hpp"

#include "collectives/algorithms.hpp"
#include "collectives/bcast/bytes_view.hpp"

namespace baton::collectives {

Schedule bcast_circulant(const Shape& shape) {
  Builder builder(shape);
  if (shape.size == 1) return std::move(builder).finish();
  BytesView view(builder);
  broadcast_circulant(builder, shape.root, view.range(0, view.size()), circulant_blocks(view.size(), shape.size));
  view.unpack();
  return std::move(builder).finish();
}

}  // namespace baton::collectives
