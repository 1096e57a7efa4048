// SPDX-License-Identifier: BSD-3-Clause
// Blocking collectives called again and again, as a solver does: only buffers and contents change, or now and then one
// argument. Each answer is looked at, and what is wrong is refused the hundredth time as it was the first.
#include "check.hpp"

using namespace check;

namespace {

int rank = 0;
int size = 1;
const MPI_Comm world = MPI_COMM_WORLD;

int sum_of_ranks() { return size * (size - 1) / 2; }

/// The same call with other buffers and contents.
void buffers_change(int turn) {
  std::vector<int> a(static_cast<std::size_t>(size)), b(static_cast<std::size_t>(size));
  const auto fill = [&](int first) {
    for (int i = 0; i < size; ++i) a[static_cast<std::size_t>(i)] = first + 10 * i + turn;
    b.assign(b.size(), -1);
  };
  const auto right = [&](int from, int step, const char* what) {
    for (int i = 0; i < size; ++i)
      that(b[static_cast<std::size_t>(i)] == from + step * i + turn,
           std::string(what) + " in turn " + std::to_string(turn) + " gave " +
               std::to_string(b[static_cast<std::size_t>(i)]));
  };
  const int root = turn % size;
  fill(1000 * rank);
  success(MPI_Alltoall(a.data(), 1, MPI_INT, b.data(), 1, MPI_INT, world), "alltoall");
  right(10 * rank, 1000, "alltoall");
  fill(rank);
  success(MPI_Allgather(a.data(), 1, MPI_INT, b.data(), 1, MPI_INT, world), "allgather");
  right(0, 1, "allgather");
  fill(rank);
  success(MPI_Gather(a.data(), 1, MPI_INT, rank == root ? b.data() : nullptr, 1, MPI_INT, root, world), "gather");
  if (rank == root) right(0, 1, "gather");
  fill(7);
  success(MPI_Scatter(rank == root ? a.data() : nullptr, 1, MPI_INT, b.data(), 1, MPI_INT, root, world), "scatter");
  that(b[0] == 7 + 10 * rank + turn, "scatter");
  fill(root == rank ? 5 : 0);
  success(MPI_Bcast(a.data(), 1, MPI_INT, root, world), "bcast");
  that(a[0] == 5 + turn, "bcast");
  fill(rank);
  success(MPI_Allreduce(a.data(), b.data(), 1, MPI_INT, MPI_SUM, world), "allreduce");
  that(b[0] == sum_of_ranks() + size * turn, "allreduce");
  success(MPI_Allreduce(MPI_IN_PLACE, a.data(), 1, MPI_INT, MPI_SUM, world), "allreduce in place");
  that(a[0] == b[0], "allreduce in place");
  fill(rank);
  success(MPI_Reduce(a.data(), rank == root ? b.data() : nullptr, 1, MPI_INT, MPI_MAX, root, world), "reduce");
  that(rank != root || b[0] == size - 1 + turn, "reduce");
  fill(rank);
  success(MPI_Scan(a.data(), b.data(), 1, MPI_INT, MPI_SUM, world), "scan");
  that(b[0] == rank * (rank + 1) / 2 + (rank + 1) * turn, "scan");
  success(MPI_Exscan(a.data(), b.data(), 1, MPI_INT, MPI_SUM, world), "exscan");
  that(rank == 0 || b[0] == rank * (rank - 1) / 2 + rank * turn, "exscan");
  fill(rank);
  success(MPI_Reduce_scatter_block(a.data(), b.data(), 1, MPI_INT, MPI_SUM, world), "reduce_scatter_block");
  that(b[0] == sum_of_ranks() + size * (10 * rank + turn), "reduce_scatter_block");
  success(MPI_Barrier(world), "barrier");
}

/// Calls that differ in one argument take turns: none is taken for another.
void arguments_change() {
  for (int turn = 0; turn < 50; ++turn) {
    const int one = 1;
    const float real = 1.5F;
    int whole = 0;
    float part = 0;
    success(MPI_Allreduce(&one, &whole, 1, MPI_INT, MPI_SUM, world), "allreduce of ints");
    that(whole == size, "the sum of ints");
    success(MPI_Allreduce(&real, &part, 1, MPI_FLOAT, MPI_SUM, world), "allreduce of floats");
    that(part == 1.5F * static_cast<float>(size), "the sum of floats");
    success(MPI_Allreduce(&rank, &whole, 1, MPI_INT, MPI_MAX, world), "the largest");
    that(whole == size - 1, "the largest");
    success(MPI_Allreduce(&rank, &whole, 1, MPI_INT, MPI_MIN, world), "the least");
    that(whole == 0, "the least");
    int said = rank;
    success(MPI_Bcast(&said, 1, MPI_INT, turn % size, world), "bcast");
    that(said == turn % size, "what the root of this turn said");
    int pair[2] = {rank, -rank};
    success(MPI_Bcast(pair, 1 + turn % 2, MPI_INT, 0, world), "bcast of one or two");
    that(pair[0] == 0 && pair[1] == (turn % 2 == 0 ? -rank : 0), "one or two ints of the root");
  }
}

/// More different calls than are kept, then the first ones again.
void many_calls() {
  std::vector<int> a(300), b(300);
  for (int round = 0; round < 2; ++round)
    for (int count = 1; count <= 300; ++count) {
      for (int i = 0; i < count; ++i) a[static_cast<std::size_t>(i)] = i + rank;
      success(MPI_Allreduce(a.data(), b.data(), count, MPI_INT, MPI_SUM, world), "allreduce of many lengths");
      for (int i = 0; i < count; ++i)
        that(b[static_cast<std::size_t>(i)] == size * i + sum_of_ranks(), "a sum of many lengths");
    }
}

/// A handle that is freed may come to mean something else.
void handles_change() {
  for (int turn = 0; turn < 40; ++turn) {
    const int ints = 1 + turn % 3;
    MPI_Datatype type;
    MPI_Type_vector(ints, 1, 2, MPI_INT, &type);
    MPI_Type_commit(&type);
    int data[6];
    for (int i = 0; i < 6; ++i) data[i] = rank == 0 ? i : -1;
    success(MPI_Bcast(data, 1, type, 0, world), "bcast of a derived type");
    for (int i = 0; i < 6; ++i)
      that(data[i] == (rank == 0 || (i % 2 == 0 && i / 2 < ints) ? i : -1), "what a derived type moves");
    MPI_Type_free(&type);
    MPI_Op op;
    const auto keep_first = [](void*, void*, int*, MPI_Datatype*) {};
    const auto add = [](void* in, void* inout, int* n, MPI_Datatype*) {
      for (int i = 0; i < *n; ++i) static_cast<int*>(inout)[i] += static_cast<int*>(in)[i];
    };
    if (turn % 2 == 0) {
      MPI_Op_create(add, 1, &op);
    } else {
      MPI_Op_create(keep_first, 0, &op);  // the right operand, so the last rank's
    }
    int result = -1;
    success(MPI_Allreduce(&rank, &result, 1, MPI_INT, op, world), "allreduce with a user's operation");
    that(result == (turn % 2 == 0 ? sum_of_ranks() : size - 1), "the result of a user's operation");
    MPI_Op_free(&op);
    MPI_Comm twin;
    MPI_Comm_dup(world, &twin);
    success(MPI_Allreduce(&rank, &result, 1, MPI_INT, MPI_SUM, twin), "allreduce on a duplicate");
    that(result == sum_of_ranks(), "a sum on a duplicate");
    MPI_Comm_free(&twin);
  }
}

void refused(int wanted, int code, const char* what) {
  that(class_of(code) == wanted, std::string(what) + " gave class " + std::to_string(class_of(code)));
}

/// A right call with MPI_IN_PLACE for one buffer, then the same with it for the other, which is wrong.
void in_place_changes_sides() {
  std::vector<int> all(static_cast<std::size_t>(size));
  int mine[1] = {rank};
  for (int turn = 0; turn < 40; ++turn) {
    success(MPI_Allreduce(MPI_IN_PLACE, mine, 1, MPI_INT, MPI_MAX, world), "allreduce in place");
    success(MPI_Allgather(MPI_IN_PLACE, 1, MPI_INT, all.data(), 1, MPI_INT, world), "allgather in place");
    const void* const from = rank == 0 ? MPI_IN_PLACE : mine;
    success(MPI_Reduce(from, rank == 0 ? mine : MPI_IN_PLACE, 1, MPI_INT, MPI_MAX, 0, world), "reduce in place");
    success(MPI_Gather(from, 1, MPI_INT, all.data(), 1, MPI_INT, 0, world), "gather in place");
    success(MPI_Scatter(all.data(), 1, MPI_INT, rank == 0 ? MPI_IN_PLACE : mine, 1, MPI_INT, 0, world),
            "scatter in place");
  }
  refused(MPI_ERR_BUFFER, MPI_Allreduce(mine, MPI_IN_PLACE, 1, MPI_INT, MPI_MAX, world), "allreduce into MPI_IN_PLACE");
  refused(MPI_ERR_BUFFER, MPI_Allgather(mine, 1, MPI_INT, MPI_IN_PLACE, 1, MPI_INT, world),
          "allgather into MPI_IN_PLACE");
  refused(MPI_ERR_BUFFER,
          rank == 0 ? MPI_Reduce(mine, MPI_IN_PLACE, 1, MPI_INT, MPI_MAX, 0, world)
                    : MPI_Reduce(MPI_IN_PLACE, mine, 1, MPI_INT, MPI_MAX, 0, world),
          "reduce with MPI_IN_PLACE at the wrong rank");
}

void wrong_arguments_are_refused() {
  int a[64] = {}, b[64] = {};
  refused(MPI_ERR_BUFFER, MPI_Allreduce(nullptr, b, 1, MPI_INT, MPI_SUM, world), "from a null pointer");
  refused(MPI_ERR_BUFFER, MPI_Allreduce(a, nullptr, 1, MPI_INT, MPI_SUM, world), "into a null pointer");
  refused(MPI_ERR_BUFFER, MPI_Allreduce(a, a, 1, MPI_INT, MPI_SUM, world), "from and into one buffer");
  refused(MPI_ERR_BUFFER, MPI_Allreduce(a, MPI_IN_PLACE, 1, MPI_INT, MPI_SUM, world), "into MPI_IN_PLACE");
  refused(MPI_ERR_BUFFER, MPI_Bcast(nullptr, 1, MPI_INT, 0, world), "bcast of a null pointer");
  refused(MPI_ERR_BUFFER, MPI_Allgather(a + rank, 1, MPI_INT, a, 1, MPI_INT, world), "allgather of the own block");
  refused(MPI_ERR_COUNT, MPI_Bcast(a, -1, MPI_INT, 0, world), "bcast of -1 ints");
  refused(MPI_ERR_COMM, MPI_Barrier(MPI_COMM_NULL), "barrier on no communicator");
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(world, &rank);
  MPI_Comm_size(world, &size);
  MPI_Comm_set_errhandler(world, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  for (int turn = 0; turn < 60; ++turn) buffers_change(turn);
  arguments_change();
  many_calls();
  handles_change();
  in_place_changes_sides();
  wrong_arguments_are_refused();
  for (int turn = 0; turn < 20; ++turn) buffers_change(turn);
  MPI_Finalize();
  return 0;
}
