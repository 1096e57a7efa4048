// SPDX-License-Identifier: BSD-3-Clause
// Allreduce by recursive halving and recursive doubling: R. Rabenseifner, "Optimization of collective reduction
// operations", 2004. Commutative operations only. Cost for P = 2^k: 2 log2 P a + 2 n (P - 1) / P b + n (P - 1) / P g;
// else 2 (a + n b) + n g more.
#include "collectives/algorithms.hpp"
#include "collectives/halving.hpp"

namespace baton::collectives {

Schedule allreduce_rabenseifner(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  const Block result = builder.result(0, count);
  Block own = builder.input(0, count);
  const PowerOfTwoCore core(shape.size);
  if (core.steps_aside(shape.rank)) {
    builder.send(shape.rank + 1, own);
    builder.recv(shape.rank + 1, result);
    return std::move(builder).finish();
  }
  if (core.folded(shape.rank)) {
    const bool apart = !(own == result);
    const Block operand = apart ? result : builder.scratch(count);
    builder.recv(shape.rank - 1, operand);
    builder.reduce(apart ? own : operand, result);
    own = result;
  }
  const std::uint32_t inner = core.inner(shape.rank);
  const Partition parts{count, core.core};
  const Halving halving{
      core.core, inner, [&](std::uint32_t distance) { return core.rank(inner ^ distance); },
      [&](std::uint32_t first, std::uint32_t end) { return std::pair(parts.offset(first), parts.count(first, end)); }};
  halving.reduce_scatter(builder, own, result);
  const auto run = [&](std::uint32_t first, std::uint32_t n) {
    return part(result, parts.offset(first), parts.count(first, first + n));
  };
  for (std::uint32_t distance = 1; distance < core.core; distance <<= 1) {
    const std::uint32_t first = inner & ~(distance - 1);
    const std::uint32_t peer = core.rank(inner ^ distance);
    builder.send(peer, run(first, distance));
    builder.recv(peer, run(first ^ distance, distance));
  }
  if (core.folded(shape.rank)) builder.send(shape.rank - 1, result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
