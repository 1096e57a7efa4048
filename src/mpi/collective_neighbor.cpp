// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the neighbourhood collectives (MPI 5.0, 8.6).
#include "mpi/collective.hpp"
#include "mpi/failure.hpp"
#include "mpi/topology.hpp"

namespace baton::mpi::collective {

using collectives::Collective;
using collectives::Shape;

namespace {

/// Looks the communicator and its neighbours up.
int open(Arguments& a) {
  if (const int code = a.open(true); code != MPI_SUCCESS) return code;
  Neighbors neighbors;
  if (!neighbors_of(*a.communicator, &neighbors)) {
    return fail(a.comm, MPI_ERR_TOPOLOGY,
                "argument 'comm' has no topology; make it with MPI_Cart_create, MPI_Graph_create or "
                "MPI_Dist_graph_create_adjacent");
  }
  const auto ranks = [](const std::vector<int>& from, std::vector<std::uint32_t>& to) {
    to.reserve(from.size());
    for (const int rank : from) to.push_back(rank == MPI_PROC_NULL ? Shape::nobody : static_cast<std::uint32_t>(rank));
  };
  ranks(neighbors.sources, a.lists().sources);
  ranks(neighbors.destinations, a.lists().destinations);
  a.shape().sources = a.lists().sources;
  a.shape().destinations = a.lists().destinations;
  a.shape().cartesian = std::holds_alternative<communicator::Cartesian>(extension_of(*a.communicator).topology->shape);
  return MPI_SUCCESS;
}

template <class SetSend, class SetRecv>
int run(Arguments& a, const void* sendbuf, const void* recvbuf, const Form& form, SetSend&& set_send,
        SetRecv&& set_recv) {
  if (const int code = open(a); code != MPI_SUCCESS) return code;
  if (const int code = check_not_in_place(a.comm, "sendbuf", sendbuf); code != MPI_SUCCESS) return code;
  if (const int code = set_send(); code != MPI_SUCCESS) return code;
  if (const int code = set_recv(); code != MPI_SUCCESS) return code;
  const bool moves =
      !a.lists().sources.empty() && !a.lists().destinations.empty() && a.shape().send.count * a.shape().send.size > 0;
  if (moves) {
    if (const int code = a.check_apart(sendbuf, recvbuf); code != MPI_SUCCESS) return code;
  }
  return launch(a, form);
}

/// A rank without neighbours on a side needs no buffer there.
MPI_Count needed(MPI_Count count, const std::vector<std::uint32_t>& neighbors) noexcept {
  return neighbors.empty() ? 0 : count;
}

std::uint32_t in_degree(Arguments& a) noexcept { return static_cast<std::uint32_t>(a.lists().sources.size()); }
std::uint32_t out_degree(Arguments& a) noexcept { return static_cast<std::uint32_t>(a.lists().destinations.size()); }

}  // namespace

int neighbor_allgather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
                       MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::neighbor_allgather, comm);
  return run(
      a, sendbuf, recvbuf, form,
      [&] { return a.set_send(sendbuf, needed(sendcount, a.lists().destinations), sendtype); },
      [&] { return a.set_recv(recvbuf, needed(recvcount, a.lists().sources), recvtype); });
}

int neighbor_allgatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
                        Counts recvcounts, Counts displs, MPI_Datatype recvtype, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::neighbor_allgather, comm);
  a.call.variant = schedule::Variant::by_counts;
  return run(
      a, sendbuf, recvbuf, form,
      [&] { return a.set_send(sendbuf, needed(sendcount, a.lists().destinations), sendtype); },
      [&] { return a.set_recv_blocks(recvbuf, recvcounts, displs, recvtype, in_degree(a)); });
}

int neighbor_alltoall(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
                      MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::neighbor_alltoall, comm);
  return run(
      a, sendbuf, recvbuf, form,
      [&] { return a.set_send(sendbuf, needed(sendcount, a.lists().destinations), sendtype); },
      [&] { return a.set_recv(recvbuf, needed(recvcount, a.lists().sources), recvtype); });
}

int neighbor_alltoallv(const void* sendbuf, Counts sendcounts, Counts sdispls, MPI_Datatype sendtype, void* recvbuf,
                       Counts recvcounts, Counts rdispls, MPI_Datatype recvtype, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::neighbor_alltoall, comm);
  a.call.variant = schedule::Variant::by_counts;
  return run(
      a, sendbuf, recvbuf, form,
      [&] { return a.set_send_blocks(sendbuf, sendcounts, sdispls, sendtype, out_degree(a)); },
      [&] { return a.set_recv_blocks(recvbuf, recvcounts, rdispls, recvtype, in_degree(a)); });
}

int neighbor_alltoallw(const void* sendbuf, Counts sendcounts, Counts sdispls, const MPI_Datatype sendtypes[],
                       void* recvbuf, Counts recvcounts, Counts rdispls, const MPI_Datatype recvtypes[], MPI_Comm comm,
                       const Form& form) {
  Arguments a(Collective::neighbor_alltoall, comm);
  a.call.variant = schedule::Variant::by_types;
  return run(
      a, sendbuf, recvbuf, form,
      [&] { return a.set_send_blocks(sendbuf, sendcounts, sdispls, sendtypes, out_degree(a)); },
      [&] { return a.set_recv_blocks(recvbuf, recvcounts, rdispls, recvtypes, in_degree(a)); });
}

}  // namespace baton::mpi::collective
