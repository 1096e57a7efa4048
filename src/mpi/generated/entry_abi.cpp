// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter abi, one call each. Next: the body in mpi/abi*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_abi.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Abi_get_fortran_booleans(int logical_size, void* logical_true, void* logical_false, int* is_set) {
  return enter_anytime("MPI_Abi_get_fortran_booleans", [&] { return api::abi_get_fortran_booleans(logical_size,
    logical_true, logical_false, is_set); });
}
[[gnu::weak, gnu::alias("PMPI_Abi_get_fortran_booleans")]] int MPI_Abi_get_fortran_booleans(int, void*, void*, int*);

int PMPI_Abi_get_fortran_info(MPI_Info* info) {
  return enter_anytime("MPI_Abi_get_fortran_info", [&] { return api::abi_get_fortran_info(info); });
}
[[gnu::weak, gnu::alias("PMPI_Abi_get_fortran_info")]] int MPI_Abi_get_fortran_info(MPI_Info*);

int PMPI_Abi_get_info(MPI_Info* info) {
  return enter_anytime("MPI_Abi_get_info", [&] { return api::abi_get_info(info); });
}
[[gnu::weak, gnu::alias("PMPI_Abi_get_info")]] int MPI_Abi_get_info(MPI_Info*);

int PMPI_Abi_get_version(int* abi_major, int* abi_minor) {
  return enter_anytime("MPI_Abi_get_version", [&] { return api::abi_get_version(abi_major, abi_minor); });
}
[[gnu::weak, gnu::alias("PMPI_Abi_get_version")]] int MPI_Abi_get_version(int*, int*);

int PMPI_Abi_set_fortran_booleans(int logical_size, void* logical_true, void* logical_false) {
  return enter_anytime("MPI_Abi_set_fortran_booleans", [&] { return api::abi_set_fortran_booleans(logical_size,
    logical_true, logical_false); });
}
[[gnu::weak, gnu::alias("PMPI_Abi_set_fortran_booleans")]] int MPI_Abi_set_fortran_booleans(int, void*, void*);

int PMPI_Abi_set_fortran_info(MPI_Info info) {
  return enter_anytime("MPI_Abi_set_fortran_info", [&] { return api::abi_set_fortran_info(info); });
}
[[gnu::weak, gnu::alias("PMPI_Abi_set_fortran_info")]] int MPI_Abi_set_fortran_info(MPI_Info);

MPI_Comm PMPI_Comm_fromint(int comm) {
  return api::comm_fromint(comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_fromint")]] MPI_Comm MPI_Comm_fromint(int);

int PMPI_Comm_toint(MPI_Comm comm) {
  return api::comm_toint(comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_toint")]] int MPI_Comm_toint(MPI_Comm);

MPI_Errhandler PMPI_Errhandler_fromint(int errhandler) {
  return api::errhandler_fromint(errhandler);
}
[[gnu::weak, gnu::alias("PMPI_Errhandler_fromint")]] MPI_Errhandler MPI_Errhandler_fromint(int);

int PMPI_Errhandler_toint(MPI_Errhandler errhandler) {
  return api::errhandler_toint(errhandler);
}
[[gnu::weak, gnu::alias("PMPI_Errhandler_toint")]] int MPI_Errhandler_toint(MPI_Errhandler);

MPI_File PMPI_File_fromint(int file) {
  return api::file_fromint(file);
}
[[gnu::weak, gnu::alias("PMPI_File_fromint")]] MPI_File MPI_File_fromint(int);

int PMPI_File_toint(MPI_File file) {
  return api::file_toint(file);
}
[[gnu::weak, gnu::alias("PMPI_File_toint")]] int MPI_File_toint(MPI_File);

MPI_Group PMPI_Group_fromint(int group) {
  return api::group_fromint(group);
}
[[gnu::weak, gnu::alias("PMPI_Group_fromint")]] MPI_Group MPI_Group_fromint(int);

int PMPI_Group_toint(MPI_Group group) {
  return api::group_toint(group);
}
[[gnu::weak, gnu::alias("PMPI_Group_toint")]] int MPI_Group_toint(MPI_Group);

MPI_Info PMPI_Info_fromint(int info) {
  return api::info_fromint(info);
}
[[gnu::weak, gnu::alias("PMPI_Info_fromint")]] MPI_Info MPI_Info_fromint(int);

int PMPI_Info_toint(MPI_Info info) {
  return api::info_toint(info);
}
[[gnu::weak, gnu::alias("PMPI_Info_toint")]] int MPI_Info_toint(MPI_Info);

MPI_Message PMPI_Message_fromint(int message) {
  return api::message_fromint(message);
}
[[gnu::weak, gnu::alias("PMPI_Message_fromint")]] MPI_Message MPI_Message_fromint(int);

int PMPI_Message_toint(MPI_Message message) {
  return api::message_toint(message);
}
[[gnu::weak, gnu::alias("PMPI_Message_toint")]] int MPI_Message_toint(MPI_Message);

MPI_Op PMPI_Op_fromint(int op) {
  return api::op_fromint(op);
}
[[gnu::weak, gnu::alias("PMPI_Op_fromint")]] MPI_Op MPI_Op_fromint(int);

int PMPI_Op_toint(MPI_Op op) {
  return api::op_toint(op);
}
[[gnu::weak, gnu::alias("PMPI_Op_toint")]] int MPI_Op_toint(MPI_Op);

MPI_Request PMPI_Request_fromint(int request) {
  return api::request_fromint(request);
}
[[gnu::weak, gnu::alias("PMPI_Request_fromint")]] MPI_Request MPI_Request_fromint(int);

int PMPI_Request_toint(MPI_Request request) {
  return api::request_toint(request);
}
[[gnu::weak, gnu::alias("PMPI_Request_toint")]] int MPI_Request_toint(MPI_Request);

MPI_Session PMPI_Session_fromint(int session) {
  return api::session_fromint(session);
}
[[gnu::weak, gnu::alias("PMPI_Session_fromint")]] MPI_Session MPI_Session_fromint(int);

int PMPI_Session_toint(MPI_Session session) {
  return api::session_toint(session);
}
[[gnu::weak, gnu::alias("PMPI_Session_toint")]] int MPI_Session_toint(MPI_Session);

MPI_Datatype PMPI_Type_fromint(int datatype) {
  return api::type_fromint(datatype);
}
[[gnu::weak, gnu::alias("PMPI_Type_fromint")]] MPI_Datatype MPI_Type_fromint(int);

int PMPI_Type_toint(MPI_Datatype datatype) {
  return api::type_toint(datatype);
}
[[gnu::weak, gnu::alias("PMPI_Type_toint")]] int MPI_Type_toint(MPI_Datatype);

MPI_Win PMPI_Win_fromint(int win) {
  return api::win_fromint(win);
}
[[gnu::weak, gnu::alias("PMPI_Win_fromint")]] MPI_Win MPI_Win_fromint(int);

int PMPI_Win_toint(MPI_Win win) {
  return api::win_toint(win);
}
[[gnu::weak, gnu::alias("PMPI_Win_toint")]] int MPI_Win_toint(MPI_Win);

}  // extern "C"
