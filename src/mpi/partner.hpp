// SPDX-License-Identifier: BSD-3-Clause
// The arguments that every send and receive has, looked up and checked once (MPI 5.0, 3.2).
#pragma once

#include "datatype/datatype.hpp"
#include "mpi/objects.hpp"

namespace baton::mpi {

/// What (count, datatype, rank, tag, comm) mean. `peer` holds unless the rank is MPI_PROC_NULL or MPI_ANY_SOURCE.
struct Partner {
  Communicator* communicator = nullptr;
  const datatype::Datatype* type = nullptr;
  p2p::PeerId peer = p2p::any_peer;
  bool is_null = false;  // MPI_PROC_NULL
};

/// Names of the arguments, for error sentences: MPI_Sendrecv has two of each.
struct ArgumentNames {
  const char* buffer = "buf";
  const char* count = "count";
  const char* datatype = "datatype";
  const char* rank = "dest";
  const char* tag = "tag";
};

inline constexpr ArgumentNames send_names{};
inline constexpr ArgumentNames receive_names{"buf", "count", "datatype", "source", "tag"};

/// MPI_SUCCESS, or the code of an error that was raised on `comm`.
int resolve_send(const void* buffer, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
                 Partner* partner, const ArgumentNames& names = send_names) noexcept;
int resolve_receive(const void* buffer, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm,
                    Partner* partner, const ArgumentNames& names = receive_names) noexcept;
/// For probes: no buffer.
int resolve_source(int source, int tag, MPI_Comm comm, Partner* partner,
                   const ArgumentNames& names = receive_names) noexcept;

[[nodiscard]] inline p2p::SendArgs send_args(const Partner& partner, const void* buffer, MPI_Count count, int tag,
                                             p2p::SendMode mode = p2p::SendMode::standard) noexcept {
  return {
      buffer, count, partner.type, partner.peer, {partner.communicator->context(), partner.communicator->rank(), tag},
      mode};
}
[[nodiscard]] inline p2p::ReceiveArgs receive_args(const Partner& partner, void* buffer, MPI_Count count, int source,
                                                   int tag) noexcept {
  return {buffer, count, partner.type, partner.peer, {partner.communicator->context(), source, tag}};
}

/// The value of MPI_TAG_UB.
inline constexpr int tag_upper_bound = 0x7FFFFFFF;

static_assert(MPI_ANY_SOURCE == matching::any_source && MPI_ANY_TAG == matching::any_tag);

}  // namespace baton::mpi
