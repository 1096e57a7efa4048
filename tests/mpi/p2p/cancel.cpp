// SPDX-License-Identifier: BSD-3-Clause
// "MPI_WAIT on a cancelled request is local" (MPI 5.0, 3.8.4): sends are cancelled while the other rank calls nothing
// of MPI, and the message that is sent instead is received instead.
#include <mpi.h>
#include <sched.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <vector>

#include "mpi/check.hpp"

namespace {

constexpr int tag = 7;

/// A file that rank 0 removes: how the ranks meet without MPI.
using Path = std::array<char, 32>;

Path make_sign() {
  Path path{"/tmp/baton-cancel-XXXXXX"};
  if (check::rank == 0) {
    const int file = mkstemp(path.data());
    CHECK(file >= 0);
    close(file);
  }
  MPI_Bcast(path.data(), static_cast<int>(path.size()), MPI_CHAR, 0, MPI_COMM_WORLD);
  return path;
}

bool cancelled_after_wait(MPI_Request& request) {
  MPI_Cancel(&request);
  MPI_Status status;
  MPI_Wait(&request, &status);
  int flag = 0;
  MPI_Test_cancelled(&status, &flag);
  return flag != 0;
}

void wait_for_nobody(const std::vector<char>& data, int count, bool synchronous) {
  const Path sign = make_sign();
  const char instead = 'i';
  if (check::rank == 0) {
    MPI_Request request;
    if (synchronous) {
      MPI_Issend(data.data(), count, MPI_CHAR, 1, tag, MPI_COMM_WORLD, &request);
    } else {
      MPI_Isend(data.data(), count, MPI_CHAR, 1, tag, MPI_COMM_WORLD, &request);
    }
    CHECK(cancelled_after_wait(request));
    unlink(sign.data());
    MPI_Send(&instead, 1, MPI_CHAR, 1, tag, MPI_COMM_WORLD);
  } else if (check::rank == 1) {
    std::vector<char> got(data.size(), 0);
    MPI_Status status;
    while (access(sign.data(), F_OK) == 0) sched_yield();
    MPI_Recv(got.data(), static_cast<int>(got.size()), MPI_CHAR, MPI_ANY_SOURCE, tag, MPI_COMM_WORLD, &status);
    int received = 0;
    MPI_Get_count(&status, MPI_CHAR, &received);
    CHECK_EQ(received, 1);
    CHECK_EQ(got[0], instead);
    int flag = 1;
    MPI_Iprobe(0, tag, MPI_COMM_WORLD, &flag, MPI_STATUS_IGNORE);
    CHECK(!flag);
  }
  MPI_Barrier(MPI_COMM_WORLD);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  const std::vector<char> data(1 << 20, 'd');
  const auto all = static_cast<int>(data.size());
  wait_for_nobody(data, 4, true);
  wait_for_nobody(data, 0, true);
  wait_for_nobody(data, all, true);
  wait_for_nobody(data, all, false);
  return check::finish();
}
