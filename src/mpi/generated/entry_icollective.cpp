// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter icollective, one call each. Next: the body in mpi/icollective*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_icollective.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Iallgather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iallgather", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iallgather")]] int MPI_Iallgather(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Iallgather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Iallgather_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iallgather_c")]] int MPI_Iallgather_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Iallgatherv(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Iallgatherv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iallgatherv")]] int MPI_Iallgatherv(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Iallgatherv_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype,
    MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iallgatherv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iallgatherv_c")]] int MPI_Iallgatherv_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Iallreduce(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iallreduce", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iallreduce")]] int MPI_Iallreduce(const void*, void*, int, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Request*);

int PMPI_Iallreduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iallreduce_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iallreduce_c")]] int MPI_Iallreduce_c(const void*, void*, MPI_Count, MPI_Datatype,
    MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Ialltoall(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ialltoall", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ialltoall")]] int MPI_Ialltoall(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    MPI_Comm, MPI_Request*);

int PMPI_Ialltoall_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Ialltoall_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ialltoall_c")]] int MPI_Ialltoall_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ialltoallv(const void*, const int[], const int[], MPI_Datatype, void*, const int[], const int[], MPI_Datatype,
    MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ialltoallv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ialltoallv")]] int MPI_Ialltoallv(const void*, const int[], const int[], MPI_Datatype,
    void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ialltoallv_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ialltoallv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ialltoallv_c")]] int MPI_Ialltoallv_c(const void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ialltoallw(const void*, const int[], const int[], const MPI_Datatype[], void*, const int[], const int[],
    const MPI_Datatype[], MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ialltoallw", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ialltoallw")]] int MPI_Ialltoallw(const void*, const int[], const int[],
    const MPI_Datatype[], void*, const int[], const int[], const MPI_Datatype[], MPI_Comm, MPI_Request*);

int PMPI_Ialltoallw_c(const void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[],
    const MPI_Aint[], const MPI_Datatype[], MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ialltoallw_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ialltoallw_c")]] int MPI_Ialltoallw_c(const void*, const MPI_Count[], const MPI_Aint[],
    const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm, MPI_Request*);

int PMPI_Ibarrier(MPI_Comm comm, MPI_Request*) { return unsupported("MPI_Ibarrier", comm); }
[[gnu::weak, gnu::alias("PMPI_Ibarrier")]] int MPI_Ibarrier(MPI_Comm, MPI_Request*);

int PMPI_Ibcast(void*, int, MPI_Datatype, int, MPI_Comm comm, MPI_Request*) { return unsupported("MPI_Ibcast", comm); }
[[gnu::weak, gnu::alias("PMPI_Ibcast")]] int MPI_Ibcast(void*, int, MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Ibcast_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ibcast_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ibcast_c")]] int MPI_Ibcast_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm,
    MPI_Request*);

int PMPI_Iexscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iexscan", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iexscan")]] int MPI_Iexscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm,
    MPI_Request*);

int PMPI_Iexscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iexscan_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iexscan_c")]] int MPI_Iexscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Request*);

int PMPI_Igather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Igather", comm);
}
[[gnu::weak, gnu::alias("PMPI_Igather")]] int MPI_Igather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    int, MPI_Comm, MPI_Request*);

int PMPI_Igather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Igather_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Igather_c")]] int MPI_Igather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Igatherv(const void*, int, MPI_Datatype, void*, const int[], const int[], MPI_Datatype, int, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Igatherv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Igatherv")]] int MPI_Igatherv(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Igatherv_c(const void*, MPI_Count, MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype,
    int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Igatherv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Igatherv_c")]] int MPI_Igatherv_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Ireduce(const void*, void*, int, MPI_Datatype, MPI_Op, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ireduce", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ireduce")]] int MPI_Ireduce(const void*, void*, int, MPI_Datatype, MPI_Op, int, MPI_Comm,
    MPI_Request*);

int PMPI_Ireduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ireduce_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_c")]] int MPI_Ireduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, int,
    MPI_Comm, MPI_Request*);

int PMPI_Ireduce_scatter(const void*, void*, const int[], MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ireduce_scatter", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_scatter")]] int MPI_Ireduce_scatter(const void*, void*, const int[],
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Ireduce_scatter_c(const void*, void*, const MPI_Count[], MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ireduce_scatter_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_scatter_c")]] int MPI_Ireduce_scatter_c(const void*, void*, const MPI_Count[],
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Ireduce_scatter_block(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ireduce_scatter_block", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_scatter_block")]] int MPI_Ireduce_scatter_block(const void*, void*, int,
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Ireduce_scatter_block_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ireduce_scatter_block_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_scatter_block_c")]] int MPI_Ireduce_scatter_block_c(const void*, void*,
    MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Iscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iscan", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iscan")]] int MPI_Iscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm,
    MPI_Request*);

int PMPI_Iscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iscan_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iscan_c")]] int MPI_Iscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Request*);

int PMPI_Iscatter(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iscatter", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iscatter")]] int MPI_Iscatter(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    int, MPI_Comm, MPI_Request*);

int PMPI_Iscatter_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Iscatter_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iscatter_c")]] int MPI_Iscatter_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Iscatterv(const void*, const int[], const int[], MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Iscatterv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iscatterv")]] int MPI_Iscatterv(const void*, const int[], const int[], MPI_Datatype,
    void*, int, MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Iscatterv_c(const void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, MPI_Count, MPI_Datatype,
    int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Iscatterv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Iscatterv_c")]] int MPI_Iscatterv_c(const void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm, MPI_Request*);

}  // extern "C"
