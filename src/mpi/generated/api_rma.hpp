// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter rma: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int accumulate(const void* origin_addr, MPI_Count origin_count, MPI_Datatype origin_datatype, int target_rank,
    MPI_Aint target_disp, MPI_Count target_count, MPI_Datatype target_datatype, MPI_Op op, MPI_Win win);
int compare_and_swap(const void* origin_addr, const void* compare_addr, void* result_addr, MPI_Datatype datatype,
    int target_rank, MPI_Aint target_disp, MPI_Win win);
int fetch_and_op(const void* origin_addr, void* result_addr, MPI_Datatype datatype, int target_rank,
    MPI_Aint target_disp, MPI_Op op, MPI_Win win);
int get(void* origin_addr, MPI_Count origin_count, MPI_Datatype origin_datatype, int target_rank, MPI_Aint target_disp,
    MPI_Count target_count, MPI_Datatype target_datatype, MPI_Win win);
int get_accumulate(const void* origin_addr, MPI_Count origin_count, MPI_Datatype origin_datatype, void* result_addr,
    MPI_Count result_count, MPI_Datatype result_datatype, int target_rank, MPI_Aint target_disp,
    MPI_Count target_count, MPI_Datatype target_datatype, MPI_Op op, MPI_Win win);
int put(const void* origin_addr, MPI_Count origin_count, MPI_Datatype origin_datatype, int target_rank,
    MPI_Aint target_disp, MPI_Count target_count, MPI_Datatype target_datatype, MPI_Win win);
int raccumulate(const void* origin_addr, MPI_Count origin_count, MPI_Datatype origin_datatype, int target_rank,
    MPI_Aint target_disp, MPI_Count target_count, MPI_Datatype target_datatype, MPI_Op op, MPI_Win win,
    MPI_Request* request);
int rget(void* origin_addr, MPI_Count origin_count, MPI_Datatype origin_datatype, int target_rank,
    MPI_Aint target_disp, MPI_Count target_count, MPI_Datatype target_datatype, MPI_Win win, MPI_Request* request);
int rget_accumulate(const void* origin_addr, MPI_Count origin_count, MPI_Datatype origin_datatype, void* result_addr,
    MPI_Count result_count, MPI_Datatype result_datatype, int target_rank, MPI_Aint target_disp,
    MPI_Count target_count, MPI_Datatype target_datatype, MPI_Op op, MPI_Win win, MPI_Request* request);
int rput(const void* origin_addr, MPI_Count origin_count, MPI_Datatype origin_datatype, int target_rank,
    MPI_Aint target_disp, MPI_Count target_count, MPI_Datatype target_datatype, MPI_Win win, MPI_Request* request);
int win_allocate(MPI_Aint size, MPI_Count disp_unit, MPI_Info info, MPI_Comm comm, void* baseptr, MPI_Win* win);
int win_allocate_shared(MPI_Aint size, MPI_Count disp_unit, MPI_Info info, MPI_Comm comm, void* baseptr, MPI_Win* win);
int win_attach(MPI_Win win, void* base, MPI_Aint size);
int win_complete(MPI_Win win);
int win_create(void* base, MPI_Aint size, MPI_Count disp_unit, MPI_Info info, MPI_Comm comm, MPI_Win* win);
int win_create_dynamic(MPI_Info info, MPI_Comm comm, MPI_Win* win);
int win_detach(MPI_Win win, const void* base);
int win_fence(int assert, MPI_Win win);
int win_flush(int rank, MPI_Win win);
int win_flush_all(MPI_Win win);
int win_flush_local(int rank, MPI_Win win);
int win_flush_local_all(MPI_Win win);
int win_free(MPI_Win* win);
int win_get_group(MPI_Win win, MPI_Group* group);
int win_get_info(MPI_Win win, MPI_Info* info_used);
int win_get_name(MPI_Win win, char* win_name, int* resultlen);
int win_lock(int lock_type, int rank, int assert, MPI_Win win);
int win_lock_all(int assert, MPI_Win win);
int win_post(MPI_Group group, int assert, MPI_Win win);
int win_set_info(MPI_Win win, MPI_Info info);
int win_set_name(MPI_Win win, const char* win_name);
int win_shared_query(MPI_Win win, int rank, MPI_Aint* size, CountOut disp_unit, void* baseptr);
int win_start(MPI_Group group, int assert, MPI_Win win);
int win_sync(MPI_Win win);
int win_test(MPI_Win win, int* flag);
int win_unlock(int rank, MPI_Win win);
int win_unlock_all(MPI_Win win);
int win_wait(MPI_Win win);

}  // namespace baton::mpi::api
