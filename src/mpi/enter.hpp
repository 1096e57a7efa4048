// SPDX-License-Identifier: BSD-3-Clause
// The only way from a C entry to its body: is MPI running, which call is this, and no exception gets out.
#pragma once

#include <new>
#include <utility>

#include "mpi/failure.hpp"
#include "mpi/process.hpp"

namespace baton::mpi {

/// The cold sides of enter(). The gate is not open: MPI_SUCCESS when the call may go on all the same.
[[gnu::cold]] int pass_gate(const char* call) noexcept;
[[gnu::cold]] int fail_no_memory() noexcept;

/// Runs a body that is allowed at any time. Cost: two stores of one thread-local word.
template <class F>
inline int enter_anytime(const char* call, F&& body) noexcept {
  const char* const outer = std::exchange(current_call, call);
  int code = MPI_SUCCESS;
  try {
    code = body();
  } catch (const std::bad_alloc&) {
    code = fail_no_memory();
  }
  current_call = outer;
  return code;
}

/// Runs a body that needs MPI initialised and not finalised.
template <class F>
inline int enter(const char* call, F&& body) noexcept {
  if (entry_gate.load(std::memory_order_acquire) != Gate::open) [[unlikely]] {
    if (const int code = pass_gate(call); code != MPI_SUCCESS) return code;
  }
  return enter_anytime(call, std::forward<F>(body));
}

}  // namespace baton::mpi
