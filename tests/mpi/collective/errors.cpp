// SPDX-License-Identifier: BSD-3-Clause
// Wrong arguments of collectives give the error class of the standard, and nothing is sent or hangs.
#include "check.hpp"

using namespace check;

namespace {

int calls = 0;

void gives(int wanted, int code, const char* what) {
  ++calls;
  if (class_of(code) != wanted) {
    char text[MPI_MAX_ERROR_STRING] = "success";
    int length = 0;
    if (code != MPI_SUCCESS) MPI_Error_string(code, text, &length);
    fail(std::string(what) + " gave class " + std::to_string(class_of(code)) + " (" + text + "), not " +
         std::to_string(wanted));
  }
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int rank = 0, size = 1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  const MPI_Comm world = MPI_COMM_WORLD;
  std::vector<int> a(static_cast<std::size_t>(size) * 4), b(a.size());
  std::vector<int> counts(static_cast<std::size_t>(size), 1), displs(counts.size(), 0), bad_counts(counts);
  bad_counts.back() = -1;
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Datatype open_type;
  MPI_Type_contiguous(2, MPI_INT, &open_type);

  gives(MPI_ERR_COMM, MPI_Barrier(MPI_COMM_NULL), "barrier on MPI_COMM_NULL");
  gives(MPI_ERR_ROOT, MPI_Bcast(a.data(), 1, MPI_INT, size, world), "bcast with root = size");
  gives(MPI_ERR_ROOT, MPI_Bcast(a.data(), 1, MPI_INT, -5, world), "bcast with a negative root");
  gives(MPI_ERR_ROOT, MPI_Reduce(a.data(), b.data(), 1, MPI_INT, MPI_SUM, MPI_ROOT, world),
        "MPI_ROOT on an intracommunicator");
  gives(MPI_ERR_COUNT, MPI_Bcast(a.data(), -1, MPI_INT, 0, world), "bcast with a negative count");
  gives(MPI_ERR_TYPE, MPI_Bcast(a.data(), 1, MPI_DATATYPE_NULL, 0, world), "bcast of MPI_DATATYPE_NULL");
  gives(MPI_ERR_TYPE, MPI_Bcast(a.data(), 1, open_type, 0, world), "bcast of a type that is not committed");
  gives(MPI_ERR_BUFFER, MPI_Bcast(nullptr, 1, MPI_INT, 0, world), "bcast from a null pointer");
  gives(MPI_ERR_BUFFER, MPI_Bcast(MPI_IN_PLACE, 1, MPI_INT, 0, world), "bcast in place");
  gives(MPI_ERR_OP, MPI_Allreduce(a.data(), b.data(), 1, MPI_INT, MPI_OP_NULL, world), "allreduce with MPI_OP_NULL");
  gives(MPI_ERR_OP, MPI_Allreduce(a.data(), b.data(), 1, MPI_FLOAT, MPI_BAND, world), "MPI_BAND of floats");
  gives(MPI_ERR_OP, MPI_Allreduce(a.data(), b.data(), 1, MPI_CHARACTER, MPI_SUM, world), "MPI_SUM of characters");
  gives(MPI_ERR_OP, MPI_Allreduce(a.data(), b.data(), 1, MPI_INT, MPI_MAXLOC, world), "MPI_MAXLOC of plain ints");
  gives(MPI_ERR_BUFFER, MPI_Allreduce(a.data(), a.data(), 1, MPI_INT, MPI_SUM, world),
        "allreduce with one buffer for both");
  gives(MPI_ERR_BUFFER, MPI_Allreduce(a.data(), MPI_IN_PLACE, 1, MPI_INT, MPI_SUM, world),
        "MPI_IN_PLACE as receive buffer");
  // Of calls with arrays the counts say whether a buffer is read or written at all.
  gives(MPI_ERR_BUFFER, MPI_Allgatherv(a.data(), 1, MPI_INT, nullptr, counts.data(), displs.data(), MPI_INT, world),
        "allgatherv into a null pointer");
  gives(MPI_ERR_BUFFER,
        MPI_Alltoallv(nullptr, counts.data(), displs.data(), MPI_INT, b.data(), counts.data(), displs.data(), MPI_INT,
                      world),
        "alltoallv from a null pointer");
  gives(MPI_ERR_BUFFER,
        MPI_Alltoallv(a.data(), counts.data(), displs.data(), MPI_INT, nullptr, counts.data(), displs.data(), MPI_INT,
                      world),
        "alltoallv into a null pointer");
  gives(MPI_ERR_BUFFER,
        MPI_Ialltoallv(a.data(), counts.data(), displs.data(), MPI_INT, nullptr, counts.data(), displs.data(), MPI_INT,
                       world, &request),
        "ialltoallv into a null pointer");
  // Of each rank to itself: only a root's arguments count here, and who fails alone is waited for in vain.
  gives(MPI_ERR_BUFFER,
        MPI_Scatterv(nullptr, counts.data(), displs.data(), MPI_INT, b.data(), 1, MPI_INT, 0, MPI_COMM_SELF),
        "scatterv from a null pointer");
  gives(MPI_ERR_BUFFER,
        MPI_Gatherv(a.data(), 1, MPI_INT, nullptr, counts.data(), displs.data(), MPI_INT, 0, MPI_COMM_SELF),
        "gatherv into a null pointer");
  gives(MPI_ERR_OP, MPI_Allreduce(a.data(), b.data(), 1, MPI_INT, MPI_REPLACE, world), "MPI_REPLACE in allreduce");
  gives(MPI_ERR_OP, MPI_Allreduce(a.data(), b.data(), 1, MPI_INT, MPI_NO_OP, world), "MPI_NO_OP in allreduce");
  gives(MPI_ERR_BUFFER, MPI_Allgather(a.data(), 1, MPI_INT, a.data(), 1, MPI_INT, world),
        "allgather with one buffer for both");
  gives(MPI_ERR_BUFFER, MPI_Allgather(a.data() + rank, 1, MPI_INT, a.data(), 1, MPI_INT, world),
        "allgather of the own block of the receive buffer");
  for (int i = 0; i < size; ++i) displs[static_cast<std::size_t>(i)] = 3 * i;
  gives(MPI_ERR_BUFFER,
        MPI_Allgatherv(a.data() + 3 * rank, 1, MPI_INT, a.data(), counts.data(), displs.data(), MPI_INT, world),
        "allgatherv of the own block of the receive buffer");
  gives(MPI_ERR_BUFFER,
        MPI_Alltoallv(a.data(), counts.data(), displs.data(), MPI_INT, a.data(), counts.data(), displs.data(), MPI_INT,
                      world),
        "alltoallv with one buffer for both");
  gives(MPI_ERR_BUFFER, MPI_Iexscan(a.data(), a.data(), 1, MPI_INT, MPI_SUM, world, &request),
        "iexscan with one buffer for both, on rank 0 too");
  // Blocks of one array that lie between each other are right.
  std::vector<int> between(displs);
  for (int& d : between) ++d;
  gives(MPI_SUCCESS,
        MPI_Alltoallv(a.data(), counts.data(), displs.data(), MPI_INT, a.data(), counts.data(), between.data(), MPI_INT,
                      world),
        "alltoallv between disjoint blocks of one array");
  gives(MPI_ERR_COUNT, MPI_Allgather(a.data(), -1, MPI_INT, b.data(), 1, MPI_INT, world),
        "allgather of a negative count");
  gives(MPI_ERR_COUNT, MPI_Allgatherv(a.data(), 1, MPI_INT, b.data(), bad_counts.data(), displs.data(), MPI_INT, world),
        "allgatherv with a negative count");
  gives(MPI_ERR_COUNT, MPI_Reduce_scatter(a.data(), b.data(), bad_counts.data(), MPI_INT, MPI_SUM, world),
        "reduce_scatter with a negative count");
  gives(MPI_ERR_COUNT,
        MPI_Alltoallv(a.data(), counts.data(), displs.data(), MPI_INT, b.data(), bad_counts.data(), displs.data(),
                      MPI_INT, world),
        "alltoallv with a negative count");
  gives(MPI_ERR_REQUEST, MPI_Ibarrier(world, nullptr), "ibarrier without a place for the request");
  gives(MPI_ERR_TOPOLOGY, MPI_Neighbor_alltoall(a.data(), 1, MPI_INT, b.data(), 1, MPI_INT, world), "no topology");
  // Calls of some ranks only: these have taken a number that the others have not.
  MPI_Comm lone = MPI_COMM_NULL;
  MPI_Comm_dup(world, &lone);
  if (rank != 0) {
    gives(MPI_ERR_BUFFER, MPI_Reduce(MPI_IN_PLACE, b.data(), 1, MPI_INT, MPI_SUM, 0, lone),
          "reduce in place beside the root");
    gives(MPI_ERR_BUFFER, MPI_Gather(MPI_IN_PLACE, 1, MPI_INT, b.data(), 1, MPI_INT, 0, lone),
          "gather in place beside the root");
    gives(MPI_ERR_BUFFER, MPI_Scatter(a.data(), 1, MPI_INT, MPI_IN_PLACE, 1, MPI_INT, 0, lone),
          "scatter in place beside the root");
  }
  MPI_Comm_free(&lone);
  // What does not count need not be right.
  gives(MPI_SUCCESS, MPI_Bcast(nullptr, 0, MPI_INT, 0, world), "bcast of nothing");
  gives(MPI_SUCCESS,
        MPI_Gather(a.data(), 1, MPI_INT, rank == 0 ? b.data() : nullptr, rank == 0 ? 1 : -9,
                   rank == 0 ? MPI_INT : MPI_DATATYPE_NULL, 0, world),
        "gather with arguments that count only at the root");
  // Lengths that do not fit: an error where it shows, and the next collective works.
  if (size > 1) {
    std::vector<int> long_data(100, rank);
    const int code = MPI_Bcast(long_data.data(), rank == size - 1 ? 10 : 100, MPI_INT, 0, world);
    gives(rank == size - 1 ? MPI_ERR_TRUNCATE : MPI_SUCCESS, code, "bcast of different lengths");
    int sum = 0;
    const int one = 1;
    gives(MPI_SUCCESS, MPI_Allreduce(&one, &sum, 1, MPI_INT, MPI_SUM, world), "the next collective");
    that(sum == size, "the next collective gives the right sum");
    // An error at the root's own children reaches those that depend on them.
    const int told = MPI_Bcast(long_data.data(), rank == 0 ? 1 : 100, MPI_INT, 0, world);
    gives(rank == 0 ? MPI_SUCCESS : MPI_ERR_TRUNCATE, told, "bcast of less than all others expect");
    std::vector<int> all(static_cast<std::size_t>(size) * 10);
    const int gathered = MPI_Allgather(long_data.data(), rank == 0 ? 1 : 10, MPI_INT, all.data(), 10, MPI_INT, world);
    gives(MPI_ERR_TRUNCATE, gathered, "allgather of less than all others expect");
    MPI_Ibcast(long_data.data(), rank == size - 1 ? 10 : 100, MPI_INT, 0, world, &request);
    gives(rank == size - 1 ? MPI_ERR_TRUNCATE : MPI_SUCCESS, MPI_Wait(&request, MPI_STATUS_IGNORE),
          "ibcast of different lengths");
  }
  that(calls > 20, "all calls were made");
  MPI_Type_free(&open_type);
  MPI_Barrier(world);
  MPI_Finalize();
  return 0;
}
