// SPDX-License-Identifier: BSD-3-Clause
// The smallest program that shows a working installation: ranks add their numbers up. Valid C and C++.
#include <mpi.h>
#include <stdio.h>

int main(int argc, char** argv) {
  int rank = -1;
  int size = -1;
  int sum = -1;
  int version = 0;
  int subversion = -1;
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Allreduce(&rank, &sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
  MPI_Get_version(&version, &subversion);
  if (rank == 0 && size == 1) printf("rank 0 of 1, version %d.%d\n", version, subversion);
  if (rank == 0 && size > 1) printf("rank 0 of %d, sum %d, version %d.%d\n", size, sum, version, subversion);
  MPI_Finalize();
  return sum == size * (size - 1) / 2 ? 0 : 1;
}
