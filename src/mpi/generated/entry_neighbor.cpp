// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter neighbor, one call each. Next: the body in mpi/neighbor*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_neighbor.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Ineighbor_allgather(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_allgather", [&] { return api::ineighbor_allgather(sendbuf, sendcount, sendtype, recvbuf,
    recvcount, recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_allgather")]] int MPI_Ineighbor_allgather(const void*, int, MPI_Datatype,
    void*, int, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_allgather_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_allgather_c", [&] { return api::ineighbor_allgather(sendbuf, sendcount, sendtype,
    recvbuf, recvcount, recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_allgather_c")]] int MPI_Ineighbor_allgather_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_allgatherv(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf,
    const int recvcounts[], const int displs[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_allgatherv", [&] { return api::ineighbor_allgatherv(sendbuf, sendcount, sendtype,
    recvbuf, Counts(recvcounts), Counts(displs), recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_allgatherv")]] int MPI_Ineighbor_allgatherv(const void*, int, MPI_Datatype,
    void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_allgatherv_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_allgatherv_c", [&] { return api::ineighbor_allgatherv(sendbuf, sendcount, sendtype,
    recvbuf, Counts(recvcounts), Counts(displs), recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_allgatherv_c")]] int MPI_Ineighbor_allgatherv_c(const void*, MPI_Count,
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoall(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_alltoall", [&] { return api::ineighbor_alltoall(sendbuf, sendcount, sendtype, recvbuf,
    recvcount, recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoall")]] int MPI_Ineighbor_alltoall(const void*, int, MPI_Datatype, void*,
    int, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoall_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_alltoall_c", [&] { return api::ineighbor_alltoall(sendbuf, sendcount, sendtype, recvbuf,
    recvcount, recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoall_c")]] int MPI_Ineighbor_alltoall_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoallv(const void* sendbuf, const int sendcounts[], const int sdispls[], MPI_Datatype sendtype,
    void* recvbuf, const int recvcounts[], const int rdispls[], MPI_Datatype recvtype, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Ineighbor_alltoallv", [&] { return api::ineighbor_alltoallv(sendbuf, Counts(sendcounts),
    Counts(sdispls), sendtype, recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoallv")]] int MPI_Ineighbor_alltoallv(const void*, const int[],
    const int[], MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoallv_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    MPI_Datatype sendtype, void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_alltoallv_c", [&] { return api::ineighbor_alltoallv(sendbuf, Counts(sendcounts),
    Counts(sdispls), sendtype, recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoallv_c")]] int MPI_Ineighbor_alltoallv_c(const void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Request*);

int PMPI_Ineighbor_alltoallw(const void* sendbuf, const int sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const int recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_alltoallw", [&] { return api::ineighbor_alltoallw(sendbuf, Counts(sendcounts), sdispls,
    sendtypes, recvbuf, Counts(recvcounts), rdispls, recvtypes, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoallw")]] int MPI_Ineighbor_alltoallw(const void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], void*, const int[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm,
    MPI_Request*);

int PMPI_Ineighbor_alltoallw_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Ineighbor_alltoallw_c", [&] { return api::ineighbor_alltoallw(sendbuf, Counts(sendcounts), sdispls,
    sendtypes, recvbuf, Counts(recvcounts), rdispls, recvtypes, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ineighbor_alltoallw_c")]] int MPI_Ineighbor_alltoallw_c(const void*, const MPI_Count[],
    const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm,
    MPI_Request*);

int PMPI_Neighbor_allgather(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Neighbor_allgather", [&] { return api::neighbor_allgather(sendbuf, sendcount, sendtype, recvbuf,
    recvcount, recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgather")]] int MPI_Neighbor_allgather(const void*, int, MPI_Datatype, void*,
    int, MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_allgather_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Neighbor_allgather_c", [&] { return api::neighbor_allgather(sendbuf, sendcount, sendtype, recvbuf,
    recvcount, recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgather_c")]] int MPI_Neighbor_allgather_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_allgather_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf,
    int recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Neighbor_allgather_init", [&] { return api::neighbor_allgather_init(sendbuf, sendcount, sendtype,
    recvbuf, recvcount, recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgather_init")]] int MPI_Neighbor_allgather_init(const void*, int,
    MPI_Datatype, void*, int, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_allgather_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Neighbor_allgather_init_c", [&] { return api::neighbor_allgather_init(sendbuf, sendcount, sendtype,
    recvbuf, recvcount, recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgather_init_c")]] int MPI_Neighbor_allgather_init_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_allgatherv(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf,
    const int recvcounts[], const int displs[], MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Neighbor_allgatherv", [&] { return api::neighbor_allgatherv(sendbuf, sendcount, sendtype, recvbuf,
    Counts(recvcounts), Counts(displs), recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgatherv")]] int MPI_Neighbor_allgatherv(const void*, int, MPI_Datatype,
    void*, const int[], const int[], MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_allgatherv_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Neighbor_allgatherv_c", [&] { return api::neighbor_allgatherv(sendbuf, sendcount, sendtype,
    recvbuf, Counts(recvcounts), Counts(displs), recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgatherv_c")]] int MPI_Neighbor_allgatherv_c(const void*, MPI_Count,
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_allgatherv_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf,
    const int recvcounts[], const int displs[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info,
    MPI_Request* request) {
  return enter("MPI_Neighbor_allgatherv_init", [&] { return api::neighbor_allgatherv_init(sendbuf, sendcount, sendtype,
    recvbuf, Counts(recvcounts), Counts(displs), recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgatherv_init")]] int MPI_Neighbor_allgatherv_init(const void*, int,
    MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_allgatherv_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    const MPI_Count recvcounts[], const MPI_Aint displs[], MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info,
    MPI_Request* request) {
  return enter("MPI_Neighbor_allgatherv_init_c", [&] { return api::neighbor_allgatherv_init(sendbuf, sendcount,
    sendtype, recvbuf, Counts(recvcounts), Counts(displs), recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_allgatherv_init_c")]] int MPI_Neighbor_allgatherv_init_c(const void*, MPI_Count,
    MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoall(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf, int recvcount,
    MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Neighbor_alltoall", [&] { return api::neighbor_alltoall(sendbuf, sendcount, sendtype, recvbuf,
    recvcount, recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoall")]] int MPI_Neighbor_alltoall(const void*, int, MPI_Datatype, void*,
    int, MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_alltoall_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Neighbor_alltoall_c", [&] { return api::neighbor_alltoall(sendbuf, sendcount, sendtype, recvbuf,
    recvcount, recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoall_c")]] int MPI_Neighbor_alltoall_c(const void*, MPI_Count, MPI_Datatype,
    void*, MPI_Count, MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_alltoall_init(const void* sendbuf, int sendcount, MPI_Datatype sendtype, void* recvbuf,
    int recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Neighbor_alltoall_init", [&] { return api::neighbor_alltoall_init(sendbuf, sendcount, sendtype,
    recvbuf, recvcount, recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoall_init")]] int MPI_Neighbor_alltoall_init(const void*, int, MPI_Datatype,
    void*, int, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoall_init_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
    MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Neighbor_alltoall_init_c", [&] { return api::neighbor_alltoall_init(sendbuf, sendcount, sendtype,
    recvbuf, recvcount, recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoall_init_c")]] int MPI_Neighbor_alltoall_init_c(const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoallv(const void* sendbuf, const int sendcounts[], const int sdispls[], MPI_Datatype sendtype,
    void* recvbuf, const int recvcounts[], const int rdispls[], MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Neighbor_alltoallv", [&] { return api::neighbor_alltoallv(sendbuf, Counts(sendcounts),
    Counts(sdispls), sendtype, recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallv")]] int MPI_Neighbor_alltoallv(const void*, const int[], const int[],
    MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_alltoallv_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    MPI_Datatype sendtype, void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    MPI_Datatype recvtype, MPI_Comm comm) {
  return enter("MPI_Neighbor_alltoallv_c", [&] { return api::neighbor_alltoallv(sendbuf, Counts(sendcounts),
    Counts(sdispls), sendtype, recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallv_c")]] int MPI_Neighbor_alltoallv_c(const void*, const MPI_Count[],
    const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype, MPI_Comm);

int PMPI_Neighbor_alltoallv_init(const void* sendbuf, const int sendcounts[], const int sdispls[],
    MPI_Datatype sendtype, void* recvbuf, const int recvcounts[], const int rdispls[], MPI_Datatype recvtype,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Neighbor_alltoallv_init", [&] { return api::neighbor_alltoallv_init(sendbuf, Counts(sendcounts),
    Counts(sdispls), sendtype, recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallv_init")]] int MPI_Neighbor_alltoallv_init(const void*, const int[],
    const int[], MPI_Datatype, void*, const int[], const int[], MPI_Datatype, MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoallv_init_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    MPI_Datatype sendtype, void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Neighbor_alltoallv_init_c", [&] { return api::neighbor_alltoallv_init(sendbuf, Counts(sendcounts),
    Counts(sdispls), sendtype, recvbuf, Counts(recvcounts), Counts(rdispls), recvtype, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallv_init_c")]] int MPI_Neighbor_alltoallv_init_c(const void*,
    const MPI_Count[], const MPI_Aint[], MPI_Datatype, void*, const MPI_Count[], const MPI_Aint[], MPI_Datatype,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoallw(const void* sendbuf, const int sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const int recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm) {
  return enter("MPI_Neighbor_alltoallw", [&] { return api::neighbor_alltoallw(sendbuf, Counts(sendcounts), sdispls,
    sendtypes, recvbuf, Counts(recvcounts), rdispls, recvtypes, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallw")]] int MPI_Neighbor_alltoallw(const void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], void*, const int[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm);

int PMPI_Neighbor_alltoallw_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm) {
  return enter("MPI_Neighbor_alltoallw_c", [&] { return api::neighbor_alltoallw(sendbuf, Counts(sendcounts), sdispls,
    sendtypes, recvbuf, Counts(recvcounts), rdispls, recvtypes, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallw_c")]] int MPI_Neighbor_alltoallw_c(const void*, const MPI_Count[],
    const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm);

int PMPI_Neighbor_alltoallw_init(const void* sendbuf, const int sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const int recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Neighbor_alltoallw_init", [&] { return api::neighbor_alltoallw_init(sendbuf, Counts(sendcounts),
    sdispls, sendtypes, recvbuf, Counts(recvcounts), rdispls, recvtypes, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallw_init")]] int MPI_Neighbor_alltoallw_init(const void*, const int[],
    const MPI_Aint[], const MPI_Datatype[], void*, const int[], const MPI_Aint[], const MPI_Datatype[], MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Neighbor_alltoallw_init_c(const void* sendbuf, const MPI_Count sendcounts[], const MPI_Aint sdispls[],
    const MPI_Datatype sendtypes[], void* recvbuf, const MPI_Count recvcounts[], const MPI_Aint rdispls[],
    const MPI_Datatype recvtypes[], MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Neighbor_alltoallw_init_c", [&] { return api::neighbor_alltoallw_init(sendbuf, Counts(sendcounts),
    sdispls, sendtypes, recvbuf, Counts(recvcounts), rdispls, recvtypes, comm, info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Neighbor_alltoallw_init_c")]] int MPI_Neighbor_alltoallw_init_c(const void*,
    const MPI_Count[], const MPI_Aint[], const MPI_Datatype[], void*, const MPI_Count[], const MPI_Aint[],
    const MPI_Datatype[], MPI_Comm, MPI_Info, MPI_Request*);

}  // extern "C"
