// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter errhandler, one call each. Next: the body in mpi/errhandler*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_errhandler.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Add_error_class(int* errorclass) {
  return enter_anytime("MPI_Add_error_class", [&] { return api::add_error_class(errorclass); });
}
[[gnu::weak, gnu::alias("PMPI_Add_error_class")]] int MPI_Add_error_class(int*);

int PMPI_Add_error_code(int errorclass, int* errorcode) {
  return enter_anytime("MPI_Add_error_code", [&] { return api::add_error_code(errorclass, errorcode); });
}
[[gnu::weak, gnu::alias("PMPI_Add_error_code")]] int MPI_Add_error_code(int, int*);

int PMPI_Add_error_string(int errorcode, const char* string) {
  return enter_anytime("MPI_Add_error_string", [&] { return api::add_error_string(errorcode, string); });
}
[[gnu::weak, gnu::alias("PMPI_Add_error_string")]] int MPI_Add_error_string(int, const char*);

int PMPI_Comm_call_errhandler(MPI_Comm comm, int errorcode) {
  return enter("MPI_Comm_call_errhandler", [&] { return api::comm_call_errhandler(comm, errorcode); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_call_errhandler")]] int MPI_Comm_call_errhandler(MPI_Comm, int);

int PMPI_Comm_create_errhandler(MPI_Comm_errhandler_function* comm_errhandler_fn, MPI_Errhandler* errhandler) {
  return enter("MPI_Comm_create_errhandler",
               [&] { return api::comm_create_errhandler(comm_errhandler_fn, errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_create_errhandler")]] int MPI_Comm_create_errhandler(MPI_Comm_errhandler_function*,
                                                                                        MPI_Errhandler*);

int PMPI_Comm_get_errhandler(MPI_Comm comm, MPI_Errhandler* errhandler) {
  return enter("MPI_Comm_get_errhandler", [&] { return api::comm_get_errhandler(comm, errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_get_errhandler")]] int MPI_Comm_get_errhandler(MPI_Comm, MPI_Errhandler*);

int PMPI_Comm_set_errhandler(MPI_Comm comm, MPI_Errhandler errhandler) {
  return enter("MPI_Comm_set_errhandler", [&] { return api::comm_set_errhandler(comm, errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_set_errhandler")]] int MPI_Comm_set_errhandler(MPI_Comm, MPI_Errhandler);

int PMPI_Errhandler_free(MPI_Errhandler* errhandler) {
  return enter_anytime("MPI_Errhandler_free", [&] { return api::errhandler_free(errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Errhandler_free")]] int MPI_Errhandler_free(MPI_Errhandler*);

int PMPI_Error_class(int errorcode, int* errorclass) {
  return enter_anytime("MPI_Error_class", [&] { return api::error_class(errorcode, errorclass); });
}
[[gnu::weak, gnu::alias("PMPI_Error_class")]] int MPI_Error_class(int, int*);

int PMPI_Error_string(int errorcode, char* string, int* resultlen) {
  return enter_anytime("MPI_Error_string", [&] { return api::error_string(errorcode, string, resultlen); });
}
[[gnu::weak, gnu::alias("PMPI_Error_string")]] int MPI_Error_string(int, char*, int*);

int PMPI_Remove_error_class(int errorclass) {
  return enter_anytime("MPI_Remove_error_class", [&] { return api::remove_error_class(errorclass); });
}
[[gnu::weak, gnu::alias("PMPI_Remove_error_class")]] int MPI_Remove_error_class(int);

int PMPI_Remove_error_code(int errorcode) {
  return enter_anytime("MPI_Remove_error_code", [&] { return api::remove_error_code(errorcode); });
}
[[gnu::weak, gnu::alias("PMPI_Remove_error_code")]] int MPI_Remove_error_code(int);

int PMPI_Remove_error_string(int errorcode) {
  return enter_anytime("MPI_Remove_error_string", [&] { return api::remove_error_string(errorcode); });
}
[[gnu::weak, gnu::alias("PMPI_Remove_error_string")]] int MPI_Remove_error_string(int);

int PMPI_Win_call_errhandler(MPI_Win win, int errorcode) {
  return enter("MPI_Win_call_errhandler", [&] { return api::win_call_errhandler(win, errorcode); });
}
[[gnu::weak, gnu::alias("PMPI_Win_call_errhandler")]] int MPI_Win_call_errhandler(MPI_Win, int);

int PMPI_Win_create_errhandler(MPI_Win_errhandler_function* win_errhandler_fn, MPI_Errhandler* errhandler) {
  return enter("MPI_Win_create_errhandler", [&] { return api::win_create_errhandler(win_errhandler_fn, errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Win_create_errhandler")]] int MPI_Win_create_errhandler(MPI_Win_errhandler_function*,
                                                                                      MPI_Errhandler*);

int PMPI_Win_get_errhandler(MPI_Win win, MPI_Errhandler* errhandler) {
  return enter("MPI_Win_get_errhandler", [&] { return api::win_get_errhandler(win, errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Win_get_errhandler")]] int MPI_Win_get_errhandler(MPI_Win, MPI_Errhandler*);

int PMPI_Win_set_errhandler(MPI_Win win, MPI_Errhandler errhandler) {
  return enter("MPI_Win_set_errhandler", [&] { return api::win_set_errhandler(win, errhandler); });
}
[[gnu::weak, gnu::alias("PMPI_Win_set_errhandler")]] int MPI_Win_set_errhandler(MPI_Win, MPI_Errhandler);

}  // extern "C"
