// SPDX-License-Identifier: BSD-3-Clause
// Allreduce at rank 0, in rank order: all send to it, and it answers. Cost: 2 a + (P - 1) n (2 b + g). For short
// vectors on nodes with more ranks than processors, where each rank gets its turn on a processor once
// (barrier/central.cpp).
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule allreduce_central(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  const Block own = builder.input(0, count);
  const Block result = builder.result(0, count);
  if (shape.rank != 0) {
    builder.send(0, own);
    builder.recv(0, result);
    return std::move(builder).finish();
  }
  Fold fold(builder, own, own == result, result);
  for (std::uint32_t peer = 1; peer < shape.size; ++peer) {
    const Block operand = fold.place();
    builder.recv(peer, operand);
    fold.with_higher(operand);
  }
  fold.finish_in(result);
  for (std::uint32_t peer = 1; peer < shape.size; ++peer) builder.send(peer, result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
