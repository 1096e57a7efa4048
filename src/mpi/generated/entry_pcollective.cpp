// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter pcollective, one call each. Next: the body in mpi/pcollective*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_pcollective.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Allgather_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Allgather_init", [&] { return api::allgather_init(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Allgather_init")]] int MPI_Allgather_init(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allgather_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Allgather_init_c", [&] { return api::allgather_init(sendbuf, sendcount, sendtype, recvbuf,
    recvcount, recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Allgather_init_c")]] int MPI_Allgather_init_c(const void*, MPI_Count, MPI_Datatype,
    void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allgatherv_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf,
    const int recvcounts[], const int displs[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info,
    MPI_Request* request) {
  return enter("MPI_Allgatherv_init", [&] { return api::allgatherv_init(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Allgatherv_init")]] int MPI_Allgatherv_init(const void*, int, MPI_Datatype, void*,
    const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allgatherv_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info,
    MPI_Request* request) {
  return enter("MPI_Allgatherv_init_c", [&] { return api::allgatherv_init(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Allgatherv_init_c")]] int MPI_Allgatherv_init_c(const void*, MPI_Count, MPI_Datatype,
    void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allreduce_init(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
    MPI_Info info, MPI_Request* request) {
  return enter("MPI_Allreduce_init", [&] { return api::allreduce_init(sendbuf, recvbuf, count, datatype, op, comm,
    info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Allreduce_init")]] int MPI_Allreduce_init(const void*, void*, int, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Allreduce_init_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Allreduce_init_c", [&] { return api::allreduce_init(sendbuf, recvbuf, count, datatype, op, comm,
    info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Allreduce_init_c")]] int MPI_Allreduce_init_c(const void*, void*, MPI_Count,
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoall_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Alltoall_init", [&] { return api::alltoall_init(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoall_init")]] int MPI_Alltoall_init(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoall_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Alltoall_init_c", [&] { return api::alltoall_init(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoall_init_c")]] int MPI_Alltoall_init_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoallv_init(const void* sendbuf, const int sendcounts[], const int sdispls[], MPI_Datatype sendtype,
    void* recvbuf, const int recvcounts[], const int rdispls[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info,
    MPI_Request* request) {
  return enter("MPI_Alltoallv_init", [&] { return api::alltoallv_init(sendbuf, Counts(sendcounts), Counts(sdispls),
    sendtype, recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoallv_init")]] int MPI_Alltoallv_init(const void*, const int[], const int[],
    MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoallv_init_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    MPI_Datatype sendtype, void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Alltoallv_init_c", [&] { return api::alltoallv_init(sendbuf, Counts(sendcounts), Counts(sdispls),
    sendtype, recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoallv_init_c")]] int MPI_Alltoallv_init_c(const void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Info,
    MPI_Request*);

int PMPI_Alltoallw_init(const void* sendbuf, const int sendcounts[], const int sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const int recvcounts[], const int rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Alltoallw_init", [&] { return api::alltoallw_init(sendbuf, Counts(sendcounts), Counts(sdispls),
    sendtypes, recvbuf, Counts(recvcounts), Counts(rdispls), recvtypes, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoallw_init")]] int MPI_Alltoallw_init(const void*, const int[], const int[],
    const MPI_Datatype[], void*, const int[], const int[], const MPI_Datatype[], MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Alltoallw_init_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Alltoallw_init_c", [&] { return api::alltoallw_init(sendbuf, Counts(sendcounts), Counts(sdispls),
    sendtypes, recvbuf, Counts(recvcounts), Counts(rdispls), recvtypes, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Alltoallw_init_c")]] int MPI_Alltoallw_init_c(const void*, const MPI_Count[],
    const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Barrier_init(MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Barrier_init", [&] { return api::barrier_init(comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Barrier_init")]] int MPI_Barrier_init(MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Bcast_init(void* buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Info info,
    MPI_Request* request) {
  return enter("MPI_Bcast_init", [&] { return api::bcast_init(buffer, count, datatype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Bcast_init")]] int MPI_Bcast_init(void*, int, MPI_Datatype, int, MPI_Comm, MPI_Info,
    MPI_Request*);

int PMPI_Bcast_init_c(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Info info,
    MPI_Request* request) {
  return enter("MPI_Bcast_init_c", [&] { return api::bcast_init(buffer, count, datatype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Bcast_init_c")]] int MPI_Bcast_init_c(void*, MPI_Count, MPI_Datatype, int, MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Exscan_init(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
    MPI_Info info, MPI_Request* request) {
  return enter("MPI_Exscan_init", [&] { return api::exscan_init(sendbuf, recvbuf, count, datatype, op, comm, info,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Exscan_init")]] int MPI_Exscan_init(const void*, void*, int, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Exscan_init_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Exscan_init_c", [&] { return api::exscan_init(sendbuf, recvbuf, count, datatype, op, comm, info,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Exscan_init_c")]] int MPI_Exscan_init_c(const void*, void*, MPI_Count, MPI_Datatype,
    MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Gather_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Gather_init", [&] { return api::gather_init(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Gather_init")]] int MPI_Gather_init(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Gather_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Gather_init_c", [&] { return api::gather_init(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Gather_init_c")]] int MPI_Gather_init_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Gatherv_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, const int recvcounts[],
    const int displs[], MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Gatherv_init", [&] { return api::gatherv_init(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Gatherv_init")]] int MPI_Gatherv_init(const void*, int, MPI_Datatype, void*, const int[],
    const int[], MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Gatherv_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, int root, MPI_Comm comm,
    MPI_Info info, MPI_Request* request) {
  return enter("MPI_Gatherv_init_c", [&] { return api::gatherv_init(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Gatherv_init_c")]] int MPI_Gatherv_init_c(const void*, MPI_Count, MPI_Datatype, void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_init(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Reduce_init", [&] { return api::reduce_init(sendbuf, recvbuf, count, datatype, op, root, comm,
    info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_init")]] int MPI_Reduce_init(const void*, void*, int, MPI_Datatype, MPI_Op, int,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_init_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Reduce_init_c", [&] { return api::reduce_init(sendbuf, recvbuf, count, datatype, op, root, comm,
    info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_init_c")]] int MPI_Reduce_init_c(const void*, void*, MPI_Count, MPI_Datatype,
    MPI_Op, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_scatter_block_init(const void* sendbuf, void* recvbuf, int recvcount, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Reduce_scatter_block_init", [&] { return api::reduce_scatter_block_init(sendbuf, recvbuf,
    recvcount, datatype, op, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_block_init")]] int MPI_Reduce_scatter_block_init(const void*, void*, int,
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_scatter_block_init_c(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype,
    MPI_Op op, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Reduce_scatter_block_init_c", [&] { return api::reduce_scatter_block_init(sendbuf, recvbuf,
    recvcount, datatype, op, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_block_init_c")]] int MPI_Reduce_scatter_block_init_c(const void*, void*,
    MPI_Count, MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_scatter_init(const void* sendbuf, void* recvbuf, const int recvcounts[], MPI_Datatype datatype,
    MPI_Op op, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Reduce_scatter_init", [&] { return api::reduce_scatter_init(sendbuf, recvbuf, Counts(recvcounts),
    datatype, op, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_init")]] int MPI_Reduce_scatter_init(const void*, void*, const int[],
    MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Reduce_scatter_init_c(const void* sendbuf, void* recvbuf, const MPI_Count recvcounts[], MPI_Datatype datatype,
    MPI_Op op, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Reduce_scatter_init_c", [&] { return api::reduce_scatter_init(sendbuf, recvbuf, Counts(recvcounts),
    datatype, op, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_scatter_init_c")]] int MPI_Reduce_scatter_init_c(const void*, void*,
    const MPI_Count[], MPI_Datatype, MPI_Op, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scan_init(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
    MPI_Info info, MPI_Request* request) {
  return enter("MPI_Scan_init", [&] { return api::scan_init(sendbuf, recvbuf, count, datatype, op, comm, info,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Scan_init")]] int MPI_Scan_init(const void*, void*, int, MPI_Datatype, MPI_Op, MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Scan_init_c(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Scan_init_c", [&] { return api::scan_init(sendbuf, recvbuf, count, datatype, op, comm, info,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Scan_init_c")]] int MPI_Scan_init_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scatter_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Scatter_init", [&] { return api::scatter_init(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Scatter_init")]] int MPI_Scatter_init(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scatter_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Scatter_init_c", [&] { return api::scatter_init(sendbuf, sendcount, sendtype, recvbuf, recvcount,
    recvtype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Scatter_init_c")]] int MPI_Scatter_init_c(const void*, MPI_Count, MPI_Datatype, void*,
    MPI_Count, MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scatterv_init(const void* sendbuf, const int sendcounts[], const int displs[], MPI_Datatype sendtype,
    void* recvbuf, int recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Scatterv_init", [&] { return api::scatterv_init(sendbuf, Counts(sendcounts), Counts(displs),
    sendtype, recvbuf, recvcount, recvtype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Scatterv_init")]] int MPI_Scatterv_init(const void*, const int[], const int[],
    MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Scatterv_init_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint displs[],
    MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm,
    MPI_Info info, MPI_Request* request) {
  return enter("MPI_Scatterv_init_c", [&] { return api::scatterv_init(sendbuf, Counts(sendcounts), Counts(displs),
    sendtype, recvbuf, recvcount, recvtype, root, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Scatterv_init_c")]] int MPI_Scatterv_init_c(const void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Comm, MPI_Info, MPI_Request*);

}  // extern "C"
