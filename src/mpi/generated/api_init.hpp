// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter init: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int abort(MPI_Comm comm, int errorcode);
int finalize();
int finalized(int* flag);
int init(int* argc, char*** argv);
int init_thread(int* argc, char*** argv, int required, int* provided);
int initialized(int* flag);
int is_thread_main(int* flag);
int query_thread(int* provided);

}  // namespace baton::mpi::api
