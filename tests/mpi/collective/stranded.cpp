// SPDX-License-Identifier: BSD-3-Clause
// Ranks that pass different roots to a small broadcast or scatter, so that each has sent what nobody receives, and none
// waits. Only the end can tell; the test that starts this looks for the words. `right` makes the same calls as one
// should. `warm`: after so many barriers that the ranks share an arena.
#include <mpi.h>

#include <array>
#include <cstring>

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  const bool right = argc > 2 && std::strcmp(argv[2], "right") == 0;
  const bool warm = argc > 2 && std::strcmp(argv[argc - 1], "warm") == 0;
  const int root = right ? 0 : rank;
  for (int i = 0; warm && i < 40; ++i) MPI_Barrier(MPI_COMM_WORLD);
  std::array<int, 64> buffer{};
  int one = 0;
  if (argc > 1 && std::strcmp(argv[1], "bcast") == 0) {
    MPI_Bcast(buffer.data(), 4, MPI_INT, root, MPI_COMM_WORLD);
  } else {
    MPI_Scatter(buffer.data(), 1, MPI_INT, &one, 1, MPI_INT, root, MPI_COMM_WORLD);
  }
  MPI_Finalize();
  return 0;
}
