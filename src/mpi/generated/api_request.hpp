// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter request: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int cancel(MPI_Request* request);
int request_free(MPI_Request* request);
int request_get_status(MPI_Request request, int* flag, MPI_Status* status);
int request_get_status_all(int count, const MPI_Request array_of_requests[], int* flag, MPI_Status array_of_statuses[]);
int request_get_status_any(int count, const MPI_Request array_of_requests[], int* indx, int* flag, MPI_Status* status);
int request_get_status_some(int incount, const MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
    MPI_Status array_of_statuses[]);
int start(MPI_Request* request);
int startall(int count, MPI_Request array_of_requests[]);
int test(MPI_Request* request, int* flag, MPI_Status* status);
int testall(int count, MPI_Request array_of_requests[], int* flag, MPI_Status array_of_statuses[]);
int testany(int count, MPI_Request array_of_requests[], int* indx, int* flag, MPI_Status* status);
int testsome(int incount, MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
    MPI_Status array_of_statuses[]);
int wait(MPI_Request* request, MPI_Status* status);
int waitall(int count, MPI_Request array_of_requests[], MPI_Status array_of_statuses[]);
int waitany(int count, MPI_Request array_of_requests[], int* indx, MPI_Status* status);
int waitsome(int incount, MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
    MPI_Status array_of_statuses[]);

}  // namespace baton::mpi::api
