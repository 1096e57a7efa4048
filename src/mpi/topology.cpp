// SPDX-License-Identifier: BSD-3-Clause
// Bodies of grids (MPI 5.0, 8.5.1 to 8.5.7). Graphs: topology_graph.cpp.
#include "mpi/topology.hpp"

#include <algorithm>

#include "mpi/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_communicator.hpp"
#include "mpi/generated/api_topology.hpp"
#include "mpi/topology_access.hpp"

namespace baton::mpi {

using communicator::Cartesian;
using communicator::DistributedGraph;

void copy_topology(const Communicator& from, Communicator& to) {
  const CommExtension& old = extension_of(from);
  if (old.topology != nullptr) extension_of(to).topology = std::make_unique<Topology>(*old.topology);
}

bool neighbors_of(const Communicator& communicator, Neighbors* neighbors) {
  const Topology* topology = extension_of(communicator).topology.get();
  if (topology == nullptr) return false;
  if (const auto* grid = std::get_if<Cartesian>(&topology->shape)) {
    for (int d = 0; d < static_cast<int>(grid->dims.size()); ++d) {
      for (const int step : {-1, 1}) {
        const int rank = grid->neighbor(communicator.rank(), d, step);
        neighbors->sources.push_back(rank < 0 ? MPI_PROC_NULL : rank);
      }
    }
    neighbors->destinations = neighbors->sources;
  } else if (const auto* graph = std::get_if<communicator::Graph>(&topology->shape)) {
    const auto list = graph->neighbors(communicator.rank());
    neighbors->sources.assign(list.begin(), list.end());
    neighbors->destinations = neighbors->sources;
  } else {
    const auto& distributed = std::get<DistributedGraph>(topology->shape);
    neighbors->sources = distributed.sources;
    neighbors->destinations = distributed.destinations;
  }
  return true;
}

int look_up_intra(const char* argument, MPI_Comm comm, Communicator** communicator) noexcept {
  if (const int code = look_up_comm(argument, comm, communicator); code != MPI_SUCCESS) return code;
  if ((*communicator)->is_inter()) {
    return fail(comm, MPI_ERR_COMM, "argument '{}' is an inter-communicator; topologies are for intra-communicators",
                argument);
  }
  return MPI_SUCCESS;
}

int wrong_topology(MPI_Comm comm, const char* wanted) noexcept {
  return fail(comm, MPI_ERR_TOPOLOGY, "argument 'comm' has no {} topology; make it with MPI_{}", wanted,
              wanted[0] == 'C'   ? "Cart_create"
              : wanted[0] == 'g' ? "Graph_create"
                                 : "Dist_graph_create");
}

namespace api {
namespace {

int look_up_grid(MPI_Comm comm, Communicator** communicator, const Cartesian** grid) noexcept {
  if (const int code = look_up_comm("comm", comm, communicator); code != MPI_SUCCESS) return code;
  *grid = shape_of<Cartesian>(**communicator);
  return *grid != nullptr ? MPI_SUCCESS : wrong_topology(comm, "Cartesian");
}

int check_grid(MPI_Comm comm, const Communicator& parent, int ndims, const int dims[], const int periods[],
               Cartesian* grid) {
  if (ndims < 0) return fail(comm, MPI_ERR_DIMS, "argument 'ndims' = {}: must not be negative", ndims);
  if (ndims > 0 && dims == nullptr) return null_output(comm, "dims");
  if (ndims > 0 && periods == nullptr) return null_output(comm, "periods");
  std::int64_t size = 1;
  for (int i = 0; i < ndims; ++i) {
    if (dims[i] <= 0) return fail(comm, MPI_ERR_DIMS, "argument 'dims[{}]' = {}: must be positive", i, dims[i]);
    size *= dims[i];
    if (size > parent.size()) {
      return fail(comm, MPI_ERR_DIMS, "argument 'dims': a grid of {} or more processes does not fit into {} (size {})",
                  size, "the communicator", parent.size());
    }
    grid->dims.push_back(dims[i]);
    grid->periods.push_back(periods[i] != 0);
  }
  return MPI_SUCCESS;
}

/// The first `size` ranks of the parent get a communicator with this topology, others MPI_COMM_NULL.
int create(MPI_Comm comm, int size, std::unique_ptr<Topology> topology, MPI_Comm* newcomm) {
  Communicator* parent = comms().lookup(comm);
  const int color = parent->rank() < size ? 0 : MPI_UNDEFINED;
  if (const int code = split_intra(comm, *parent, color, parent->rank(), schedule::Constructor::cart_create, newcomm);
      code != MPI_SUCCESS) {
    return code;
  }
  if (*newcomm != MPI_COMM_NULL) extension_of(*comms().lookup(*newcomm)).topology = std::move(topology);
  return MPI_SUCCESS;
}

}  // namespace

int cart_create(MPI_Comm comm_old, int ndims, const int dims[], const int periods[], int /*reorder*/,
                MPI_Comm* comm_cart) {
  Communicator* parent = nullptr;
  if (comm_cart != nullptr) *comm_cart = MPI_COMM_NULL;  // also where the call fails
  if (const int code = look_up_intra("comm_old", comm_old, &parent); code != MPI_SUCCESS) return code;
  Refusal refusal(comm_old, *parent, schedule::Constructor::cart_create);
  auto topology = std::make_unique<Topology>();
  Cartesian grid;
  if (const int code = check_grid(comm_old, *parent, ndims, dims, periods, &grid); code != MPI_SUCCESS) return code;
  if (comm_cart == nullptr) return null_output(comm_old, "comm_cart");
  refusal.dismiss();
  const auto size = static_cast<int>(grid.size());
  topology->shape = std::move(grid);
  return create(comm_old, size, std::move(topology), comm_cart);
}

int cart_map(MPI_Comm comm, int ndims, const int dims[], const int periods[], int* newrank) {
  Communicator* parent = nullptr;
  if (const int code = look_up_intra("comm", comm, &parent); code != MPI_SUCCESS) return code;
  Cartesian grid;
  if (const int code = check_grid(comm, *parent, ndims, dims, periods, &grid); code != MPI_SUCCESS) return code;
  if (newrank == nullptr) return null_output(comm, "newrank");
  *newrank = parent->rank() < grid.size() ? parent->rank() : MPI_UNDEFINED;
  return MPI_SUCCESS;
}

int dims_create(int nnodes, int ndims, int dims[]) {
  if (nnodes < 1) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'nnodes' = {}: must be positive", nnodes);
  if (ndims < 0) return fail(Raiser::none(), MPI_ERR_DIMS, "argument 'ndims' = {}: must not be negative", ndims);
  if (ndims == 0) return MPI_SUCCESS;
  if (dims == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'dims' is a null pointer");
  for (int i = 0; i < ndims; ++i) {
    if (dims[i] < 0)
      return fail(Raiser::none(), MPI_ERR_DIMS, "argument 'dims[{}]' = {}: must not be negative", i, dims[i]);
  }
  if (!communicator::fill_dimensions(nnodes, {dims, static_cast<std::size_t>(ndims)})) {
    return fail(Raiser::none(), MPI_ERR_DIMS,
                "argument 'nnodes' = {}: not a multiple of the product of the given 'dims'", nnodes);
  }
  return MPI_SUCCESS;
}

int cartdim_get(MPI_Comm comm, int* ndims) {
  Communicator* communicator = nullptr;
  const Cartesian* grid = nullptr;
  if (const int code = look_up_grid(comm, &communicator, &grid); code != MPI_SUCCESS) return code;
  if (ndims == nullptr) return null_output(comm, "ndims");
  *ndims = static_cast<int>(grid->dims.size());
  return MPI_SUCCESS;
}

int cart_get(MPI_Comm comm, int maxdims, int dims[], int periods[], int coords[]) {
  Communicator* communicator = nullptr;
  const Cartesian* grid = nullptr;
  if (const int code = look_up_grid(comm, &communicator, &grid); code != MPI_SUCCESS) return code;
  const auto ndims = grid->dims.size();
  if (maxdims < 0 || static_cast<std::size_t>(maxdims) < ndims) {
    return fail(comm, MPI_ERR_ARG, "argument 'maxdims' = {}: the grid has {} dimensions", maxdims, ndims);
  }
  if (ndims > 0 && (dims == nullptr || periods == nullptr || coords == nullptr)) {
    return null_output(comm, dims == nullptr ? "dims" : periods == nullptr ? "periods" : "coords");
  }
  const std::vector<int> at = grid->coordinates(communicator->rank());
  for (std::size_t i = 0; i < ndims; ++i) {
    dims[i] = grid->dims[i];
    periods[i] = grid->periods[i] ? 1 : 0;
    coords[i] = at[i];
  }
  return MPI_SUCCESS;
}

int cart_rank(MPI_Comm comm, const int coords[], int* rank) {
  Communicator* communicator = nullptr;
  const Cartesian* grid = nullptr;
  if (const int code = look_up_grid(comm, &communicator, &grid); code != MPI_SUCCESS) return code;
  if (!grid->dims.empty() && coords == nullptr) return null_output(comm, "coords");
  if (rank == nullptr) return null_output(comm, "rank");
  std::size_t bad = 0;
  const int found = grid->rank({coords, grid->dims.size()}, &bad);
  if (found < 0) {
    return fail(comm, MPI_ERR_ARG, "argument 'coords[{}]' = {}: outside 0..{}, and this dimension is not periodic", bad,
                coords[bad], grid->dims[bad] - 1);
  }
  *rank = found;
  return MPI_SUCCESS;
}

int cart_coords(MPI_Comm comm, int rank, int maxdims, int coords[]) {
  Communicator* communicator = nullptr;
  const Cartesian* grid = nullptr;
  if (const int code = look_up_grid(comm, &communicator, &grid); code != MPI_SUCCESS) return code;
  if (rank < 0 || rank >= communicator->size()) {
    return fail(comm, MPI_ERR_RANK, "argument 'rank' = {}: not a rank of the communicator (size {})", rank,
                communicator->size());
  }
  if (maxdims < 0 || static_cast<std::size_t>(maxdims) < grid->dims.size()) {
    return fail(comm, MPI_ERR_ARG, "argument 'maxdims' = {}: the grid has {} dimensions", maxdims, grid->dims.size());
  }
  if (!grid->dims.empty() && coords == nullptr) return null_output(comm, "coords");
  const std::vector<int> at = grid->coordinates(rank);
  std::copy(at.begin(), at.end(), coords);
  return MPI_SUCCESS;
}

int cart_shift(MPI_Comm comm, int direction, int disp, int* rank_source, int* rank_dest) {
  Communicator* communicator = nullptr;
  const Cartesian* grid = nullptr;
  if (const int code = look_up_grid(comm, &communicator, &grid); code != MPI_SUCCESS) return code;
  if (direction < 0 || static_cast<std::size_t>(direction) >= grid->dims.size()) {
    return fail(comm, MPI_ERR_ARG, "argument 'direction' = {}: the grid has dimensions 0..{}", direction,
                static_cast<int>(grid->dims.size()) - 1);
  }
  if (rank_source == nullptr) return null_output(comm, "rank_source");
  if (rank_dest == nullptr) return null_output(comm, "rank_dest");
  const int source = grid->neighbor(communicator->rank(), direction, -disp);
  const int dest = grid->neighbor(communicator->rank(), direction, disp);
  *rank_source = source < 0 ? MPI_PROC_NULL : source;
  *rank_dest = dest < 0 ? MPI_PROC_NULL : dest;
  return MPI_SUCCESS;
}

int cart_sub(MPI_Comm comm, const int remain_dims[], MPI_Comm* newcomm) {
  Communicator* communicator = nullptr;
  const Cartesian* grid = nullptr;
  if (const int code = look_up_grid(comm, &communicator, &grid); code != MPI_SUCCESS) return code;
  Refusal refusal(comm, *communicator, schedule::Constructor::cart_sub);
  if (!grid->dims.empty() && remain_dims == nullptr) return null_output(comm, "remain_dims");
  if (newcomm == nullptr) return null_output(comm, "newcomm");
  refusal.dismiss();
  Cartesian part;
  int color = 0;
  int key = 0;
  const std::vector<int> at = grid->coordinates(communicator->rank());
  for (std::size_t i = 0; i < grid->dims.size(); ++i) {
    if (remain_dims[i] != 0) {
      part.dims.push_back(grid->dims[i]);
      part.periods.push_back(grid->periods[i]);
      key = key * grid->dims[i] + at[i];
    } else {
      color = color * grid->dims[i] + at[i];
    }
  }
  if (const int code = split_intra(comm, *communicator, color, key, schedule::Constructor::cart_sub, newcomm);
      code != MPI_SUCCESS) {
    return code;
  }
  auto topology = std::make_unique<Topology>();
  topology->shape = std::move(part);
  extension_of(*comms().lookup(*newcomm)).topology = std::move(topology);
  return MPI_SUCCESS;
}

int topo_test(MPI_Comm comm, int* status) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (status == nullptr) return null_output(comm, "status");
  const Topology* topology = extension_of(*communicator).topology.get();
  constexpr int kinds[] = {MPI_CART, MPI_GRAPH, MPI_DIST_GRAPH};
  *status = topology == nullptr ? MPI_UNDEFINED : kinds[topology->shape.index()];
  return MPI_SUCCESS;
}

}  // namespace api
}  // namespace baton::mpi
