// SPDX-License-Identifier: BSD-3-Clause
// The entries of non-blocking collectives (MPI 5.0, 6.12); the bodies are shared (collective.hpp).
#include "mpi/generated/api_icollective.hpp"

#include "mpi/collective.hpp"

namespace baton::mpi::api {

using collective::Form;

int iallgather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
               MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return collective::allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm,
                               Form::immediate(request));
}

int iallgatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
                Counts displs, MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return collective::allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm,
                                Form::immediate(request));
}

int iallreduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
               MPI_Request* request) {
  return collective::allreduce(sendbuf, recvbuf, count, datatype, op, comm, Form::immediate(request));
}

int ialltoall(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
              MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return collective::alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm,
                              Form::immediate(request));
}

int ialltoallv(const void* sendbuf, Counts sendcounts, Counts sdispls, MPI_Datatype sendtype, void* recvbuf,
               Counts recvcounts, Counts rdispls, MPI_Datatype recvtype, MPI_Comm comm, MPI_Request* request) {
  return collective::alltoallv(sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm,
                               Form::immediate(request));
}

int ialltoallw(const void* sendbuf, Counts sendcounts, Counts sdispls, const MPI_Datatype sendtypes[], void* recvbuf,
               Counts recvcounts, Counts rdispls, const MPI_Datatype recvtypes[], MPI_Comm comm, MPI_Request* request) {
  return collective::alltoallw(sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm,
                               Form::immediate(request));
}

int ibarrier(MPI_Comm comm, MPI_Request* request) { return collective::barrier(comm, Form::immediate(request)); }

int ibcast(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Request* request) {
  return collective::bcast(buffer, count, datatype, root, comm, Form::immediate(request));
}

int iexscan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
            MPI_Request* request) {
  return collective::exscan(sendbuf, recvbuf, count, datatype, op, comm, Form::immediate(request));
}

int igather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
            MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return collective::gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm,
                            Form::immediate(request));
}

int igatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
             Counts displs, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return collective::gatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm,
                             Form::immediate(request));
}

int ireduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
            MPI_Comm comm, MPI_Request* request) {
  return collective::reduce(sendbuf, recvbuf, count, datatype, op, root, comm, Form::immediate(request));
}

int ireduce_scatter(const void* sendbuf, void* recvbuf, Counts recvcounts, MPI_Datatype datatype, MPI_Op op,
                    MPI_Comm comm, MPI_Request* request) {
  return collective::reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm, Form::immediate(request));
}

int ireduce_scatter_block(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype, MPI_Op op,
                          MPI_Comm comm, MPI_Request* request) {
  return collective::reduce_scatter_block(sendbuf, recvbuf, recvcount, datatype, op, comm, Form::immediate(request));
}

int iscan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
          MPI_Request* request) {
  return collective::scan(sendbuf, recvbuf, count, datatype, op, comm, Form::immediate(request));
}

int iscatter(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
             MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return collective::scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm,
                             Form::immediate(request));
}

int iscatterv(const void* sendbuf, Counts sendcounts, Counts displs, MPI_Datatype sendtype, void* recvbuf,
              MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, MPI_Request* request) {
  return collective::scatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm,
                              Form::immediate(request));
}

}  // namespace baton::mpi::api
