// SPDX-License-Identifier: BSD-3-Clause
// Checks for programs that run as real MPI processes: a failed one is printed with its place and makes the program exit
// with 1.
#pragma once

#include <mpi.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace check {

inline int failures = 0;
inline int rank = -1;

inline void that(bool holds, const char* expression, const char* file, int line) {
  if (holds) return;
  ++failures;
  std::fprintf(stderr, "[rank %d] %s:%d: does not hold: %s\n", rank, file, line, expression);
}

inline void equal(long long got, long long wanted, const char* expression, const char* file, int line) {
  if (got == wanted) return;
  ++failures;
  std::fprintf(stderr, "[rank %d] %s:%d: %s is %lld, wanted %lld\n", rank, file, line, expression, got, wanted);
}

/// The class of an error code.
inline int class_of(int code) {
  int error_class = -1;
  MPI_Error_class(code, &error_class);
  return error_class;
}

inline std::string text_of(int code) {
  char text[MPI_MAX_ERROR_STRING] = "";
  int length = 0;
  MPI_Error_string(code, text, &length);
  return text;
}

/// MPI_Finalize with the verdict; to be returned from main.
inline int finish() {
  int all = failures + 1;
  if (MPI_Allreduce(&failures, &all, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD) != MPI_SUCCESS) all = 1;
  if (MPI_Finalize() != MPI_SUCCESS) all = 1;
  return all == 0 ? 0 : 1;
}

}  // namespace check

#define CHECK(expression) ::check::that(static_cast<bool>(expression), #expression, __FILE__, __LINE__)
#define CHECK_EQ(got, wanted) \
  ::check::equal(static_cast<long long>(got), static_cast<long long>(wanted), #got, __FILE__, __LINE__)
#define CHECK_CLASS(call, wanted) CHECK_EQ(::check::class_of(call), wanted)
