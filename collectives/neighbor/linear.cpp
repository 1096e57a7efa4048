// SPDX-License-Identifier: BSD-3-Clause
// Neighbourhood collectives: one message for each edge. Edges between the same two ranks match in the order of their
// lists; on a Cartesian grid what is sent down in a dimension arrives from above, which matters where both neighbours
// are the same rank. Cost: (degree) (a + n b).
#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

namespace {

/// The order in which receives are posted.
std::uint32_t nth_source(const Shape& shape, std::uint32_t i) noexcept { return shape.cartesian ? i ^ 1U : i; }

void receive_all(Builder& builder) {
  const Shape& shape = builder.shape();
  const auto degree = static_cast<std::uint32_t>(shape.sources.size());
  for (std::uint32_t i = 0; i < degree; ++i) {
    const std::uint32_t index = nth_source(shape, i);
    if (shape.sources[index] != Shape::nobody) builder.recv(shape.sources[index], builder.recv_block(index));
  }
}

}  // namespace

Schedule neighbor_allgather_linear(const Shape& shape) {
  Builder builder(shape);
  receive_all(builder);
  const Block own = {0, shape.send.count, slot::send, Buffer::send};
  for (const std::uint32_t to : shape.destinations) {
    if (to != Shape::nobody) builder.send(to, own);
  }
  return std::move(builder).finish();
}

Schedule neighbor_alltoall_linear(const Shape& shape) {
  Builder builder(shape);
  receive_all(builder);
  const auto degree = static_cast<std::uint32_t>(shape.destinations.size());
  for (std::uint32_t i = 0; i < degree; ++i) {
    if (shape.destinations[i] != Shape::nobody) builder.send(shape.destinations[i], builder.send_block(i));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
