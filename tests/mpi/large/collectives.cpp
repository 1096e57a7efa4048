// SPDX-License-Identifier: BSD-3-Clause
// Collective calls with counts beyond 2^31.
#include "mpi/large/memory.hpp"

namespace {

constexpr std::int64_t total = 2 * large::gib + 4096;

void bcast() {
  const large::Space space(total);
  if (check::rank == 0) {
    large::marks(total, [&](std::int64_t at) {
      const std::int64_t word = large::word(at, 3);
      std::memcpy(space.data() + at, &word, 8);
    });
  }
  CHECK_EQ(MPI_Bcast_c(space.data(), total, MPI_BYTE, 0, MPI_COMM_WORLD), MPI_SUCCESS);
  large::marks(total, [&](std::int64_t at) {
    std::int64_t word = 0;
    std::memcpy(&word, space.data() + at, 8);
    CHECK_EQ(word, large::word(at, 3));
  });
}

void reduce() {
  const large::Space given(total);
  const large::Space got(check::rank == 0 ? total : 4096);
  int size = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  large::marks(total, [&](std::int64_t at) { given.data()[at] = static_cast<char>(at % 50 + check::rank); });
  CHECK_EQ(MPI_Reduce_c(given.data(), got.data(), total, MPI_UINT8_T, MPI_SUM, 0, MPI_COMM_WORLD), MPI_SUCCESS);
  if (check::rank == 0) {
    large::marks(total, [&](std::int64_t at) {
      CHECK_EQ(static_cast<unsigned char>(got.data()[at]), (at % 50) * size + size * (size - 1) / 2);
    });
  }
}

void allreduce(bool in_place) {
  const large::Space given(in_place ? 4096 : total);
  const large::Space got(total);
  int size = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  char* const mine = in_place ? got.data() : given.data();
  large::marks(total, [&](std::int64_t at) { mine[at] = static_cast<char>(at % 50 + check::rank); });
  CHECK_EQ(
      MPI_Allreduce_c(in_place ? MPI_IN_PLACE : given.data(), got.data(), total, MPI_UINT8_T, MPI_SUM, MPI_COMM_WORLD),
      MPI_SUCCESS);
  large::marks(total, [&](std::int64_t at) {
    CHECK_EQ(static_cast<unsigned char>(got.data()[at]), (at % 50) * size + size * (size - 1) / 2);
  });
}

/// Rank 0 has a block of 2 GiB and more for the last rank; the others are short and lie as far apart.
void alltoallv() {
  constexpr std::int64_t block = 1000;
  int size = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  const auto length = [size](int from, int to) { return from == 0 && to == size - 1 ? total : block; };
  const large::Space sent(size * total), got(size * total);
  MPI_Count out[16], in[16];
  MPI_Aint places[16];
  for (int r = 0; r < size; ++r) {
    out[r] = length(check::rank, r);
    in[r] = length(r, check::rank);
    places[r] = r * total;
    large::marks(out[r], [&](std::int64_t at) {
      const std::int64_t word = large::word(at, 10 * check::rank + r);
      std::memcpy(sent.data() + places[r] + at, &word, 8);
    });
  }
  CHECK_EQ(MPI_Alltoallv_c(sent.data(), out, places, MPI_BYTE, got.data(), in, places, MPI_BYTE, MPI_COMM_WORLD),
           MPI_SUCCESS);
  for (int r = 0; r < size; ++r) {
    large::marks(in[r], [&](std::int64_t at) {
      std::int64_t word = 0;
      std::memcpy(&word, got.data() + places[r] + at, 8);
      CHECK_EQ(word, large::word(at, 10 * r + check::rank));
    });
    if (in[r] < total) CHECK_EQ(got.data()[places[r] + in[r]], 0);
  }
}

/// Each rank's block lies 2 GiB and more behind the one before.
void gather() {
  constexpr std::int64_t block = 100000;
  int size = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  const large::Space own(block);
  const large::Space all(check::rank == 0 ? size * total : 4096);
  std::memset(own.data(), 'a' + check::rank, block);
  MPI_Count counts[16];
  MPI_Aint places[16];
  for (int r = 0; r < size; ++r) {
    counts[r] = block;
    places[r] = r * total;
  }
  CHECK_EQ(MPI_Gatherv_c(own.data(), block, MPI_CHAR, all.data(), counts, places, MPI_CHAR, 0, MPI_COMM_WORLD),
           MPI_SUCCESS);
  for (int r = 0; r < size && check::rank == 0; ++r) {
    CHECK_EQ(all.data()[r * total], 'a' + r);
    CHECK_EQ(all.data()[r * total + block - 1], 'a' + r);
    CHECK_EQ(all.data()[r * total + block], 0);
  }
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  if (large::all_have_memory(12)) {
    bcast();
    reduce();
    allreduce(false);
    allreduce(true);
    alltoallv();
    gather();
  }
  return check::finish();
}
