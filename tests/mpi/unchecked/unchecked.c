// SPDX-License-Identifier: BSD-3-Clause
// Whether the library checks arguments: `gone` and `there` say what is expected. The wrong call does no harm either
// way.
#include <mpi.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char** argv) {
  int value = 1, sum = 0, found_out;
  const int expected = argc > 1 && strcmp(argv[1], "there") == 0;
  MPI_Init(&argc, &argv);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  found_out = MPI_Send(&value, 1, MPI_INT, MPI_PROC_NULL, -5, MPI_COMM_WORLD) != MPI_SUCCESS;
  if (MPI_Allreduce(&value, &sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD) != MPI_SUCCESS || sum < 1) return 2;
  MPI_Finalize();
  printf("a tag below 0 is %sfound out\n", found_out ? "" : "not ");
  return found_out == expected ? 0 : 1;
}
