// SPDX-License-Identifier: BSD-3-Clause
// Barrier in which one rank of each node speaks for the others, so that few messages cross the network.
// Cost for N nodes of k ranks: a barrier of N, and 2 messages and k - 1 starts on the node.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule barrier_leaders(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  if (!stages.leads()) {
    builder.signal(stages.leader());
    builder.await(stages.leader());
    return std::move(builder).finish();
  }
  for (const std::uint32_t mate : stages.mates()) {
    if (mate != shape.rank) builder.await(mate);
  }
  stages.run(Collective::barrier, stages.leaders(), Shape{}, {}, {});
  for (const std::uint32_t mate : stages.mates()) {
    if (mate != shape.rank) builder.signal(mate);
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
