// SPDX-License-Identifier: BSD-3-Clause
// Reduction up a binomial tree. Cost: ceil(log2 P) (a + n b + n g), and one message more when the operation does not
// commute and the root is not rank 0.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule reduce_binomial(const Shape& shape) {
  Builder builder(shape);
  reduce_to_root(builder, shape.root, shape.send.count, builder.result(0, shape.send.count));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
