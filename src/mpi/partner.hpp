// SPDX-License-Identifier: BSD-3-Clause
// The arguments that every send and receive has, looked up and checked once (MPI 5.0, 3.2).
#pragma once

#include <limits>

#include "datatype/datatype.hpp"
#include "mpi/checks.hpp"
#include "mpi/datatypes.hpp"
#include "mpi/objects.hpp"

namespace baton::mpi {

/// What (count, datatype, rank, tag, comm) mean. `peer` holds unless the rank is MPI_PROC_NULL or MPI_ANY_SOURCE.
struct Partner {
  Communicator* communicator = nullptr;
  const datatype::Datatype* type = nullptr;
  p2p::PeerId peer = p2p::any_peer;
  bool is_null = false;  // MPI_PROC_NULL
};

/// A committed datatype and a buffer of its elements.
inline bool is_plain_data(const void* buffer, MPI_Count count, MPI_Datatype datatype, Partner* partner) noexcept {
  partner->type = datatypes().lookup(datatype);
  if (partner->type == nullptr) return false;
  return !checks_enabled || (count >= 0 && buffer != nullptr && buffer != MPI_IN_PLACE && partner->type->committed());
}

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

/// The common case, inline and without a sentence: whether these are the arguments of an ordinary send, to a rank.
/// False: resolve_send finds out what is the matter, if anything.
inline bool resolve_plain_send(const void* buffer, MPI_Count count, MPI_Datatype datatype, int dest, int tag,
                               MPI_Comm comm, Partner* partner) noexcept {
  partner->communicator = comms().lookup(comm);
  if (partner->communicator == nullptr || !is_plain_data(buffer, count, datatype, partner)) return false;
  if (static_cast<std::uint32_t>(dest) >= static_cast<std::uint32_t>(partner->communicator->peer_count())) return false;
  if (checks_enabled && tag < 0) return false;
  partner->peer = partner->communicator->peer(dest);
  return true;
}
/// The same for a receive from one rank.
inline bool resolve_plain_receive(const void* buffer, MPI_Count count, MPI_Datatype datatype, int source, int tag,
                                  MPI_Comm comm, Partner* partner) noexcept {
  return resolve_plain_send(buffer, count, datatype, source, tag < 0 && tag == MPI_ANY_TAG ? 0 : tag, comm, partner);
}

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

// resolve_plain_send leaves that bound to the type.
static_assert(tag_upper_bound == std::numeric_limits<int>::max());
static_assert(MPI_ANY_SOURCE == matching::any_source && MPI_ANY_TAG == matching::any_tag);

}  // namespace baton::mpi
