// SPDX-License-Identifier: BSD-3-Clause
// What the bodies of MPI_Type_dup and MPI_Type_free owe the attributes of a datatype.
#pragma once

#include "datatype/datatype.hpp"
#include "mpi.h"

namespace baton::mpi {

/// Calls the copy functions. `from_handle` is what they are given. Their code, which the caller raises.
int copy_attributes(MPI_Datatype from_handle, const datatype::Datatype& from, const datatype::Datatype& to);
/// Calls the delete functions, while `handle` still means the type. Their code, which the caller raises.
int delete_attributes(MPI_Datatype handle, const datatype::Datatype& type);

}  // namespace baton::mpi
