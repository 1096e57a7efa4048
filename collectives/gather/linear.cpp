// SPDX-License-Identifier: BSD-3-Clause
// Gather(v): each rank sends straight to the root. E. Chan, M. Heimlich, A. Purkayastha, R. van de Geijn, "Collective
// communication: theory, practice, and experience", 2007, hold trees against it. Cost: (P - 1) a + (P - 1) n b at the
// root.
#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

Schedule gather_linear(const Shape& shape) {
  Builder builder(shape);
  const Block own = {0, shape.send.count, slot::send, Buffer::send};
  if (shape.rank != shape.root) {
    builder.send(shape.root, own);
    return std::move(builder).finish();
  }
  for (std::uint32_t i = 1; i < shape.size; ++i) {
    const std::uint32_t peer = (shape.root + i) % shape.size;
    builder.recv(peer, builder.recv_block(peer));
  }
  if (!shape.in_place) builder.copy(own, builder.recv_block(shape.root));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
