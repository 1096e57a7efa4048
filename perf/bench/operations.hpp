// SPDX-License-Identifier: BSD-3-Clause
// The blocking collective operations as one table: how to call each, and what its answer must be.
// "Block" is the number of doubles that one rank contributes to, or gets from, one other rank. Times nothing.
#pragma once

#include "bench.hpp"

namespace bench {

/// The arguments of one collective call; every rank holds the same block and root.
struct Call {
  MPI_Comm comm = MPI_COMM_NULL;
  int rank = 0;
  int size = 0;
  int block = 0;
  int root = 0;
  double* send = nullptr;
  double* receive = nullptr;
  std::vector<int> counts;         // uneven: odd ranks have a quarter less
  std::vector<int> displacements;  // of blocks laid out one after another, each with room for a full block
  std::vector<int> even_counts;

  [[nodiscard]] bool is_root() const { return rank == root; }
  [[nodiscard]] int own_count() const { return counts[static_cast<std::size_t>(rank)]; }
};

/// The word that rank `from` sends to rank `to` (0 where all get the same) at `index`: small integers, so sums are
/// exact.
inline double word(int from, int to, int index) { return from + 3 * to + index % 5; }

inline double sum_of_words(int ranks, int index) { return ranks * (ranks - 1) / 2.0 + ranks * (index % 5); }

struct Operation {
  const char* name;
  /// Whether no rank can leave before all have entered (nearly): then calls are timed back to back, else one by one.
  bool synchronising;
  /// Whether a send buffer holds a block for every rank, not one block.
  bool wide_send;
  void (*call)(const Call&);
  /// What stands at `index` of block `from` in the receive buffer of `call.rank`; negative where nothing is promised.
  double (*expected)(const Call&, int from, int index);
};

inline double nothing(const Call&, int, int) { return -1; }
inline double reduced(const Call& c, int from, int index) { return from == 0 ? sum_of_words(c.size, index) : -1; }
inline double reduced_at_root(const Call& c, int from, int index) { return c.is_root() ? reduced(c, from, index) : -1; }
inline double gathered(const Call&, int from, int index) { return word(from, 0, index); }
inline double gathered_unevenly(const Call& c, int from, int index) {
  return index < c.counts[static_cast<std::size_t>(from)] ? word(from, 0, index) : -1;
}
inline double at_root(double value, const Call& c) { return c.is_root() ? value : -1; }
inline double own_part(const Call& c, int from, int index) {
  return from == 0 && index < c.own_count() ? word(c.root, c.rank, index) : -1;
}
/// Block `rank` of the sum of every rank's wide vector.
inline double scattered_sum(const Call& c, int from, int index, int count) {
  return from == 0 && index < count ? sum_of_words(c.size, index) + 3.0 * c.rank * c.size : -1;
}

inline const std::vector<Operation>& operations() {
  using C = const Call&;
  static const std::vector<Operation> table = {
      {"barrier", true, false, [](C c) { MPI_Barrier(c.comm); }, nothing},
      {"bcast", false, false,
       [](C c) { MPI_Bcast(c.is_root() ? c.send : c.receive, c.block, MPI_DOUBLE, c.root, c.comm); },
       [](C c, int from, int index) { return from == 0 && !c.is_root() ? word(c.root, 0, index) : -1; }},
      {"reduce", false, false, [](C c) { MPI_Reduce(c.send, c.receive, c.block, MPI_DOUBLE, MPI_SUM, c.root, c.comm); },
       reduced_at_root},
      {"allreduce", true, false, [](C c) { MPI_Allreduce(c.send, c.receive, c.block, MPI_DOUBLE, MPI_SUM, c.comm); },
       reduced},
      {"allreduce_int", true, false,
       [](C c) {
         int sum = 0;
         MPI_Allreduce(&c.rank, &sum, 1, MPI_INT, MPI_SUM, c.comm);
         c.receive[0] = sum;
       },
       [](C c, int from, int index) { return from == 0 && index == 0 ? c.size * (c.size - 1) / 2.0 : -1; }},
      {"gather", false, false,
       [](C c) { MPI_Gather(c.send, c.block, MPI_DOUBLE, c.receive, c.block, MPI_DOUBLE, c.root, c.comm); },
       [](C c, int from, int index) { return at_root(gathered(c, from, index), c); }},
      {"gatherv", false, false,
       [](C c) {
         MPI_Gatherv(c.send, c.own_count(), MPI_DOUBLE, c.receive, c.counts.data(), c.displacements.data(), MPI_DOUBLE,
                     c.root, c.comm);
       },
       [](C c, int from, int index) { return at_root(gathered_unevenly(c, from, index), c); }},
      {"scatter", false, true,
       [](C c) { MPI_Scatter(c.send, c.block, MPI_DOUBLE, c.receive, c.block, MPI_DOUBLE, c.root, c.comm); },
       [](C c, int from, int index) { return from == 0 ? word(c.root, c.rank, index) : -1; }},
      {"scatterv", false, true,
       [](C c) {
         MPI_Scatterv(c.send, c.counts.data(), c.displacements.data(), MPI_DOUBLE, c.receive, c.own_count(), MPI_DOUBLE,
                      c.root, c.comm);
       },
       own_part},
      {"allgather", true, false,
       [](C c) { MPI_Allgather(c.send, c.block, MPI_DOUBLE, c.receive, c.block, MPI_DOUBLE, c.comm); }, gathered},
      {"allgatherv", true, false,
       [](C c) {
         MPI_Allgatherv(c.send, c.own_count(), MPI_DOUBLE, c.receive, c.counts.data(), c.displacements.data(),
                        MPI_DOUBLE, c.comm);
       },
       gathered_unevenly},
      {"alltoall", true, true,
       [](C c) { MPI_Alltoall(c.send, c.block, MPI_DOUBLE, c.receive, c.block, MPI_DOUBLE, c.comm); },
       [](C c, int from, int index) { return word(from, c.rank, index); }},
      {"alltoallv", true, true,
       [](C c) {  // what rank i sends to j has the smaller of their counts, so that both sides agree
         std::vector<int> counts(c.counts);
         for (int& count : counts) count = std::min(count, c.own_count());
         MPI_Alltoallv(c.send, counts.data(), c.displacements.data(), MPI_DOUBLE, c.receive, counts.data(),
                       c.displacements.data(), MPI_DOUBLE, c.comm);
       },
       [](C c, int from, int index) {
         const int count = std::min(c.counts[static_cast<std::size_t>(from)], c.own_count());
         return index < count ? word(from, c.rank, index) : -1;
       }},
      {"reduce_scatter", true, true,
       [](C c) { MPI_Reduce_scatter(c.send, c.receive, c.even_counts.data(), MPI_DOUBLE, MPI_SUM, c.comm); },
       [](C c, int from, int index) { return scattered_sum(c, from, index, c.block); }},
      {"reduce_scatter_block", true, true,
       [](C c) { MPI_Reduce_scatter_block(c.send, c.receive, c.block, MPI_DOUBLE, MPI_SUM, c.comm); },
       [](C c, int from, int index) { return scattered_sum(c, from, index, c.block); }},
      {"scan", false, false, [](C c) { MPI_Scan(c.send, c.receive, c.block, MPI_DOUBLE, MPI_SUM, c.comm); },
       [](C c, int from, int index) { return from == 0 ? sum_of_words(c.rank + 1, index) : -1; }},
      {"exscan", false, false, [](C c) { MPI_Exscan(c.send, c.receive, c.block, MPI_DOUBLE, MPI_SUM, c.comm); },
       [](C c, int from, int index) { return from == 0 && c.rank > 0 ? sum_of_words(c.rank, index) : -1; }},
  };
  return table;
}

}  // namespace bench
