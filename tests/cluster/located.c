// SPDX-License-Identifier: BSD-3-Clause
// Reductions and broadcasts of elements that have gaps: pairs of a double and an int, and longs wide apart. Rank 0
// prints "ok: elements with gaps on N ranks"; a wrong element is told and ends the job.
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct located {
  double value;
  int place;
};

static int rank, size;

static void wrong(const char* call, int count, int i) {
  fprintf(stderr, "rank %d: element %d of %d is wrong after %s\n", rank, i, count, call);
  MPI_Abort(MPI_COMM_WORLD, 3);
}

// Element i is least, 0, on the rank for which i + rank is a multiple of the number of ranks.
static void pairs(int count, int root) {
  struct located* own = calloc((size_t)count + 1, sizeof *own);
  struct located* least = calloc((size_t)count + 1, sizeof *least);
  const char* const calls[] = {"MPI_Allreduce", "MPI_Allreduce in place", "MPI_Reduce", "MPI_Bcast"};
  for (int call = 0; call < 4; ++call) {
    for (int i = 0; i < count; ++i) {
      own[i].value = (i + rank) % size;
      own[i].place = rank;
      if (call != 3 || rank != root) least[i].value = -9, least[i].place = -9;
    }
    if (call == 0) MPI_Allreduce(own, least, count, MPI_DOUBLE_INT, MPI_MINLOC, MPI_COMM_WORLD);
    if (call == 1) {
      memcpy(least, own, (size_t)count * sizeof *own);
      MPI_Allreduce(MPI_IN_PLACE, least, count, MPI_DOUBLE_INT, MPI_MINLOC, MPI_COMM_WORLD);
    }
    if (call == 2) MPI_Reduce(own, least, count, MPI_DOUBLE_INT, MPI_MINLOC, root, MPI_COMM_WORLD);
    if (call == 3) MPI_Bcast(least, count, MPI_DOUBLE_INT, root, MPI_COMM_WORLD);
    if (call == 2 && rank != root) continue;
    for (int i = 0; i < count; ++i) {
      if (least[i].value != 0 || least[i].place != (size - i % size) % size) wrong(calls[call], count, i);
    }
  }
  free(own);
  free(least);
}

enum { wide = 3 };  // longs from one element to the next

static void add(void* in, void* inout, int* count, MPI_Datatype* type) {
  (void)type;
  for (int i = 0; i < *count; ++i) ((long*)inout)[i * wide] += ((long*)in)[i * wide];
}

static void longs(int count, int commute) {
  MPI_Datatype type;
  MPI_Op sum;
  MPI_Type_create_resized(MPI_LONG, 0, wide * sizeof(long), &type);
  MPI_Type_commit(&type);
  MPI_Op_create(add, commute, &sum);
  const size_t length = (size_t)(count + 1) * wide;
  long* own = calloc(length, sizeof *own);
  long* all = malloc(length * sizeof *all);
  memset(all, 0x22, length * sizeof *all);
  const long gap = all[0];
  for (int i = 0; i < count; ++i) own[i * wide] = 1000L * (rank + 1) + i;
  MPI_Allreduce(own, all, count, type, sum, MPI_COMM_WORLD);
  for (int i = 0; i < count; ++i) {
    const long wanted = 500L * size * (size + 1) + (long)size * i;
    if (all[i * wide] != wanted || all[i * wide + 1] != gap || all[i * wide + 2] != gap) wrong("a sum", count, i);
  }
  free(own);
  free(all);
  MPI_Op_free(&sum);
  MPI_Type_free(&type);
}

int main(int argc, char** argv) {
  const int counts[] = {0, 1, 4, 10, 1000, 10000};
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  for (size_t i = 0; i < sizeof counts / sizeof *counts; ++i) {
    pairs(counts[i], (int)i % size);
    longs(counts[i], (int)i % 2);
    longs(counts[i], 1 - (int)i % 2);
  }
  if (rank == 0) printf("ok: elements with gaps on %d ranks\n", size);
  MPI_Finalize();
  return 0;
}
