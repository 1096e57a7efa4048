// SPDX-License-Identifier: BSD-3-Clause
// Compiled with another MPI's mpicc and linked to libbaton.so too: the other MPI must go on working.
#include <mpi.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char** argv) {
  char version[MPI_MAX_LIBRARY_VERSION_STRING];
  int length = 0;
  int rank = 0;
  int sum = -1;
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Allreduce(&rank, &sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
  MPI_Get_library_version(version, &length);
  if (rank == 0) printf("%.8s, sum %d\n", version, sum);
  MPI_Finalize();
  return 0;
}
