// SPDX-License-Identifier: BSD-3-Clause
// Allreduce by recursive multiplying: groups of up to k ranks exchange their values all at once, then groups of such
// groups, keeping the order of ranks: M. Ruefenacht, M. Bull, S. Booth, "Generalisation of recursive doubling for
// AllReduce: Now with simulation", 2017. P is a product of factors up to k where it can be; ranks beyond the largest
// such product step aside, as in recursive doubling. Cost per factor f: a + (f - 2) o + (f - 1) n (b + g), o the time
// between the starts of two messages; with ranks beyond, 2 (a + n b) + n g more. For short vectors.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {
namespace {

Schedule multiply(const Shape& shape, std::uint32_t radix) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  const Block own = builder.input(0, count);
  const Block result = builder.result(0, count);
  const FoldedCore core(shape.size, largest_product(shape.size, radix));
  if (core.steps_aside(shape.rank)) {
    builder.send(shape.rank + 1, own);
    builder.recv(shape.rank + 1, result);
    return std::move(builder).finish();
  }
  Fold fold(builder, own, own == result, result);
  if (core.folded(shape.rank)) {
    const Block operand = fold.place();
    builder.recv(shape.rank - 1, operand);
    fold.with_lower(operand);
  }
  const std::uint32_t inner = core.inner(shape.rank);
  std::uint32_t weight = 1;
  for (const std::uint32_t factor : factors_of(core.core, radix)) {
    const std::uint32_t digit = inner / weight % factor;
    std::vector<Block> row(factor);
    // Each starts with the next rank of the group, so that nobody is called by all at once.
    for (std::uint32_t i = 1; i < factor; ++i) {
      const std::uint32_t to = (digit + i) % factor;
      const std::uint32_t from = (digit + factor - i) % factor;
      builder.send(core.rank(inner + to * weight - digit * weight), fold.value());
      row[from] = fold.place();
      builder.recv(core.rank(inner + from * weight - digit * weight), row[from]);
    }
    fold.with_row(std::move(row), digit);
    weight *= factor;
  }
  fold.finish_in(result);
  if (core.folded(shape.rank)) builder.send(shape.rank - 1, result);
  return std::move(builder).finish();
}

}  // namespace

Schedule allreduce_recursive_multiplying3(const Shape& shape) { return multiply(shape, 3); }
Schedule allreduce_recursive_multiplying4(const Shape& shape) { return multiply(shape, 4); }
Schedule allreduce_recursive_multiplying8(const Shape& shape) { return multiply(shape, 8); }

}  // namespace baton::collectives
