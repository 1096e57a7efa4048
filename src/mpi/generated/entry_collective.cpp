// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter collective, one call each. Next: the body in mpi/collective*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_collective.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Allgather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Allgather", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allgather")]] int MPI_Allgather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    MPI_Comm);

int PMPI_Allgather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Allgather_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allgather_c")]] int MPI_Allgather_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, MPI_Comm);

int PMPI_Allgatherv(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Allgatherv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allgatherv")]] int MPI_Allgatherv(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, MPI_Comm);

int PMPI_Allgatherv_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype,
    MPI_Comm comm) {
  return unsupported("MPI_Allgatherv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allgatherv_c")]] int MPI_Allgatherv_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm);

int PMPI_Allreduce(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Allreduce", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allreduce")]] int MPI_Allreduce(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Allreduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Allreduce_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allreduce_c")]] int MPI_Allreduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm);

int PMPI_Alltoall(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Alltoall", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoall")]] int MPI_Alltoall(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    MPI_Comm);

int PMPI_Alltoall_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Alltoall_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoall_c")]] int MPI_Alltoall_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, MPI_Comm);

int PMPI_Alltoallv(const void*, const int[], const int[], MPI_Datatype, void*, const int[], const int[], MPI_Datatype,
    MPI_Comm comm) {
  return unsupported("MPI_Alltoallv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoallv")]] int MPI_Alltoallv(const void*, const int[], const int[], MPI_Datatype,
    void*, const int[], const int[], MPI_Datatype, MPI_Comm);

int PMPI_Alltoallv_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Alltoallv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoallv_c")]] int MPI_Alltoallv_c(const void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm);

int PMPI_Alltoallw(const void*, const int[], const int[], const MPI_Datatype[], void*, const int[], const int[],
    const MPI_Datatype[], MPI_Comm comm) {
  return unsupported("MPI_Alltoallw", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoallw")]] int MPI_Alltoallw(const void*, const int[], const int[],
    const MPI_Datatype[], void*, const int[], const int[], const MPI_Datatype[], MPI_Comm);

int PMPI_Alltoallw_c(const void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[],
    const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm) {
  return unsupported("MPI_Alltoallw_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoallw_c")]] int MPI_Alltoallw_c(const void*, const MPI_Count[], const MPI_Aint[],
    const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm);

int PMPI_Barrier(MPI_Comm comm) { return unsupported("MPI_Barrier", comm); }
[[gnu::weak, gnu::alias("PMPI_Barrier")]] int MPI_Barrier(MPI_Comm);

int PMPI_Bcast(void*, int, MPI_Datatype, int, MPI_Comm comm) { return unsupported("MPI_Bcast", comm); }
[[gnu::weak, gnu::alias("PMPI_Bcast")]] int MPI_Bcast(void*, int, MPI_Datatype, int, MPI_Comm);

int PMPI_Bcast_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm) { return unsupported("MPI_Bcast_c", comm); }
[[gnu::weak, gnu::alias("PMPI_Bcast_c")]] int MPI_Bcast_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm);

int PMPI_Exscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Exscan", comm);
}
[[gnu::weak, gnu::alias("PMPI_Exscan")]] int MPI_Exscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Exscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Exscan_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Exscan_c")]] int MPI_Exscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm);

int PMPI_Gather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm comm) {
  return unsupported("MPI_Gather", comm);
}
[[gnu::weak, gnu::alias("PMPI_Gather")]] int MPI_Gather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int,
    MPI_Comm);

int PMPI_Gather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm) {
  return unsupported("MPI_Gather_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Gather_c")]] int MPI_Gather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm);

int PMPI_Gatherv(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype, int, MPI_Comm comm) {
  return unsupported("MPI_Gatherv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Gatherv")]] int MPI_Gatherv(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, int, MPI_Comm);

int PMPI_Gatherv_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, int,
    MPI_Comm comm) {
  return unsupported("MPI_Gatherv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Gatherv_c")]] int MPI_Gatherv_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, int, MPI_Comm);

int PMPI_Reduce(const void*, void*, int, MPI_Datatype, MPI_Op, int, MPI_Comm comm) {
  return unsupported("MPI_Reduce", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce")]] int MPI_Reduce(const void*, void*, int, MPI_Datatype, MPI_Op, int, MPI_Comm);

int PMPI_Reduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, int, MPI_Comm comm) {
  return unsupported("MPI_Reduce_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_c")]] int MPI_Reduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, int,
    MPI_Comm);

int PMPI_Reduce_scatter(const void*, void*, const int[], MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Reduce_scatter", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter")]] int MPI_Reduce_scatter(const void*, void*, const int[], MPI_Datatype,
    MPI_Op, MPI_Comm);

int PMPI_Reduce_scatter_c(const void*, void*, const MPI_Count[], MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Reduce_scatter_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_c")]] int MPI_Reduce_scatter_c(const void*, void*, const MPI_Count[],
    MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Reduce_scatter_block(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Reduce_scatter_block", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_block")]] int MPI_Reduce_scatter_block(const void*, void*, int,
    MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Reduce_scatter_block_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Reduce_scatter_block_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_block_c")]] int MPI_Reduce_scatter_block_c(const void*, void*, MPI_Count,
    MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Scan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm) { return unsupported("MPI_Scan", comm); }
[[gnu::weak, gnu::alias("PMPI_Scan")]] int MPI_Scan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Scan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm) {
  return unsupported("MPI_Scan_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scan_c")]] int MPI_Scan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Scatter(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm comm) {
  return unsupported("MPI_Scatter", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scatter")]] int MPI_Scatter(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    int, MPI_Comm);

int PMPI_Scatter_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm) {
  return unsupported("MPI_Scatter_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scatter_c")]] int MPI_Scatter_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm);

int PMPI_Scatterv(const void*, const int[], const int[], MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm comm) {
  return unsupported("MPI_Scatterv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scatterv")]] int MPI_Scatterv(const void*, const int[], const int[], MPI_Datatype, void*,
    int, MPI_Datatype, int, MPI_Comm);

int PMPI_Scatterv_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, MPI_Count, MPI_Datatype,
    int, MPI_Comm comm) {
  return unsupported("MPI_Scatterv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scatterv_c")]] int MPI_Scatterv_c(const void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm);

}  // extern "C"
