// SPDX-License-Identifier: BSD-3-Clause
// Baton's C API and its native API in one process: one job, one runtime, worlds of their own; either may start and end
// first.
#include <mpi.h>

#include <baton/baton.hpp>

#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

namespace {

int failures = 0;
void expect(bool right, const char* what) {
  if (right) return;
  std::fprintf(stderr, "FAILED: %s\n", what);
  ++failures;
}

void use_mpi() {
  int rank = -1;
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  int sum = 0;
  MPI_Allreduce(&rank, &sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
  expect(sum == size * (size - 1) / 2, "MPI_Allreduce");
}

void use_native() {
  const auto world = baton::Communicator::world();
  expect(world.all_reduce(world.rank(), baton::plus{}) == world.size() * (world.size() - 1) / 2, "all_reduce");
}

/// Messages of both with the same ranks and tags under way at once: none meets the other.
void use_mixed() {
  const auto world = baton::Communicator::world();
  int rank = -1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  expect(rank == world.rank(), "one job");
  const int to = (rank + 1) % world.size();
  const int from = (rank + world.size() - 1) % world.size();
  for (const std::size_t n : {std::size_t{1}, std::size_t{500'000}}) {
    const std::vector<int> native_out(n, rank);
    const std::vector<int> mpi_out(n, rank + 1000);
    std::vector<int> native_in(n);
    std::vector<int> mpi_in(n);
    MPI_Request requests[2];
    MPI_Irecv(mpi_in.data(), static_cast<int>(n), MPI_INT, MPI_ANY_SOURCE, 5, MPI_COMM_WORLD, &requests[0]);
    auto receiving = world.ireceive(native_in, baton::any_source, 5);
    auto sending = world.isend(native_out, to, 5);
    MPI_Isend(mpi_out.data(), static_cast<int>(n), MPI_INT, to, 5, MPI_COMM_WORLD, &requests[1]);
    baton::wait_all(sending, receiving);
    MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
    expect(native_in.back() == from && mpi_in.back() == from + 1000, "each message reaches its own API");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view order = argc > 1 ? argv[1] : "";
  const bool native_starts = order.find("native_first") != std::string_view::npos;
  const bool native_ends = order.find("native_ends") != std::string_view::npos;
  std::optional<baton::Environment> environment;
  if (native_starts) {
    environment.emplace();
    use_native();
  }
  MPI_Init(nullptr, nullptr);
  use_mpi();
  if (!native_starts) environment.emplace();
  use_mixed();
  use_native();
  if (native_ends) {
    environment->finalize();
    use_mpi();
    MPI_Finalize();
  } else {
    MPI_Finalize();
    use_native();
    environment.reset();
  }
  return failures == 0 ? 0 : 1;
}
