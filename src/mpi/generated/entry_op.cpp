// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter op, one call each. Next: the body in mpi/op*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_op.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Op_commutative(MPI_Op op, int* commute) {
  return enter("MPI_Op_commutative", [&] { return api::op_commutative(op, commute); });
}
[[gnu::weak, gnu::alias("PMPI_Op_commutative")]] int MPI_Op_commutative(MPI_Op, int*);

int PMPI_Op_create(MPI_User_function* user_fn, int commute, MPI_Op* op) {
  return enter("MPI_Op_create", [&] { return api::op_create(user_fn, commute, op); });
}
[[gnu::weak, gnu::alias("PMPI_Op_create")]] int MPI_Op_create(MPI_User_function*, int, MPI_Op*);

int PMPI_Op_create_c(MPI_User_function_c* user_fn, int commute, MPI_Op* op) {
  return enter("MPI_Op_create_c", [&] { return api::op_create_c(user_fn, commute, op); });
}
[[gnu::weak, gnu::alias("PMPI_Op_create_c")]] int MPI_Op_create_c(MPI_User_function_c*, int, MPI_Op*);

int PMPI_Op_free(MPI_Op* op) {
  return enter("MPI_Op_free", [&] { return api::op_free(op); });
}
[[gnu::weak, gnu::alias("PMPI_Op_free")]] int MPI_Op_free(MPI_Op*);

int PMPI_Reduce_local(const void* inbuf, void* inoutbuf, int count, MPI_Datatype datatype, MPI_Op op) {
  return enter("MPI_Reduce_local", [&] { return api::reduce_local(inbuf, inoutbuf, count, datatype, op); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_local")]] int MPI_Reduce_local(const void*, void*, int, MPI_Datatype, MPI_Op);

int PMPI_Reduce_local_c(const void* inbuf, void* inoutbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op) {
  return enter("MPI_Reduce_local_c", [&] { return api::reduce_local(inbuf, inoutbuf, count, datatype, op); });
}
[[gnu::weak, gnu::alias("PMPI_Reduce_local_c")]] int MPI_Reduce_local_c(const void*, void*, MPI_Count, MPI_Datatype,
    MPI_Op);

}  // extern "C"
