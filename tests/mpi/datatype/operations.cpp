// SPDX-License-Identifier: BSD-3-Clause
// Operations through the C API: predefined and user-defined ones, by MPI_Reduce_local.
#include "mpi/check.hpp"

namespace {

MPI_Datatype seen = MPI_DATATYPE_NULL;
int calls = 0;

void subtract(void* in, void* inout, int* length, MPI_Datatype* type) {
  ++calls;
  seen = *type;
  for (int i = 0; i < *length; ++i)
    static_cast<int*>(inout)[i] = static_cast<int*>(in)[i] - static_cast<int*>(inout)[i];
}

void add_pairs(void* in, void* inout, MPI_Count* length, MPI_Datatype* type) {
  ++calls;
  seen = *type;
  for (MPI_Count i = 0; i < 2 * *length; ++i) static_cast<double*>(inout)[i] += static_cast<double*>(in)[i];
}

void predefined() {
  const int in[] = {4, 0, 7};
  int inout[] = {2, 0, 9};
  int commute = 0;
  CHECK_EQ(MPI_Reduce_local(in, inout, 3, MPI_INT, MPI_SUM), MPI_SUCCESS);
  CHECK(inout[0] == 6 && inout[1] == 0 && inout[2] == 16);
  CHECK_EQ(MPI_Reduce_local_c(in, inout, 3, MPI_INT, MPI_LAND), MPI_SUCCESS);
  CHECK(inout[0] == 1 && inout[1] == 0 && inout[2] == 1);
  MPI_Op_commutative(MPI_MAXLOC, &commute);
  CHECK_EQ(commute, 1);
  struct {
    double value;
    int index;
  } a{1.5, 3}, b{1.5, 2};
  MPI_Reduce_local(&a, &b, 1, MPI_DOUBLE_INT, MPI_MINLOC);
  CHECK(b.value == 1.5 && b.index == 2);
}

void users() {
  MPI_Op op = MPI_OP_NULL, wide = MPI_OP_NULL;
  int commute = 1;
  CHECK_EQ(MPI_Op_create(subtract, 0, &op), MPI_SUCCESS);
  MPI_Op_commutative(op, &commute);
  CHECK_EQ(commute, 0);
  const int in[] = {10, 20};
  int inout[] = {1, 2};
  CHECK_EQ(MPI_Reduce_local(in, inout, 2, MPI_INT, op), MPI_SUCCESS);
  CHECK(inout[0] == 9 && inout[1] == 18);
  CHECK(calls == 1 && seen == MPI_INT);
  CHECK_EQ(MPI_Reduce_local(in, inout, 0, MPI_INT, op), MPI_SUCCESS);
  CHECK_EQ(calls, 1);
  MPI_Datatype pair;
  MPI_Type_contiguous(2, MPI_DOUBLE, &pair);
  MPI_Type_commit(&pair);
  CHECK_EQ(MPI_Op_create_c(add_pairs, 1, &wide), MPI_SUCCESS);
  const double from[] = {1, 2};
  double to[] = {3, 4};
  CHECK_EQ(MPI_Reduce_local(from, to, 1, pair, wide), MPI_SUCCESS);
  CHECK(to[0] == 4 && to[1] == 6);
  CHECK(seen == pair);
  CHECK_CLASS(MPI_Reduce_local(from, to, 1, pair, MPI_SUM), MPI_ERR_OP);
  MPI_Type_free(&pair);
  CHECK_EQ(MPI_Op_free(&wide), MPI_SUCCESS);
  CHECK(wide == MPI_OP_NULL);
  const MPI_Op stale = op;
  CHECK_EQ(MPI_Op_free(&op), MPI_SUCCESS);
  CHECK_CLASS(MPI_Reduce_local(in, inout, 2, MPI_INT, stale), MPI_ERR_OP);
}

void mistakes() {
  const int in[] = {1};
  int inout[] = {2};
  MPI_Op op = MPI_SUM;
  CHECK_CLASS(MPI_Op_free(&op), MPI_ERR_OP);
  CHECK_CLASS(MPI_Reduce_local(in, inout, 1, MPI_BYTE, MPI_SUM), MPI_ERR_OP);
  CHECK_CLASS(MPI_Reduce_local(in, inout, 1, MPI_INT, MPI_OP_NULL), MPI_ERR_OP);
  CHECK_CLASS(MPI_Reduce_local(in, inout, -1, MPI_INT, MPI_SUM), MPI_ERR_COUNT);
  CHECK_CLASS(MPI_Reduce_local(in, inout, 1, MPI_DATATYPE_NULL, MPI_SUM), MPI_ERR_TYPE);
  CHECK_CLASS(MPI_Reduce_local(MPI_IN_PLACE, inout, 1, MPI_INT, MPI_SUM), MPI_ERR_BUFFER);
  CHECK_CLASS(MPI_Reduce_local(nullptr, inout, 1, MPI_INT, MPI_SUM), MPI_ERR_BUFFER);
  CHECK_CLASS(MPI_Op_create(nullptr, 0, &op), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Op_create(subtract, 0, nullptr), MPI_ERR_ARG);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  predefined();
  users();
  mistakes();
  MPI_Finalize();
  return check::failures == 0 ? 0 : 1;
}
