// SPDX-License-Identifier: BSD-3-Clause
// Scatter(v): the root sends to each rank. E. Chan, M. Heimlich, A. Purkayastha, R. van de Geijn, "Collective
// communication: theory, practice, and experience", 2007, hold trees against it. Cost: (P - 1) a + (P - 1) n b at the
// root.
#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

Schedule scatter_linear(const Shape& shape) {
  Builder builder(shape);
  const Block own = {0, shape.recv.count, slot::recv, Buffer::recv};
  if (shape.rank != shape.root) {
    builder.recv(shape.root, own);
    return std::move(builder).finish();
  }
  for (std::uint32_t i = 1; i < shape.size; ++i) {
    const std::uint32_t peer = (shape.root + i) % shape.size;
    builder.send(peer, builder.send_block(peer));
  }
  if (!shape.in_place) builder.copy(builder.send_block(shape.root), own);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
