// SPDX-License-Identifier: BSD-3-Clause
// Shared by the bodies of the topology chapter only.
#pragma once

#include "mpi/topology.hpp"

namespace baton::mpi {

/// The topology of this kind, or nullptr.
template <class Shape>
[[nodiscard]] const Shape* shape_of(const Communicator& communicator) noexcept {
  const Topology* topology = extension_of(communicator).topology.get();
  return topology == nullptr ? nullptr : std::get_if<Shape>(&topology->shape);
}

int look_up_intra(const char* argument, MPI_Comm comm, Communicator** communicator) noexcept;
/// `wanted`: "Cartesian", "graph" or "distributed graph".
int wrong_topology(MPI_Comm comm, const char* wanted) noexcept;

}  // namespace baton::mpi
