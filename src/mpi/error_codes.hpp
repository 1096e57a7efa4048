// SPDX-License-Identifier: BSD-3-Clause
// The numbers of error codes and classes: the standard's, the user's (MPI_Add_error_class), and those with a sentence.
#pragma once

#include <string>
#include <string_view>

#include "mpi.h"

namespace baton::mpi {

/// A code made by a failure: its class (or the user's code) in the low bits, a number of the sentence above them.
inline constexpr int class_bits = 15;
inline constexpr int class_mask = (1 << class_bits) - 1;
/// The user's classes and codes start behind the standard's and fit under the mask.
inline constexpr int first_user_code = MPI_ERR_LASTCODE + 1;

/// The class of a user's code (a class is its own); MPI_ERR_UNKNOWN when there is no such code. Thread-safe.
[[nodiscard]] int user_error_class(int code) noexcept;
/// The user's text; "" when none was added.
[[nodiscard]] std::string user_error_sentence(int code);
/// The value of MPI_LASTUSEDCODE. The pointed-to int lives for ever: attributes give out its address.
[[nodiscard]] int* last_used_code() noexcept;

/// Outcomes of changing the user's table.
enum class UserCode : unsigned char { done, unknown, not_a_class, in_use, full };
[[nodiscard]] UserCode add_error_class(int& error_class);
[[nodiscard]] UserCode add_error_code(int error_class, int& code);
[[nodiscard]] UserCode set_error_sentence(int code, std::string_view sentence);
[[nodiscard]] UserCode remove_error_class(int error_class);
[[nodiscard]] UserCode remove_error_code(int code);
[[nodiscard]] UserCode remove_error_sentence(int code);

}  // namespace baton::mpi
