// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter pcollective, one call each. Next: the body in mpi/pcollective*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_pcollective.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Allgather_init(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Allgather_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allgather_init")]] int MPI_Allgather_init(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allgather_init_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm,
    MPI_Info, MPI_Request*) {
  return unsupported("MPI_Allgather_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allgather_init_c")]] int MPI_Allgather_init_c(const void*, MPI_Count, MPI_Datatype,
    void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allgatherv_init(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm comm,
    MPI_Info, MPI_Request*) {
  return unsupported("MPI_Allgatherv_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allgatherv_init")]] int MPI_Allgatherv_init(const void*, int, MPI_Datatype, void*,
    const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allgatherv_init_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Allgatherv_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allgatherv_init_c")]] int MPI_Allgatherv_init_c(const void*, MPI_Count, MPI_Datatype,
    void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allreduce_init(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Allreduce_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allreduce_init")]] int MPI_Allreduce_init(const void*, void*, int, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allreduce_init_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Allreduce_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Allreduce_init_c")]] int MPI_Allreduce_init_c(const void*, void*, MPI_Count,
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoall_init(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Alltoall_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoall_init")]] int MPI_Alltoall_init(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoall_init_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Alltoall_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoall_init_c")]] int MPI_Alltoall_init_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoallv_init(const void*, const int[], const int[], MPI_Datatype, void*, const int[], const int[],
    MPI_Datatype, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Alltoallv_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoallv_init")]] int MPI_Alltoallv_init(const void*, const int[], const int[],
    MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoallv_init_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Alltoallv_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoallv_init_c")]] int MPI_Alltoallv_init_c(const void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Info,
    MPI_Request*);

int PMPI_Alltoallw_init(const void*, const int[], const int[], const MPI_Datatype[], void*, const int[], const int[],
    const MPI_Datatype[], MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Alltoallw_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoallw_init")]] int MPI_Alltoallw_init(const void*, const int[], const int[],
    const MPI_Datatype[], void*, const int[], const int[], const MPI_Datatype[], MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoallw_init_c(const void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], void*,
    const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Alltoallw_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Alltoallw_init_c")]] int MPI_Alltoallw_init_c(const void*, const MPI_Count[],
    const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Barrier_init(MPI_Comm comm, MPI_Info, MPI_Request*) { return unsupported("MPI_Barrier_init", comm); }
[[gnu::weak, gnu::alias("PMPI_Barrier_init")]] int MPI_Barrier_init(MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Bcast_init(void*, int, MPI_Datatype, int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Bcast_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Bcast_init")]] int MPI_Bcast_init(void*, int, MPI_Datatype, int, MPI_Comm, MPI_Info,
    MPI_Request*);

int PMPI_Bcast_init_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Bcast_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Bcast_init_c")]] int MPI_Bcast_init_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Exscan_init(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Exscan_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Exscan_init")]] int MPI_Exscan_init(const void*, void*, int, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Exscan_init_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Exscan_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Exscan_init_c")]] int MPI_Exscan_init_c(const void*, void*, MPI_Count, MPI_Datatype,
    MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Gather_init(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Gather_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Gather_init")]] int MPI_Gather_init(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Gather_init_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm,
    MPI_Info, MPI_Request*) {
  return unsupported("MPI_Gather_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Gather_init_c")]] int MPI_Gather_init_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Gatherv_init(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype, int,
    MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Gatherv_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Gatherv_init")]] int MPI_Gatherv_init(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Gatherv_init_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype,
    int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Gatherv_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Gatherv_init_c")]] int MPI_Gatherv_init_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_init(const void*, void*, int, MPI_Datatype, MPI_Op, int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Reduce_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_init")]] int MPI_Reduce_init(const void*, void*, int, MPI_Datatype, MPI_Op, int,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_init_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, int, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Reduce_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_init_c")]] int MPI_Reduce_init_c(const void*, void*, MPI_Count, MPI_Datatype,
    MPI_Op, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_scatter_block_init(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Reduce_scatter_block_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_block_init")]] int MPI_Reduce_scatter_block_init(const void*, void*, int,
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_scatter_block_init_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Reduce_scatter_block_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_block_init_c")]] int MPI_Reduce_scatter_block_init_c(const void*, void*,
    MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_scatter_init(const void*, void*, const int[], MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Reduce_scatter_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_init")]] int MPI_Reduce_scatter_init(const void*, void*, const int[],
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_scatter_init_c(const void*, void*, const MPI_Count[], MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Reduce_scatter_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_init_c")]] int MPI_Reduce_scatter_init_c(const void*, void*,
    const MPI_Count[], MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scan_init(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Scan_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scan_init")]] int MPI_Scan_init(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Scan_init_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Scan_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scan_init_c")]] int MPI_Scan_init_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scatter_init(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm comm, MPI_Info,
    MPI_Request*) {
  return unsupported("MPI_Scatter_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scatter_init")]] int MPI_Scatter_init(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scatter_init_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm,
    MPI_Info, MPI_Request*) {
  return unsupported("MPI_Scatter_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scatter_init_c")]] int MPI_Scatter_init_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scatterv_init(const void*, const int[], const int[], MPI_Datatype, void*, int, MPI_Datatype, int,
    MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Scatterv_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scatterv_init")]] int MPI_Scatterv_init(const void*, const int[], const int[],
    MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scatterv_init_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Scatterv_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Scatterv_init_c")]] int MPI_Scatterv_init_c(const void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

}  // extern "C"
