// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter spawn: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int close_port(const char* port_name);
int comm_accept(const char* port_name, MPI_Info info, int root, MPI_Comm comm, MPI_Comm* newcomm);
int comm_connect(const char* port_name, MPI_Info info, int root, MPI_Comm comm, MPI_Comm* newcomm);
int comm_disconnect(MPI_Comm* comm);
int comm_get_parent(MPI_Comm* parent);
int comm_join(int fd, MPI_Comm* intercomm);
int comm_spawn(const char* command, char* argv[], int maxprocs, MPI_Info info, int root, MPI_Comm comm,
    MPI_Comm* intercomm, int array_of_errcodes[]);
int comm_spawn_multiple(int count, char* array_of_commands[], char** array_of_argv[], const int array_of_maxprocs[],
    const MPI_Info array_of_info[], int root, MPI_Comm comm, MPI_Comm* intercomm, int array_of_errcodes[]);
int lookup_name(const char* service_name, MPI_Info info, char* port_name);
int open_port(MPI_Info info, char* port_name);
int publish_name(const char* service_name, MPI_Info info, const char* port_name);
int unpublish_name(const char* service_name, MPI_Info info, const char* port_name);

}  // namespace baton::mpi::api
