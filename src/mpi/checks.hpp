// SPDX-License-Identifier: BSD-3-Clause
// Checks of arguments, one function a kind. Each returns MPI_SUCCESS, or raises the error and returns its code:
//   if (int code = check_count(comm, "count", count)) return code;
// All vanish when the library is built with BATON_CHECKS=OFF; what a body needs to be safe at all, it checks itself.
#pragma once

#include "mpi/counts.hpp"
#include "mpi/failure.hpp"
#include "mpi/handles.hpp"
#include "mpi/raiser.hpp"

namespace baton::mpi {

#ifdef BATON_NO_CHECKS
inline constexpr bool checks_enabled = false;
#else
inline constexpr bool checks_enabled = true;
#endif

// The cold sides, in checks.cpp.
[[gnu::cold]] int fail_count(const Raiser& where, const char* argument, MPI_Count count) noexcept;
[[gnu::cold]] int fail_counts(const Raiser& where, const char* argument, int at, MPI_Count count) noexcept;
[[gnu::cold]] int fail_rank(const Raiser& where, const char* argument, int rank, int size, bool any_source) noexcept;
[[gnu::cold]] int fail_root(const Raiser& where, const char* argument, int root, int size, bool inter) noexcept;
[[gnu::cold]] int fail_tag(const Raiser& where, const char* argument, int tag, int upper_bound, bool any_tag) noexcept;
[[gnu::cold]] int fail_null(const Raiser& where, const char* argument, int error_class) noexcept;
[[gnu::cold]] int fail_buffer(const Raiser& where, const char* argument, MPI_Count count) noexcept;
[[gnu::cold]] int fail_in_place(const Raiser& where, const char* argument) noexcept;
[[gnu::cold]] int fail_uncommitted(const Raiser& where, const char* argument) noexcept;

/// Not negative.
inline int check_count(const Raiser& where, const char* argument, MPI_Count count) noexcept {
  if (checks_enabled && count < 0) [[unlikely]]
    return fail_count(where, argument, count);
  return MPI_SUCCESS;
}

/// An array of `n` counts, none negative.
inline int check_counts(const Raiser& where, const char* argument, Counts counts, int n) noexcept {
  if constexpr (checks_enabled) {
    if (counts.is_null() && n > 0) [[unlikely]]
      return fail_null(where, argument, MPI_ERR_COUNT);
    for (int i = 0; i < n; ++i) {
      if (counts[i] < 0) [[unlikely]]
        return fail_counts(where, argument, i, counts[i]);
    }
  }
  return MPI_SUCCESS;
}

/// A rank to send to: one of `size`, or MPI_PROC_NULL.
inline int check_dest(const Raiser& where, const char* argument, int rank, int size) noexcept {
  const bool valid = (rank >= 0 && rank < size) || rank == MPI_PROC_NULL;
  if (checks_enabled && !valid) [[unlikely]]
    return fail_rank(where, argument, rank, size, false);
  return MPI_SUCCESS;
}

/// A rank to receive from: MPI_ANY_SOURCE too.
inline int check_source(const Raiser& where, const char* argument, int rank, int size) noexcept {
  const bool valid = (rank >= 0 && rank < size) || rank == MPI_PROC_NULL || rank == MPI_ANY_SOURCE;
  if (checks_enabled && !valid) [[unlikely]]
    return fail_rank(where, argument, rank, size, true);
  return MPI_SUCCESS;
}

/// The root of a collective call; on an intercommunicator (`inter`), `size` is the remote group's.
inline int check_root(const Raiser& where, const char* argument, int root, int size, bool inter = false) noexcept {
  const bool valid = (root >= 0 && root < size) || (inter && (root == MPI_ROOT || root == MPI_PROC_NULL));
  if (checks_enabled && !valid) [[unlikely]]
    return fail_root(where, argument, root, size, inter);
  return MPI_SUCCESS;
}

/// A tag to send with.
inline int check_tag(const Raiser& where, const char* argument, int tag, int upper_bound) noexcept {
  if (checks_enabled && (tag < 0 || tag > upper_bound)) [[unlikely]]
    return fail_tag(where, argument, tag, upper_bound, false);
  return MPI_SUCCESS;
}

/// A tag to receive with: MPI_ANY_TAG too.
inline int check_any_tag(const Raiser& where, const char* argument, int tag, int upper_bound) noexcept {
  if (checks_enabled && (tag < 0 || tag > upper_bound) && tag != MPI_ANY_TAG) [[unlikely]]
    return fail_tag(where, argument, tag, upper_bound, true);
  return MPI_SUCCESS;
}

/// A buffer of `count` elements. Null is MPI_BOTTOM, which only datatypes with absolute displacements can mean
/// (`absolute`: the datatype's true lower bound is not near zero).
inline int check_buffer(const Raiser& where, const char* argument, const void* buffer, MPI_Count count,
                        bool absolute) noexcept {
  if (checks_enabled && buffer == nullptr && count > 0 && !absolute) [[unlikely]]
    return fail_buffer(where, argument, count);
  return MPI_SUCCESS;
}

/// A buffer where MPI_IN_PLACE has no meaning.
inline int check_not_in_place(const Raiser& where, const char* argument, const void* buffer) noexcept {
  if (checks_enabled && buffer == MPI_IN_PLACE) [[unlikely]]
    return fail_in_place(where, argument);
  return MPI_SUCCESS;
}

/// A pointer that must lead somewhere: outputs, strings, arrays.
inline int check_pointer(const Raiser& where, const char* argument, const void* pointer,
                         int error_class = MPI_ERR_ARG) noexcept {
  if (checks_enabled && pointer == nullptr) [[unlikely]]
    return fail_null(where, argument, error_class);
  return MPI_SUCCESS;
}

/// An array of `n` elements; null is right when n is 0.
inline int check_array(const Raiser& where, const char* argument, const void* pointer, MPI_Count n,
                       int error_class = MPI_ERR_ARG) noexcept {
  if (checks_enabled && pointer == nullptr && n > 0) [[unlikely]]
    return fail_null(where, argument, error_class);
  return MPI_SUCCESS;
}

/// The object of a handle, into `object`. Not compiled out: it costs what the lookup costs.
template <class Handle, class T>
inline int check_handle(const Raiser& where, const char* argument, const HandleTable<Handle, T>& table, Handle handle,
                        T*& object) noexcept {
  object = table.lookup(handle);
  if (object == nullptr) [[unlikely]]
    return fail_handle(where, argument, handle);
  return MPI_SUCCESS;
}

/// A datatype for communication.
inline int check_committed(const Raiser& where, const char* argument, bool committed) noexcept {
  if (checks_enabled && !committed) [[unlikely]]
    return fail_uncommitted(where, argument);
  return MPI_SUCCESS;
}

}  // namespace baton::mpi
