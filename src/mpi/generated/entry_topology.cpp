// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter topology, one call each. Next: the body in mpi/topology*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_topology.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Cart_coords(MPI_Comm comm, int, int, int[]) { return unsupported("MPI_Cart_coords", comm); }
[[gnu::weak, gnu::alias("PMPI_Cart_coords")]] int MPI_Cart_coords(MPI_Comm, int, int, int[]);

int PMPI_Cart_create(MPI_Comm comm_old, int, const int[], const int[], int, MPI_Comm*) {
  return unsupported("MPI_Cart_create", comm_old);
}
[[gnu::weak, gnu::alias("PMPI_Cart_create")]] int MPI_Cart_create(MPI_Comm, int, const int[], const int[], int,
    MPI_Comm*);

int PMPI_Cart_get(MPI_Comm comm, int, int[], int[], int[]) { return unsupported("MPI_Cart_get", comm); }
[[gnu::weak, gnu::alias("PMPI_Cart_get")]] int MPI_Cart_get(MPI_Comm, int, int[], int[], int[]);

int PMPI_Cart_map(MPI_Comm comm, int, const int[], const int[], int*) { return unsupported("MPI_Cart_map", comm); }
[[gnu::weak, gnu::alias("PMPI_Cart_map")]] int MPI_Cart_map(MPI_Comm, int, const int[], const int[], int*);

int PMPI_Cart_rank(MPI_Comm comm, const int[], int*) { return unsupported("MPI_Cart_rank", comm); }
[[gnu::weak, gnu::alias("PMPI_Cart_rank")]] int MPI_Cart_rank(MPI_Comm, const int[], int*);

int PMPI_Cart_shift(MPI_Comm comm, int, int, int*, int*) { return unsupported("MPI_Cart_shift", comm); }
[[gnu::weak, gnu::alias("PMPI_Cart_shift")]] int MPI_Cart_shift(MPI_Comm, int, int, int*, int*);

int PMPI_Cart_sub(MPI_Comm comm, const int[], MPI_Comm*) { return unsupported("MPI_Cart_sub", comm); }
[[gnu::weak, gnu::alias("PMPI_Cart_sub")]] int MPI_Cart_sub(MPI_Comm, const int[], MPI_Comm*);

int PMPI_Cartdim_get(MPI_Comm comm, int*) { return unsupported("MPI_Cartdim_get", comm); }
[[gnu::weak, gnu::alias("PMPI_Cartdim_get")]] int MPI_Cartdim_get(MPI_Comm, int*);

int PMPI_Dims_create(int, int, int[]) { return unsupported("MPI_Dims_create", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Dims_create")]] int MPI_Dims_create(int, int, int[]);

int PMPI_Dist_graph_create(MPI_Comm comm_old, int, const int[], const int[], const int[], const int[], MPI_Info, int,
    MPI_Comm*) {
  return unsupported("MPI_Dist_graph_create", comm_old);
}
[[gnu::weak, gnu::alias("PMPI_Dist_graph_create")]] int MPI_Dist_graph_create(MPI_Comm, int, const int[], const int[],
    const int[], const int[], MPI_Info, int, MPI_Comm*);

int PMPI_Dist_graph_create_adjacent(MPI_Comm comm_old, int, const int[], const int[], int, const int[], const int[],
    MPI_Info, int, MPI_Comm*) {
  return unsupported("MPI_Dist_graph_create_adjacent", comm_old);
}
[[gnu::weak, gnu::alias("PMPI_Dist_graph_create_adjacent")]] int MPI_Dist_graph_create_adjacent(MPI_Comm, int,
    const int[], const int[], int, const int[], const int[], MPI_Info, int, MPI_Comm*);

int PMPI_Dist_graph_neighbors(MPI_Comm comm, int, int[], int[], int, int[], int[]) {
  return unsupported("MPI_Dist_graph_neighbors", comm);
}
[[gnu::weak, gnu::alias("PMPI_Dist_graph_neighbors")]] int MPI_Dist_graph_neighbors(MPI_Comm, int, int[], int[], int,
    int[], int[]);

int PMPI_Dist_graph_neighbors_count(MPI_Comm comm, int*, int*, int*) {
  return unsupported("MPI_Dist_graph_neighbors_count", comm);
}
[[gnu::weak, gnu::alias("PMPI_Dist_graph_neighbors_count")]] int MPI_Dist_graph_neighbors_count(MPI_Comm, int*, int*,
    int*);

int PMPI_Graph_create(MPI_Comm comm_old, int, const int[], const int[], int, MPI_Comm*) {
  return unsupported("MPI_Graph_create", comm_old);
}
[[gnu::weak, gnu::alias("PMPI_Graph_create")]] int MPI_Graph_create(MPI_Comm, int, const int[], const int[], int,
    MPI_Comm*);

int PMPI_Graph_get(MPI_Comm comm, int, int, int[], int[]) { return unsupported("MPI_Graph_get", comm); }
[[gnu::weak, gnu::alias("PMPI_Graph_get")]] int MPI_Graph_get(MPI_Comm, int, int, int[], int[]);

int PMPI_Graph_map(MPI_Comm comm, int, const int[], const int[], int*) { return unsupported("MPI_Graph_map", comm); }
[[gnu::weak, gnu::alias("PMPI_Graph_map")]] int MPI_Graph_map(MPI_Comm, int, const int[], const int[], int*);

int PMPI_Graph_neighbors(MPI_Comm comm, int, int, int[]) { return unsupported("MPI_Graph_neighbors", comm); }
[[gnu::weak, gnu::alias("PMPI_Graph_neighbors")]] int MPI_Graph_neighbors(MPI_Comm, int, int, int[]);

int PMPI_Graph_neighbors_count(MPI_Comm comm, int, int*) { return unsupported("MPI_Graph_neighbors_count", comm); }
[[gnu::weak, gnu::alias("PMPI_Graph_neighbors_count")]] int MPI_Graph_neighbors_count(MPI_Comm, int, int*);

int PMPI_Graphdims_get(MPI_Comm comm, int*, int*) { return unsupported("MPI_Graphdims_get", comm); }
[[gnu::weak, gnu::alias("PMPI_Graphdims_get")]] int MPI_Graphdims_get(MPI_Comm, int*, int*);

int PMPI_Topo_test(MPI_Comm comm, int*) { return unsupported("MPI_Topo_test", comm); }
[[gnu::weak, gnu::alias("PMPI_Topo_test")]] int MPI_Topo_test(MPI_Comm, int*);

}  // extern "C"
