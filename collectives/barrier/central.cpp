// SPDX-License-Identifier: BSD-3-Clause
// Barrier at a counter, rank 0: all report to it, and it lets them go. Cost: 2 a, with 2 (P - 1) messages at rank 0.
// For nodes with more ranks than processors: what counts there is how often a rank must get its turn on a processor.
// Here each gets it once, where a rank of a dissemination barrier needs one turn a round.
#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

Schedule barrier_central(const Shape& shape) {
  Builder builder(shape);
  if (shape.rank != 0) {
    builder.signal(0);
    builder.fence();
    builder.await(0);
  } else {
    for (std::uint32_t peer = 1; peer < shape.size; ++peer) builder.await(peer);
    builder.fence();
    for (std::uint32_t peer = 1; peer < shape.size; ++peer) builder.signal(peer);
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
