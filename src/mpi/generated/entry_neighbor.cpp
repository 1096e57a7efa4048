// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter neighbor, one call each. Next: the body in mpi/neighbor*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_neighbor.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Ineighbor_allgather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ineighbor_allgather", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_allgather")]] int MPI_Ineighbor_allgather(const void*, int, MPI_Datatype,
    void*, int, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_allgather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Ineighbor_allgather_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_allgather_c")]] int MPI_Ineighbor_allgather_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_allgatherv(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype,
    MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ineighbor_allgatherv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_allgatherv")]] int MPI_Ineighbor_allgatherv(const void*, int, MPI_Datatype,
    void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_allgatherv_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ineighbor_allgatherv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_allgatherv_c")]] int MPI_Ineighbor_allgatherv_c(const void*, MPI_Count,
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoall(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ineighbor_alltoall", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoall")]] int MPI_Ineighbor_alltoall(const void*, int, MPI_Datatype, void*,
    int, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoall_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Ineighbor_alltoall_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoall_c")]] int MPI_Ineighbor_alltoall_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoallv(const void*, const int[], const int[], MPI_Datatype, void*, const int[], const int[],
    MPI_Datatype, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ineighbor_alltoallv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoallv")]] int MPI_Ineighbor_alltoallv(const void*, const int[],
    const int[], MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoallv_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ineighbor_alltoallv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoallv_c")]] int MPI_Ineighbor_alltoallv_c(const void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoallw(const void*, const int[], const MPI_Aint[], const MPI_Datatype[], void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ineighbor_alltoallw", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoallw")]] int MPI_Ineighbor_alltoallw(const void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], void*, const int[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm,
    MPI_Request*);

int PMPI_Ineighbor_alltoallw_c(const void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], void*,
    const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ineighbor_alltoallw_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoallw_c")]] int MPI_Ineighbor_alltoallw_c(const void*, const MPI_Count[],
    const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm,
    MPI_Request*);

int PMPI_Neighbor_allgather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Neighbor_allgather", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgather")]] int MPI_Neighbor_allgather(const void*, int, MPI_Datatype, void*,
    int, MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_allgather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Neighbor_allgather_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgather_c")]] int MPI_Neighbor_allgather_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_allgather_init(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Neighbor_allgather_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgather_init")]] int MPI_Neighbor_allgather_init(const void*, int,
    MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_allgather_init_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm,
    MPI_Info, MPI_Request*) {
  return unsupported("MPI_Neighbor_allgather_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgather_init_c")]] int MPI_Neighbor_allgather_init_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_allgatherv(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype,
    MPI_Comm comm) {
  return unsupported("MPI_Neighbor_allgatherv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgatherv")]] int MPI_Neighbor_allgatherv(const void*, int, MPI_Datatype,
    void*, const int[], const int[], MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_allgatherv_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Neighbor_allgatherv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgatherv_c")]] int MPI_Neighbor_allgatherv_c(const void*, MPI_Count,
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_allgatherv_init(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype,
    MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Neighbor_allgatherv_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgatherv_init")]] int MPI_Neighbor_allgatherv_init(const void*, int,
    MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_allgatherv_init_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Neighbor_allgatherv_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgatherv_init_c")]] int MPI_Neighbor_allgatherv_init_c(const void*, MPI_Count,
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoall(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Neighbor_alltoall", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoall")]] int MPI_Neighbor_alltoall(const void*, int, MPI_Datatype, void*,
    int, MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_alltoall_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Neighbor_alltoall_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoall_c")]] int MPI_Neighbor_alltoall_c(const void*, MPI_Count, MPI_Datatype,
    void*, MPI_Count, MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_alltoall_init(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Neighbor_alltoall_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoall_init")]] int MPI_Neighbor_alltoall_init(const void*, int, MPI_Datatype,
    void*, int, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoall_init_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm,
    MPI_Info, MPI_Request*) {
  return unsupported("MPI_Neighbor_alltoall_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoall_init_c")]] int MPI_Neighbor_alltoall_init_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoallv(const void*, const int[], const int[], MPI_Datatype, void*, const int[], const int[],
    MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Neighbor_alltoallv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallv")]] int MPI_Neighbor_alltoallv(const void*, const int[], const int[],
    MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_alltoallv_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Neighbor_alltoallv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallv_c")]] int MPI_Neighbor_alltoallv_c(const void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_alltoallv_init(const void*, const int[], const int[], MPI_Datatype, void*, const int[], const int[],
    MPI_Datatype, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Neighbor_alltoallv_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallv_init")]] int MPI_Neighbor_alltoallv_init(const void*, const int[],
    const int[], MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoallv_init_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Neighbor_alltoallv_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallv_init_c")]] int MPI_Neighbor_alltoallv_init_c(const void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoallw(const void*, const int[], const MPI_Aint[], const MPI_Datatype[], void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm) {
  return unsupported("MPI_Neighbor_alltoallw", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallw")]] int MPI_Neighbor_alltoallw(const void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], void*, const int[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm);

int PMPI_Neighbor_alltoallw_c(const void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], void*,
    const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm) {
  return unsupported("MPI_Neighbor_alltoallw_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallw_c")]] int MPI_Neighbor_alltoallw_c(const void*, const MPI_Count[],
    const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm);

int PMPI_Neighbor_alltoallw_init(const void*, const int[], const MPI_Aint[], const MPI_Datatype[], void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Neighbor_alltoallw_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallw_init")]] int MPI_Neighbor_alltoallw_init(const void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], void*, const int[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoallw_init_c(const void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], void*,
    const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Neighbor_alltoallw_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallw_init_c")]] int MPI_Neighbor_alltoallw_init_c(const void*,
    const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[],
    const MPI_Datatype[], MPI_Comm, MPI_Info, MPI_Request*);

}  // extern "C"
