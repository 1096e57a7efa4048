// SPDX-License-Identifier: BSD-3-Clause
// A program whose calls a tool of the profiling interface may see. Usage: profiled watched | alone
#include <dlfcn.h>
#include <mpi.h>
#include <stdio.h>
#include <string.h>

static int failures;
static int (*seen)(const char*);

static void wants(const char* name, int wanted) {
  const int got = seen ? seen(name) : 0;
  if (got == wanted) return;
  ++failures;
  fprintf(stderr, "the tool saw %d calls of %s, not %d\n", got, name, wanted);
}

static void holds(int condition, const char* what) {
  if (condition) return;
  ++failures;
  fprintf(stderr, "does not hold: %s\n", what);
}

// A ring of one message by each kind of name; the tool sees the MPI_ ones.
static void messages(MPI_Comm comm, int rank, int size) {
  const int to = (rank + 1) % size, from = (rank + size - 1) % size;
  int in[4] = {-1, -1, -1, -1};
  MPI_Request requests[2];
  MPI_Irecv(&in[0], 1, MPI_INT, from, 0, comm, &requests[0]);
  MPI_Irecv(&in[1], 1, MPI_INT, from, 1, comm, &requests[1]);
  MPI_Send(&rank, 1, MPI_INT, to, 0, comm);
  PMPI_Send(&rank, 1, MPI_INT, to, 1, comm);
  MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
  MPI_Send_c(&rank, 1, MPI_INT, to, 2, comm);
  MPI_Recv(&in[2], 1, MPI_INT, from, 2, comm, MPI_STATUS_IGNORE);
  PMPI_Send_c(&rank, 1, MPI_INT, to, 3, comm);
  PMPI_Recv(&in[3], 1, MPI_INT, from, 3, comm, MPI_STATUS_IGNORE);
  for (int i = 0; i < 4; ++i) holds(in[i] == from, "the message came");
}

int main(int argc, char** argv) {
  const int watched = argc > 1 && strcmp(argv[1], "watched") == 0;
  int rank, size, sum = -1;
  MPI_Comm comm;
  *(void**)&seen = dlsym(RTLD_DEFAULT, "profiler_calls");
  holds((seen != NULL) == watched, "a tool is there when the test says so");
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_dup(MPI_COMM_WORLD, &comm);
  messages(comm, rank, size);
  MPI_Allreduce(&rank, &sum, 1, MPI_INT, MPI_SUM, comm);
  holds(sum == size * (size - 1) / 2, "the sum of the ranks");
  PMPI_Comm_free(&comm);
  MPI_Barrier(MPI_COMM_WORLD);
  wants("MPI_Init", watched);
  wants("MPI_Send", watched);
  wants("MPI_Send_c", watched);
  wants("MPI_Recv", watched);
  wants("MPI_Waitall", watched);
  wants("MPI_Comm_dup", watched);
  wants("MPI_Allreduce", watched);
  wants("anything else", 0);
  MPI_Finalize();
  return failures != 0;
}
