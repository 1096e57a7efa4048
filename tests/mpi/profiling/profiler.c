// SPDX-License-Identifier: BSD-3-Clause
// A tool of the profiling interface: takes over some MPI_ names, counts their calls, and goes on by their PMPI_ names.
// The program that it watches asks for the counts by profiler_calls.
#include <mpi.h>
#include <string.h>

enum { init, send, recv, waitall, comm_dup, allreduce, send_c, other };
static int calls[other + 1];

int profiler_calls(const char* name);

int profiler_calls(const char* name) {
  static const char* const names[] = {"MPI_Init",     "MPI_Send",      "MPI_Recv",  "MPI_Waitall",
                                      "MPI_Comm_dup", "MPI_Allreduce", "MPI_Send_c"};
  for (int i = 0; i < other; ++i) {
    if (strcmp(name, names[i]) == 0) return calls[i];
  }
  return calls[other];
}

int MPI_Init(int* argc, char*** argv) {
  ++calls[init];
  return PMPI_Init(argc, argv);
}

int MPI_Send(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  ++calls[send];
  return PMPI_Send(buf, count, datatype, dest, tag, comm);
}

int MPI_Send_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  ++calls[send_c];
  return PMPI_Send_c(buf, count, datatype, dest, tag, comm);
}

int MPI_Recv(void* buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status* status) {
  ++calls[recv];
  return PMPI_Recv(buf, count, datatype, source, tag, comm, status);
}

int MPI_Waitall(int count, MPI_Request requests[], MPI_Status statuses[]) {
  ++calls[waitall];
  return PMPI_Waitall(count, requests, statuses);
}

int MPI_Comm_dup(MPI_Comm comm, MPI_Comm* newcomm) {
  ++calls[comm_dup];
  return PMPI_Comm_dup(comm, newcomm);
}

int MPI_Allreduce(const void* sendbuf, void* recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
  ++calls[allreduce];
  return PMPI_Allreduce(sendbuf, recvbuf, count, datatype, op, comm);
}

// What a collective or a constructor is made of inside of the library is none of the tool's business: these stay at 0.
int MPI_Isend(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
              MPI_Request* request) {
  ++calls[other];
  return PMPI_Isend(buf, count, datatype, dest, tag, comm, request);
}

int MPI_Wait(MPI_Request* request, MPI_Status* status) {
  ++calls[other];
  return PMPI_Wait(request, status);
}

int MPI_Bcast(void* buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
  ++calls[other];
  return PMPI_Bcast(buffer, count, datatype, root, comm);
}

int MPI_Comm_free(MPI_Comm* comm) {
  ++calls[other];
  return PMPI_Comm_free(comm);
}
