// SPDX-License-Identifier: BSD-3-Clause
// What datatype handles mean. Predefined handles are there as soon as the library is loaded. Bodies: datatype*.cpp.
#pragma once

#include "datatype/datatype.hpp"
#include "mpi/handles.hpp"

namespace baton::mpi {

/// All datatypes that have a handle; each dynamic entry holds one reference to its type.
[[nodiscard]] HandleTable<MPI_Datatype, const datatype::Datatype>& datatypes() noexcept;

/// The type of a handle, or nullptr. Cost: O(1).
[[nodiscard]] const datatype::Datatype* type_of(MPI_Datatype handle) noexcept;

/// The predefined handle of a kind.
[[nodiscard]] MPI_Datatype handle_of(datatype::Kind kind) noexcept;

}  // namespace baton::mpi
