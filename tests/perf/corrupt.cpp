// SPDX-License-Identifier: BSD-3-Clause
// Makes an MPI wrong, through the profiling interface: one word of every answer is off. Linked into the benchmark
// programs by a test that expects them to notice.
#include <mpi.h>

namespace {
char zeros[32 << 20];
}

extern "C" {

int MPI_Recv(void* buffer, int count, MPI_Datatype type, int source, int tag, MPI_Comm comm, MPI_Status* status) {
  const int result = PMPI_Recv(buffer, count, type, source, tag, comm, status);
  if (type == MPI_BYTE && count > 0) static_cast<char*>(buffer)[count / 2] ^= 1;
  return result;
}

int MPI_Alltoall(const void* send, int send_count, MPI_Datatype send_type, void* receive, int receive_count,
                 MPI_Datatype receive_type, MPI_Comm comm) {
  const int result = PMPI_Alltoall(send, send_count, send_type, receive, receive_count, receive_type, comm);
  static_cast<double*>(receive)[0] += 1;
  return result;
}

/// Zeros instead of the face of a grid.
int MPI_Isend(const void*, int count, MPI_Datatype type, int to, int tag, MPI_Comm comm, MPI_Request* request) {
  return PMPI_Isend(zeros, count, type, to, tag, comm, request);
}
}
