// SPDX-License-Identifier: BSD-3-Clause
// Reduction by recursive halving and binomial gather: R. Rabenseifner, "Optimization of collective reduction
// operations", 2004. Commutative operations only. Cost for P = 2^k: 2 log2 P a + 2 n (P - 1) / P b + n (P - 1) / P g;
// else a + n b + n g more.
#include "collectives/algorithms.hpp"
#include "collectives/halving.hpp"

namespace baton::collectives {

Schedule reduce_rabenseifner(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const std::int64_t count = shape.send.count;
  const PowerOfTwoCore core(size);
  // The root is to be inner rank 0: relative rank 0, or 1 where even ranks step aside.
  const Rotation rotation{core.extra == 0 ? shape.root : (shape.root + size - 1) % size, size};
  const std::uint32_t me = rotation.relative(shape.rank);
  const bool at_root = shape.rank == shape.root;
  Block own = builder.input(0, count);
  if (core.steps_aside(me)) {
    builder.send(rotation.rank(me + 1), own);
    return std::move(builder).finish();
  }
  const Block sum = at_root ? builder.result(0, count) : builder.scratch(count);
  if (core.folded(me)) {
    const bool apart = !(own == sum);
    const Block operand = apart ? sum : builder.scratch(count);
    builder.recv(rotation.rank(me - 1), operand);
    builder.reduce(apart ? own : operand, sum);
    own = sum;
  }
  const std::uint32_t inner = core.inner(me);
  const Partition parts{count, core.core};
  const auto rank_of = [&](std::uint32_t i) { return rotation.rank(core.rank(i)); };
  const auto peer_at = [&](std::uint32_t distance) { return rank_of(inner ^ distance); };
  const Halving halving{core.core, inner, peer_at, [&](std::uint32_t first, std::uint32_t end) {
                          return std::pair(parts.offset(first), parts.count(first, end));
                        }};
  halving.reduce_scatter(builder, own, sum);
  const auto run = [&](std::uint32_t first, std::uint32_t n) {
    return part(sum, parts.offset(first), parts.count(first, first + n));
  };
  for (std::uint32_t distance = 1; distance < core.core; distance <<= 1) {
    if ((inner & distance) != 0) {
      builder.send(rank_of(inner - distance), run(inner, distance));
      break;
    }
    builder.recv(rank_of(inner + distance), run(inner + distance, distance));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
