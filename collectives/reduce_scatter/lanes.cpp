// SPDX-License-Identifier: BSD-3-Clause
// Reduce_scatter(_block) in lanes: the vector is laid out by places on nodes; each node reduces and scatters over its
// places, then those with one place do over the nodes. J. L. Traeff, S. Hunold, 2020 (stage.hpp). Nodes of equally many
// ranks, k each; where the operation does not commute, consecutive ones. Cost: reduce-scatter of n on a node and of n /
// k among the nodes.
#include "collectives/algorithms.hpp"
#include "collectives/stage.hpp"

namespace baton::collectives {

Schedule reduce_scatter_lanes(const Shape& shape) {
  Builder builder(shape);
  Stages stages(builder, shape);
  const Nodes& nodes = stages.nodes();
  const Block sorted = builder.scratch(shape.send.count);
  Lengths places;
  Lengths own;  // of this rank's place, by node
  std::int64_t at = 0;
  for (std::uint32_t local = 0; local < nodes.each; ++local) {
    const std::int64_t first = at;
    for (const std::uint32_t rank : nodes.lane(local)) {
      const std::int64_t count = shape.recv.count_of(rank);
      builder.copy(builder.input(shape.recv.offset_of(rank), count), part(sorted, at, count));
      at += count;
      if (local == stages.local()) own.add(count);
    }
    places.add(at - first);
  }
  const Block sum = builder.scratch(own.total);
  Shape stage = vector_stage(shape, places.total);
  places.onto(stage.recv);
  stages.run(Collective::reduce_scatter, stages.mates(), stage, sorted, sum);
  stage = vector_stage(shape, own.total);
  own.onto(stage.recv);
  stages.run(Collective::reduce_scatter, stages.lane(), stage, sum, builder.result(0, shape.recv.count_of(shape.rank)));
  return std::move(builder).finish();
}

}  // namespace baton::collectives
