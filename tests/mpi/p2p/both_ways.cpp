// SPDX-License-Identifier: BSD-3-Clause
// Long messages that two ranks send each other at once, which may be read from the sender's memory: right also where
// the system forbids that, from the start ("refused") or from one moment on, in the middle of a message ("withdrawn").
#include <sys/prctl.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <vector>

#include "mpi/check.hpp"

namespace {

char value(int rank, int round, std::size_t i) {
  return static_cast<char>(rank * 31 + round * 7 + static_cast<int>(i));
}

void exchange() {
  const int peer = 1 - check::rank;
  for (const std::size_t bytes : {std::size_t{3000}, std::size_t{65536}, std::size_t{1} << 20, std::size_t{3} << 20}) {
    std::vector<char> out(bytes);
    std::vector<char> in(bytes);
    for (int round = 0; round < 4; ++round) {
      for (std::size_t i = 0; i < bytes; ++i) out[i] = value(check::rank, round, i);
      std::memset(in.data(), 0, bytes);
      MPI_Sendrecv(out.data(), static_cast<int>(bytes), MPI_CHAR, peer, round, in.data(), static_cast<int>(bytes),
                   MPI_CHAR, peer, round, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
      std::size_t wrong = 0;
      for (std::size_t i = 0; i < bytes; ++i) wrong += in[i] != value(peer, round, i) ? 1 : 0;
      CHECK_EQ(wrong, std::size_t{0});
    }
  }
}

/// So long that permission is gone before all is read: what is not read then is streamed.
template <class Meanwhile>
void exchange_and(Meanwhile&& meanwhile) {
  const int peer = 1 - check::rank;
  constexpr std::size_t bytes = std::size_t{48} << 20;
  std::vector<char> out(bytes);
  std::vector<char> in(bytes, 0);
  for (std::size_t i = 0; i < bytes; ++i) out[i] = value(check::rank, 9, i);
  MPI_Request requests[2];
  MPI_Isend(out.data(), static_cast<int>(bytes), MPI_CHAR, peer, 9, MPI_COMM_WORLD, &requests[0]);
  MPI_Barrier(MPI_COMM_WORLD);  // announced, both ways
  MPI_Irecv(in.data(), static_cast<int>(bytes), MPI_CHAR, peer, 9, MPI_COMM_WORLD, &requests[1]);
  meanwhile();
  MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < bytes; ++i) wrong += in[i] != value(peer, 9, i) ? 1 : 0;
  CHECK_EQ(wrong, std::size_t{0});
}

/// From here on no process without privileges reads this one's memory, and this one has none.
void forbid() {
  constexpr uid_t nobody = 65534;
  if (geteuid() == 0) CHECK_EQ(setresuid(nobody, nobody, nobody), 0);
  CHECK_EQ(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), 0);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  const bool refused = argc > 1 && std::strcmp(argv[1], "refused") == 0;
  if (!refused) exchange();
  MPI_Barrier(MPI_COMM_WORLD);  // ranks talk to no stranger: they meet as the user that started them
  if (refused) {
    forbid();
  } else {
    exchange_and(forbid);
  }
  MPI_Barrier(MPI_COMM_WORLD);
  exchange();
  return check::finish();
}
