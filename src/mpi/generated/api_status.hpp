// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter status: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int get_count(const MPI_Status* status, MPI_Datatype datatype, CountOut count);
int get_elements(const MPI_Status* status, MPI_Datatype datatype, CountOut count);
int get_elements_x(const MPI_Status* status, MPI_Datatype datatype, MPI_Count* count);
int status_get_error(const MPI_Status* status, int* error);
int status_get_source(const MPI_Status* status, int* source);
int status_get_tag(const MPI_Status* status, int* tag);
int status_set_cancelled(MPI_Status* status, int flag);
int status_set_elements(MPI_Status* status, MPI_Datatype datatype, MPI_Count count);
int status_set_elements_x(MPI_Status* status, MPI_Datatype datatype, MPI_Count count);
int status_set_error(MPI_Status* status, int error);
int status_set_source(MPI_Status* status, int source);
int status_set_tag(MPI_Status* status, int tag);
int test_cancelled(const MPI_Status* status, int* flag);

}  // namespace baton::mpi::api
