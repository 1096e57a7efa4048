// SPDX-License-Identifier: BSD-3-Clause
// Allreduce at rank 0, in rank order: all send to it, and it answers. Cost: 2 a + (P - 1) n (2 b + g). For short
// vectors on nodes with more ranks than processors, where each rank gets its turn on a processor once
// (barrier/central.cpp).
#include <vector>

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
  // A place for each, so that nobody's message waits for that of another.
  std::vector<Block> operands;
  for (std::uint32_t peer = 1; peer < shape.size; ++peer) {
    operands.push_back(fold.place());
    builder.recv(peer, operands.back());
  }
  for (const Block& operand : operands) fold.with_higher(operand);
  fold.finish_in(result);
  for (std::uint32_t peer = 1; peer < shape.size; ++peer) builder.send(peer, result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
