// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter session: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int comm_create_from_group(MPI_Group group, const char* stringtag, MPI_Info info, MPI_Errhandler errhandler,
    MPI_Comm* newcomm);
int group_from_session_pset(MPI_Session session, const char* pset_name, MPI_Group* newgroup);
int intercomm_create_from_groups(MPI_Group local_group, int local_leader, MPI_Group remote_group, int remote_leader,
    const char* stringtag, MPI_Info info, MPI_Errhandler errhandler, MPI_Comm* newintercomm);
int session_attach_buffer(MPI_Session session, void* buffer, MPI_Count size);
int session_call_errhandler(MPI_Session session, int errorcode);
int session_create_errhandler(MPI_Session_errhandler_function* session_errhandler_fn, MPI_Errhandler* errhandler);
int session_detach_buffer(MPI_Session session, void* buffer_addr, CountOut size);
int session_finalize(MPI_Session* session);
int session_flush_buffer(MPI_Session session);
int session_get_errhandler(MPI_Session session, MPI_Errhandler* errhandler);
int session_get_info(MPI_Session session, MPI_Info* info_used);
int session_get_nth_pset(MPI_Session session, MPI_Info info, int n, int* pset_len, char* pset_name);
int session_get_num_psets(MPI_Session session, MPI_Info info, int* npset_names);
int session_get_pset_info(MPI_Session session, const char* pset_name, MPI_Info* info);
int session_iflush_buffer(MPI_Session session, MPI_Request* request);
int session_init(MPI_Info info, MPI_Errhandler errhandler, MPI_Session* session);
int session_set_errhandler(MPI_Session session, MPI_Errhandler errhandler);

}  // namespace baton::mpi::api
