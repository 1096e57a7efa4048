// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter partitioned: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int parrived(MPI_Request request, int partition, int* flag);
int pready(int partition, MPI_Request request);
int pready_list(int length, const int array_of_partitions[], MPI_Request request);
int pready_range(int partition_low, int partition_high, MPI_Request request);
int precv_init(void* buf, int partitions, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Info info, MPI_Request* request);
int psend_init(const void* buf, int partitions, MPI_Count count, MPI_Datatype datatype, int dest, int tag,
    MPI_Comm comm, MPI_Info info, MPI_Request* request);

}  // namespace baton::mpi::api
