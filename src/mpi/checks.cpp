// SPDX-License-Identifier: BSD-3-Clause
// The sentences of failed checks: the argument, its value, what would be right.
#include "mpi/checks.hpp"

#include "mpi/process.hpp"

namespace baton::mpi {

int fail_count(const Raiser& where, const char* argument, MPI_Count count) noexcept {
  return fail(where, MPI_ERR_COUNT, "argument '{}' = {}: a count must not be negative", argument, count);
}

int fail_counts(const Raiser& where, const char* argument, int at, MPI_Count count) noexcept {
  return fail(where, MPI_ERR_COUNT, "argument '{}'[{}] = {}: a count must not be negative", argument, at, count);
}

int fail_rank(const Raiser& where, const char* argument, int rank, int size, bool any_source) noexcept {
  return fail(where, MPI_ERR_RANK, "argument '{}' = {}: not a rank of {}; valid ranks are 0..{}{} and MPI_PROC_NULL",
              argument, rank, describe(where), size - 1, any_source ? ", MPI_ANY_SOURCE" : "");
}

int fail_root(const Raiser& where, const char* argument, int root, int size, bool inter) noexcept {
  return fail(where, MPI_ERR_ROOT, "argument '{}' = {}: not a root of {}; valid roots are 0..{}{}", argument, root,
              describe(where), size - 1, inter ? ", MPI_ROOT and MPI_PROC_NULL" : "");
}

int fail_tag(const Raiser& where, const char* argument, int tag, int upper_bound, bool any_tag) noexcept {
  return fail(where, MPI_ERR_TAG, "argument '{}' = {}: valid tags are 0..{}{}", argument, tag, upper_bound,
              any_tag ? " and MPI_ANY_TAG" : " (MPI_TAG_UB)");
}

int fail_null(const Raiser& where, const char* argument, int error_class) noexcept {
  return fail(where, error_class, "argument '{}' is a null pointer; it must point at memory of the caller", argument);
}

int fail_buffer(const Raiser& where, const char* argument, MPI_Count count) noexcept {
  return fail(
      where, MPI_ERR_BUFFER,
      "argument '{}' is a null pointer, with count {}; give a buffer, or a datatype with absolute addresses for "
      "MPI_BOTTOM",
      argument, count);
}

int fail_in_place(const Raiser& where, const char* argument) noexcept {
  return fail(where, MPI_ERR_BUFFER, "argument '{}' is MPI_IN_PLACE, which has no meaning here; give a buffer",
              argument);
}

int fail_uncommitted(const Raiser& where, const char* argument) noexcept {
  return fail(where, MPI_ERR_TYPE, "argument '{}': the datatype is not committed; call MPI_Type_commit first",
              argument);
}

}  // namespace baton::mpi
