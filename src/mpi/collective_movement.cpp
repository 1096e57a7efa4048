// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the collectives that move data: barrier, bcast, gather, scatter, allgather, alltoall and their variants
// (MPI 5.0, 6.3 to 6.8).
#include "mpi/collective.hpp"

namespace baton::mpi::collective {

using collectives::Collective;

namespace {

/// What this rank sends itself, and where it receives that: the whole buffer, or its own block of it.
struct OwnBlock {
  std::uintptr_t address;
  std::int64_t bytes;
  OwnBlock(const void* buffer, const collectives::Side& side, const datatype::Datatype* type, std::uint32_t rank,
           bool in_blocks) noexcept
      : address(reinterpret_cast<std::uintptr_t>(buffer)),
        bytes(in_blocks ? side.bytes_of(rank) : side.count * side.size) {
    const std::int64_t unit = side.sizes.empty() ? type->extent() : 1;
    if (in_blocks) address += static_cast<std::uintptr_t>(side.offset_of(rank) * unit);
  }
};

/// Refuses data to send where data is received. Blocks of other ranks may lie between each other: the arrays say where.
int check_apart(Arguments& a, const void* sendbuf, const void* recvbuf, bool send_in_blocks,
                bool recv_in_blocks) noexcept {
  if (!checks_enabled || a.inter()) return MPI_SUCCESS;
  const collectives::Side& send = a.shape().send;
  const collectives::Side& recv = a.shape().recv;
  const auto rank = static_cast<std::uint32_t>(a.communicator->rank());
  const OwnBlock from(sendbuf, send, a.call.binding.send_type, rank, send_in_blocks);
  const OwnBlock to(recvbuf, recv, a.call.binding.recv_type, rank, recv_in_blocks);
  if (from.bytes == 0 || to.bytes == 0) return MPI_SUCCESS;
  if (from.address == to.address && sendbuf != nullptr) [[unlikely]]
    return a.fail_aliased();
  return send.counts.empty() && recv.counts.empty() ? a.check_apart(sendbuf, recvbuf) : MPI_SUCCESS;
}

}  // namespace

int barrier(MPI_Comm comm, const Form& form) {
  Arguments a(Collective::barrier, comm);
  if (const int code = a.open(); code != MPI_SUCCESS) return code;
  return launch(a, form);
}

int bcast(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::bcast, comm);
  if (const int code = a.open(); code != MPI_SUCCESS) return code;
  if (const int code = a.set_root(root); code != MPI_SUCCESS) return code;
  if (a.takes_part() || a.at_root()) {
    if (const int code = a.set_recv(buffer, count, datatype, plain_names); code != MPI_SUCCESS) return code;
  }
  return launch(a, form);
}

namespace {

/// What gather and gatherv share. `set_blocks` looks at the arguments that count only at the root.
template <class SetBlocks>
int gather_to_root(Arguments& a, const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, const void* recvbuf,
                   int root, const Form& form, SetBlocks&& set_blocks) {
  if (const int code = a.open(); code != MPI_SUCCESS) return code;
  if (const int code = a.set_root(root); code != MPI_SUCCESS) return code;
  if (a.takes_part()) {
    if (const int code = a.take_in_place("sendbuf", sendbuf, a.at_root()); code != MPI_SUCCESS) return code;
    if (!a.shape().in_place) {
      if (const int code = a.set_send(sendbuf, sendcount, sendtype); code != MPI_SUCCESS) return code;
    }
  }
  if (a.at_root()) {
    if (const int code = set_blocks(); code != MPI_SUCCESS) return code;
    if (a.takes_part() && !a.shape().in_place) {
      if (const int code = check_apart(a, sendbuf, recvbuf, false, true); code != MPI_SUCCESS) return code;
    }
  }
  return launch(a, form);
}

template <class SetBlocks>
int scatter_from_root(Arguments& a, const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype recvtype,
                      int root, const Form& form, SetBlocks&& set_blocks) {
  if (const int code = a.open(); code != MPI_SUCCESS) return code;
  if (const int code = a.set_root(root); code != MPI_SUCCESS) return code;
  if (a.at_root()) {
    if (const int code = set_blocks(); code != MPI_SUCCESS) return code;
    if (const int code = check_not_in_place(a.comm, "sendbuf", sendbuf); code != MPI_SUCCESS) return code;
  }
  if (a.takes_part()) {
    if (const int code = a.take_in_place("recvbuf", recvbuf, a.at_root()); code != MPI_SUCCESS) return code;
    if (!a.shape().in_place) {
      if (const int code = a.set_recv(recvbuf, recvcount, recvtype); code != MPI_SUCCESS) return code;
    }
    if (a.at_root() && !a.shape().in_place) {
      if (const int code = check_apart(a, sendbuf, recvbuf, true, false); code != MPI_SUCCESS) return code;
    }
  }
  return launch(a, form);
}

}  // namespace

int gather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
           MPI_Datatype recvtype, int root, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::gather, comm);
  return gather_to_root(a, sendbuf, sendcount, sendtype, recvbuf, root, form,
                        [&] { return a.set_recv(recvbuf, recvcount, recvtype); });
}

int gatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
            Counts displs, MPI_Datatype recvtype, int root, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::gatherv, comm);
  return gather_to_root(a, sendbuf, sendcount, sendtype, recvbuf, root, form,
                        [&] { return a.set_recv_blocks(recvbuf, recvcounts, displs, recvtype, a.peers()); });
}

int scatter(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
            MPI_Datatype recvtype, int root, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::scatter, comm);
  return scatter_from_root(a, sendbuf, recvbuf, recvcount, recvtype, root, form,
                           [&] { return a.set_send(sendbuf, sendcount, sendtype); });
}

int scatterv(const void* sendbuf, Counts sendcounts, Counts displs, MPI_Datatype sendtype, void* recvbuf,
             MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::scatterv, comm);
  return scatter_from_root(a, sendbuf, recvbuf, recvcount, recvtype, root, form,
                           [&] { return a.set_send_blocks(sendbuf, sendcounts, displs, sendtype, a.peers()); });
}

namespace {

/// What allgather(v) and alltoall(v, w) share: everybody sends and receives, or all is in place.
template <class SetSend, class SetRecv>
int from_all_to_all(Arguments& a, const void* sendbuf, const void* recvbuf, const Form& form, SetSend&& set_send,
                    SetRecv&& set_recv) {
  if (const int code = a.open(); code != MPI_SUCCESS) return code;
  if (const int code = a.take_in_place("sendbuf", sendbuf); code != MPI_SUCCESS) return code;
  if (!a.shape().in_place) {
    if (const int code = set_send(); code != MPI_SUCCESS) return code;
  }
  if (const int code = set_recv(); code != MPI_SUCCESS) return code;
  if (!a.shape().in_place) {
    const bool one_to_all = a.call.collective == Collective::allgather || a.call.collective == Collective::allgatherv;
    if (const int code = check_apart(a, sendbuf, recvbuf, !one_to_all, true); code != MPI_SUCCESS) return code;
  }
  return launch(a, form);
}

}  // namespace

int allgather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
              MPI_Datatype recvtype, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::allgather, comm);
  return from_all_to_all(
      a, sendbuf, recvbuf, form, [&] { return a.set_send(sendbuf, sendcount, sendtype); },
      [&] { return a.set_recv(recvbuf, recvcount, recvtype); });
}

int allgatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
               Counts displs, MPI_Datatype recvtype, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::allgatherv, comm);
  return from_all_to_all(
      a, sendbuf, recvbuf, form, [&] { return a.set_send(sendbuf, sendcount, sendtype); },
      [&] { return a.set_recv_blocks(recvbuf, recvcounts, displs, recvtype, a.peers()); });
}

int alltoall(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
             MPI_Datatype recvtype, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::alltoall, comm);
  return from_all_to_all(
      a, sendbuf, recvbuf, form, [&] { return a.set_send(sendbuf, sendcount, sendtype); },
      [&] { return a.set_recv(recvbuf, recvcount, recvtype); });
}

int alltoallv(const void* sendbuf, Counts sendcounts, Counts sdispls, MPI_Datatype sendtype, void* recvbuf,
              Counts recvcounts, Counts rdispls, MPI_Datatype recvtype, MPI_Comm comm, const Form& form) {
  Arguments a(Collective::alltoallv, comm);
  return from_all_to_all(
      a, sendbuf, recvbuf, form, [&] { return a.set_send_blocks(sendbuf, sendcounts, sdispls, sendtype, a.peers()); },
      [&] { return a.set_recv_blocks(recvbuf, recvcounts, rdispls, recvtype, a.peers()); });
}

int alltoallw(const void* sendbuf, Counts sendcounts, Counts sdispls, const MPI_Datatype sendtypes[], void* recvbuf,
              Counts recvcounts, Counts rdispls, const MPI_Datatype recvtypes[], MPI_Comm comm, const Form& form) {
  Arguments a(Collective::alltoallv, comm);
  a.call.variant = schedule::Variant::by_types;
  return from_all_to_all(
      a, sendbuf, recvbuf, form, [&] { return a.set_send_blocks(sendbuf, sendcounts, sdispls, sendtypes, a.peers()); },
      [&] { return a.set_recv_blocks(recvbuf, recvcounts, rdispls, recvtypes, a.peers()); });
}

}  // namespace baton::mpi::collective
