// SPDX-License-Identifier: BSD-3-Clause
// What operation handles mean. Predefined handles are there as soon as the library is loaded. Bodies: op_api.cpp.
#pragma once

#include "datatype/op.hpp"
#include "mpi/handles.hpp"

namespace baton::mpi {

/// All operations that have a handle; each dynamic entry holds one reference to its operation.
[[nodiscard]] HandleTable<MPI_Op, const datatype::Op>& ops() noexcept;

/// The operation of a handle, or nullptr. Cost: O(1).
[[nodiscard]] const datatype::Op* op_of(MPI_Op handle) noexcept;

/// Raises MPI_ERR_OP where the standard does not define a predefined operation on the type.
int check_operation(const Raiser& where, const datatype::Op& op, const datatype::Datatype& type) noexcept;

/// "MPI_SUM" and so on.
[[nodiscard]] const char* name_of(const datatype::Op& op) noexcept;

}  // namespace baton::mpi
