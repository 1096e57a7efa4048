// SPDX-License-Identifier: BSD-3-Clause
// Ranks that wait for one that is in MPI_Finalize already are told; messages that it sent before are received all the
// same.
#include <vector>

#include "mpi/check.hpp"

namespace {

constexpr int long_count = 1 << 20;

/// What is sent in the last moment, and received when its sender is in MPI_Finalize.
void last_words(int size, std::vector<char>& buffer) {
  if (check::rank == 0) {
    buffer.resize(static_cast<std::size_t>(size) * (long_count * sizeof(int) + MPI_BSEND_OVERHEAD));
    MPI_Buffer_attach(buffer.data(), static_cast<int>(buffer.size()));
    const std::vector<int> data(long_count, 5);
    for (int to = 1; to < size; ++to) {
      MPI_Send(data.data(), 1, MPI_INT, to, 1, MPI_COMM_WORLD);
      MPI_Bsend(data.data(), long_count, MPI_INT, to, 2, MPI_COMM_WORLD);
    }
    return;
  }
  std::vector<int> got(long_count, 0);
  CHECK_EQ(MPI_Recv(got.data(), long_count, MPI_INT, 0, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE), MPI_SUCCESS);
  CHECK_EQ(got[long_count - 1], 5);
  CHECK_EQ(MPI_Recv(got.data(), 1, MPI_INT, 0, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE), MPI_SUCCESS);
}

void told(int code) {
  CHECK_CLASS(code, MPI_ERR_OTHER);
  check::that(check::text_of(code).find("process 0 of the job is in MPI_Finalize") != std::string::npos,
              check::text_of(code).c_str(), __FILE__, __LINE__);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  int size = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  std::vector<char> buffer;
  last_words(size, buffer);
  if (check::rank != 0) {
    int value = 0;
    told(MPI_Recv(&value, 1, MPI_INT, 0, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
    told(MPI_Recv(&value, 1, MPI_INT, 0, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
    told(MPI_Ssend(&value, 1, MPI_INT, 0, 3, MPI_COMM_WORLD));
    const std::vector<int> data(long_count, 7);
    told(MPI_Send(data.data(), long_count, MPI_INT, 0, 3, MPI_COMM_WORLD));
    if (size == 2) told(MPI_Barrier(MPI_COMM_WORLD));  // of more ranks, some hear it from each other
  }
  const int ended = MPI_Finalize();
  return check::failures == 0 && ended == MPI_SUCCESS ? 0 : 1;
}
