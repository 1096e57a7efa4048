// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter abi: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int abi_get_fortran_booleans(int logical_size, void* logical_true, void* logical_false, int* is_set);
int abi_get_fortran_info(MPI_Info* info);
int abi_get_info(MPI_Info* info);
int abi_get_version(int* abi_major, int* abi_minor);
int abi_set_fortran_booleans(int logical_size, void* logical_true, void* logical_false);
int abi_set_fortran_info(MPI_Info info);
MPI_Comm comm_fromint(int comm);
int comm_toint(MPI_Comm comm);
MPI_Errhandler errhandler_fromint(int errhandler);
int errhandler_toint(MPI_Errhandler errhandler);
MPI_File file_fromint(int file);
int file_toint(MPI_File file);
MPI_Group group_fromint(int group);
int group_toint(MPI_Group group);
MPI_Info info_fromint(int info);
int info_toint(MPI_Info info);
MPI_Message message_fromint(int message);
int message_toint(MPI_Message message);
MPI_Op op_fromint(int op);
int op_toint(MPI_Op op);
MPI_Request request_fromint(int request);
int request_toint(MPI_Request request);
MPI_Session session_fromint(int session);
int session_toint(MPI_Session session);
MPI_Datatype type_fromint(int datatype);
int type_toint(MPI_Datatype datatype);
MPI_Win win_fromint(int win);
int win_toint(MPI_Win win);

}  // namespace baton::mpi::api
