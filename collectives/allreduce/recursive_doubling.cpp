// SPDX-License-Identifier: BSD-3-Clause
// Allreduce by recursive doubling, keeping the order of ranks. Cost for P = 2^k: log2 P (a + n b + n g); else 2 (a + n
// b) + n g more.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule allreduce_recursive_doubling(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  const Block own = builder.input(0, count);
  const Block result = builder.result(0, count);
  const PowerOfTwoCore core(shape.size);
  if (core.steps_aside(shape.rank)) {
    builder.send(shape.rank + 1, own);
    builder.recv(shape.rank + 1, result);
    return std::move(builder).finish();
  }
  Fold fold(builder, own, own == result, result);
  const auto take = [&](std::uint32_t peer) {
    const Block operand = fold.place();
    builder.recv(peer, operand);
    fold.with(operand, peer < shape.rank);
  };
  if (core.folded(shape.rank)) take(shape.rank - 1);
  const std::uint32_t inner = core.inner(shape.rank);
  for (std::uint32_t distance = 1; distance < core.core; distance <<= 1) {
    const std::uint32_t peer = core.rank(inner ^ distance);
    builder.send(peer, fold.value());
    take(peer);
  }
  fold.finish_in(result);
  if (core.folded(shape.rank)) builder.send(shape.rank - 1, result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
