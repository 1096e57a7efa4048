// SPDX-License-Identifier: BSD-3-Clause
// The entries of blocking collectives (MPI 5.0, chapter 6); the bodies are shared (collective.hpp).
#include "mpi/generated/api_collective.hpp"

#include "mpi/collective_repeat.hpp"

namespace baton::mpi::api {

using collective::Form;
using collective::repeated;
using collective::Signature;
using collectives::Collective;

int allgather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
              MPI_Datatype recvtype, MPI_Comm comm) {
  return repeated(Signature::movement(Collective::allgather, sendcount, sendtype, recvcount, recvtype), sendbuf,
                  recvbuf, comm, [&](const Form& form) {
                    return collective::allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm,
                                                 form);
                  });
}

int allgatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
               Counts displs, MPI_Datatype recvtype, MPI_Comm comm) {
  return collective::allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm,
                                Form::blocking());
}

int allreduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return repeated(
      Signature::reduction(Collective::allreduce, count, datatype, op), sendbuf, recvbuf, comm,
      [&](const Form& form) { return collective::allreduce(sendbuf, recvbuf, count, datatype, op, comm, form); });
}

int alltoall(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
             MPI_Datatype recvtype, MPI_Comm comm) {
  return repeated(Signature::movement(Collective::alltoall, sendcount, sendtype, recvcount, recvtype), sendbuf, recvbuf,
                  comm, [&](const Form& form) {
                    return collective::alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, form);
                  });
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

int barrier(MPI_Comm comm) {
  return repeated({.collective = Collective::barrier}, nullptr, nullptr, comm,
                  [&](const Form& form) { return collective::barrier(comm, form); });
}

int bcast(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm) {
  return repeated({.collective = Collective::bcast, .root = root, .recv_count = count, .recv_type = datatype}, nullptr,
                  buffer, comm,
                  [&](const Form& form) { return collective::bcast(buffer, count, datatype, root, comm, form); });
}

int exscan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return repeated(
      Signature::reduction(Collective::exscan, count, datatype, op), sendbuf, recvbuf, comm,
      [&](const Form& form) { return collective::exscan(sendbuf, recvbuf, count, datatype, op, comm, form); });
}

int gather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
           MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return repeated(Signature::movement(Collective::gather, sendcount, sendtype, recvcount, recvtype, root), sendbuf,
                  recvbuf, comm, [&](const Form& form) {
                    return collective::gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm,
                                              form);
                  });
}

int gatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
            Counts displs, MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return collective::gatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm,
                             Form::blocking());
}

int reduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
           MPI_Comm comm) {
  return repeated(
      Signature::reduction(Collective::reduce, count, datatype, op, root), sendbuf, recvbuf, comm,
      [&](const Form& form) { return collective::reduce(sendbuf, recvbuf, count, datatype, op, root, comm, form); });
}

int reduce_scatter(const void* sendbuf, void* recvbuf, Counts recvcounts, MPI_Datatype datatype, MPI_Op op,
                   MPI_Comm comm) {
  return collective::reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm, Form::blocking());
}

int reduce_scatter_block(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype, MPI_Op op,
                         MPI_Comm comm) {
  return repeated(Signature::reduction(Collective::reduce_scatter_block, recvcount, datatype, op), sendbuf, recvbuf,
                  comm, [&](const Form& form) {
                    return collective::reduce_scatter_block(sendbuf, recvbuf, recvcount, datatype, op, comm, form);
                  });
}

int scan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  return repeated(
      Signature::reduction(Collective::scan, count, datatype, op), sendbuf, recvbuf, comm,
      [&](const Form& form) { return collective::scan(sendbuf, recvbuf, count, datatype, op, comm, form); });
}

int scatter(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
            MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return repeated(Signature::movement(Collective::scatter, sendcount, sendtype, recvcount, recvtype, root), sendbuf,
                  recvbuf, comm, [&](const Form& form) {
                    return collective::scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm,
                                               form);
                  });
}

int scatterv(const void* sendbuf, Counts sendcounts, Counts displs, MPI_Datatype sendtype, void* recvbuf,
             MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm) {
  return collective::scatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm,
                              Form::blocking());
}

}  // namespace baton::mpi::api
