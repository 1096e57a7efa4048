// SPDX-License-Identifier: BSD-3-Clause
// Reduce_scatter(_block) by recursive halving: R. Thakur, R. Rabenseifner, W. Gropp, "Optimization of Collective
// Communication Operations in MPICH", 2005. Commutative operations only.
// Cost for P = 2^k: log2 P a + n (P - 1) / P (b + g); else 2 a + (n + n / P) b + n g more.
#include "collectives/algorithms.hpp"
#include "collectives/halving.hpp"

namespace baton::collectives {

Schedule reduce_scatter_recursive_halving(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t total = shape.send.count;
  const Block result = builder.result(0, shape.recv.count_of(shape.rank));
  Block own = builder.input(0, total);
  const PowerOfTwoCore core(shape.size);
  if (core.steps_aside(shape.rank)) {
    builder.send(shape.rank + 1, own);
    builder.recv(shape.rank + 1, result);
    return std::move(builder).finish();
  }
  const Block sum = builder.scratch(total);
  if (core.folded(shape.rank)) {
    builder.recv(shape.rank - 1, sum);
    builder.reduce(own, sum);
    own = sum;
  }
  // Part i of the halving holds the blocks of all ranks that inner rank i works for.
  const std::uint32_t inner = core.inner(shape.rank);
  const auto offset = [&](std::uint32_t i) {
    return i == core.core ? total : shape.recv.offset_of(core.first_rank(i));
  };
  const Halving halving{
      core.core, inner, [&](std::uint32_t distance) { return core.rank(inner ^ distance); },
      [&](std::uint32_t first, std::uint32_t end) { return std::pair(offset(first), offset(end) - offset(first)); }};
  halving.reduce_scatter(builder, own, sum);
  const auto block = [&](std::uint32_t rank) {
    return part(sum, shape.recv.offset_of(rank), shape.recv.count_of(rank));
  };
  if (core.folded(shape.rank)) builder.send(shape.rank - 1, block(shape.rank - 1));
  builder.copy(block(shape.rank), result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
