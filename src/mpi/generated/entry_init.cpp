// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter init, one call each. Next: the body in mpi/init*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_init.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Abort(MPI_Comm comm, int errorcode) {
  return enter("MPI_Abort", [&] { return api::abort(comm, errorcode); });
}
[[gnu::weak, gnu::alias("PMPI_Abort")]] int MPI_Abort(MPI_Comm, int);

int PMPI_Finalize(void) {
  return enter("MPI_Finalize", [&] { return api::finalize(); });
}
[[gnu::weak, gnu::alias("PMPI_Finalize")]] int MPI_Finalize(void);

int PMPI_Finalized(int* flag) {
  return enter_anytime("MPI_Finalized", [&] { return api::finalized(flag); });
}
[[gnu::weak, gnu::alias("PMPI_Finalized")]] int MPI_Finalized(int*);

int PMPI_Init(int* argc, char*** argv) {
  return enter_anytime("MPI_Init", [&] { return api::init(argc, argv); });
}
[[gnu::weak, gnu::alias("PMPI_Init")]] int MPI_Init(int*, char***);

int PMPI_Init_thread(int* argc, char*** argv, int required, int* provided) {
  return enter_anytime("MPI_Init_thread", [&] { return api::init_thread(argc, argv, required, provided); });
}
[[gnu::weak, gnu::alias("PMPI_Init_thread")]] int MPI_Init_thread(int*, char***, int, int*);

int PMPI_Initialized(int* flag) {
  return enter_anytime("MPI_Initialized", [&] { return api::initialized(flag); });
}
[[gnu::weak, gnu::alias("PMPI_Initialized")]] int MPI_Initialized(int*);

int PMPI_Is_thread_main(int* flag) {
  return enter("MPI_Is_thread_main", [&] { return api::is_thread_main(flag); });
}
[[gnu::weak, gnu::alias("PMPI_Is_thread_main")]] int MPI_Is_thread_main(int*);

int PMPI_Query_thread(int* provided) {
  return enter("MPI_Query_thread", [&] { return api::query_thread(provided); });
}
[[gnu::weak, gnu::alias("PMPI_Query_thread")]] int MPI_Query_thread(int*);

}  // extern "C"
