// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter communicator, one call each. Next: the body in mpi/communicator*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_communicator.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Comm_attach_buffer(MPI_Comm comm, void*, int) { return unsupported("MPI_Comm_attach_buffer", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_attach_buffer")]] int MPI_Comm_attach_buffer(MPI_Comm, void*, int);

int PMPI_Comm_attach_buffer_c(MPI_Comm comm, void*, MPI_Count) {
  return unsupported("MPI_Comm_attach_buffer_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_attach_buffer_c")]] int MPI_Comm_attach_buffer_c(MPI_Comm, void*, MPI_Count);

int PMPI_Comm_compare(MPI_Comm comm1, MPI_Comm, int*) { return unsupported("MPI_Comm_compare", comm1); }
[[gnu::weak, gnu::alias("PMPI_Comm_compare")]] int MPI_Comm_compare(MPI_Comm, MPI_Comm, int*);

int PMPI_Comm_create(MPI_Comm comm, MPI_Group, MPI_Comm*) { return unsupported("MPI_Comm_create", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_create")]] int MPI_Comm_create(MPI_Comm, MPI_Group, MPI_Comm*);

int PMPI_Comm_create_group(MPI_Comm comm, MPI_Group, int, MPI_Comm*) {
  return unsupported("MPI_Comm_create_group", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_create_group")]] int MPI_Comm_create_group(MPI_Comm, MPI_Group, int, MPI_Comm*);

int PMPI_Comm_detach_buffer(MPI_Comm comm, void*, int*) { return unsupported("MPI_Comm_detach_buffer", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_detach_buffer")]] int MPI_Comm_detach_buffer(MPI_Comm, void*, int*);

int PMPI_Comm_detach_buffer_c(MPI_Comm comm, void*, MPI_Count*) {
  return unsupported("MPI_Comm_detach_buffer_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_detach_buffer_c")]] int MPI_Comm_detach_buffer_c(MPI_Comm, void*, MPI_Count*);

int PMPI_Comm_dup(MPI_Comm comm, MPI_Comm*) { return unsupported("MPI_Comm_dup", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_dup")]] int MPI_Comm_dup(MPI_Comm, MPI_Comm*);

int PMPI_Comm_dup_with_info(MPI_Comm comm, MPI_Info, MPI_Comm*) { return unsupported("MPI_Comm_dup_with_info", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_dup_with_info")]] int MPI_Comm_dup_with_info(MPI_Comm, MPI_Info, MPI_Comm*);

int PMPI_Comm_flush_buffer(MPI_Comm comm) { return unsupported("MPI_Comm_flush_buffer", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_flush_buffer")]] int MPI_Comm_flush_buffer(MPI_Comm);

int PMPI_Comm_free(MPI_Comm*) { return unsupported("MPI_Comm_free", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Comm_free")]] int MPI_Comm_free(MPI_Comm*);

int PMPI_Comm_get_info(MPI_Comm comm, MPI_Info*) { return unsupported("MPI_Comm_get_info", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_get_info")]] int MPI_Comm_get_info(MPI_Comm, MPI_Info*);

int PMPI_Comm_get_name(MPI_Comm comm, char*, int*) { return unsupported("MPI_Comm_get_name", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_get_name")]] int MPI_Comm_get_name(MPI_Comm, char*, int*);

int PMPI_Comm_group(MPI_Comm comm, MPI_Group*) { return unsupported("MPI_Comm_group", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_group")]] int MPI_Comm_group(MPI_Comm, MPI_Group*);

int PMPI_Comm_idup(MPI_Comm comm, MPI_Comm*, MPI_Request*) { return unsupported("MPI_Comm_idup", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_idup")]] int MPI_Comm_idup(MPI_Comm, MPI_Comm*, MPI_Request*);

int PMPI_Comm_idup_with_info(MPI_Comm comm, MPI_Info, MPI_Comm*, MPI_Request*) {
  return unsupported("MPI_Comm_idup_with_info", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_idup_with_info")]] int MPI_Comm_idup_with_info(MPI_Comm, MPI_Info, MPI_Comm*,
    MPI_Request*);

int PMPI_Comm_iflush_buffer(MPI_Comm comm, MPI_Request*) { return unsupported("MPI_Comm_iflush_buffer", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_iflush_buffer")]] int MPI_Comm_iflush_buffer(MPI_Comm, MPI_Request*);

int PMPI_Comm_rank(MPI_Comm comm, int*) { return unsupported("MPI_Comm_rank", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_rank")]] int MPI_Comm_rank(MPI_Comm, int*);

int PMPI_Comm_remote_group(MPI_Comm comm, MPI_Group*) { return unsupported("MPI_Comm_remote_group", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_remote_group")]] int MPI_Comm_remote_group(MPI_Comm, MPI_Group*);

int PMPI_Comm_remote_size(MPI_Comm comm, int*) { return unsupported("MPI_Comm_remote_size", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_remote_size")]] int MPI_Comm_remote_size(MPI_Comm, int*);

int PMPI_Comm_set_info(MPI_Comm comm, MPI_Info) { return unsupported("MPI_Comm_set_info", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_set_info")]] int MPI_Comm_set_info(MPI_Comm, MPI_Info);

int PMPI_Comm_set_name(MPI_Comm comm, const char*) { return unsupported("MPI_Comm_set_name", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_set_name")]] int MPI_Comm_set_name(MPI_Comm, const char*);

int PMPI_Comm_size(MPI_Comm comm, int*) { return unsupported("MPI_Comm_size", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_size")]] int MPI_Comm_size(MPI_Comm, int*);

int PMPI_Comm_split(MPI_Comm comm, int, int, MPI_Comm*) { return unsupported("MPI_Comm_split", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_split")]] int MPI_Comm_split(MPI_Comm, int, int, MPI_Comm*);

int PMPI_Comm_split_type(MPI_Comm comm, int, int, MPI_Info, MPI_Comm*) {
  return unsupported("MPI_Comm_split_type", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_split_type")]] int MPI_Comm_split_type(MPI_Comm, int, int, MPI_Info, MPI_Comm*);

int PMPI_Comm_test_inter(MPI_Comm comm, int*) { return unsupported("MPI_Comm_test_inter", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_test_inter")]] int MPI_Comm_test_inter(MPI_Comm, int*);

int PMPI_Intercomm_create(MPI_Comm local_comm, int, MPI_Comm, int, int, MPI_Comm*) {
  return unsupported("MPI_Intercomm_create", local_comm);
}
[[gnu::weak, gnu::alias("PMPI_Intercomm_create")]] int MPI_Intercomm_create(MPI_Comm, int, MPI_Comm, int, int,
    MPI_Comm*);

int PMPI_Intercomm_merge(MPI_Comm intercomm, int, MPI_Comm*) { return unsupported("MPI_Intercomm_merge", intercomm); }
[[gnu::weak, gnu::alias("PMPI_Intercomm_merge")]] int MPI_Intercomm_merge(MPI_Comm, int, MPI_Comm*);

}  // extern "C"
