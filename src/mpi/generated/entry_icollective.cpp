// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter icollective, one call each. Next: the body in mpi/icollective*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_icollective.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Iallgather(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iallgather", [&] { return api::iallgather(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iallgather")]] int MPI_Iallgather(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Iallgather_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iallgather_c", [&] { return api::iallgather(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iallgather_c")]] int MPI_Iallgather_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Iallgatherv(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, const int recvcounts[],
    const int displs[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iallgatherv", [&] { return api::iallgatherv(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iallgatherv")]] int MPI_Iallgatherv(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Iallgatherv_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iallgatherv_c", [&] { return api::iallgatherv(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iallgatherv_c")]] int MPI_Iallgatherv_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Iallreduce(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Iallreduce", [&] { return api::iallreduce(sendbuf, recvbuf, count, datatype, op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iallreduce")]] int MPI_Iallreduce(const void*, void*, int, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Request*);

int PMPI_Iallreduce_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iallreduce_c", [&] { return api::iallreduce(sendbuf, recvbuf, count, datatype, op, comm,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Iallreduce_c")]] int MPI_Iallreduce_c(const void*, void*, MPI_Count, MPI_Datatype,
    MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Ialltoall(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ialltoall", [&] { return api::ialltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ialltoall")]] int MPI_Ialltoall(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    MPI_Comm, MPI_Request*);

int PMPI_Ialltoall_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ialltoall_c", [&] { return api::ialltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ialltoall_c")]] int MPI_Ialltoall_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ialltoallv(const void* sendbuf, const int sendcounts[], const int sdispls[], MPI_Datatype sendtype,
    void* recvbuf, const int recvcounts[], const int rdispls[], MPI_Datatype recvtype, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Ialltoallv", [&] { return api::ialltoallv(sendbuf, Counts(sendcounts), Counts(sdispls), sendtype,
    recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ialltoallv")]] int MPI_Ialltoallv(const void*, const int[], const int[], MPI_Datatype,
    void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ialltoallv_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    MPI_Datatype sendtype, void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ialltoallv_c", [&] { return api::ialltoallv(sendbuf, Counts(sendcounts), Counts(sdispls), sendtype,
    recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ialltoallv_c")]] int MPI_Ialltoallv_c(const void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ialltoallw(const void* sendbuf, const int sendcounts[], const int sdispls[], const MPI_Datatype sendtypes[],
    void* recvbuf, const int recvcounts[], const int rdispls[], const MPI_Datatype recvtypes[], MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Ialltoallw", [&] { return api::ialltoallw(sendbuf, Counts(sendcounts), Counts(sdispls), sendtypes,
    recvbuf, Counts(recvcounts), Counts(rdispls), recvtypes, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ialltoallw")]] int MPI_Ialltoallw(const void*, const int[], const int[],
    const MPI_Datatype[], void*, const int[], const int[], const MPI_Datatype[], MPI_Comm, MPI_Request*);

int PMPI_Ialltoallw_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ialltoallw_c", [&] { return api::ialltoallw(sendbuf, Counts(sendcounts), Counts(sdispls),
    sendtypes, recvbuf, Counts(recvcounts), Counts(rdispls), recvtypes, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ialltoallw_c")]] int MPI_Ialltoallw_c(const void*, const MPI_Count[], const MPI_Aint[],
    const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm, MPI_Request*);

int PMPI_Ibarrier(MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ibarrier", [&] { return api::ibarrier(comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ibarrier")]] int MPI_Ibarrier(MPI_Comm, MPI_Request*);

int PMPI_Ibcast(void* buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ibcast", [&] { return api::ibcast(buffer, count, datatype, root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ibcast")]] int MPI_Ibcast(void*, int, MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Ibcast_c(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ibcast_c", [&] { return api::ibcast(buffer, count, datatype, root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ibcast_c")]] int MPI_Ibcast_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm,
    MPI_Request*);

int PMPI_Iexscan(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Iexscan", [&] { return api::iexscan(sendbuf, recvbuf, count, datatype, op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iexscan")]] int MPI_Iexscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm,
    MPI_Request*);

int PMPI_Iexscan_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iexscan_c", [&] { return api::iexscan(sendbuf, recvbuf, count, datatype, op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iexscan_c")]] int MPI_Iexscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Request*);

int PMPI_Igather(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Igather", [&] { return api::igather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Igather")]] int MPI_Igather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    int, MPI_Comm, MPI_Request*);

int PMPI_Igather_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Igather_c", [&] { return api::igather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Igather_c")]] int MPI_Igather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Igatherv(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, const int recvcounts[],
    const int displs[], MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Igatherv", [&] { return api::igatherv(sendbuf, sendcount, sendtype, recvbuf, Counts(recvcounts),
    Counts(displs), recvtype, root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Igatherv")]] int MPI_Igatherv(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Igatherv_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, int root, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Igatherv_c", [&] { return api::igatherv(sendbuf, sendcount, sendtype, recvbuf, Counts(recvcounts),
    Counts(displs), recvtype, root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Igatherv_c")]] int MPI_Igatherv_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Ireduce(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root,
    MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ireduce", [&] { return api::ireduce(sendbuf, recvbuf, count, datatype, op, root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ireduce")]] int MPI_Ireduce(const void*, void*, int, MPI_Datatype, MPI_Op, int, MPI_Comm,
    MPI_Request*);

int PMPI_Ireduce_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
    MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ireduce_c", [&] { return api::ireduce(sendbuf, recvbuf, count, datatype, op, root, comm,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_c")]] int MPI_Ireduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, int,
    MPI_Comm, MPI_Request*);

int PMPI_Ireduce_scatter(const void* sendbuf, void* recvbuf, const int recvcounts[], MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ireduce_scatter", [&] { return api::ireduce_scatter(sendbuf, recvbuf, Counts(recvcounts), datatype,
    op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_scatter")]] int MPI_Ireduce_scatter(const void*, void*, const int[],
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Ireduce_scatter_c(const void* sendbuf, void* recvbuf, const MPI_Count recvcounts[], MPI_Datatype datatype,
    MPI_Op op, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ireduce_scatter_c", [&] { return api::ireduce_scatter(sendbuf, recvbuf, Counts(recvcounts),
    datatype, op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_scatter_c")]] int MPI_Ireduce_scatter_c(const void*, void*, const MPI_Count[],
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Ireduce_scatter_block(const void* sendbuf, void* recvbuf, int recvcount, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ireduce_scatter_block", [&] { return api::ireduce_scatter_block(sendbuf, recvbuf, recvcount,
    datatype, op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_scatter_block")]] int MPI_Ireduce_scatter_block(const void*, void*, int,
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Ireduce_scatter_block_c(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype,
    MPI_Op op, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ireduce_scatter_block_c", [&] { return api::ireduce_scatter_block(sendbuf, recvbuf, recvcount,
    datatype, op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ireduce_scatter_block_c")]] int MPI_Ireduce_scatter_block_c(const void*, void*,
    MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm, MPI_Request*);

int PMPI_Iscan(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Iscan", [&] { return api::iscan(sendbuf, recvbuf, count, datatype, op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iscan")]] int MPI_Iscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm,
    MPI_Request*);

int PMPI_Iscan_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Iscan_c", [&] { return api::iscan(sendbuf, recvbuf, count, datatype, op, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iscan_c")]] int MPI_Iscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Request*);

int PMPI_Iscatter(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iscatter", [&] { return api::iscatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iscatter")]] int MPI_Iscatter(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    int, MPI_Comm, MPI_Request*);

int PMPI_Iscatter_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iscatter_c", [&] { return api::iscatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iscatter_c")]] int MPI_Iscatter_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Iscatterv(const void* sendbuf, const int sendcounts[], const int displs[], MPI_Datatype sendtype,
    void* recvbuf, int recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iscatterv", [&] { return api::iscatterv(sendbuf, Counts(sendcounts), Counts(displs), sendtype,
    recvbuf, recvcount, recvtype, root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iscatterv")]] int MPI_Iscatterv(const void*, const int[], const int[], MPI_Datatype,
    void*, int, MPI_Datatype, int, MPI_Comm, MPI_Request*);

int PMPI_Iscatterv_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint displs[], MPI_Datatype sendtype,
    void* recvbuf, MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Iscatterv_c", [&] { return api::iscatterv(sendbuf, Counts(sendcounts), Counts(displs), sendtype,
    recvbuf, recvcount, recvtype, root, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Iscatterv_c")]] int MPI_Iscatterv_c(const void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm, MPI_Request*);

}  // extern "C"
