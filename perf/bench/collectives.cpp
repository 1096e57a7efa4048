// SPDX-License-Identifier: BSD-3-Clause
// Time of every blocking collective over a range of sizes. Each answer is checked before it is timed.
// Operations that synchronise are timed back to back; the others one call at a time, between barriers that are not
// timed, because a root that runs ahead would otherwise measure a pipeline. The time of a call is that of its slowest
// rank. With --with-barrier yes these are timed back to back, too, each after a barrier that counts: when ranks leave a
// barrier differs by more than a short call takes, and a rank that comes late finds its answer there.
#include "operations.hpp"

namespace {

using bench::Call;
using bench::Operation;

constexpr double untouched = -7;

/// Calls once on fresh data and compares every promised word.
void verify(const Operation& operation, const Call& call) {
  const int wide = operation.wide_send ? call.size : 1;
  for (int to = 0; to < wide; ++to)
    for (int i = 0; i < call.block; ++i) call.send[to * call.block + i] = bench::word(call.rank, to, i);
  std::fill_n(call.receive, call.size * call.block, untouched);
  operation.call(call);
  for (int from = 0; from < call.size; ++from)
    for (int i = 0; i < call.block; ++i) {
      const double expected = operation.expected(call, from, i);
      const double got = call.receive[from * call.block + i];
      if (expected >= 0 && expected != got)
        bench::require(false, std::string(operation.name) + " of " + std::to_string(call.block) + " doubles, block " +
                                  std::to_string(from) + ", index " + std::to_string(i) + ": " + std::to_string(got) +
                                  " instead of " + std::to_string(expected));
    }
}

double timed(const Operation& operation, const Call& call, long iterations) {
  if (operation.synchronising) {
    const double start = MPI_Wtime();
    for (long i = 0; i < iterations; ++i) operation.call(call);
    return MPI_Wtime() - start;
  }
  double spent = 0;
  for (long i = 0; i < iterations; ++i) {
    MPI_Barrier(call.comm);
    const double start = MPI_Wtime();
    operation.call(call);
    spent += MPI_Wtime() - start;
  }
  return spent;
}

Call arguments(std::size_t bytes, double* send, double* receive) {
  Call call;
  call.comm = MPI_COMM_WORLD;
  MPI_Comm_rank(call.comm, &call.rank);
  MPI_Comm_size(call.comm, &call.size);
  call.block = std::max(1, static_cast<int>(bytes / sizeof(double)));
  call.send = send;
  call.receive = receive;
  for (int rank = 0; rank < call.size; ++rank) {
    call.counts.push_back(call.block - (rank % 2) * (call.block / 4));
    call.displacements.push_back(rank * call.block);
    call.even_counts.push_back(call.block);
  }
  return call;
}

std::vector<Operation> chosen(const std::vector<std::string>& names) {
  std::vector<Operation> operations;
  for (const Operation& operation : bench::operations())
    if (names.empty() || std::find(names.begin(), names.end(), operation.name) != names.end())
      operations.push_back(operation);
  bench::require(names.empty() || operations.size() == names.size(), "an operation of --operations is unknown");
  return operations;
}

void run(const bench::Options& options) {
  const double budget = options.number("budget", 0.05);
  const std::vector<std::size_t> sizes = options.sizes("sizes", "8,1024,65536,1048576");
  const std::size_t largest = std::max(sizeof(double), *std::max_element(sizes.begin(), sizes.end()));
  int size = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  const bool from_mpi = options.text("buffer", "heap") == "mpi";
  const bool with_barrier = options.text("with-barrier", "no") == "yes";
  const bench::Buffer send(largest * static_cast<std::size_t>(size), from_mpi);
  const bench::Buffer receive(largest * static_cast<std::size_t>(size), from_mpi);
  for (const Operation& operation : chosen(options.list("operations", ""))) {
    const std::string name = operation.name;
    const std::vector<std::size_t> fixed{name == "barrier" ? 0 : sizeof(int)};  // the only size of these two
    for (const std::size_t bytes : name == "barrier" || name == "allreduce_int" ? fixed : sizes) {
      const Call call = arguments(bytes, send.doubles(), receive.doubles());
      verify(operation, call);
      const double seconds =
          bench::seconds_per_iteration(call.comm, budget, [&](long n) { return timed(operation, call, n); });
      if (call.rank == 0) bench::emit(operation.name, bytes, "slowest rank", "us", seconds * 1e6);
      if (operation.synchronising || !with_barrier) continue;
      const double both = bench::seconds_per_iteration(call.comm, budget, [&](long n) {
        const double start = MPI_Wtime();
        for (long i = 0; i < n; ++i) {
          MPI_Barrier(call.comm);
          operation.call(call);
        }
        return MPI_Wtime() - start;
      });
      if (call.rank == 0) bench::emit(operation.name, bytes, "with a barrier", "us", both * 1e6);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  run(bench::Options(argc, argv));
  MPI_Finalize();
  return 0;
}
