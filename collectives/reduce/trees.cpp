// SPDX-License-Identifier: BSD-3-Clause
// Reduction up trees (trees.hpp), in rank order where the operation does not commute; then the result travels once more
// when the root is not rank 0. The chain is the segmented pipeline; sources in bcast/knomial.cpp and
// bcast/pipelined.cpp. Cost: k-nomial: ceil(log_k P) (a + (k - 2) o + (k - 1) n (b + g)); binary tree and chain, of
// depth d and with c children, for s segments: (d + s - 1) (a + c n / s (b + g)); bine: ceil(log2 P) (a + n b + n g).
#include "collectives/trees.hpp"

#include "collectives/algorithms.hpp"
#include "collectives/segment.hpp"

namespace baton::collectives {

Schedule reduce_knomial4(const Shape& shape) { return reduce_by_tree(shape, knomial_tree_of<4>, shape.send.count); }
Schedule reduce_knomial8(const Shape& shape) { return reduce_by_tree(shape, knomial_tree_of<8>, shape.send.count); }
Schedule reduce_bine(const Shape& shape) { return reduce_by_tree(shape, bine_tree, shape.send.count); }

Schedule reduce_binary_tree(const Shape& shape) {
  return reduce_by_tree(shape, binary_tree,
                        pipeline_elements(shape.send.count, shape.send.size, ceil_log2(shape.size)));
}
Schedule reduce_chain(const Shape& shape) {
  return reduce_by_tree(shape, chain_tree, pipeline_elements(shape.send.count, shape.send.size, shape.size));
}

}  // namespace baton::collectives
