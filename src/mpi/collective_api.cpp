// SPDX-License-Identifier: BSD-3-Clause
// The entries of blocking collectives (MPI 5.0, chapter 6); the bodies are shared (collective.hpp).
#include "mpi/generated/api_collective.hpp"

#include "mpi/collective.hpp"

namespace baton::mpi::api {

using collective::Form;

int allgather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
              MPI_Datatype recvtype, MPI_Comm comm) {
  return collective::allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, Form::blocking());
}

int allgatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
               Counts displs, MPI_Datatype recvtype, MPI_Comm comm) {
  return collective::allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm,
                                Form::blocking());
}

int allreduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return collective::allreduce(sendbuf, recvbuf, count, datatype, op, comm, Form::blocking());
}

int alltoall(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
             MPI_Datatype recvtype, MPI_Comm comm) {
  return collective::alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, Form::blocking());
}

int alltoallv(const void* sendbuf, Counts sendcounts, Counts sdispls, MPI_Datatype sendtype, void* recvbuf,
              Counts recvcounts, Counts rdispls, MPI_Datatype recvtype, MPI_Comm comm) {
  return collective::alltoallv(sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm,
                               Form::blocking());
}

int alltoallw(const void* sendbuf, Counts sendcounts, Counts sdispls, const MPI_Datatype sendtypes[], void* recvbuf,
              Counts recvcounts, Counts rdispls, const MPI_Datatype recvtypes[], MPI_Comm comm) {
  return collective::alltoallw(sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm,
                               Form::blocking());
}

int barrier(MPI_Comm comm) { return collective::barrier(comm, Form::blocking()); }

int bcast(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm) {
  return collective::bcast(buffer, count, datatype, root, comm, Form::blocking());
}

int exscan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return collective::exscan(sendbuf, recvbuf, count, datatype, op, comm, Form::blocking());
}

int gather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
           MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return collective::gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm, Form::blocking());
}

int gatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
            Counts displs, MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return collective::gatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm,
                             Form::blocking());
}

int reduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
           MPI_Comm comm) {
  return collective::reduce(sendbuf, recvbuf, count, datatype, op, root, comm, Form::blocking());
}

int reduce_scatter(const void* sendbuf, void* recvbuf, Counts recvcounts, MPI_Datatype datatype, MPI_Op op,
                   MPI_Comm comm) {
  return collective::reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm, Form::blocking());
}

int reduce_scatter_block(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype, MPI_Op op,
                         MPI_Comm comm) {
  return collective::reduce_scatter_block(sendbuf, recvbuf, recvcount, datatype, op, comm, Form::blocking());
}

int scan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return collective::scan(sendbuf, recvbuf, count, datatype, op, comm, Form::blocking());
}

int scatter(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
            MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return collective::scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm, Form::blocking());
}

int scatterv(const void* sendbuf, Counts sendcounts, Counts displs, MPI_Datatype sendtype, void* recvbuf,
             MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return collective::scatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm,
                              Form::blocking());
}

}  // namespace baton::mpi::api
