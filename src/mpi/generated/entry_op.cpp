// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter op, one call each. Next: the body in mpi/op*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_op.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Op_commutative(MPI_Op, int*) { return unsupported("MPI_Op_commutative", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Op_commutative")]] int MPI_Op_commutative(MPI_Op, int*);

int PMPI_Op_create(MPI_User_function*, int, MPI_Op*) { return unsupported("MPI_Op_create", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Op_create")]] int MPI_Op_create(MPI_User_function*, int, MPI_Op*);

int PMPI_Op_create_c(MPI_User_function_c*, int, MPI_Op*) { return unsupported("MPI_Op_create_c", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Op_create_c")]] int MPI_Op_create_c(MPI_User_function_c*, int, MPI_Op*);

int PMPI_Op_free(MPI_Op*) { return unsupported("MPI_Op_free", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Op_free")]] int MPI_Op_free(MPI_Op*);

int PMPI_Reduce_local(const void*, void*, int, MPI_Datatype, MPI_Op) {
  return unsupported("MPI_Reduce_local", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Reduce_local")]] int MPI_Reduce_local(const void*, void*, int, MPI_Datatype, MPI_Op);

int PMPI_Reduce_local_c(const void*, void*, MPI_Count, MPI_Datatype, MPI_Op) {
  return unsupported("MPI_Reduce_local_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Reduce_local_c")]] int MPI_Reduce_local_c(const void*, void*, MPI_Count, MPI_Datatype,
    MPI_Op);

}  // extern "C"
