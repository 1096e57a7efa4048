// SPDX-License-Identifier: BSD-3-Clause
// Collectives that did not fit together, though nobody waited in them: the next collective tells, once, by the error
// handler of the communicator, or MPI_Comm_free does. And partners who are far ahead are not mistaken for it.
#include <string>
#include <vector>

#include "mpi/check.hpp"

namespace {

int size = 0;

void says(int code, int error_class, const std::vector<std::string>& words) {
  CHECK_CLASS(code, error_class);
  const std::string text = check::text_of(code);
  for (const std::string& word : words) {
    if (text.find(word) != std::string::npos) continue;
    check::that(false, ("'" + word + "' stands in: " + text).c_str(), __FILE__, __LINE__);
  }
}

MPI_Comm copy_of_world() {
  MPI_Comm comm = MPI_COMM_NULL;
  MPI_Comm_dup(MPI_COMM_WORLD, &comm);
  MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
  return comm;
}

std::string roots(int own, int theirs, const char* call) {
  return "argument 'root' = " + std::to_string(own) + ": rank " + std::to_string(1 - check::rank) + " passed root " +
         std::to_string(theirs) + " to " + call;
}

/// One of two calls was told, and once: the wrong one itself, where the other rank's message came before it was over,
/// or the next.
void one_says(int wrong, int next, int error_class, const std::vector<std::string>& words) {
  if (wrong != MPI_SUCCESS) {
    CHECK_CLASS(next, MPI_SUCCESS);
    says(wrong, error_class, words);
  } else {
    says(next, error_class, words);
  }
}

/// Two ranks, so that what the other has sent before its part of a barrier is here when the barrier is over.
void told_by_the_next(MPI_Comm comm) {
  int one = 0;
  std::vector<int> two(2);
  const int own = check::rank;
  const int other = 1 - check::rank;
  int wrong = MPI_Bcast(&one, 1, MPI_INT, own, comm);
  one_says(wrong, MPI_Barrier(comm), MPI_ERR_ROOT,
           {wrong == MPI_SUCCESS ? "MPI_Barrier: an earlier collective did not fit" : "MPI_Bcast: ",
            roots(own, other, "MPI_Bcast, ")});
  CHECK_CLASS(MPI_Barrier(comm), MPI_SUCCESS);

  wrong = MPI_Scatter(two.data(), 1, MPI_INT, &one, 1, MPI_INT, own, comm);
  const int in = 1;
  int sum = 0;
  const int next = MPI_Allreduce(&in, &sum, 1, MPI_INT, MPI_SUM, comm);
  one_says(wrong, next, MPI_ERR_ROOT, {roots(own, other, "MPI_Scatter, ")});
  CHECK_EQ(sum, 2);  // it has been carried out

  wrong = MPI_Gather(&in, 1, MPI_INT, two.data(), 1, MPI_INT, other, comm);
  one_says(wrong, MPI_Barrier(comm), MPI_ERR_ROOT, {roots(other, own, "MPI_Gather, ")});

  wrong = MPI_Reduce(&in, &sum, 1, MPI_INT, MPI_SUM, other, comm);
  one_says(wrong, MPI_Barrier(comm), MPI_ERR_ROOT, {roots(other, own, "MPI_Reduce, ")});

  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Ibcast(&one, 1, MPI_INT, own, comm, &request);
  wrong = MPI_Wait(&request, MPI_STATUS_IGNORE);
  MPI_Ibarrier(comm, &request);
  one_says(wrong, MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_ERR_ROOT,
           {wrong == MPI_SUCCESS ? "MPI_Wait: MPI_Ibarrier: " : "MPI_Wait: MPI_Ibcast: ",
            roots(own, other, "MPI_Ibcast, ")});

  // Data of one rank that the other passes no room for.
  wrong = MPI_Bcast(&one, check::rank == 0 ? 1 : 0, MPI_INT, 0, comm);
  const int after = MPI_Barrier(comm);
  if (check::rank == 1) {
    one_says(wrong, after, MPI_ERR_OTHER,
             {"rank 0 sent this rank a message as part of MPI_Bcast", "matching roots and counts"});
  } else {
    CHECK_CLASS(wrong, MPI_SUCCESS);
    CHECK_CLASS(after, MPI_SUCCESS);
  }
  CHECK_CLASS(MPI_Barrier(comm), MPI_SUCCESS);
}

void told_by_the_end() {
  MPI_Comm comm = copy_of_world();
  int one = 0;
  const int wrong = MPI_Bcast(&one, 1, MPI_INT, check::rank, comm);
  MPI_Barrier(MPI_COMM_WORLD);
  one_says(wrong, MPI_Comm_free(&comm), MPI_ERR_ROOT, {roots(check::rank, 1 - check::rank, "MPI_Bcast, ")});
  CHECK(comm == MPI_COMM_NULL);
}

void operations() {
  MPI_Comm comm = copy_of_world();
  const int in = 1;
  int out = 0;
  int code = MPI_Allreduce(&in, &out, 1, MPI_INT, check::rank == 0 ? MPI_SUM : MPI_MIN, comm);
  const std::string own = check::rank == 0 ? "MPI_SUM" : "MPI_MIN";
  says(code, MPI_ERR_OP, {"MPI_Allreduce: argument 'op' = " + own + ": rank " + std::to_string(1 - check::rank)});
  CHECK_CLASS(MPI_Barrier(comm), MPI_SUCCESS);
  code = MPI_Reduce(&in, &out, 1, MPI_INT, check::rank == 0 ? MPI_LAND : MPI_BAND, 0, comm);
  if (check::rank == 0) says(code, MPI_ERR_OP, {"argument 'op' = MPI_LAND: rank 1 passed MPI_BAND to MPI_Reduce"});
  CHECK_CLASS(MPI_Barrier(comm), MPI_SUCCESS);
  MPI_Comm_free(&comm);
}

/// The root of a small broadcast is done before the others have begun.
void far_ahead() {
  MPI_Comm comm = copy_of_world();
  MPI_Comm other = copy_of_world();
  int value = 0;
  MPI_Request ready = MPI_REQUEST_NULL;
  MPI_Bcast_init(&value, 1, MPI_INT, 0, comm, MPI_INFO_NULL, &ready);
  for (int round = 0; round < 200; ++round) {
    value = check::rank == 0 ? round : -1;
    MPI_Start(&ready);
    CHECK_CLASS(MPI_Wait(&ready, MPI_STATUS_IGNORE), MPI_SUCCESS);
    CHECK_EQ(value, round);
  }
  for (int round = 0; round < 200; ++round) {
    CHECK_CLASS(MPI_Bcast(&value, 1, MPI_INT, 0, comm), MPI_SUCCESS);
    if (round % 50 == 0) CHECK_CLASS(MPI_Barrier(other), MPI_SUCCESS);
  }
  std::vector<MPI_Request> requests(50);
  std::vector<int> values(50);
  for (int i = 49; i >= 0; --i) {
    const auto at = static_cast<std::size_t>(i);
    MPI_Ibcast(&values[at], 1, MPI_INT, i % size, i % 2 == 0 ? comm : other, &requests[at]);
  }
  for (MPI_Request& each : requests) CHECK_CLASS(MPI_Wait(&each, MPI_STATUS_IGNORE), MPI_SUCCESS);
  CHECK_CLASS(MPI_Barrier(comm), MPI_SUCCESS);
  MPI_Request_free(&ready);
  CHECK_CLASS(MPI_Comm_free(&comm), MPI_SUCCESS);
  CHECK_CLASS(MPI_Comm_free(&other), MPI_SUCCESS);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  if (size == 2) {
    MPI_Comm comm = copy_of_world();
    told_by_the_next(comm);
    CHECK_CLASS(MPI_Comm_free(&comm), MPI_SUCCESS);
    told_by_the_end();
    operations();
  }
  far_ahead();
  return check::finish();
}
