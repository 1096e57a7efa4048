// SPDX-License-Identifier: BSD-3-Clause
// The virtual topology that hangs on a communicator (MPI 5.0, chapter 8).
#pragma once

#include <variant>

#include "communicator/cartesian.hpp"
#include "mpi/objects.hpp"

namespace baton::mpi {

struct Topology {
  std::variant<communicator::Cartesian, communicator::Graph, communicator::DistributedGraph> shape;
};

/// Whom neighbourhood collectives receive from and send to, in the order of the standard (8.6); MPI_PROC_NULL at the
/// edge of a grid.
struct Neighbors {
  std::vector<int> sources;
  std::vector<int> destinations;
};
/// False when the communicator has no topology.
bool neighbors_of(const Communicator& communicator, Neighbors* neighbors);

}  // namespace baton::mpi
