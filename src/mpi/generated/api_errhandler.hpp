// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter errhandler: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int add_error_class(int* errorclass);
int add_error_code(int errorclass, int* errorcode);
int add_error_string(int errorcode, const char* string);
int comm_call_errhandler(MPI_Comm comm, int errorcode);
int comm_create_errhandler(MPI_Comm_errhandler_function* comm_errhandler_fn, MPI_Errhandler* errhandler);
int comm_get_errhandler(MPI_Comm comm, MPI_Errhandler* errhandler);
int comm_set_errhandler(MPI_Comm comm, MPI_Errhandler errhandler);
int errhandler_free(MPI_Errhandler* errhandler);
int error_class(int errorcode, int* errorclass);
int error_string(int errorcode, char* string, int* resultlen);
int remove_error_class(int errorclass);
int remove_error_code(int errorcode);
int remove_error_string(int errorcode);
int win_call_errhandler(MPI_Win win, int errorcode);
int win_create_errhandler(MPI_Win_errhandler_function* win_errhandler_fn, MPI_Errhandler* errhandler);
int win_get_errhandler(MPI_Win win, MPI_Errhandler* errhandler);
int win_set_errhandler(MPI_Win win, MPI_Errhandler errhandler);

}  // namespace baton::mpi::api
