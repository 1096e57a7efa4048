// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter rma, one call each. Next: the body in mpi/rma*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_rma.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Accumulate(const void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Op, MPI_Win win) {
  return unsupported("MPI_Accumulate", win);
}
[[gnu::weak, gnu::alias("PMPI_Accumulate")]] int MPI_Accumulate(const void*, int, MPI_Datatype, int, MPI_Aint, int,
    MPI_Datatype, MPI_Op, MPI_Win);

int PMPI_Accumulate_c(const void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Win win) {
  return unsupported("MPI_Accumulate_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Accumulate_c")]] int MPI_Accumulate_c(const void*, MPI_Count, MPI_Datatype, int,
    MPI_Aint, MPI_Count, MPI_Datatype, MPI_Op, MPI_Win);

int PMPI_Compare_and_swap(const void*, const void*, void*, MPI_Datatype, int, MPI_Aint, MPI_Win win) {
  return unsupported("MPI_Compare_and_swap", win);
}
[[gnu::weak, gnu::alias("PMPI_Compare_and_swap")]] int MPI_Compare_and_swap(const void*, const void*, void*,
    MPI_Datatype, int, MPI_Aint, MPI_Win);

int PMPI_Fetch_and_op(const void*, void*, MPI_Datatype, int, MPI_Aint, MPI_Op, MPI_Win win) {
  return unsupported("MPI_Fetch_and_op", win);
}
[[gnu::weak, gnu::alias("PMPI_Fetch_and_op")]] int MPI_Fetch_and_op(const void*, void*, MPI_Datatype, int, MPI_Aint,
    MPI_Op, MPI_Win);

int PMPI_Get(void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Win win) {
  return unsupported("MPI_Get", win);
}
[[gnu::weak, gnu::alias("PMPI_Get")]] int MPI_Get(void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Win);

int PMPI_Get_c(void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count, MPI_Datatype, MPI_Win win) {
  return unsupported("MPI_Get_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Get_c")]] int MPI_Get_c(void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count,
    MPI_Datatype, MPI_Win);

int PMPI_Get_accumulate(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype,
    MPI_Op, MPI_Win win) {
  return unsupported("MPI_Get_accumulate", win);
}
[[gnu::weak, gnu::alias("PMPI_Get_accumulate")]] int MPI_Get_accumulate(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Op, MPI_Win);

int PMPI_Get_accumulate_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Aint,
    MPI_Count, MPI_Datatype, MPI_Op, MPI_Win win) {
  return unsupported("MPI_Get_accumulate_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Get_accumulate_c")]] int MPI_Get_accumulate_c(const void*, MPI_Count, MPI_Datatype,
    void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count, MPI_Datatype, MPI_Op, MPI_Win);

int PMPI_Put(const void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Win win) {
  return unsupported("MPI_Put", win);
}
[[gnu::weak, gnu::alias("PMPI_Put")]] int MPI_Put(const void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype,
    MPI_Win);

int PMPI_Put_c(const void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count, MPI_Datatype, MPI_Win win) {
  return unsupported("MPI_Put_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Put_c")]] int MPI_Put_c(const void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count,
    MPI_Datatype, MPI_Win);

int PMPI_Raccumulate(const void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Op, MPI_Win win,
    MPI_Request*) {
  return unsupported("MPI_Raccumulate", win);
}
[[gnu::weak, gnu::alias("PMPI_Raccumulate")]] int MPI_Raccumulate(const void*, int, MPI_Datatype, int, MPI_Aint, int,
    MPI_Datatype, MPI_Op, MPI_Win, MPI_Request*);

int PMPI_Raccumulate_c(const void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count, MPI_Datatype, MPI_Op,
    MPI_Win win, MPI_Request*) {
  return unsupported("MPI_Raccumulate_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Raccumulate_c")]] int MPI_Raccumulate_c(const void*, MPI_Count, MPI_Datatype, int,
    MPI_Aint, MPI_Count, MPI_Datatype, MPI_Op, MPI_Win, MPI_Request*);

int PMPI_Rget(void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Win win, MPI_Request*) {
  return unsupported("MPI_Rget", win);
}
[[gnu::weak, gnu::alias("PMPI_Rget")]] int MPI_Rget(void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype,
    MPI_Win, MPI_Request*);

int PMPI_Rget_c(void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count, MPI_Datatype, MPI_Win win, MPI_Request*) {
  return unsupported("MPI_Rget_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Rget_c")]] int MPI_Rget_c(void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count,
    MPI_Datatype, MPI_Win, MPI_Request*);

int PMPI_Rget_accumulate(const void*, int, MPI_Datatype, void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype,
    MPI_Op, MPI_Win win, MPI_Request*) {
  return unsupported("MPI_Rget_accumulate", win);
}
[[gnu::weak, gnu::alias("PMPI_Rget_accumulate")]] int MPI_Rget_accumulate(const void*, int, MPI_Datatype, void*, int,
    MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Op, MPI_Win, MPI_Request*);

int PMPI_Rget_accumulate_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Datatype, int, MPI_Aint,
    MPI_Count, MPI_Datatype, MPI_Op, MPI_Win win, MPI_Request*) {
  return unsupported("MPI_Rget_accumulate_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Rget_accumulate_c")]] int MPI_Rget_accumulate_c(const void*, MPI_Count, MPI_Datatype,
    void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count, MPI_Datatype, MPI_Op, MPI_Win, MPI_Request*);

int PMPI_Rput(const void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype, MPI_Win win, MPI_Request*) {
  return unsupported("MPI_Rput", win);
}
[[gnu::weak, gnu::alias("PMPI_Rput")]] int MPI_Rput(const void*, int, MPI_Datatype, int, MPI_Aint, int, MPI_Datatype,
    MPI_Win, MPI_Request*);

int PMPI_Rput_c(const void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count, MPI_Datatype, MPI_Win win,
    MPI_Request*) {
  return unsupported("MPI_Rput_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Rput_c")]] int MPI_Rput_c(const void*, MPI_Count, MPI_Datatype, int, MPI_Aint, MPI_Count,
    MPI_Datatype, MPI_Win, MPI_Request*);

int PMPI_Win_allocate(MPI_Aint, int, MPI_Info, MPI_Comm comm, void*, MPI_Win*) {
  return unsupported("MPI_Win_allocate", comm);
}
[[gnu::weak, gnu::alias("PMPI_Win_allocate")]] int MPI_Win_allocate(MPI_Aint, int, MPI_Info, MPI_Comm, void*, MPI_Win*);

int PMPI_Win_allocate_c(MPI_Aint, MPI_Aint, MPI_Info, MPI_Comm comm, void*, MPI_Win*) {
  return unsupported("MPI_Win_allocate_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Win_allocate_c")]] int MPI_Win_allocate_c(MPI_Aint, MPI_Aint, MPI_Info, MPI_Comm, void*,
    MPI_Win*);

int PMPI_Win_allocate_shared(MPI_Aint, int, MPI_Info, MPI_Comm comm, void*, MPI_Win*) {
  return unsupported("MPI_Win_allocate_shared", comm);
}
[[gnu::weak, gnu::alias("PMPI_Win_allocate_shared")]] int MPI_Win_allocate_shared(MPI_Aint, int, MPI_Info, MPI_Comm,
    void*, MPI_Win*);

int PMPI_Win_allocate_shared_c(MPI_Aint, MPI_Aint, MPI_Info, MPI_Comm comm, void*, MPI_Win*) {
  return unsupported("MPI_Win_allocate_shared_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Win_allocate_shared_c")]] int MPI_Win_allocate_shared_c(MPI_Aint, MPI_Aint, MPI_Info,
    MPI_Comm, void*, MPI_Win*);

int PMPI_Win_attach(MPI_Win win, void*, MPI_Aint) { return unsupported("MPI_Win_attach", win); }
[[gnu::weak, gnu::alias("PMPI_Win_attach")]] int MPI_Win_attach(MPI_Win, void*, MPI_Aint);

int PMPI_Win_complete(MPI_Win win) { return unsupported("MPI_Win_complete", win); }
[[gnu::weak, gnu::alias("PMPI_Win_complete")]] int MPI_Win_complete(MPI_Win);

int PMPI_Win_create(void*, MPI_Aint, int, MPI_Info, MPI_Comm comm, MPI_Win*) {
  return unsupported("MPI_Win_create", comm);
}
[[gnu::weak, gnu::alias("PMPI_Win_create")]] int MPI_Win_create(void*, MPI_Aint, int, MPI_Info, MPI_Comm, MPI_Win*);

int PMPI_Win_create_c(void*, MPI_Aint, MPI_Aint, MPI_Info, MPI_Comm comm, MPI_Win*) {
  return unsupported("MPI_Win_create_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Win_create_c")]] int MPI_Win_create_c(void*, MPI_Aint, MPI_Aint, MPI_Info, MPI_Comm,
    MPI_Win*);

int PMPI_Win_create_dynamic(MPI_Info, MPI_Comm comm, MPI_Win*) { return unsupported("MPI_Win_create_dynamic", comm); }
[[gnu::weak, gnu::alias("PMPI_Win_create_dynamic")]] int MPI_Win_create_dynamic(MPI_Info, MPI_Comm, MPI_Win*);

int PMPI_Win_detach(MPI_Win win, const void*) { return unsupported("MPI_Win_detach", win); }
[[gnu::weak, gnu::alias("PMPI_Win_detach")]] int MPI_Win_detach(MPI_Win, const void*);

int PMPI_Win_fence(int, MPI_Win win) { return unsupported("MPI_Win_fence", win); }
[[gnu::weak, gnu::alias("PMPI_Win_fence")]] int MPI_Win_fence(int, MPI_Win);

int PMPI_Win_flush(int, MPI_Win win) { return unsupported("MPI_Win_flush", win); }
[[gnu::weak, gnu::alias("PMPI_Win_flush")]] int MPI_Win_flush(int, MPI_Win);

int PMPI_Win_flush_all(MPI_Win win) { return unsupported("MPI_Win_flush_all", win); }
[[gnu::weak, gnu::alias("PMPI_Win_flush_all")]] int MPI_Win_flush_all(MPI_Win);

int PMPI_Win_flush_local(int, MPI_Win win) { return unsupported("MPI_Win_flush_local", win); }
[[gnu::weak, gnu::alias("PMPI_Win_flush_local")]] int MPI_Win_flush_local(int, MPI_Win);

int PMPI_Win_flush_local_all(MPI_Win win) { return unsupported("MPI_Win_flush_local_all", win); }
[[gnu::weak, gnu::alias("PMPI_Win_flush_local_all")]] int MPI_Win_flush_local_all(MPI_Win);

int PMPI_Win_free(MPI_Win*) { return unsupported("MPI_Win_free", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Win_free")]] int MPI_Win_free(MPI_Win*);

int PMPI_Win_get_group(MPI_Win win, MPI_Group*) { return unsupported("MPI_Win_get_group", win); }
[[gnu::weak, gnu::alias("PMPI_Win_get_group")]] int MPI_Win_get_group(MPI_Win, MPI_Group*);

int PMPI_Win_get_info(MPI_Win win, MPI_Info*) { return unsupported("MPI_Win_get_info", win); }
[[gnu::weak, gnu::alias("PMPI_Win_get_info")]] int MPI_Win_get_info(MPI_Win, MPI_Info*);

int PMPI_Win_get_name(MPI_Win win, char*, int*) { return unsupported("MPI_Win_get_name", win); }
[[gnu::weak, gnu::alias("PMPI_Win_get_name")]] int MPI_Win_get_name(MPI_Win, char*, int*);

int PMPI_Win_lock(int, int, int, MPI_Win win) { return unsupported("MPI_Win_lock", win); }
[[gnu::weak, gnu::alias("PMPI_Win_lock")]] int MPI_Win_lock(int, int, int, MPI_Win);

int PMPI_Win_lock_all(int, MPI_Win win) { return unsupported("MPI_Win_lock_all", win); }
[[gnu::weak, gnu::alias("PMPI_Win_lock_all")]] int MPI_Win_lock_all(int, MPI_Win);

int PMPI_Win_post(MPI_Group, int, MPI_Win win) { return unsupported("MPI_Win_post", win); }
[[gnu::weak, gnu::alias("PMPI_Win_post")]] int MPI_Win_post(MPI_Group, int, MPI_Win);

int PMPI_Win_set_info(MPI_Win win, MPI_Info) { return unsupported("MPI_Win_set_info", win); }
[[gnu::weak, gnu::alias("PMPI_Win_set_info")]] int MPI_Win_set_info(MPI_Win, MPI_Info);

int PMPI_Win_set_name(MPI_Win win, const char*) { return unsupported("MPI_Win_set_name", win); }
[[gnu::weak, gnu::alias("PMPI_Win_set_name")]] int MPI_Win_set_name(MPI_Win, const char*);

int PMPI_Win_shared_query(MPI_Win win, int, MPI_Aint*, int*, void*) {
  return unsupported("MPI_Win_shared_query", win);
}
[[gnu::weak, gnu::alias("PMPI_Win_shared_query")]] int MPI_Win_shared_query(MPI_Win, int, MPI_Aint*, int*, void*);

int PMPI_Win_shared_query_c(MPI_Win win, int, MPI_Aint*, MPI_Aint*, void*) {
  return unsupported("MPI_Win_shared_query_c", win);
}
[[gnu::weak, gnu::alias("PMPI_Win_shared_query_c")]] int MPI_Win_shared_query_c(MPI_Win, int, MPI_Aint*, MPI_Aint*,
    void*);

int PMPI_Win_start(MPI_Group, int, MPI_Win win) { return unsupported("MPI_Win_start", win); }
[[gnu::weak, gnu::alias("PMPI_Win_start")]] int MPI_Win_start(MPI_Group, int, MPI_Win);

int PMPI_Win_sync(MPI_Win win) { return unsupported("MPI_Win_sync", win); }
[[gnu::weak, gnu::alias("PMPI_Win_sync")]] int MPI_Win_sync(MPI_Win);

int PMPI_Win_test(MPI_Win win, int*) { return unsupported("MPI_Win_test", win); }
[[gnu::weak, gnu::alias("PMPI_Win_test")]] int MPI_Win_test(MPI_Win, int*);

int PMPI_Win_unlock(int, MPI_Win win) { return unsupported("MPI_Win_unlock", win); }
[[gnu::weak, gnu::alias("PMPI_Win_unlock")]] int MPI_Win_unlock(int, MPI_Win);

int PMPI_Win_unlock_all(MPI_Win win) { return unsupported("MPI_Win_unlock_all", win); }
[[gnu::weak, gnu::alias("PMPI_Win_unlock_all")]] int MPI_Win_unlock_all(MPI_Win);

int PMPI_Win_wait(MPI_Win win) { return unsupported("MPI_Win_wait", win); }
[[gnu::weak, gnu::alias("PMPI_Win_wait")]] int MPI_Win_wait(MPI_Win);

}  // extern "C"
