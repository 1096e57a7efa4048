// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter misc: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int alloc_mem(MPI_Aint size, MPI_Info info, void* baseptr);
int free_mem(void* base);
int get_address(const void* location, MPI_Aint* address);
int get_hw_resource_info(MPI_Info* hw_info);
int get_library_version(char* version, int* resultlen);
int get_processor_name(char* name, int* resultlen);
int get_version(int* version, int* subversion);
int pcontrol(int level);
MPI_Aint aint_add(MPI_Aint base, MPI_Aint disp);
MPI_Aint aint_diff(MPI_Aint addr1, MPI_Aint addr2);
double wtick();
double wtime();

}  // namespace baton::mpi::api
