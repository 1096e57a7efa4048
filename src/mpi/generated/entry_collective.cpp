// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter collective, one call each. Next: the body in mpi/collective*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_collective.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Allgather(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Allgather", [&] { return api::allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    comm); });
}
[[gnu::weak, gnu::alias("PMPI_Allgather")]] int MPI_Allgather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    MPI_Comm);

int PMPI_Allgather_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Allgather_c", [&] { return api::allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Allgather_c")]] int MPI_Allgather_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, MPI_Comm);

int PMPI_Allgatherv(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, const int recvcounts[],
    const int displs[], MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Allgatherv", [&] { return api::allgatherv(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Allgatherv")]] int MPI_Allgatherv(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, MPI_Comm);

int PMPI_Allgatherv_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Allgatherv_c", [&] { return api::allgatherv(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Allgatherv_c")]] int MPI_Allgatherv_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm);

int PMPI_Allreduce(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return enter("MPI_Allreduce", [&] { return api::allreduce(sendbuf, recvbuf, count, datatype, op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Allreduce")]] int MPI_Allreduce(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Allreduce_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm) {
  return enter("MPI_Allreduce_c", [&] { return api::allreduce(sendbuf, recvbuf, count, datatype, op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Allreduce_c")]] int MPI_Allreduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm);

int PMPI_Alltoall(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Alltoall", [&] { return api::alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    comm); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoall")]] int MPI_Alltoall(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    MPI_Comm);

int PMPI_Alltoall_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Alltoall_c", [&] { return api::alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    comm); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoall_c")]] int MPI_Alltoall_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, MPI_Comm);

int PMPI_Alltoallv(const void* sendbuf, const int sendcounts[], const int sdispls[], MPI_Datatype sendtype,
    void* recvbuf, const int recvcounts[], const int rdispls[], MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Alltoallv", [&] { return api::alltoallv(sendbuf, Counts(sendcounts), Counts(sdispls), sendtype,
    recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoallv")]] int MPI_Alltoallv(const void*, const int[], const int[], MPI_Datatype,
    void*, const int[], const int[], MPI_Datatype, MPI_Comm);

int PMPI_Alltoallv_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    MPI_Datatype sendtype, void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Alltoallv_c", [&] { return api::alltoallv(sendbuf, Counts(sendcounts), Counts(sdispls), sendtype,
    recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoallv_c")]] int MPI_Alltoallv_c(const void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm);

int PMPI_Alltoallw(const void* sendbuf, const int sendcounts[], const int sdispls[], const MPI_Datatype sendtypes[],
    void* recvbuf, const int recvcounts[], const int rdispls[], const MPI_Datatype recvtypes[], MPI_Comm comm) {
  return enter("MPI_Alltoallw", [&] { return api::alltoallw(sendbuf, Counts(sendcounts), Counts(sdispls), sendtypes,
    recvbuf, Counts(recvcounts), Counts(rdispls), recvtypes, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoallw")]] int MPI_Alltoallw(const void*, const int[], const int[],
    const MPI_Datatype[], void*, const int[], const int[], const MPI_Datatype[], MPI_Comm);

int PMPI_Alltoallw_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm) {
  return enter("MPI_Alltoallw_c", [&] { return api::alltoallw(sendbuf, Counts(sendcounts), Counts(sdispls), sendtypes,
    recvbuf, Counts(recvcounts), Counts(rdispls), recvtypes, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoallw_c")]] int MPI_Alltoallw_c(const void*, const MPI_Count[], const MPI_Aint[],
    const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm);

int PMPI_Barrier(MPI_Comm comm) {
  return enter("MPI_Barrier", [&] { return api::barrier(comm); });
}
[[gnu::weak, gnu::alias("PMPI_Barrier")]] int MPI_Barrier(MPI_Comm);

int PMPI_Bcast(void* buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
  return enter("MPI_Bcast", [&] { return api::bcast(buffer, count, datatype, root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Bcast")]] int MPI_Bcast(void*, int, MPI_Datatype, int, MPI_Comm);

int PMPI_Bcast_c(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm) {
  return enter("MPI_Bcast_c", [&] { return api::bcast(buffer, count, datatype, root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Bcast_c")]] int MPI_Bcast_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm);

int PMPI_Exscan(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return enter("MPI_Exscan", [&] { return api::exscan(sendbuf, recvbuf, count, datatype, op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Exscan")]] int MPI_Exscan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Exscan_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm) {
  return enter("MPI_Exscan_c", [&] { return api::exscan(sendbuf, recvbuf, count, datatype, op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Exscan_c")]] int MPI_Exscan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm);

int PMPI_Gather(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return enter("MPI_Gather", [&] { return api::gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root,
    comm); });
}
[[gnu::weak, gnu::alias("PMPI_Gather")]] int MPI_Gather(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int,
    MPI_Comm);

int PMPI_Gather_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return enter("MPI_Gather_c", [&] { return api::gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Gather_c")]] int MPI_Gather_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm);

int PMPI_Gatherv(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, const int recvcounts[],
    const int displs[], MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return enter("MPI_Gatherv", [&] { return api::gatherv(sendbuf, sendcount, sendtype, recvbuf, Counts(recvcounts),
    Counts(displs), recvtype, root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Gatherv")]] int MPI_Gatherv(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, int, MPI_Comm);

int PMPI_Gatherv_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return enter("MPI_Gatherv_c", [&] { return api::gatherv(sendbuf, sendcount, sendtype, recvbuf, Counts(recvcounts),
    Counts(displs), recvtype, root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Gatherv_c")]] int MPI_Gatherv_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, int, MPI_Comm);

int PMPI_Reduce(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root,
    MPI_Comm comm) {
  return enter("MPI_Reduce", [&] { return api::reduce(sendbuf, recvbuf, count, datatype, op, root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce")]] int MPI_Reduce(const void*, void*, int, MPI_Datatype, MPI_Op, int, MPI_Comm);

int PMPI_Reduce_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
    MPI_Comm comm) {
  return enter("MPI_Reduce_c", [&] { return api::reduce(sendbuf, recvbuf, count, datatype, op, root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_c")]] int MPI_Reduce_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, int,
    MPI_Comm);

int PMPI_Reduce_scatter(const void* sendbuf, void* recvbuf, const int recvcounts[], MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm) {
  return enter("MPI_Reduce_scatter", [&] { return api::reduce_scatter(sendbuf, recvbuf, Counts(recvcounts), datatype,
    op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter")]] int MPI_Reduce_scatter(const void*, void*, const int[], MPI_Datatype,
    MPI_Op, MPI_Comm);

int PMPI_Reduce_scatter_c(const void* sendbuf, void* recvbuf, const MPI_Count recvcounts[], MPI_Datatype datatype,
    MPI_Op op, MPI_Comm comm) {
  return enter("MPI_Reduce_scatter_c", [&] { return api::reduce_scatter(sendbuf, recvbuf, Counts(recvcounts), datatype,
    op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_c")]] int MPI_Reduce_scatter_c(const void*, void*, const MPI_Count[],
    MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Reduce_scatter_block(const void* sendbuf, void* recvbuf, int recvcount, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm) {
  return enter("MPI_Reduce_scatter_block", [&] { return api::reduce_scatter_block(sendbuf, recvbuf, recvcount,
    datatype, op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_block")]] int MPI_Reduce_scatter_block(const void*, void*, int,
    MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Reduce_scatter_block_c(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype,
    MPI_Op op, MPI_Comm comm) {
  return enter("MPI_Reduce_scatter_block_c", [&] { return api::reduce_scatter_block(sendbuf, recvbuf, recvcount,
    datatype, op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_block_c")]] int MPI_Reduce_scatter_block_c(const void*, void*, MPI_Count,
    MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Scan(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return enter("MPI_Scan", [&] { return api::scan(sendbuf, recvbuf, count, datatype, op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Scan")]] int MPI_Scan(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Scan_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return enter("MPI_Scan_c", [&] { return api::scan(sendbuf, recvbuf, count, datatype, op, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Scan_c")]] int MPI_Scan_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm);

int PMPI_Scatter(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return enter("MPI_Scatter", [&] { return api::scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Scatter")]] int MPI_Scatter(const void*, int, MPI_Datatype, void*, int, MPI_Datatype,
    int, MPI_Comm);

int PMPI_Scatter_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return enter("MPI_Scatter_c", [&] { return api::scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype,
    root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Scatter_c")]] int MPI_Scatter_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Datatype, int, MPI_Comm);

int PMPI_Scatterv(const void* sendbuf, const int sendcounts[], const int displs[], MPI_Datatype sendtype,
    void* recvbuf, int recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return enter("MPI_Scatterv", [&] { return api::scatterv(sendbuf, Counts(sendcounts), Counts(displs), sendtype,
    recvbuf, recvcount, recvtype, root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Scatterv")]] int MPI_Scatterv(const void*, const int[], const int[], MPI_Datatype, void*,
    int, MPI_Datatype, int, MPI_Comm);

int PMPI_Scatterv_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint displs[], MPI_Datatype sendtype,
    void* recvbuf, MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return enter("MPI_Scatterv_c", [&] { return api::scatterv(sendbuf, Counts(sendcounts), Counts(displs), sendtype,
    recvbuf, recvcount, recvtype, root, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Scatterv_c")]] int MPI_Scatterv_c(const void*, const MPI_Count[], const MPI_Aint[],
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm);

}  // extern "C"
