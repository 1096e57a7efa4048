// SPDX-License-Identifier: BSD-3-Clause
// Compiled with another MPI's compiler and linked to libbaton.so: both libraries work in one process, each with its own
// API, messages interleaved, started and ended in the order that the arguments say.
#include <mpi.h>

#include <baton/baton.hpp>
#include <cstdio>
#include <cstring>
#include <numeric>
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
  std::vector<double> values(1000, rank);
  MPI_Allreduce(MPI_IN_PLACE, values.data(), 1000, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
  expect(values.back() == size * (size - 1) / 2.0, "MPI_Allreduce of the other MPI");
}

void use_native() {
  const auto world = baton::Communicator::world();
  std::vector<double> values(1000, world.rank());
  world.all_reduce(values, baton::plus{});
  expect(values.back() == world.size() * (world.size() - 1) / 2.0, "all_reduce of Baton");
}

/// A token goes round the ring, one hop by the other MPI, the next by Baton; at the same time each has a large message
/// under way.
void interleave() {
  const auto world = baton::Communicator::world();
  int rank = -1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  expect(rank == world.rank(), "both count the ranks alike");
  const int size = world.size();
  const int next = (rank + 1) % size;
  const int previous = (rank + size - 1) % size;
  std::vector<int> mpi_in(300'000);
  std::vector<int> native_in(300'000);
  const std::vector<int> mpi_out(300'000, rank);
  const std::vector<int> native_out(300'000, rank + 100);
  MPI_Request requests[2];
  MPI_Irecv(mpi_in.data(), 300'000, MPI_INT, previous, 9, MPI_COMM_WORLD, &requests[0]);
  auto receiving = world.ireceive(native_in, previous, 9);
  MPI_Isend(mpi_out.data(), 300'000, MPI_INT, next, 9, MPI_COMM_WORLD, &requests[1]);
  auto sending = world.isend(native_out, next, 9);
  // Blocking calls of one library do not drive the other one: the large messages above are ended first.
  baton::wait_all(sending, receiving);
  MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
  expect(mpi_in.back() == previous && native_in.back() == previous + 100, "large messages of both");
  for (int round = 0; round < 100; ++round) {
    int token = round;
    const bool by_mpi_first = (rank % 2 == 0);
    // Every even rank sends by the other MPI, every odd one by Baton; their receivers know that.
    const bool previous_by_mpi = previous % 2 == 0;
    if (rank != 0) {
      if (previous_by_mpi) {
        MPI_Recv(&token, 1, MPI_INT, previous, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
      } else {
        world.receive(token, previous, 1);
      }
      ++token;
    }
    if (by_mpi_first) {
      MPI_Send(&token, 1, MPI_INT, next, 1, MPI_COMM_WORLD);
    } else {
      world.send(token, next, 1);
    }
    if (rank == 0) {
      if (previous_by_mpi) {
        MPI_Recv(&token, 1, MPI_INT, previous, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
      } else {
        world.receive(token, previous, 1);
      }
      expect(token == round + size - 1, "the token came round");
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view order = argc > 1 ? argv[1] : "";
  std::optional<baton::Environment> environment;
  if (order.find("baton_starts") != std::string_view::npos) {
    environment.emplace();
    use_native();
  }
  MPI_Init(&argc, &argv);
  use_mpi();
  if (!environment) environment.emplace();
  use_native();
  interleave();
  char version[MPI_MAX_LIBRARY_VERSION_STRING];
  int length = 0;
  MPI_Get_library_version(version, &length);
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  if (order.find("baton_ends") != std::string_view::npos) {
    environment->finalize();
    use_mpi();
    MPI_Finalize();
  } else {
    MPI_Finalize();
    use_native();
    environment->finalize();
  }
  if (rank == 0 && failures == 0) std::printf("%.8s and Baton agree\n", version);
  return failures == 0 ? 0 : 1;
}
