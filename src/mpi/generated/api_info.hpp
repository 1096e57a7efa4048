// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter info: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int info_create(MPI_Info* info);
int info_create_env(int argc, char* argv[], MPI_Info* info);
int info_delete(MPI_Info info, const char* key);
int info_dup(MPI_Info info, MPI_Info* newinfo);
int info_free(MPI_Info* info);
int info_get(MPI_Info info, const char* key, int valuelen, char* value, int* flag);
int info_get_nkeys(MPI_Info info, int* nkeys);
int info_get_nthkey(MPI_Info info, int n, char* key);
int info_get_string(MPI_Info info, const char* key, int* buflen, char* value, int* flag);
int info_get_valuelen(MPI_Info info, const char* key, int* valuelen, int* flag);
int info_set(MPI_Info info, const char* key, const char* value);

}  // namespace baton::mpi::api
