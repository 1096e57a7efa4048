// SPDX-License-Identifier: BSD-3-Clause
// What other chapters ask of info objects.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "mpi.h"

namespace baton::mpi {

/// False for a handle that means nothing; MPI_INFO_NULL and MPI_INFO_ENV exist.
[[nodiscard]] bool info_exists(MPI_Info info) noexcept;

/// The value of a key, "" when there is none or `info` is MPI_INFO_NULL.
[[nodiscard]] std::string hint_value(MPI_Info info, const char* key);

/// A new info object with these keys.
[[nodiscard]] MPI_Info make_info(std::initializer_list<std::pair<const char*, std::string>> entries);

}  // namespace baton::mpi
