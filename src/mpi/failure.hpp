// SPDX-License-Identifier: BSD-3-Clause
// How a body fails: one sentence, one error code, one call of the right error handler.
// The code is the class plus a number that finds the sentence again in a bounded store (MPI_Error_string).
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "mpi.h"
#include "mpi/raiser.hpp"

namespace baton::mpi {

/// The C name of the entry that this thread is in; "" outside. Set by enter(), printed in every sentence.
extern constinit thread_local const char* current_call [[gnu::tls_model("initial-exec")]];

/// Formats "<call>: <text>", stores it, calls the error handler of `where`. Returns the code if the handler returns.
int fail_with(const Raiser& where, int error_class, fmt::string_view format, fmt::format_args arguments) noexcept;

template <class... Args>
[[gnu::cold, gnu::noinline]] int fail(const Raiser& where, int error_class, fmt::format_string<Args...> format,
                                      const Args&... args) noexcept {
  return fail_with(where, error_class, format, fmt::make_format_args(args...));
}

/// The same for a failure of a room below; its code gives the class.
[[gnu::cold]] int fail(const Raiser& where, const Error& error) noexcept;

/// Calls the error handler of `where` with a code that exists already. MPI_SUCCESS passes through. `cause`: where
/// `code` says only that there were errors, the code of the first; it is printed when the job ends.
int raise(const Raiser& where, int code, int cause = MPI_SUCCESS) noexcept;

/// A code for a sentence without a call of an error handler: for MPI_ERROR in a status.
[[nodiscard]] int make_code(int error_class, std::string_view sentence) noexcept;
[[nodiscard]] int make_code(const Error& error) noexcept;

/// The class that a code was made from; a code that was never made gives MPI_ERR_UNKNOWN.
[[nodiscard]] int class_of(int code) noexcept;
[[nodiscard]] int class_of(Code code) noexcept;

/// The sentence of a code: the stored one, else its class's. Empty for a code that was never made.
[[nodiscard]] std::string sentence_of(int code);

/// The sentence of a class of the standard; nullptr for any other number.
[[nodiscard]] const char* class_sentence(int error_class) noexcept;

/// The stub of a function that has no body yet.
[[gnu::cold]] int unsupported(const char* call, const Raiser& where) noexcept;

}  // namespace baton::mpi
