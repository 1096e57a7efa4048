// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter abi, one call each. Next: the body in mpi/abi*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_abi.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Abi_get_fortran_booleans(int, void*, void*, int*) {
  return unsupported("MPI_Abi_get_fortran_booleans", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Abi_get_fortran_booleans")]] int MPI_Abi_get_fortran_booleans(int, void*, void*, int*);

int PMPI_Abi_get_fortran_info(MPI_Info*) { return unsupported("MPI_Abi_get_fortran_info", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Abi_get_fortran_info")]] int MPI_Abi_get_fortran_info(MPI_Info*);

int PMPI_Abi_get_info(MPI_Info*) { return unsupported("MPI_Abi_get_info", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Abi_get_info")]] int MPI_Abi_get_info(MPI_Info*);

int PMPI_Abi_get_version(int*, int*) { return unsupported("MPI_Abi_get_version", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Abi_get_version")]] int MPI_Abi_get_version(int*, int*);

int PMPI_Abi_set_fortran_booleans(int, void*, void*) {
  return unsupported("MPI_Abi_set_fortran_booleans", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Abi_set_fortran_booleans")]] int MPI_Abi_set_fortran_booleans(int, void*, void*);

int PMPI_Abi_set_fortran_info(MPI_Info) { return unsupported("MPI_Abi_set_fortran_info", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Abi_set_fortran_info")]] int MPI_Abi_set_fortran_info(MPI_Info);

MPI_Comm PMPI_Comm_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Comm_fromint")]] MPI_Comm MPI_Comm_fromint(int);

int PMPI_Comm_toint(MPI_Comm) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Comm_toint")]] int MPI_Comm_toint(MPI_Comm);

MPI_Errhandler PMPI_Errhandler_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Errhandler_fromint")]] MPI_Errhandler MPI_Errhandler_fromint(int);

int PMPI_Errhandler_toint(MPI_Errhandler) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Errhandler_toint")]] int MPI_Errhandler_toint(MPI_Errhandler);

MPI_File PMPI_File_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_File_fromint")]] MPI_File MPI_File_fromint(int);

int PMPI_File_toint(MPI_File) { return {}; }
[[gnu::weak, gnu::alias("PMPI_File_toint")]] int MPI_File_toint(MPI_File);

MPI_Group PMPI_Group_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Group_fromint")]] MPI_Group MPI_Group_fromint(int);

int PMPI_Group_toint(MPI_Group) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Group_toint")]] int MPI_Group_toint(MPI_Group);

MPI_Info PMPI_Info_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Info_fromint")]] MPI_Info MPI_Info_fromint(int);

int PMPI_Info_toint(MPI_Info) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Info_toint")]] int MPI_Info_toint(MPI_Info);

MPI_Message PMPI_Message_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Message_fromint")]] MPI_Message MPI_Message_fromint(int);

int PMPI_Message_toint(MPI_Message) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Message_toint")]] int MPI_Message_toint(MPI_Message);

MPI_Op PMPI_Op_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Op_fromint")]] MPI_Op MPI_Op_fromint(int);

int PMPI_Op_toint(MPI_Op) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Op_toint")]] int MPI_Op_toint(MPI_Op);

MPI_Request PMPI_Request_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Request_fromint")]] MPI_Request MPI_Request_fromint(int);

int PMPI_Request_toint(MPI_Request) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Request_toint")]] int MPI_Request_toint(MPI_Request);

MPI_Session PMPI_Session_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Session_fromint")]] MPI_Session MPI_Session_fromint(int);

int PMPI_Session_toint(MPI_Session) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Session_toint")]] int MPI_Session_toint(MPI_Session);

MPI_Datatype PMPI_Type_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Type_fromint")]] MPI_Datatype MPI_Type_fromint(int);

int PMPI_Type_toint(MPI_Datatype) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Type_toint")]] int MPI_Type_toint(MPI_Datatype);

MPI_Win PMPI_Win_fromint(int) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Win_fromint")]] MPI_Win MPI_Win_fromint(int);

int PMPI_Win_toint(MPI_Win) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Win_toint")]] int MPI_Win_toint(MPI_Win);

}  // extern "C"
