// SPDX-License-Identifier: BSD-3-Clause
// Broadcast down a k-nomial tree, of which the binomial one has k = 2. A rank starts its k - 1 messages of a level one
// after another without waiting for their arrival, so flatter trees pay where a message takes much longer than its
// start: D. Culler et al., "LogP: Towards a Realistic Model of Parallel Computation", 1993, section 3.
// Cost: ceil(log_k P) (a + (k - 2) o + (k - 1) n b), o the time between two starts. For short messages.
#include "collectives/algorithms.hpp"
#include "collectives/trees.hpp"

namespace baton::collectives {
namespace {

Schedule down(const Shape& shape, TreeOf tree_of) {
  Builder builder(shape);
  const Rotation rotation{shape.root, shape.size};
  broadcast_down(builder, tree_of(rotation.relative(shape.rank), shape.size), rotation,
                 builder.result(0, shape.recv.count));
  return std::move(builder).finish();
}

}  // namespace

Schedule bcast_knomial4(const Shape& shape) { return down(shape, knomial_tree_of<4>); }
Schedule bcast_knomial8(const Shape& shape) { return down(shape, knomial_tree_of<8>); }

// The same rounds as the binomial tree, over shorter distances: see trees.hpp. Cost: ceil(log2 P) (a + n b).
Schedule bcast_bine(const Shape& shape) { return down(shape, bine_tree); }

}  // namespace baton::collectives
