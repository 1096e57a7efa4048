// SPDX-License-Identifier: BSD-3-Clause
// Sends one eager and one rendezvous message from rank 0 to rank 1, with a trace of each on both sides, in
// FOLDER/NAME.RANK. check.py reads them.
#include <mpi.h>

#include <cstdio>
#include <string>
#include <vector>

#include "trace.hpp"

namespace {

bool travel(const std::string& folder, const std::string& name, int rank, std::size_t bytes) {
  std::vector<char> data(bytes, static_cast<char>(rank));
  const int count = static_cast<int>(bytes);
  int number = 0;
  MPI_Barrier(MPI_COMM_WORLD);
  if (rank == 1) {
    // The receive stands before the message comes, so that matching is part of what is traced after it.
    MPI_Request request;
    MPI_Irecv(data.data(), count, MPI_CHAR, 0, 1, MPI_COMM_WORLD, &request);
    MPI_Send(&number, 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
    start_trace();
    MPI_Wait(&request, MPI_STATUS_IGNORE);
  } else {
    MPI_Recv(&number, 1, MPI_INT, 1, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    start_trace();
    MPI_Send(data.data(), count, MPI_CHAR, 1, 1, MPI_COMM_WORLD);
  }
  return write_trace(folder + "/" + name + "." + std::to_string(rank)) && data.back() == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  MPI_Init(nullptr, nullptr);
  int rank = -1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  const bool eager = travel(argv[1], "eager", rank, 1000);
  const bool rendezvous = travel(argv[1], "rendezvous", rank, 4U << 20);
  MPI_Finalize();
  return eager && rendezvous ? 0 : 1;
}
