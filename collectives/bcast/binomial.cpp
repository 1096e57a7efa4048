// SPDX-License-Identifier: BSD-3-Clause
// Broadcast down a binomial tree: R. Thakur, R. Rabenseifner, W. Gropp, "Optimization of Collective Communication
// Operations in MPICH", 2005. Cost: ceil(log2 P) (a + n b). For short messages.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule bcast_binomial(const Shape& shape) {
  Builder builder(shape);
  broadcast_binomial(builder, shape.root, builder.result(0, shape.recv.count));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
