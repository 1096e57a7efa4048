// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter session, one call each. Next: the body in mpi/session*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_session.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Comm_create_from_group(MPI_Group group, const char* stringtag, MPI_Info info, MPI_Errhandler errhandler,
    MPI_Comm* newcomm) {
  return enter("MPI_Comm_create_from_group", [&] { return api::comm_create_from_group(group, stringtag, info,
    errhandler, newcomm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_create_from_group")]] int MPI_Comm_create_from_group(MPI_Group, const char*,
    MPI_Info, MPI_Errhandler, MPI_Comm*);

int PMPI_Group_from_session_pset(MPI_Session session, const char* pset_name, MPI_Group* newgroup) {
  return enter("MPI_Group_from_session_pset", [&] { return api::group_from_session_pset(session, pset_name,
    newgroup); });
}
[[gnu::weak, gnu::alias("PMPI_Group_from_session_pset")]] int MPI_Group_from_session_pset(MPI_Session, const char*,
    MPI_Group*);

int PMPI_Intercomm_create_from_groups(MPI_Group local_group, int local_leader, MPI_Group remote_group,
    int remote_leader, const char* stringtag, MPI_Info info, MPI_Errhandler errhandler, MPI_Comm* newintercomm) {
  return enter("MPI_Intercomm_create_from_groups", [&] { return api::intercomm_create_from_groups(local_group,
    local_leader, remote_group, remote_leader, stringtag, info, errhandler, newintercomm); });
}
[[gnu::weak, gnu::alias("PMPI_Intercomm_create_from_groups")]] int MPI_Intercomm_create_from_groups(MPI_Group, int,
    MPI_Group, int, const char*, MPI_Info, MPI_Errhandler, MPI_Comm*);

int PMPI_Session_attach_buffer(MPI_Session session, void* buffer, int size) {
  return enter("MPI_Session_attach_buffer", [&] { return api::session_attach_buffer(session, buffer, size); });
}
[[gnu::weak, gnu::alias("PMPI_Session_attach_buffer")]] int MPI_Session_attach_buffer(MPI_Session, void*, int);

int PMPI_Session_attach_buffer_c(MPI_Session session, void* buffer, MPI_Count size) {
  return enter("MPI_Session_attach_buffer_c", [&] { return api::session_attach_buffer(session, buffer, size); });
}
[[gnu::weak, gnu::alias("PMPI_Session_attach_buffer_c")]] int MPI_Session_attach_buffer_c(MPI_Session, void*,
    MPI_Count);

int PMPI_Session_call_errhandler(MPI_Session session, int errorcode) {
  return enter_anytime("MPI_Session_call_errhandler", [&] { return api::session_call_errhandler(session, errorcode); });
}
[[gnu::weak, gnu::alias("PMPI_Session_call_errhandler")]] int MPI_Session_call_errhandler(MPI_Session, int);

int PMPI_Session_create_errhandler(MPI_Session_errhandler_function* session_errhandler_fn, MPI_Errhandler* errhandler) {
  return enter_anytime("MPI_Session_create_errhandler",
    [&] { return api::session_create_errhandler(session_errhandler_fn, errhandler); });
}
[[gnu::weak,
    gnu::alias("PMPI_Session_create_errhandler")]] int MPI_Session_create_errhandler(MPI_Session_errhandler_function*,
    MPI_Errhandler*);

int PMPI_Session_detach_buffer(MPI_Session session, void* buffer_addr, int* size) {
  return enter("MPI_Session_detach_buffer", [&] { return api::session_detach_buffer(session, buffer_addr,
    CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Session_detach_buffer")]] int MPI_Session_detach_buffer(MPI_Session, void*, int*);

int PMPI_Session_detach_buffer_c(MPI_Session session, void* buffer_addr, MPI_Count* size) {
  return enter("MPI_Session_detach_buffer_c", [&] { return api::session_detach_buffer(session, buffer_addr,
    CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Session_detach_buffer_c")]] int MPI_Session_detach_buffer_c(MPI_Session, void*,
    MPI_Count*);

int PMPI_Session_finalize(MPI_Session* session) {
  return enter("MPI_Session_finalize", [&] { return api::session_finalize(session); });
}
[[gnu::weak, gnu::alias("PMPI_Session_finalize")]] int MPI_Session_finalize(MPI_Session*);

int PMPI_Session_flush_buffer(MPI_Session session) {
  return enter("MPI_Session_flush_buffer", [&] { return api::session_flush_buffer(session); });
}
[[gnu::weak, gnu::alias("PMPI_Session_flush_buffer")]] int MPI_Session_flush_buffer(MPI_Session);

int PMPI_Session_get_errhandler(MPI_Session session, MPI_Errhandler* errhandler) {
  return enter("MPI_Session_get_errhandler", [&] { return api::session_get_errhandler(session, errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Session_get_errhandler")]] int MPI_Session_get_errhandler(MPI_Session, MPI_Errhandler*);

int PMPI_Session_get_info(MPI_Session session, MPI_Info* info_used) {
  return enter("MPI_Session_get_info", [&] { return api::session_get_info(session, info_used); });
}
[[gnu::weak, gnu::alias("PMPI_Session_get_info")]] int MPI_Session_get_info(MPI_Session, MPI_Info*);

int PMPI_Session_get_nth_pset(MPI_Session session, MPI_Info info, int n, int* pset_len, char* pset_name) {
  return enter("MPI_Session_get_nth_pset", [&] { return api::session_get_nth_pset(session, info, n, pset_len,
    pset_name); });
}
[[gnu::weak, gnu::alias("PMPI_Session_get_nth_pset")]] int MPI_Session_get_nth_pset(MPI_Session, MPI_Info, int, int*,
    char*);

int PMPI_Session_get_num_psets(MPI_Session session, MPI_Info info, int* npset_names) {
  return enter("MPI_Session_get_num_psets", [&] { return api::session_get_num_psets(session, info, npset_names); });
}
[[gnu::weak, gnu::alias("PMPI_Session_get_num_psets")]] int MPI_Session_get_num_psets(MPI_Session, MPI_Info, int*);

int PMPI_Session_get_pset_info(MPI_Session session, const char* pset_name, MPI_Info* info) {
  return enter("MPI_Session_get_pset_info", [&] { return api::session_get_pset_info(session, pset_name, info); });
}
[[gnu::weak, gnu::alias("PMPI_Session_get_pset_info")]] int MPI_Session_get_pset_info(MPI_Session, const char*,
    MPI_Info*);

int PMPI_Session_iflush_buffer(MPI_Session session, MPI_Request* request) {
  return enter("MPI_Session_iflush_buffer", [&] { return api::session_iflush_buffer(session, request); });
}
[[gnu::weak, gnu::alias("PMPI_Session_iflush_buffer")]] int MPI_Session_iflush_buffer(MPI_Session, MPI_Request*);

int PMPI_Session_init(MPI_Info info, MPI_Errhandler errhandler, MPI_Session* session) {
  return enter_anytime("MPI_Session_init", [&] { return api::session_init(info, errhandler, session); });
}
[[gnu::weak, gnu::alias("PMPI_Session_init")]] int MPI_Session_init(MPI_Info, MPI_Errhandler, MPI_Session*);

int PMPI_Session_set_errhandler(MPI_Session session, MPI_Errhandler errhandler) {
  return enter("MPI_Session_set_errhandler", [&] { return api::session_set_errhandler(session, errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Session_set_errhandler")]] int MPI_Session_set_errhandler(MPI_Session, MPI_Errhandler);

}  // extern "C"
