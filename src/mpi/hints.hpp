// SPDX-License-Identifier: BSD-3-Clause
// What other chapters ask of info objects.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "mpi.h"

namespace baton::mpi {

/// Kinds of memory that any buffer may be of, as the key mpi_memory_alloc_kinds tells (MPI 5.0, 12.4.3): what MPI
/// allocates, and the system's. Others that a user asks for are not to be had, so the answer is always this.
inline constexpr const char* memory_alloc_kinds = "mpi,system";

/// False for a handle that means nothing; MPI_INFO_NULL and MPI_INFO_ENV exist.
[[nodiscard]] bool info_exists(MPI_Info info) noexcept;

/// The value of a key, "" when there is none or `info` is MPI_INFO_NULL.
[[nodiscard]] std::string hint_value(MPI_Info info, const char* key);

/// A new info object with these keys.
[[nodiscard]] MPI_Info make_info(std::initializer_list<std::pair<const char*, std::string>> entries);

}  // namespace baton::mpi
