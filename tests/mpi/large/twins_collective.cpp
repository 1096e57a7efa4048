// SPDX-License-Identifier: BSD-3-Clause
// Collectives by the `_c` forms, blocking, immediate and persistent: each gives what the narrow call gives.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "mpi/check.hpp"
#include "mpi/large/twins.hpp"

namespace twins {

namespace {

constexpr int untouched = -7;

/// Counts or displacements, as narrow and as wide calls take them.
class Numbers {
 public:
  explicit Numbers(std::vector<int> values) : narrow_(values), wide_(values.begin(), values.end()) {}
  operator const int*() const { return narrow_.data(); }
  operator const MPI_Count*() const { return wide_.data(); }

 private:
  std::vector<int> narrow_;
  std::vector<MPI_Count> wide_;
};

class Calls {
 public:
  explicit Calls(MPI_Comm comm) : comm_(comm), out_(96), in_(96) {
    for (std::size_t i = 0; i < in_.size(); ++i) in_[i] = check::rank * 100 + static_cast<int>(i) + 11;
    clear();
  }
  int* out() { return out_.data(); }
  const int* in() const { return in_.data(); }

  /// The four forms of one call with the same arguments, which end in the communicator. `out` is where results come.
  template <class Narrow, class Wide, class Immediate, class Init, class... Arguments>
  void same(const char* name, Narrow narrow, Wide wide, Immediate immediate, Init init, const Arguments&... arguments) {
    clear();
    CHECK_EQ(narrow(arguments..., comm_), MPI_SUCCESS);
    const std::vector<int> wanted = out_;
    clear();
    CHECK_EQ(wide(arguments..., comm_), MPI_SUCCESS);
    compare(name, "blocking", wanted);
    MPI_Request request = MPI_REQUEST_NULL;
    CHECK_EQ(immediate(arguments..., comm_, &request), MPI_SUCCESS);
    CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
    compare(name, "immediate", wanted);
    CHECK_EQ(init(arguments..., comm_, MPI_INFO_NULL, &request), MPI_SUCCESS);
    for (int turn = 0; turn < 2; ++turn) {
      CHECK_EQ(MPI_Start(&request), MPI_SUCCESS);
      CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
      compare(name, "persistent", wanted);
    }
    CHECK_EQ(MPI_Request_free(&request), MPI_SUCCESS);
    changed_ += wanted != blank();
  }
  /// How many calls brought this rank a result.
  [[nodiscard]] int changed() const { return changed_; }

 private:
  std::vector<int> blank() const {
    std::vector<int> words(out_.size(), untouched);
    for (std::size_t i = 0; i < 4; ++i) words[i] = check::rank + 1;  // what a broadcast sends
    return words;
  }
  void clear() {  // in place: the calls hold its address
    const std::vector<int> words = blank();
    std::copy(words.begin(), words.end(), out_.begin());
  }
  void compare(const char* name, const char* form, const std::vector<int>& wanted) {
    if (out_ != wanted) {
      ++check::failures;
      std::fprintf(stderr, "[rank %d] MPI_%s_c, %s, differs from MPI_%s\n", check::rank, name, form, name);
    }
    clear();
  }

  MPI_Comm comm_;
  std::vector<int> out_, in_;
  int changed_ = 0;
};

/// One number per rank: first, first + step, ...
std::vector<int> series(int ranks, int first, int step) {
  std::vector<int> numbers(static_cast<std::size_t>(ranks));
  for (int& number : numbers) {
    number = first;
    first += step;
  }
  return numbers;
}

void rooted(Calls& calls, int ranks) {
  const int* in = calls.in();
  int* out = calls.out();
  const int root = ranks - 1;
  const Numbers counts(series(ranks, 1, 1)), places(series(ranks, 0, 5));
  calls.same("Bcast", MPI_Bcast, MPI_Bcast_c, MPI_Ibcast_c, MPI_Bcast_init_c, out, 4, MPI_INT, root);
  calls.same("Gather", MPI_Gather, MPI_Gather_c, MPI_Igather_c, MPI_Gather_init_c, in, 3, MPI_INT, out, 3, MPI_INT,
             root);
  calls.same("Gatherv", MPI_Gatherv, MPI_Gatherv_c, MPI_Igatherv_c, MPI_Gatherv_init_c, in, check::rank + 1, MPI_INT,
             out, counts, places, MPI_INT, root);
  calls.same("Scatter", MPI_Scatter, MPI_Scatter_c, MPI_Iscatter_c, MPI_Scatter_init_c, in, 3, MPI_INT, out, 3, MPI_INT,
             root);
  calls.same("Scatterv", MPI_Scatterv, MPI_Scatterv_c, MPI_Iscatterv_c, MPI_Scatterv_init_c, in, counts, places,
             MPI_INT, out, check::rank + 1, MPI_INT, root);
  calls.same("Reduce", MPI_Reduce, MPI_Reduce_c, MPI_Ireduce_c, MPI_Reduce_init_c, in, out, 3, MPI_INT, MPI_SUM, root);
}

void everyone(Calls& calls, int ranks) {
  const int* in = calls.in();
  int* out = calls.out();
  const Numbers counts(series(ranks, 1, 1)), places(series(ranks, 0, 5));
  const Numbers same(series(ranks, check::rank + 1, 0));  // what all send a rank of alltoallv
  const std::vector<MPI_Datatype> types(static_cast<std::size_t>(ranks), MPI_INT);
  const Numbers bytes(series(ranks, 0, 20));
  calls.same("Allgather", MPI_Allgather, MPI_Allgather_c, MPI_Iallgather_c, MPI_Allgather_init_c, in, 3, MPI_INT, out,
             3, MPI_INT);
  calls.same("Allgatherv", MPI_Allgatherv, MPI_Allgatherv_c, MPI_Iallgatherv_c, MPI_Allgatherv_init_c, in,
             check::rank + 1, MPI_INT, out, counts, places, MPI_INT);
  calls.same("Alltoall", MPI_Alltoall, MPI_Alltoall_c, MPI_Ialltoall_c, MPI_Alltoall_init_c, in, 2, MPI_INT, out, 2,
             MPI_INT);
  calls.same("Alltoallv", MPI_Alltoallv, MPI_Alltoallv_c, MPI_Ialltoallv_c, MPI_Alltoallv_init_c, in, counts, places,
             MPI_INT, out, same, places, MPI_INT);
  calls.same("Alltoallw", MPI_Alltoallw, MPI_Alltoallw_c, MPI_Ialltoallw_c, MPI_Alltoallw_init_c, in, counts, bytes,
             types.data(), out, same, bytes, types.data());
  calls.same("Allreduce", MPI_Allreduce, MPI_Allreduce_c, MPI_Iallreduce_c, MPI_Allreduce_init_c, in, out, 3, MPI_INT,
             MPI_SUM);
  calls.same("Reduce_scatter", MPI_Reduce_scatter, MPI_Reduce_scatter_c, MPI_Ireduce_scatter_c,
             MPI_Reduce_scatter_init_c, in, out, counts, MPI_INT, MPI_SUM);
  calls.same("Reduce_scatter_block", MPI_Reduce_scatter_block, MPI_Reduce_scatter_block_c, MPI_Ireduce_scatter_block_c,
             MPI_Reduce_scatter_block_init_c, in, out, 2, MPI_INT, MPI_SUM);
  calls.same("Scan", MPI_Scan, MPI_Scan_c, MPI_Iscan_c, MPI_Scan_init_c, in, out, 3, MPI_INT, MPI_SUM);
  calls.same("Exscan", MPI_Exscan, MPI_Exscan_c, MPI_Iexscan_c, MPI_Exscan_init_c, in, out, 3, MPI_INT, MPI_SUM);
}

void neighbours(Calls& calls) {  // of a ring: two
  const int* in = calls.in();
  int* out = calls.out();
  const Numbers counts({2, 3}), turned({3, 2}), places({0, 5}), bytes({0, 20}), both({2, 2});
  const std::array<MPI_Datatype, 2> types{MPI_INT, MPI_INT};
  calls.same("Neighbor_allgather", MPI_Neighbor_allgather, MPI_Neighbor_allgather_c, MPI_Ineighbor_allgather_c,
             MPI_Neighbor_allgather_init_c, in, 3, MPI_INT, out, 3, MPI_INT);
  calls.same("Neighbor_allgatherv", MPI_Neighbor_allgatherv, MPI_Neighbor_allgatherv_c, MPI_Ineighbor_allgatherv_c,
             MPI_Neighbor_allgatherv_init_c, in, 2, MPI_INT, out, both, places, MPI_INT);
  calls.same("Neighbor_alltoall", MPI_Neighbor_alltoall, MPI_Neighbor_alltoall_c, MPI_Ineighbor_alltoall_c,
             MPI_Neighbor_alltoall_init_c, in, 3, MPI_INT, out, 3, MPI_INT);
  calls.same("Neighbor_alltoallv", MPI_Neighbor_alltoallv, MPI_Neighbor_alltoallv_c, MPI_Ineighbor_alltoallv_c,
             MPI_Neighbor_alltoallv_init_c, in, counts, places, MPI_INT, out, turned, places, MPI_INT);
  calls.same("Neighbor_alltoallw", MPI_Neighbor_alltoallw, MPI_Neighbor_alltoallw_c, MPI_Ineighbor_alltoallw_c,
             MPI_Neighbor_alltoallw_init_c, in, counts, bytes, types.data(), out, turned, bytes, types.data());
}

}  // namespace

void collectives() {
  int ranks = 1;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  Calls calls(MPI_COMM_WORLD);
  rooted(calls, ranks);
  CHECK_EQ(calls.changed(), check::rank == ranks - 1 ? 5 : 3);  // a broadcast changes nothing at its root
  const int before = calls.changed();
  everyone(calls, ranks);
  CHECK_EQ(calls.changed() - before, check::rank == 0 ? 9 : 10);  // MPI_Exscan brings rank 0 nothing
  MPI_Comm ring = MPI_COMM_NULL;
  const int periodic = 1;
  CHECK_EQ(MPI_Cart_create(MPI_COMM_WORLD, 1, &ranks, &periodic, 0, &ring), MPI_SUCCESS);
  Calls around(ring);
  neighbours(around);
  CHECK_EQ(around.changed(), 5);
  CHECK_EQ(MPI_Comm_free(&ring), MPI_SUCCESS);
}

}  // namespace twins
