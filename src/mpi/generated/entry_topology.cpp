// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter topology, one call each. Next: the body in mpi/topology*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_topology.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int coords[]) {
  return enter("MPI_Cart_coords", [&] { return api::cart_coords(comm, rank, maxdims, coords); });
}
[[gnu::weak, gnu::alias("PMPI_Cart_coords")]] int MPI_Cart_coords(MPI_Comm, int, int, int[]);

int PMPI_Cart_create(MPI_Comm comm_old, int ndims, const int dims[], const int periods[], int reorder,
    MPI_Comm* comm_cart) {
  return enter("MPI_Cart_create", [&] { return api::cart_create(comm_old, ndims, dims, periods, reorder, comm_cart); });
}
[[gnu::weak, gnu::alias("PMPI_Cart_create")]] int MPI_Cart_create(MPI_Comm, int, const int[], const int[], int,
    MPI_Comm*);

int PMPI_Cart_get(MPI_Comm comm, int maxdims, int dims[], int periods[], int coords[]) {
  return enter("MPI_Cart_get", [&] { return api::cart_get(comm, maxdims, dims, periods, coords); });
}
[[gnu::weak, gnu::alias("PMPI_Cart_get")]] int MPI_Cart_get(MPI_Comm, int, int[], int[], int[]);

int PMPI_Cart_map(MPI_Comm comm, int ndims, const int dims[], const int periods[], int* newrank) {
  return enter("MPI_Cart_map", [&] { return api::cart_map(comm, ndims, dims, periods, newrank); });
}
[[gnu::weak, gnu::alias("PMPI_Cart_map")]] int MPI_Cart_map(MPI_Comm, int, const int[], const int[], int*);

int PMPI_Cart_rank(MPI_Comm comm, const int coords[], int* rank) {
  return enter("MPI_Cart_rank", [&] { return api::cart_rank(comm, coords, rank); });
}
[[gnu::weak, gnu::alias("PMPI_Cart_rank")]] int MPI_Cart_rank(MPI_Comm, const int[], int*);

int PMPI_Cart_shift(MPI_Comm comm, int direction, int disp, int* rank_source, int* rank_dest) {
  return enter("MPI_Cart_shift", [&] { return api::cart_shift(comm, direction, disp, rank_source, rank_dest); });
}
[[gnu::weak, gnu::alias("PMPI_Cart_shift")]] int MPI_Cart_shift(MPI_Comm, int, int, int*, int*);

int PMPI_Cart_sub(MPI_Comm comm, const int remain_dims[], MPI_Comm* newcomm) {
  return enter("MPI_Cart_sub", [&] { return api::cart_sub(comm, remain_dims, newcomm); });
}
[[gnu::weak, gnu::alias("PMPI_Cart_sub")]] int MPI_Cart_sub(MPI_Comm, const int[], MPI_Comm*);

int PMPI_Cartdim_get(MPI_Comm comm, int* ndims) {
  return enter("MPI_Cartdim_get", [&] { return api::cartdim_get(comm, ndims); });
}
[[gnu::weak, gnu::alias("PMPI_Cartdim_get")]] int MPI_Cartdim_get(MPI_Comm, int*);

int PMPI_Dims_create(int nnodes, int ndims, int dims[]) {
  return enter("MPI_Dims_create", [&] { return api::dims_create(nnodes, ndims, dims); });
}
[[gnu::weak, gnu::alias("PMPI_Dims_create")]] int MPI_Dims_create(int, int, int[]);

int PMPI_Dist_graph_create(MPI_Comm comm_old, int n, const int sources[], const int degrees[],
    const int destinations[], const int weights[], MPI_Info info, int reorder, MPI_Comm* comm_dist_graph) {
  return enter("MPI_Dist_graph_create", [&] { return api::dist_graph_create(comm_old, n, sources, degrees,
    destinations, weights, info, reorder, comm_dist_graph); });
}
[[gnu::weak, gnu::alias("PMPI_Dist_graph_create")]] int MPI_Dist_graph_create(MPI_Comm, int, const int[], const int[],
    const int[], const int[], MPI_Info, int, MPI_Comm*);

int PMPI_Dist_graph_create_adjacent(MPI_Comm comm_old, int indegree, const int sources[], const int sourceweights[],
    int outdegree, const int destinations[], const int destweights[], MPI_Info info, int reorder,
    MPI_Comm* comm_dist_graph) {
  return enter("MPI_Dist_graph_create_adjacent", [&] { return api::dist_graph_create_adjacent(comm_old, indegree,
    sources, sourceweights, outdegree, destinations, destweights, info, reorder, comm_dist_graph); });
}
[[gnu::weak, gnu::alias("PMPI_Dist_graph_create_adjacent")]] int MPI_Dist_graph_create_adjacent(MPI_Comm, int,
    const int[], const int[], int, const int[], const int[], MPI_Info, int, MPI_Comm*);

int PMPI_Dist_graph_neighbors(MPI_Comm comm, int maxindegree, int sources[], int sourceweights[], int maxoutdegree,
    int destinations[], int destweights[]) {
  return enter("MPI_Dist_graph_neighbors", [&] { return api::dist_graph_neighbors(comm, maxindegree, sources,
    sourceweights, maxoutdegree, destinations, destweights); });
}
[[gnu::weak, gnu::alias("PMPI_Dist_graph_neighbors")]] int MPI_Dist_graph_neighbors(MPI_Comm, int, int[], int[], int,
    int[], int[]);

int PMPI_Dist_graph_neighbors_count(MPI_Comm comm, int* indegree, int* outdegree, int* weighted) {
  return enter("MPI_Dist_graph_neighbors_count", [&] { return api::dist_graph_neighbors_count(comm, indegree,
    outdegree, weighted); });
}
[[gnu::weak, gnu::alias("PMPI_Dist_graph_neighbors_count")]] int MPI_Dist_graph_neighbors_count(MPI_Comm, int*, int*,
    int*);

int PMPI_Graph_create(MPI_Comm comm_old, int nnodes, const int indx[], const int edges[], int reorder,
    MPI_Comm* comm_graph) {
  return enter("MPI_Graph_create", [&] { return api::graph_create(comm_old, nnodes, indx, edges, reorder,
    comm_graph); });
}
[[gnu::weak, gnu::alias("PMPI_Graph_create")]] int MPI_Graph_create(MPI_Comm, int, const int[], const int[], int,
    MPI_Comm*);

int PMPI_Graph_get(MPI_Comm comm, int maxindex, int maxedges, int indx[], int edges[]) {
  return enter("MPI_Graph_get", [&] { return api::graph_get(comm, maxindex, maxedges, indx, edges); });
}
[[gnu::weak, gnu::alias("PMPI_Graph_get")]] int MPI_Graph_get(MPI_Comm, int, int, int[], int[]);

int PMPI_Graph_map(MPI_Comm comm, int nnodes, const int indx[], const int edges[], int* newrank) {
  return enter("MPI_Graph_map", [&] { return api::graph_map(comm, nnodes, indx, edges, newrank); });
}
[[gnu::weak, gnu::alias("PMPI_Graph_map")]] int MPI_Graph_map(MPI_Comm, int, const int[], const int[], int*);

int PMPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors, int neighbors[]) {
  return enter("MPI_Graph_neighbors", [&] { return api::graph_neighbors(comm, rank, maxneighbors, neighbors); });
}
[[gnu::weak, gnu::alias("PMPI_Graph_neighbors")]] int MPI_Graph_neighbors(MPI_Comm, int, int, int[]);

int PMPI_Graph_neighbors_count(MPI_Comm comm, int rank, int* nneighbors) {
  return enter("MPI_Graph_neighbors_count", [&] { return api::graph_neighbors_count(comm, rank, nneighbors); });
}
[[gnu::weak, gnu::alias("PMPI_Graph_neighbors_count")]] int MPI_Graph_neighbors_count(MPI_Comm, int, int*);

int PMPI_Graphdims_get(MPI_Comm comm, int* nnodes, int* nedges) {
  return enter("MPI_Graphdims_get", [&] { return api::graphdims_get(comm, nnodes, nedges); });
}
[[gnu::weak, gnu::alias("PMPI_Graphdims_get")]] int MPI_Graphdims_get(MPI_Comm, int*, int*);

int PMPI_Topo_test(MPI_Comm comm, int* status) {
  return enter("MPI_Topo_test", [&] { return api::topo_test(comm, status); });
}
[[gnu::weak, gnu::alias("PMPI_Topo_test")]] int MPI_Topo_test(MPI_Comm, int*);

}  // extern "C"
