// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter init, one call each. Next: the body in mpi/init*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_init.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Abort(MPI_Comm comm, int) { return unsupported("MPI_Abort", comm); }
[[gnu::weak, gnu::alias("PMPI_Abort")]] int MPI_Abort(MPI_Comm, int);

int PMPI_Finalize(void) { return unsupported("MPI_Finalize", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Finalize")]] int MPI_Finalize(void);

int PMPI_Finalized(int*) { return unsupported("MPI_Finalized", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Finalized")]] int MPI_Finalized(int*);

int PMPI_Init(int*, char***) { return unsupported("MPI_Init", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Init")]] int MPI_Init(int*, char***);

int PMPI_Init_thread(int*, char***, int, int*) { return unsupported("MPI_Init_thread", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Init_thread")]] int MPI_Init_thread(int*, char***, int, int*);

int PMPI_Initialized(int*) { return unsupported("MPI_Initialized", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Initialized")]] int MPI_Initialized(int*);

int PMPI_Is_thread_main(int*) { return unsupported("MPI_Is_thread_main", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Is_thread_main")]] int MPI_Is_thread_main(int*);

int PMPI_Query_thread(int*) { return unsupported("MPI_Query_thread", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Query_thread")]] int MPI_Query_thread(int*);

}  // extern "C"
