// SPDX-License-Identifier: BSD-3-Clause
// Message rate of several threads a rank (MPI_THREAD_MULTIPLE): thread t of rank 0 sends windows of messages to thread
// t of rank 1, each pair of threads on a communicator of its own ("comms") or all on one with a tag each ("tags").
// Every window is answered; what arrived is checked before and after the timing.
#include <pthread.h>

#include <thread>

#include "bench.hpp"

namespace {

constexpr int window = 64;
constexpr int reply = 1 << 10;  // added to a thread's tag

struct Lane {
  MPI_Comm comm;
  int tag;
  std::vector<char> data;
  std::vector<MPI_Request> requests;
};

/// One window there, and its answer.
void exchange(int rank, Lane& lane, int bytes) {
  const int peer = 1 - rank;
  for (int w = 0; w < window; ++w) {
    char* const at = lane.data.data() + static_cast<std::size_t>(w) * static_cast<std::size_t>(bytes);
    MPI_Request* const request = &lane.requests[static_cast<std::size_t>(w)];
    if (rank == 0) {
      MPI_Isend(at, bytes, MPI_BYTE, peer, lane.tag, lane.comm, request);
    } else {
      MPI_Irecv(at, bytes, MPI_BYTE, peer, lane.tag, lane.comm, request);
    }
  }
  MPI_Waitall(window, lane.requests.data(), MPI_STATUSES_IGNORE);
  if (rank == 0) {
    MPI_Recv(nullptr, 0, MPI_BYTE, peer, lane.tag + reply, lane.comm, MPI_STATUS_IGNORE);
  } else {
    MPI_Send(nullptr, 0, MPI_BYTE, peer, lane.tag + reply, lane.comm);
  }
}

char content(int tag, std::size_t i) { return static_cast<char>(tag * 31 + static_cast<int>(i % 251) * 7 + 1); }

void verify(int rank, Lane& lane, int bytes) {
  for (std::size_t i = 0; i < lane.data.size(); ++i) lane.data[i] = rank == 0 ? content(lane.tag, i) : '\0';
  exchange(rank, lane, bytes);
  for (std::size_t i = 0; i < lane.data.size(); ++i)
    bench::require(lane.data[i] == content(lane.tag, i),
                   "thread " + std::to_string(lane.tag) + ", byte " + std::to_string(i));
}

/// `iterations` windows of every lane at once, a thread each; the seconds from the first thread's start to the last's
/// end.
double together(int rank, std::vector<Lane>& lanes, int bytes, long iterations) {
  struct Span {
    double begin, end;
  };
  pthread_barrier_t start;
  pthread_barrier_init(&start, nullptr, static_cast<unsigned>(lanes.size()));
  std::vector<Span> spans(lanes.size());
  std::vector<std::thread> threads;
  threads.reserve(lanes.size());
  for (std::size_t t = 0; t < lanes.size(); ++t)
    threads.emplace_back([&, t] {
      pthread_barrier_wait(&start);
      spans[t].begin = MPI_Wtime();
      for (long i = 0; i < iterations; ++i) exchange(rank, lanes[t], bytes);
      spans[t].end = MPI_Wtime();
    });
  for (std::thread& thread : threads) thread.join();
  pthread_barrier_destroy(&start);
  Span all = spans.front();
  for (const Span& span : spans) all = {std::min(all.begin, span.begin), std::max(all.end, span.end)};
  return all.end - all.begin;
}

void run(const bench::Options& options, int rank) {
  const double budget = options.number("budget", 0.2);
  for (const std::size_t threads : options.sizes("threads", "1,2,4"))
    for (const std::string& mode : options.list("modes", "comms,tags"))
      for (const std::size_t bytes : options.sizes("sizes", "8")) {
        std::vector<Lane> lanes(threads);
        for (std::size_t t = 0; t < threads; ++t) {
          Lane& lane = lanes[t];
          lane.tag = static_cast<int>(t);
          lane.comm = MPI_COMM_WORLD;
          if (mode == "comms") MPI_Comm_dup(MPI_COMM_WORLD, &lane.comm);
          lane.data.resize(bytes * window);
          lane.requests.resize(window);
          verify(rank, lane, static_cast<int>(bytes));
        }
        const double seconds = bench::seconds_per_iteration(
            MPI_COMM_WORLD, budget, [&](long n) { return together(rank, lanes, static_cast<int>(bytes), n); });
        for (Lane& lane : lanes) {
          verify(rank, lane, static_cast<int>(bytes));
          if (mode == "comms") MPI_Comm_free(&lane.comm);
        }
        if (rank == 0)
          bench::emit("rate_" + std::to_string(threads) + "_threads_" + mode, bytes, "message rate", "M/s",
                      static_cast<double>(threads) * window / seconds / 1e6);
      }
}

}  // namespace

int main(int argc, char** argv) {
  int level = 0;
  MPI_Init_thread(&argc, &argv, MPI_THREAD_MULTIPLE, &level);
  bench::require(level == MPI_THREAD_MULTIPLE, "this MPI has no MPI_THREAD_MULTIPLE");
  int size = 0;
  int rank = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  bench::require(size == 2, "threads runs with exactly 2 ranks");
  run(bench::Options(argc, argv), rank);
  MPI_Finalize();
  return 0;
}
