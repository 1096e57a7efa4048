// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter op: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int op_commutative(MPI_Op op, int* commute);
int op_create(MPI_User_function* user_fn, int commute, MPI_Op* op);
int op_create_c(MPI_User_function_c* user_fn, int commute, MPI_Op* op);
int op_free(MPI_Op* op);
int reduce_local(const void* inbuf, void* inoutbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op);

}  // namespace baton::mpi::api
