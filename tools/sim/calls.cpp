// SPDX-License-Identifier: BSD-3-Clause
#include "sim/calls.hpp"

#include <algorithm>

#include "collectives/cost_model.hpp"

namespace baton::sim {

using collectives::Collective;
using collectives::Shape;

namespace {
constexpr std::int64_t element = 8;

collectives::Nodes nodes_of(const topology::Hierarchy& hierarchy) {
  std::vector<std::uint32_t> ids;
  for (const topology::Place& place : hierarchy.places) ids.push_back(place.node);
  return collectives::Nodes::of(ids);
}
}  // namespace

Shapes::Shapes(const Cluster& cluster, const Call& call)
    : call_(call),
      one_node_(cluster.hosts_of(call.ranks) == 1),
      crowded_(one_node_ && call.ranks > cluster.cores_of_host()),
      nodes_(nodes_of(cluster.hierarchy(call.ranks))) {}

Shape Shapes::of(std::uint32_t rank) {
  Shape shape;
  shape.rank = rank;
  shape.size = call_.ranks;
  shape.root = call_.root;
  shape.one_node = one_node_;
  shape.crowded = crowded_;
  shape.nodes = &nodes_;
  shape.send.size = shape.recv.size = element;
  shape.send.contiguous = shape.recv.contiguous = true;
  const std::int64_t count = std::max<std::int64_t>(1, call_.bytes / element);
  shape.send.count = shape.recv.count = count;
  switch (call_.collective) {
    case Collective::barrier: shape.send.count = shape.recv.count = 0; break;
    case Collective::reduce_scatter:
    case Collective::reduce_scatter_block: shape.send.count = count * call_.ranks; break;
    case Collective::neighbor_allgather:
    case Collective::neighbor_alltoall:  // a ring
      neighbours_ = {(rank + call_.ranks - 1) % call_.ranks, (rank + 1) % call_.ranks};
      shape.sources = shape.destinations = neighbours_;
      shape.cartesian = true;
      break;
    default: break;
  }
  return shape;
}

double closed_form(const Cluster& cluster, const Call& call, const collectives::Algorithm& algorithm) {
  Shapes shapes(cluster, call);
  const Shape shape = shapes.of(0);
  const auto message = [](const Level& level) { return level.latency + 2 * level.overhead; };
  // The level that most messages of a host cross.
  const Level& inside = call.ranks <= cluster.cores ? cluster.numa : cluster.host;
  const Level& network = cluster.network;
  const collectives::Constants constants{{message(inside), inside.per_byte},
                                         {message(network), network.per_byte},
                                         cluster.reduced,
                                         cluster.copied,
                                         cluster.step};
  collectives::CostModel model = collectives::model_of(constants, shape);
  if (model.nodes > 1) {
    model.alone = std::max(network.per_byte, cluster.host_per_byte);
    model.sent = std::max(network.per_byte, cluster.host_per_byte * model.each);
  }
  return algorithm.cost(model, call.ranks, collectives::cost_bytes(call.collective, shape));
}

Program compile(const collectives::Schedule& schedule) {
  Program program;
  program.operations.reserve(schedule.steps.size());
  for (const collectives::Step& step : schedule.steps) {
    const bool sends = step.kind == collectives::StepKind::send;
    const collectives::Block& block = sends ? step.source : step.target;
    Operation operation;
    operation.bytes = block.count * (block.type == collectives::slot::byte ? 1 : element);
    operation.peer = step.peer;
    operation.waits = step.waits;
    operation.first_edge = step.first_edge;
    operation.last_edge = step.last_edge;
    operation.kind = step.kind;
    program.operations.push_back(operation);
  }
  program.edges.reserve(schedule.edges.size());
  for (const collectives::Edge& edge : schedule.edges) program.edges.push_back(2 * edge.step + (edge.on_start ? 1 : 0));
  program.memory = schedule.scratch_elements * element + schedule.packed_bytes;
  program.schedule = static_cast<std::int64_t>(schedule.steps.size() * sizeof(collectives::Step) +
                                               schedule.edges.size() * sizeof(collectives::Edge));
  return program;
}

}  // namespace baton::sim
