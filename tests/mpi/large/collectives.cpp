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
    gather();
  }
  return check::finish();
}
