// SPDX-License-Identifier: BSD-3-Clause
// Allreduce by halving and doubling along a butterfly of short distances (bine.hpp), which on large machines leaves
// more of the traffic within a cabinet. Commutative operations only. Cost as Rabenseifner's: for P = 2^k 2 log2 P a +
// 2 n (P - 1) / P b + n (P - 1) / P g; else 2 (a + n b) + n g more.
#include "collectives/bine.hpp"

#include "collectives/algorithms.hpp"
#include "collectives/halving.hpp"

namespace baton::collectives {

Schedule allreduce_bine(const Shape& shape) {
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
  const BineButterfly butterfly{core.core};
  const Partition parts{count, core.core};
  const auto peer_at = [&](std::uint32_t distance) { return core.rank(butterfly.partner(inner, distance)); };
  const std::uint32_t label = butterfly.label(inner);
  const Halving halving{core.core, label, peer_at, [&](std::uint32_t first, std::uint32_t end) {
                          return std::pair(parts.offset(first), parts.count(first, end));
                        }};
  halving.reduce_scatter(builder, own, result);
  for (std::uint32_t distance = 1; distance < core.core; distance <<= 1) {
    const std::uint32_t first = label & ~(distance - 1);
    const auto run = [&](std::uint32_t at) { return part(result, parts.offset(at), parts.count(at, at + distance)); };
    builder.send(peer_at(distance), run(first));
    builder.recv(peer_at(distance), run(first ^ distance));
  }
  if (core.folded(shape.rank)) builder.send(shape.rank - 1, result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
