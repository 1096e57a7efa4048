// SPDX-License-Identifier: BSD-3-Clause
// What must work between any ranks of a job: a token round the ring, messages of growing size between all pairs with
// their contents checked, a sum. Rank 0 prints "ok: N ranks on M hosts"; every wrong byte is told and ends the job.
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int rank, size;

static void wrong(const char* what, int peer, int bytes) {
  fprintf(stderr, "rank %d: wrong %s with rank %d, %d bytes\n", rank, what, peer, bytes);
  MPI_Abort(MPI_COMM_WORLD, 3);
}

static unsigned char pattern(int source, int bytes, int i) { return (unsigned char)(source * 31 + bytes + i * 7); }

static void token_round(void) {
  int token = rank == 0 ? 1000 : -1;
  if (size == 1) return;
  if (rank == 0) MPI_Send(&token, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
  MPI_Recv(&token, 1, MPI_INT, (rank + size - 1) % size, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  if (token != 1000 + (rank == 0 ? size - 1 : rank - 1)) wrong("token", (rank + size - 1) % size, 4);
  token = 1000 + rank;
  if (rank != 0) MPI_Send(&token, 1, MPI_INT, (rank + 1) % size, 1, MPI_COMM_WORLD);
}

// Step s: everyone sends to the s-th rank after it and receives from the s-th before it.
static void all_pairs(int bytes) {
  unsigned char* out = malloc((size_t)bytes + 1);
  unsigned char* in = malloc((size_t)bytes + 1);
  for (int step = 0; step < size; ++step) {
    const int to = (rank + step) % size;
    const int from = (rank + size - step) % size;
    MPI_Status status;
    int count = -1;
    for (int i = 0; i < bytes; ++i) out[i] = pattern(rank, bytes, i);
    memset(in, 0, (size_t)bytes + 1);
    MPI_Sendrecv(out, bytes, MPI_BYTE, to, 2, in, bytes, MPI_BYTE, from, 2, MPI_COMM_WORLD, &status);
    MPI_Get_count(&status, MPI_BYTE, &count);
    if (count != bytes || status.MPI_SOURCE != from) wrong("status", from, count);
    for (int i = 0; i < bytes; ++i) {
      if (in[i] != pattern(from, bytes, i)) wrong("contents", from, bytes);
    }
  }
  free(out);
  free(in);
}

static int hosts(void) {
  char name[MPI_MAX_PROCESSOR_NAME] = "";
  char* names = malloc((size_t)size * MPI_MAX_PROCESSOR_NAME);
  int length = 0;
  int different = 0;
  MPI_Get_processor_name(name, &length);
  MPI_Allgather(name, MPI_MAX_PROCESSOR_NAME, MPI_CHAR, names, MPI_MAX_PROCESSOR_NAME, MPI_CHAR, MPI_COMM_WORLD);
  for (int i = 0; i < size; ++i) {
    int seen = 0;
    for (int j = 0; j < i; ++j)
      seen |= strcmp(names + i * MPI_MAX_PROCESSOR_NAME, names + j * MPI_MAX_PROCESSOR_NAME) == 0;
    different += !seen;
  }
  free(names);
  return different;
}

int main(int argc, char** argv) {
  static const int sizes[] = {0, 1, 48, 49, 1000, 16384, 16385, 100000, 1048576, 4194304};
  long mine, sum = 0;
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  token_round();
  for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; ++i) all_pairs(sizes[i]);
  mine = rank + 1;
  MPI_Allreduce(&mine, &sum, 1, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
  if (sum != (long)size * (size + 1) / 2) wrong("sum", rank, 8);
  const int count = hosts();
  MPI_Barrier(MPI_COMM_WORLD);
  if (rank == 0) printf("ok: %d ranks on %d hosts\n", size, count);
  MPI_Finalize();
  return 0;
}
