// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/partner.hpp"

#include "mpi/checks.hpp"
#include "mpi/failure.hpp"
#include "mpi/process.hpp"

namespace baton::mpi {
namespace {

int fail_count(MPI_Comm comm, const char* name, MPI_Count count) noexcept {
  return fail(comm, MPI_ERR_COUNT, "argument '{}' = {}: must not be negative", name, count);
}

int fail_type(MPI_Comm comm, const char* name, MPI_Datatype datatype, const datatype::Datatype* type) noexcept {
  if (type == nullptr) return fail_handle(comm, name, datatype);
  return fail(comm, MPI_ERR_TYPE, "argument '{}' is not committed; call MPI_Type_commit first", name);
}

int fail_buffer(MPI_Comm comm, const ArgumentNames& names, const void* buffer, MPI_Count count) noexcept {
  if (buffer == MPI_IN_PLACE) {
    return fail(comm, MPI_ERR_BUFFER, "argument '{}' is MPI_IN_PLACE, which only collective calls take", names.buffer);
  }
  return fail(comm, MPI_ERR_BUFFER, "argument '{}' is a null pointer, but '{}' is {}", names.buffer, names.count, count);
}

int fail_rank(MPI_Comm comm, const Communicator& communicator, const char* name, int rank, bool receives) noexcept {
  return fail(comm, MPI_ERR_RANK, "argument '{}' = {}: not a rank of {}; use 0..{}, {}MPI_PROC_NULL", name, rank, describe(comm),
              communicator.peer_count() - 1, receives ? "MPI_ANY_SOURCE or " : "or ");
}

int fail_tag(MPI_Comm comm, const char* name, int tag, bool receives) noexcept {
  return fail(comm, MPI_ERR_TAG, "argument '{}' = {}: must be 0..{} (MPI_TAG_UB){}", name, tag, tag_upper_bound,
              receives ? " or MPI_ANY_TAG" : "");
}

/// A buffer may be null where nothing is moved, and for types with absolute addresses (MPI_BOTTOM).
bool bad_buffer(const void* buffer, MPI_Count count, const datatype::Datatype& type) noexcept {
  if (buffer == MPI_IN_PLACE) return true;
  return buffer == nullptr && count > 0 && type.size() > 0 && type.is_builtin();
}

}  // namespace

int resolve_send(const void* buffer, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, Partner* partner,
                 const ArgumentNames& names) noexcept {
  partner->communicator = comms().lookup(comm);
  if (partner->communicator == nullptr) [[unlikely]] return fail_handle(Raiser::none(), "comm", comm);
  partner->type = type_of(datatype);
  if constexpr (checks_enabled) {
    if (count < 0) [[unlikely]] return fail_count(comm, names.count, count);
    if (partner->type == nullptr || !partner->type->committed()) [[unlikely]] {
      return fail_type(comm, names.datatype, datatype, partner->type);
    }
    if (tag < 0) [[unlikely]] return fail_tag(comm, names.tag, tag, false);
    if (dest != MPI_PROC_NULL && static_cast<unsigned>(dest) >= static_cast<unsigned>(partner->communicator->peer_count()))
        [[unlikely]] {
      return fail_rank(comm, *partner->communicator, names.rank, dest, false);
    }
    if (bad_buffer(buffer, count, *partner->type)) [[unlikely]] return fail_buffer(comm, names, buffer, count);
  }
  partner->is_null = dest == MPI_PROC_NULL;
  if (!partner->is_null) partner->peer = partner->communicator->peer(dest);
  return MPI_SUCCESS;
}

int resolve_source(int source, int tag, MPI_Comm comm, Partner* partner) noexcept {
  partner->communicator = comms().lookup(comm);
  if (partner->communicator == nullptr) [[unlikely]] return fail_handle(Raiser::none(), "comm", comm);
  if constexpr (checks_enabled) {
    if (tag < 0 && tag != MPI_ANY_TAG) [[unlikely]] return fail_tag(comm, "tag", tag, true);
    if (source != MPI_PROC_NULL && source != MPI_ANY_SOURCE &&
        static_cast<unsigned>(source) >= static_cast<unsigned>(partner->communicator->peer_count())) [[unlikely]] {
      return fail_rank(comm, *partner->communicator, "source", source, true);
    }
  }
  partner->is_null = source == MPI_PROC_NULL;
  if (!partner->is_null && source != MPI_ANY_SOURCE) partner->peer = partner->communicator->peer(source);
  return MPI_SUCCESS;
}

int resolve_receive(const void* buffer, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm,
                    Partner* partner, const ArgumentNames& names) noexcept {
  partner->communicator = comms().lookup(comm);
  if (partner->communicator == nullptr) [[unlikely]] return fail_handle(Raiser::none(), "comm", comm);
  partner->type = type_of(datatype);
  if constexpr (checks_enabled) {
    if (count < 0) [[unlikely]] return fail_count(comm, names.count, count);
    if (partner->type == nullptr || !partner->type->committed()) [[unlikely]] {
      return fail_type(comm, names.datatype, datatype, partner->type);
    }
    if (tag < 0 && tag != MPI_ANY_TAG) [[unlikely]] return fail_tag(comm, names.tag, tag, true);
    if (source != MPI_PROC_NULL && source != MPI_ANY_SOURCE &&
        static_cast<unsigned>(source) >= static_cast<unsigned>(partner->communicator->peer_count())) [[unlikely]] {
      return fail_rank(comm, *partner->communicator, names.rank, source, true);
    }
    if (bad_buffer(buffer, count, *partner->type)) [[unlikely]] return fail_buffer(comm, names, buffer, count);
  }
  partner->is_null = source == MPI_PROC_NULL;
  if (!partner->is_null && source != MPI_ANY_SOURCE) partner->peer = partner->communicator->peer(source);
  return MPI_SUCCESS;
}

}  // namespace baton::mpi
