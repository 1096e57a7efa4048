// SPDX-License-Identifier: BSD-3-Clause
// The entries of persistent collectives (MPI 5.0, 6.13); the bodies are shared (collective.hpp).
#include "mpi/generated/api_pcollective.hpp"

#include "mpi/collective.hpp"

namespace baton::mpi::api {

using collective::Form;

int allgather_init(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
                   MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm,
                               Form::persistent(info, request));
}

int allgatherv_init(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
                    Counts displs, MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm,
                                Form::persistent(info, request));
}

int allreduce_init(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
                   MPI_Info info, MPI_Request* request) {
  return collective::allreduce(sendbuf, recvbuf, count, datatype, op, comm, Form::persistent(info, request));
}

int alltoall_init(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
                  MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm,
                              Form::persistent(info, request));
}

int alltoallv_init(const void* sendbuf, Counts sendcounts, Counts sdispls, MPI_Datatype sendtype, void* recvbuf,
                   Counts recvcounts, Counts rdispls, MPI_Datatype recvtype, MPI_Comm comm, MPI_Info info,
                   MPI_Request* request) {
  return collective::alltoallv(sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm,
                               Form::persistent(info, request));
}

int alltoallw_init(const void* sendbuf, Counts sendcounts, Counts sdispls, const MPI_Datatype sendtypes[],
                   void* recvbuf, Counts recvcounts, Counts rdispls, const MPI_Datatype recvtypes[], MPI_Comm comm,
                   MPI_Info info, MPI_Request* request) {
  return collective::alltoallw(sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm,
                               Form::persistent(info, request));
}

int barrier_init(MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::barrier(comm, Form::persistent(info, request));
}

int bcast_init(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Info info,
               MPI_Request* request) {
  return collective::bcast(buffer, count, datatype, root, comm, Form::persistent(info, request));
}

int exscan_init(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
                MPI_Info info, MPI_Request* request) {
  return collective::exscan(sendbuf, recvbuf, count, datatype, op, comm, Form::persistent(info, request));
}

int gather_init(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
                MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm,
                            Form::persistent(info, request));
}

int gatherv_init(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
                 Counts displs, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::gatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm,
                             Form::persistent(info, request));
}

int reduce_init(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
                MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::reduce(sendbuf, recvbuf, count, datatype, op, root, comm, Form::persistent(info, request));
}

int reduce_scatter_block_init(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype, MPI_Op op,
                              MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::reduce_scatter_block(sendbuf, recvbuf, recvcount, datatype, op, comm,
                                          Form::persistent(info, request));
}

int reduce_scatter_init(const void* sendbuf, void* recvbuf, Counts recvcounts, MPI_Datatype datatype, MPI_Op op,
                        MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm, Form::persistent(info, request));
}

int scan_init(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
              MPI_Info info, MPI_Request* request) {
  return collective::scan(sendbuf, recvbuf, count, datatype, op, comm, Form::persistent(info, request));
}

int scatter_init(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
                 MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return collective::scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm,
                             Form::persistent(info, request));
}

int scatterv_init(const void* sendbuf, Counts sendcounts, Counts displs, MPI_Datatype sendtype, void* recvbuf,
                  MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Info info,
                  MPI_Request* request) {
  return collective::scatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm,
                              Form::persistent(info, request));
}

}  // namespace baton::mpi::api
