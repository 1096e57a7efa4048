// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/partner.hpp"

#include "mpi/checks.hpp"
#include "mpi/datatypes.hpp"

namespace baton::mpi {
namespace {

/// Count, datatype and buffer, alike for sends and receives.
inline int resolve_data(const void* buffer, MPI_Count count, MPI_Datatype datatype, MPI_Comm comm, Partner* partner,
                        const ArgumentNames& names) noexcept {
  if (const int code = check_count(comm, names.count, count); code != MPI_SUCCESS) return code;
  partner->type = type_of(datatype);
  if (partner->type == nullptr) [[unlikely]]
    return fail_handle(comm, names.datatype, datatype);
  if (const int code = check_committed(comm, names.datatype, partner->type->committed()); code != MPI_SUCCESS)
    return code;
  // A null address is fine where nothing is moved, and for types with absolute addresses (MPI_BOTTOM).
  const bool absolute = !partner->type->is_builtin() || partner->type->size() == 0;
  if (const int code = check_buffer(comm, names.buffer, buffer, count, absolute); code != MPI_SUCCESS) return code;
  return check_not_in_place(comm, names.buffer, buffer);
}

}  // namespace

int resolve_send(const void* buffer, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
                 Partner* partner, const ArgumentNames& names) noexcept {
  partner->communicator = comms().lookup(comm);
  if (partner->communicator == nullptr) [[unlikely]]
    return fail_handle(Raiser::none(), "comm", comm);
  if (const int code = resolve_data(buffer, count, datatype, comm, partner, names); code != MPI_SUCCESS) return code;
  if (const int code = check_tag(comm, names.tag, tag, tag_upper_bound); code != MPI_SUCCESS) return code;
  if (const int code = check_dest(comm, names.rank, dest, partner->communicator->peer_count()); code != MPI_SUCCESS)
    return code;
  partner->is_null = dest == MPI_PROC_NULL;
  if (!partner->is_null) partner->peer = partner->communicator->peer(dest);
  return MPI_SUCCESS;
}

int resolve_source(int source, int tag, MPI_Comm comm, Partner* partner, const ArgumentNames& names) noexcept {
  partner->communicator = comms().lookup(comm);
  if (partner->communicator == nullptr) [[unlikely]]
    return fail_handle(Raiser::none(), "comm", comm);
  if (const int code = check_any_tag(comm, names.tag, tag, tag_upper_bound); code != MPI_SUCCESS) return code;
  if (const int code = check_source(comm, names.rank, source, partner->communicator->peer_count()); code != MPI_SUCCESS)
    return code;
  partner->is_null = source == MPI_PROC_NULL;
  if (!partner->is_null && source != MPI_ANY_SOURCE) partner->peer = partner->communicator->peer(source);
  return MPI_SUCCESS;
}

int resolve_receive(const void* buffer, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm,
                    Partner* partner, const ArgumentNames& names) noexcept {
  if (const int code = resolve_source(source, tag, comm, partner, names); code != MPI_SUCCESS) return code;
  return resolve_data(buffer, count, datatype, comm, partner, names);
}

}  // namespace baton::mpi
