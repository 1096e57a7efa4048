// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter communicator: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int comm_attach_buffer(MPI_Comm comm, void* buffer, MPI_Count size);
int comm_compare(MPI_Comm comm1, MPI_Comm comm2, int* result);
int comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm* newcomm);
int comm_create_group(MPI_Comm comm, MPI_Group group, int tag, MPI_Comm* newcomm);
int comm_detach_buffer(MPI_Comm comm, void* buffer_addr, CountOut size);
int comm_dup(MPI_Comm comm, MPI_Comm* newcomm);
int comm_dup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm* newcomm);
int comm_flush_buffer(MPI_Comm comm);
int comm_free(MPI_Comm* comm);
int comm_get_info(MPI_Comm comm, MPI_Info* info_used);
int comm_get_name(MPI_Comm comm, char* comm_name, int* resultlen);
int comm_group(MPI_Comm comm, MPI_Group* group);
int comm_idup(MPI_Comm comm, MPI_Comm* newcomm, MPI_Request* request);
int comm_idup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm* newcomm, MPI_Request* request);
int comm_iflush_buffer(MPI_Comm comm, MPI_Request* request);
int comm_rank(MPI_Comm comm, int* rank);
int comm_remote_group(MPI_Comm comm, MPI_Group* group);
int comm_remote_size(MPI_Comm comm, int* size);
int comm_set_info(MPI_Comm comm, MPI_Info info);
int comm_set_name(MPI_Comm comm, const char* comm_name);
int comm_size(MPI_Comm comm, int* size);
int comm_split(MPI_Comm comm, int color, int key, MPI_Comm* newcomm);
int comm_split_type(MPI_Comm comm, int split_type, int key, MPI_Info info, MPI_Comm* newcomm);
int comm_test_inter(MPI_Comm comm, int* flag);
int intercomm_create(MPI_Comm local_comm, int local_leader, MPI_Comm peer_comm, int remote_leader, int tag,
    MPI_Comm* newintercomm);
int intercomm_merge(MPI_Comm intercomm, int high, MPI_Comm* newintracomm);

}  // namespace baton::mpi::api
