// SPDX-License-Identifier: BSD-3-Clause
// A page that the ranks of a node share beside MPI, to tell each other what has happened while one of them calls
// nothing; and a clock that ends a program which waits for ever.
#pragma once

#include <fcntl.h>
#include <mpi.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

namespace progress {

struct Page {
  std::atomic<int> ready;  // how often a rank has come to its part
  std::atomic<int> over;   // how often a rank has seen the end of its part
};

/// The same page on all ranks. Collective over MPI_COMM_WORLD.
inline Page& share() {
  char name[] = "/tmp/baton-progress-XXXXXX";
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  int file = -1;
  if (rank == 0) {
    file = mkstemp(name);
    if (file < 0 || ftruncate(file, 4096) != 0) MPI_Abort(MPI_COMM_WORLD, 1);
  }
  MPI_Bcast(name, sizeof name, MPI_CHAR, 0, MPI_COMM_WORLD);
  if (rank != 0) file = open(name, O_RDWR);
  void* memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (memory == MAP_FAILED) MPI_Abort(MPI_COMM_WORLD, 1);
  MPI_Barrier(MPI_COMM_WORLD);
  if (rank == 0) unlink(name);
  return *std::launder(static_cast<Page*>(memory));
}

inline const char* doing = "";

/// What runs from here on must be over in time, or the program ends and names it.
inline void begin(const char* what) {
  doing = what;
  (void)std::signal(SIGALRM, [](int) {
    const char text[] = "nobody made progress: ";
    (void)!write(2, text, sizeof text - 1);
    (void)!write(2, doing, std::strlen(doing));
    (void)!write(2, "\n", 1);
    _exit(1);
  });
  alarm(20);
}

/// Computes: calls nothing of MPI.
inline void compute_until(const std::atomic<int>& count, int wanted) {
  while (count.load() < wanted) sched_yield();
}

}  // namespace progress
