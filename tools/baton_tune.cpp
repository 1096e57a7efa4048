// SPDX-License-Identifier: BSD-3-Clause
// baton-tune: measures what messages and bytes cost in the job it is launched in, and writes the constants that the
// choice of collective algorithms rests on: mpirun -n 4 baton-tune FILE, then BATON_TUNING=FILE. Through the public API
// alone. What the job cannot show (several nodes, two ranks of a node) keeps its default.
#include <fmt/format.h>
#include <mpi.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <vector>

#include "collectives/tuning_file.hpp"

namespace {

constexpr int repeats = 7;

/// The least of some measured times of one turn, in ns.
template <class Turn>
double least(int turns, Turn&& turn) {
  double best = 1e30;
  for (int repeat = 0; repeat < repeats; ++repeat) {
    const double begin = MPI_Wtime();
    for (int i = 0; i < turns; ++i) turn();
    best = std::min(best, (MPI_Wtime() - begin) * 1e9 / turns);
  }
  return best;
}

/// One way of a message from rank 0 to a partner; the others wait. Called by all.
double one_way(int partner, int bytes, int turns) {
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  std::vector<char> data(static_cast<std::size_t>(std::max(bytes, 1)));
  double time = 0;
  MPI_Barrier(MPI_COMM_WORLD);
  if (rank == 0 || rank == partner) {
    const int other = rank == 0 ? partner : 0;
    time = least(turns, [&] {
      if (rank == 0) MPI_Send(data.data(), bytes, MPI_BYTE, other, 0, MPI_COMM_WORLD);
      MPI_Recv(data.data(), bytes, MPI_BYTE, other, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
      if (rank != 0) MPI_Send(data.data(), bytes, MPI_BYTE, other, 0, MPI_COMM_WORLD);
    });
  }
  MPI_Barrier(MPI_COMM_WORLD);
  return time / 2;
}

void measure(baton::collectives::Level& level, int partner) {
  constexpr int long_bytes = 1 << 20;
  level.message = std::max(1.0, one_way(partner, 8, 300));
  level.sent = std::max(1e-4, (one_way(partner, long_bytes, 10) - level.message) / long_bytes);
}

/// The first rank on the node of rank 0 beside it, and the first one elsewhere; -1: none.
void find_partners(int& on_node, int& elsewhere) {
  int rank = 0;
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm node = MPI_COMM_NULL;
  MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &node);
  int first = rank;
  MPI_Bcast(&first, 1, MPI_INT, 0, node);
  MPI_Comm_free(&node);
  std::vector<int> firsts(static_cast<std::size_t>(size));
  MPI_Allgather(&first, 1, MPI_INT, firsts.data(), 1, MPI_INT, MPI_COMM_WORLD);
  on_node = elsewhere = -1;
  for (int other = size - 1; other > 0; --other)
    (firsts[static_cast<std::size_t>(other)] == 0 ? on_node : elsewhere) = other;
}

void measure_memory(baton::collectives::Constants& constants) {
  constexpr std::size_t count = 1 << 15;
  std::vector<double> left(count, 1.0);
  std::vector<double> right(count, 2.0);
  const double bytes = count * sizeof(double);
  constants.reduced = std::max(
      1e-4, least(20, [&] { MPI_Reduce_local(left.data(), right.data(), count, MPI_DOUBLE, MPI_MAX); }) / bytes);
  constants.copied = std::max(1e-4, least(20, [&] {
                                      // In two halves, so that each copy is of something new.
                                      std::memcpy(right.data(), left.data(), sizeof(double) * count);
                                      std::swap(left, right);
                                    }) / bytes);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  if (argc > 2 || (argc == 2 && argv[1][0] == '-')) {
    if (rank == 0) fmt::print(stderr, "usage: mpirun -n RANKS baton-tune [FILE]\nWrites to FILE, else to stdout.\n");
    MPI_Finalize();
    return EXIT_FAILURE;
  }
  baton::collectives::Constants constants;
  int on_node = -1;
  int elsewhere = -1;
  find_partners(on_node, elsewhere);
  if (on_node > 0) measure(constants.node, on_node);
  if (elsewhere > 0) measure(constants.network, elsewhere);
  int failed = 0;
  if (rank == 0) {
    measure_memory(constants);
    if (on_node < 0) fmt::print(stderr, "baton-tune: no two ranks share the node of rank 0; node.* are defaults\n");
    if (elsewhere < 0) fmt::print(stderr, "baton-tune: all ranks stand on one node; network.* are defaults\n");
    const std::string text = baton::collectives::write_constants(constants);
    if (argc == 2) {
      std::ofstream file(argv[1]);
      file << text << std::flush;
      failed = file ? 0 : 1;
      if (failed != 0) fmt::print(stderr, "baton-tune: cannot write {}\n", argv[1]);
    } else {
      fmt::print("{}", text);
    }
  }
  MPI_Bcast(&failed, 1, MPI_INT, 0, MPI_COMM_WORLD);
  MPI_Finalize();
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
