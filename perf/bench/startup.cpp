// SPDX-License-Identifier: BSD-3-Clause
// What a rank costs before it does anything: seconds in MPI_Init and MPI_Finalize, resident memory after init and after
// every rank has talked to every other. The driver times the whole launch around it.
#include <time.h>
#include <unistd.h>

#include <fstream>

#include "bench.hpp"

namespace {

double now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double resident_megabytes() {
  std::ifstream file("/proc/self/statm");
  double total = 0;
  double resident = 0;
  file >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Resident memory with shared pages divided among those who map them: what a node's memory really loses per rank.
double proportional_megabytes() {
  std::ifstream file("/proc/self/smaps_rollup");
  for (std::string word; file >> word;) {
    if (word != "Pss:") continue;
    double kilobytes = 0;
    file >> kilobytes;
    return kilobytes * 1024 / 1e6;
  }
  return 0;
}

struct Spread {
  double mean = 0;
  double largest = 0;
};

Spread over_ranks(double mine, int size) {
  Spread spread;
  MPI_Reduce(&mine, &spread.mean, 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
  MPI_Reduce(&mine, &spread.largest, 1, MPI_DOUBLE, MPI_MAX, 0, MPI_COMM_WORLD);
  spread.mean /= size;
  return spread;
}

/// Every rank exchanges one word with every other, by point-to-point messages, so that no pair stays unconnected.
void talk_to_all(int rank, int size) {
  for (int step = 1; step < size; ++step) {
    const int to = (rank + step) % size;
    const int from = (rank + size - step) % size;
    int got = -1;
    MPI_Sendrecv(&rank, 1, MPI_INT, to, 0, &got, 1, MPI_INT, from, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    bench::require(got == from, "the word of rank " + std::to_string(from));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const double before = now();
  MPI_Init(&argc, &argv);
  const double init = now() - before;
  const double resident = resident_megabytes();
  const double proportional = proportional_megabytes();
  const bench::Options options(argc, argv);
  int rank = 0;
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  if (options.text("report", "yes") == "yes") {
    const Spread inits = over_ranks(init, size);
    const Spread residents = over_ranks(resident, size);
    const Spread proportionals = over_ranks(proportional, size);
    talk_to_all(rank, size);
    const Spread connected = over_ranks(resident_megabytes(), size);
    if (rank == 0) {
      bench::emit("init", 0, "slowest rank", "ms", inits.largest * 1e3);
      bench::emit("memory", 0, "resident after init", "MB", residents.mean);
      bench::emit("memory", 0, "proportional after init", "MB", proportionals.mean);
      bench::emit("memory", 0, "resident, all pairs talked", "MB", connected.mean);
    }
  }
  const double finalizing = now();
  MPI_Finalize();
  if (rank == 0) bench::emit("finalize", 0, "rank 0", "ms", (now() - finalizing) * 1e3);
  return 0;
}
