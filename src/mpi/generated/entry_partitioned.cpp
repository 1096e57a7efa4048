// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter partitioned, one call each. Next: the body in mpi/partitioned*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_partitioned.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Parrived(MPI_Request, int, int*) { return unsupported("MPI_Parrived", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Parrived")]] int MPI_Parrived(MPI_Request, int, int*);

int PMPI_Pready(int, MPI_Request) { return unsupported("MPI_Pready", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Pready")]] int MPI_Pready(int, MPI_Request);

int PMPI_Pready_list(int, const int[], MPI_Request) { return unsupported("MPI_Pready_list", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Pready_list")]] int MPI_Pready_list(int, const int[], MPI_Request);

int PMPI_Pready_range(int, int, MPI_Request) { return unsupported("MPI_Pready_range", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Pready_range")]] int MPI_Pready_range(int, int, MPI_Request);

int PMPI_Precv_init(void*, int, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Precv_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Precv_init")]] int MPI_Precv_init(void*, int, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Precv_init_c(void*, int, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Precv_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Precv_init_c")]] int MPI_Precv_init_c(void*, int, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Psend_init(const void*, int, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Psend_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Psend_init")]] int MPI_Psend_init(const void*, int, int, MPI_Datatype, int, int,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Psend_init_c(const void*, int, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Info, MPI_Request*) {
  return unsupported("MPI_Psend_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Psend_init_c")]] int MPI_Psend_init_c(const void*, int, MPI_Count, MPI_Datatype, int,
    int, MPI_Comm, MPI_Info, MPI_Request*);

}  // extern "C"
