// SPDX-License-Identifier: BSD-3-Clause
// Reduce_scatter(_block) by halved skips, for any P without ranks that step aside: halving_skips.hpp. Commutative
// operations only. Cost: ceil(log2 P) a + n (P - 1) / P (b + g), and a message more a round where a run wraps around.
#include "collectives/algorithms.hpp"
#include "collectives/halving_skips.hpp"

namespace baton::collectives {

Schedule reduce_scatter_circulant(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t total = shape.send.count;
  const HalvingSkips skips{shape.size, shape.rank,
                           [&](std::uint32_t i) { return i == shape.size ? total : shape.recv.offset_of(i); }};
  const Block sum = builder.scratch(total);
  skips.reduce_scatter(builder, builder.input(0, total), sum);
  builder.copy(part(sum, shape.recv.offset_of(shape.rank), shape.recv.count_of(shape.rank)),
               builder.result(0, shape.recv.count_of(shape.rank)));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
