// SPDX-License-Identifier: BSD-3-Clause
// Collectives between two groups: each group gets what the other gives.
#include "check.hpp"

using namespace check;

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int world_rank = 0, world_size = 1;
  MPI_Comm_rank(MPI_COMM_WORLD, &world_rank);
  MPI_Comm_size(MPI_COMM_WORLD, &world_size);
  const int left_size = world_size / 2;
  const bool left = world_rank < left_size;
  MPI_Comm local, inter;
  MPI_Comm_split(MPI_COMM_WORLD, left ? 0 : 1, world_rank, &local);
  success(MPI_Intercomm_create(local, 0, MPI_COMM_WORLD, left ? left_size : 0, 5, &inter), "intercomm_create");
  int rank = 0, size = 0, others = 0;
  MPI_Comm_rank(inter, &rank);
  MPI_Comm_size(inter, &size);
  MPI_Comm_remote_size(inter, &others);
  const auto far = static_cast<std::size_t>(others);
  const int first_other = left ? left_size : 0;  // world rank of the first one there
  MPI_Request q = MPI_REQUEST_NULL;

  for (int turn = 0; turn < 3; ++turn) {
    success(MPI_Barrier(inter), "barrier");
    const int n = turn == 2 ? 5000 : 3;
    const auto length = static_cast<std::size_t>(n);
    // The root is the last rank of the left group.
    const int root = left ? (rank == size - 1 ? MPI_ROOT : MPI_PROC_NULL) : others - 1;
    std::vector<int> data(length, world_rank);
    success(MPI_Bcast(data.data(), n, MPI_INT, root, inter), "bcast");
    if (!left) that(data[length - 1] == left_size - 1, "bcast: wrong data");

    std::vector<int> mine(length, world_rank + 1), sum(length, -1);
    int expected_other = 0, expected_own = 0;
    for (int i = 0; i < others; ++i) expected_other += first_other + i + 1;
    for (int i = 0; i < size; ++i) expected_own += world_rank - rank + i + 1;
    success(MPI_Reduce(mine.data(), sum.data(), n, MPI_INT, MPI_SUM, root, inter), "reduce");
    that(sum[0] == (root == MPI_ROOT ? expected_other : -1), "reduce: wrong data");
    success(MPI_Allreduce(mine.data(), sum.data(), n, MPI_INT, MPI_SUM, inter), "allreduce");
    that(sum[length - 1] == expected_other, "allreduce: wrong data");
    sum.assign(length, -1);
    success(MPI_Iallreduce(mine.data(), sum.data(), n, MPI_INT, MPI_SUM, inter, &q), "iallreduce");
    success(MPI_Wait(&q, MPI_STATUS_IGNORE), "iallreduce");
    that(sum[length - 1] == expected_other, "iallreduce: wrong data");

    std::vector<int> gathered(far * length, -1);
    success(MPI_Gather(mine.data(), n, MPI_INT, gathered.data(), n, MPI_INT, root, inter), "gather");
    for (std::size_t i = 0; root == MPI_ROOT && i < gathered.size(); ++i) {
      that(gathered[i] == first_other + static_cast<int>(i / length) + 1, "gather: wrong data");
    }
    gathered.assign(far * length, -1);
    success(MPI_Allgather(mine.data(), n, MPI_INT, gathered.data(), n, MPI_INT, inter), "allgather");
    for (std::size_t i = 0; i < gathered.size(); ++i) {
      that(gathered[i] == first_other + static_cast<int>(i / length) + 1, "allgather: wrong data");
    }
    std::vector<int> parts(far * length), got(length, -1);
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = world_rank * 1000 + static_cast<int>(i / length);
    success(MPI_Scatter(parts.data(), n, MPI_INT, got.data(), n, MPI_INT, root, inter), "scatter");
    if (!left) that(got[0] == (left_size - 1) * 1000 + rank, "scatter: wrong data");
    gathered.assign(far * length, -1);
    success(MPI_Alltoall(parts.data(), n, MPI_INT, gathered.data(), n, MPI_INT, inter), "alltoall");
    for (std::size_t i = 0; i < gathered.size(); ++i) {
      that(gathered[i] == (first_other + static_cast<int>(i / length)) * 1000 + rank, "alltoall: wrong data");
    }
    // Both groups share out size * others blocks.
    std::vector<int> whole(static_cast<std::size_t>(size * others), world_rank + 1), part(far, -1);
    success(MPI_Reduce_scatter_block(whole.data(), part.data(), others, MPI_INT, MPI_SUM, inter),
            "reduce_scatter_block");
    for (const int value : part) that(value == expected_other, "reduce_scatter_block: wrong data");
    (void)expected_own;
  }
  MPI_Comm_set_errhandler(inter, MPI_ERRORS_RETURN);
  int one = 1, out = 0;
  that(class_of(MPI_Scan(&one, &out, 1, MPI_INT, MPI_SUM, inter)) == MPI_ERR_COMM, "scan is for intracommunicators");
  that(class_of(MPI_Allreduce(MPI_IN_PLACE, &out, 1, MPI_INT, MPI_SUM, inter)) == MPI_ERR_BUFFER,
       "no MPI_IN_PLACE between groups");
  MPI_Comm_free(&inter);
  MPI_Comm_free(&local);
  MPI_Finalize();
  return 0;
}
