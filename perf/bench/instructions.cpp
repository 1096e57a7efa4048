// SPDX-License-Identifier: BSD-3-Clause
// Regions for an instruction counter (callgrind, toggled at one of these functions). send_burst and receive_burst:
// 8-byte messages sent, and received when all of them have arrived. bcast_root: a broadcast of 8 bytes at its root.
// With
// --call: allreduce_last and barrier_last: the call of the rank that comes last, when the other one waits in it
// already. So no region waits. The ranks take turns over a named pipe, outside of MPI: a poll inside a region would be
// counted. Alone (one rank) it sends to itself. Prints nothing about time.
#include <fcntl.h>
#include <unistd.h>

#include "bench.hpp"

namespace {

constexpr int burst = 4;  // small enough for any eager credit

class Turn {
 public:
  explicit Turn(const std::string& path) : descriptor_(path.empty() ? -1 : open(path.c_str(), O_RDWR | O_CLOEXEC)) {}
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  void give() const {
    const char token = 1;
    bench::require(write(descriptor_, &token, 1) == 1, "a turn given");
  }
  void take() const {
    char token = 0;
    bench::require(read(descriptor_, &token, 1) == 1, "a turn taken");
  }

 private:
  int descriptor_;
};

}  // namespace

extern "C" {

[[gnu::noinline]] void send_burst(double* words, int to) {
  for (int i = 0; i < burst; ++i) MPI_Send(&words[i], 1, MPI_DOUBLE, to, 5, MPI_COMM_WORLD);
}

[[gnu::noinline]] void receive_burst(double* words, int from) {
  for (int i = 0; i < burst; ++i) MPI_Recv(&words[i], 1, MPI_DOUBLE, from, 5, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}

[[gnu::noinline]] void self_burst(double* words, double* into) {
  for (int i = 0; i < burst; ++i) {
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Irecv(&into[i], 1, MPI_DOUBLE, 0, 5, MPI_COMM_WORLD, &request);
    MPI_Send(&words[i], 1, MPI_DOUBLE, 0, 5, MPI_COMM_WORLD);
    MPI_Wait(&request, MPI_STATUS_IGNORE);
  }
}

[[gnu::noinline]] void bcast_root(double* word) { MPI_Bcast(word, 1, MPI_DOUBLE, 0, MPI_COMM_WORLD); }
[[gnu::noinline]] void allreduce_last(double* word, double* sum) {
  MPI_Allreduce(word, sum, 1, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
}
[[gnu::noinline]] void barrier_last() { MPI_Barrier(MPI_COMM_WORLD); }
}

namespace {

/// One collective of two ranks. Rank 0 comes first where both wait for each other: it cannot tell so from within the
/// call, and is given time; who counts takes the least of several runs.
void collective(const std::string& call, int rank, const Turn& to_last, const Turn& to_first) {
  constexpr useconds_t enough = 3000;  // microseconds
  double word = 8;
  double sum = 0;
  if (rank == 0) {
    if (call != "bcast") to_last.give();
    if (call == "bcast") bcast_root(&word);
    if (call == "allreduce") MPI_Allreduce(&word, &sum, 1, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
    if (call == "barrier") MPI_Barrier(MPI_COMM_WORLD);
    if (call == "bcast") to_last.give();
    to_first.take();
  } else {
    to_last.take();
    if (call == "bcast") MPI_Bcast(&sum, 1, MPI_DOUBLE, 0, MPI_COMM_WORLD);
    if (call != "bcast") usleep(enough);
    if (call == "allreduce") allreduce_last(&word, &sum);
    if (call == "barrier") barrier_last();
    to_first.give();
  }
  if (call == "allreduce") bench::require(sum == 16, "the sum");
  if (call == "bcast" && rank == 1) bench::require(sum == 8, "the word");
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  const bench::Options options(argc, argv);
  const int rounds = static_cast<int>(options.number("rounds", 100));
  int rank = 0;
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  const Turn to_receiver(options.text("to-receiver", ""));
  const Turn to_sender(options.text("to-sender", ""));
  double words[burst] = {1, 2, 3, 4};
  double into[burst] = {};
  const std::string call = options.text("call", "");
  constexpr int settled = 64;  // collectives after which nothing is set up any more, for which all would be needed
  for (int i = 0; i < settled && !call.empty(); ++i) MPI_Barrier(MPI_COMM_WORLD);
  for (int round = 0; round < rounds; ++round) {
    if (!call.empty()) {
      collective(call, rank, to_receiver, to_sender);
    } else if (size == 1) {
      self_burst(words, into);
    } else if (rank == 0) {
      send_burst(words, 1);
      to_receiver.give();
      to_sender.take();
    } else {
      to_receiver.take();
      receive_burst(into, 0);
      to_sender.give();
    }
  }
  bench::require(!call.empty() || (size == 2 && rank == 0) ? true : into[burst - 1] == words[burst - 1],
                 "the last word");
  MPI_Finalize();
  return 0;
}
