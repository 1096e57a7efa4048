// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter communicator, one call each. Next: the body in mpi/communicator*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_communicator.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Comm_attach_buffer(MPI_Comm comm, void* buffer, int size) {
  return enter("MPI_Comm_attach_buffer", [&] { return api::comm_attach_buffer(comm, buffer, size); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_attach_buffer")]] int MPI_Comm_attach_buffer(MPI_Comm, void*, int);

int PMPI_Comm_attach_buffer_c(MPI_Comm comm, void* buffer, MPI_Count size) {
  return enter("MPI_Comm_attach_buffer_c", [&] { return api::comm_attach_buffer(comm, buffer, size); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_attach_buffer_c")]] int MPI_Comm_attach_buffer_c(MPI_Comm, void*, MPI_Count);

int PMPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2, int* result) {
  return enter("MPI_Comm_compare", [&] { return api::comm_compare(comm1, comm2, result); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_compare")]] int MPI_Comm_compare(MPI_Comm, MPI_Comm, int*);

int PMPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm* newcomm) {
  return enter("MPI_Comm_create", [&] { return api::comm_create(comm, group, newcomm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_create")]] int MPI_Comm_create(MPI_Comm, MPI_Group, MPI_Comm*);

int PMPI_Comm_create_group(MPI_Comm comm, MPI_Group group, int tag, MPI_Comm* newcomm) {
  return enter("MPI_Comm_create_group", [&] { return api::comm_create_group(comm, group, tag, newcomm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_create_group")]] int MPI_Comm_create_group(MPI_Comm, MPI_Group, int, MPI_Comm*);

int PMPI_Comm_detach_buffer(MPI_Comm comm, void* buffer_addr, int* size) {
  return enter("MPI_Comm_detach_buffer", [&] { return api::comm_detach_buffer(comm, buffer_addr, CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_detach_buffer")]] int MPI_Comm_detach_buffer(MPI_Comm, void*, int*);

int PMPI_Comm_detach_buffer_c(MPI_Comm comm, void* buffer_addr, MPI_Count* size) {
  return enter("MPI_Comm_detach_buffer_c", [&] { return api::comm_detach_buffer(comm, buffer_addr, CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_detach_buffer_c")]] int MPI_Comm_detach_buffer_c(MPI_Comm, void*, MPI_Count*);

int PMPI_Comm_dup(MPI_Comm comm, MPI_Comm* newcomm) {
  return enter("MPI_Comm_dup", [&] { return api::comm_dup(comm, newcomm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_dup")]] int MPI_Comm_dup(MPI_Comm, MPI_Comm*);

int PMPI_Comm_dup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm* newcomm) {
  return enter("MPI_Comm_dup_with_info", [&] { return api::comm_dup_with_info(comm, info, newcomm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_dup_with_info")]] int MPI_Comm_dup_with_info(MPI_Comm, MPI_Info, MPI_Comm*);

int PMPI_Comm_flush_buffer(MPI_Comm comm) {
  return enter("MPI_Comm_flush_buffer", [&] { return api::comm_flush_buffer(comm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_flush_buffer")]] int MPI_Comm_flush_buffer(MPI_Comm);

int PMPI_Comm_free(MPI_Comm* comm) {
  return enter("MPI_Comm_free", [&] { return api::comm_free(comm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_free")]] int MPI_Comm_free(MPI_Comm*);

int PMPI_Comm_get_info(MPI_Comm comm, MPI_Info* info_used) {
  return enter("MPI_Comm_get_info", [&] { return api::comm_get_info(comm, info_used); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_get_info")]] int MPI_Comm_get_info(MPI_Comm, MPI_Info*);

int PMPI_Comm_get_name(MPI_Comm comm, char* comm_name, int* resultlen) {
  return enter("MPI_Comm_get_name", [&] { return api::comm_get_name(comm, comm_name, resultlen); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_get_name")]] int MPI_Comm_get_name(MPI_Comm, char*, int*);

int PMPI_Comm_group(MPI_Comm comm, MPI_Group* group) {
  return enter("MPI_Comm_group", [&] { return api::comm_group(comm, group); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_group")]] int MPI_Comm_group(MPI_Comm, MPI_Group*);

int PMPI_Comm_idup(MPI_Comm comm, MPI_Comm* newcomm, MPI_Request* request) {
  return enter("MPI_Comm_idup", [&] { return api::comm_idup(comm, newcomm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_idup")]] int MPI_Comm_idup(MPI_Comm, MPI_Comm*, MPI_Request*);

int PMPI_Comm_idup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm* newcomm, MPI_Request* request) {
  return enter("MPI_Comm_idup_with_info", [&] { return api::comm_idup_with_info(comm, info, newcomm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_idup_with_info")]] int MPI_Comm_idup_with_info(MPI_Comm, MPI_Info, MPI_Comm*,
    MPI_Request*);

int PMPI_Comm_iflush_buffer(MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Comm_iflush_buffer", [&] { return api::comm_iflush_buffer(comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_iflush_buffer")]] int MPI_Comm_iflush_buffer(MPI_Comm, MPI_Request*);

int PMPI_Comm_rank(MPI_Comm comm, int* rank) {
  return enter("MPI_Comm_rank", [&] { return api::comm_rank(comm, rank); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_rank")]] int MPI_Comm_rank(MPI_Comm, int*);

int PMPI_Comm_remote_group(MPI_Comm comm, MPI_Group* group) {
  return enter("MPI_Comm_remote_group", [&] { return api::comm_remote_group(comm, group); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_remote_group")]] int MPI_Comm_remote_group(MPI_Comm, MPI_Group*);

int PMPI_Comm_remote_size(MPI_Comm comm, int* size) {
  return enter("MPI_Comm_remote_size", [&] { return api::comm_remote_size(comm, size); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_remote_size")]] int MPI_Comm_remote_size(MPI_Comm, int*);

int PMPI_Comm_set_info(MPI_Comm comm, MPI_Info info) {
  return enter("MPI_Comm_set_info", [&] { return api::comm_set_info(comm, info); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_set_info")]] int MPI_Comm_set_info(MPI_Comm, MPI_Info);

int PMPI_Comm_set_name(MPI_Comm comm, const char* comm_name) {
  return enter("MPI_Comm_set_name", [&] { return api::comm_set_name(comm, comm_name); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_set_name")]] int MPI_Comm_set_name(MPI_Comm, const char*);

int PMPI_Comm_size(MPI_Comm comm, int* size) {
  return enter("MPI_Comm_size", [&] { return api::comm_size(comm, size); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_size")]] int MPI_Comm_size(MPI_Comm, int*);

int PMPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm* newcomm) {
  return enter("MPI_Comm_split", [&] { return api::comm_split(comm, color, key, newcomm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_split")]] int MPI_Comm_split(MPI_Comm, int, int, MPI_Comm*);

int PMPI_Comm_split_type(MPI_Comm comm, int split_type, int key, MPI_Info info, MPI_Comm* newcomm) {
  return enter("MPI_Comm_split_type", [&] { return api::comm_split_type(comm, split_type, key, info, newcomm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_split_type")]] int MPI_Comm_split_type(MPI_Comm, int, int, MPI_Info, MPI_Comm*);

int PMPI_Comm_test_inter(MPI_Comm comm, int* flag) {
  return enter("MPI_Comm_test_inter", [&] { return api::comm_test_inter(comm, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_test_inter")]] int MPI_Comm_test_inter(MPI_Comm, int*);

int PMPI_Intercomm_create(MPI_Comm local_comm, int local_leader, MPI_Comm peer_comm, int remote_leader, int tag,
    MPI_Comm* newintercomm) {
  return enter("MPI_Intercomm_create", [&] { return api::intercomm_create(local_comm, local_leader, peer_comm,
    remote_leader, tag, newintercomm); });
}
[[gnu::weak, gnu::alias("PMPI_Intercomm_create")]] int MPI_Intercomm_create(MPI_Comm, int, MPI_Comm, int, int,
    MPI_Comm*);

int PMPI_Intercomm_merge(MPI_Comm intercomm, int high, MPI_Comm* newintracomm) {
  return enter("MPI_Intercomm_merge", [&] { return api::intercomm_merge(intercomm, high, newintracomm); });
}
[[gnu::weak, gnu::alias("PMPI_Intercomm_merge")]] int MPI_Intercomm_merge(MPI_Comm, int, MPI_Comm*);

}  // extern "C"
