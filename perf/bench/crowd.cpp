// SPDX-License-Identifier: BSD-3-Clause
// More ranks than cores, point to point. bystanders: ranks 0 and 1 exchange while all others wait in a barrier;
// neighbours: each even rank exchanges with the next one, all pairs at once; idle: what part of a processor a rank uses
// while it waits for a message that comes after a second.
#include <sys/resource.h>
#include <unistd.h>

#include "bench.hpp"

namespace {

constexpr int tag = 1;

void exchange(int rank, int peer, std::vector<char>& data) {
  const int count = static_cast<int>(data.size());
  if (rank < peer) {
    MPI_Send(data.data(), count, MPI_BYTE, peer, tag, MPI_COMM_WORLD);
    MPI_Recv(data.data(), count, MPI_BYTE, peer, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  } else {
    MPI_Recv(data.data(), count, MPI_BYTE, peer, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    MPI_Send(data.data(), count, MPI_BYTE, peer, tag, MPI_COMM_WORLD);
  }
}

void verify(int rank, int peer, std::vector<char>& data) {
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = rank < peer ? static_cast<char>(i * 3 + 5) : '\0';
  exchange(rank, peer, data);
  for (std::size_t i = 0; i < data.size(); ++i)
    bench::require(data[i] == static_cast<char>(i * 3 + 5),
                   "byte " + std::to_string(i) + " of a message of " + std::to_string(data.size()));
}

/// Seconds for `iterations` round trips of the ranks that have a peer; the others wait in a barrier meanwhile.
double round_trips(int rank, int peer, std::vector<char>& data, long iterations) {
  const double start = MPI_Wtime();
  if (peer >= 0)
    for (long i = 0; i < iterations; ++i) exchange(rank, peer, data);
  const double seconds = MPI_Wtime() - start;
  MPI_Barrier(MPI_COMM_WORLD);
  return peer >= 0 ? seconds : 0;
}

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// The largest part of a processor that a waiting rank used, in per cent.
double idle(int rank, int size) {
  char word = 0;
  double part = 0;
  MPI_Barrier(MPI_COMM_WORLD);
  if (rank == 0) {
    sleep(1);
    for (int to = 1; to < size; ++to) MPI_Send(&word, 1, MPI_BYTE, to, tag, MPI_COMM_WORLD);
  } else {
    const double start = MPI_Wtime();
    const double before = processor_seconds();
    MPI_Recv(&word, 1, MPI_BYTE, 0, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    part = (processor_seconds() - before) / (MPI_Wtime() - start);
  }
  MPI_Allreduce(MPI_IN_PLACE, &part, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
  return part * 100;
}

void run(const bench::Options& options, int rank, int size) {
  const double budget = options.number("budget", 0.1);
  for (const std::string& test : options.list("tests", "bystanders,neighbours,idle")) {
    if (test == "idle") {
      const double part = idle(rank, size);
      if (rank == 0) bench::emit("idle", 0, "processor use of a waiting rank", "%", part);
      continue;
    }
    bench::require(test == "bystanders" || test == "neighbours", "unknown test " + test);
    const int other = rank % 2 == 0 ? rank + 1 : rank - 1;
    const int peer = other < size && (test == "neighbours" || rank < 2) ? other : -1;
    for (const std::size_t bytes : options.sizes("sizes", "8")) {
      std::vector<char> data(bytes);
      if (peer >= 0) verify(rank, peer, data);
      const double seconds = bench::seconds_per_iteration(MPI_COMM_WORLD, budget,
                                                          [&](long n) { return round_trips(rank, peer, data, n); });
      if (rank == 0) bench::emit("latency_" + test, bytes, "half round trip", "us", seconds / 2 * 1e6);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int size = 0;
  int rank = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  bench::require(size >= 2, "crowd needs 2 ranks at least");
  run(bench::Options(argc, argv), rank, size);
  MPI_Finalize();
  return 0;
}
