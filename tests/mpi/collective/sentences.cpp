// SPDX-License-Identifier: BSD-3-Clause
// What errors of collectives and of sets of requests are called: by the call that was made and by the one that
// completed it, each once. `waitall` ends the job with the error of MPI_Waitall; the test that starts that looks for
// its words.
#include <cstring>
#include <vector>

#include "mpi/check.hpp"

namespace {

constexpr int length = 1 << 20;  // so long that a rank waits for its partner

void says(int code, const char* words) {
  const std::string text = check::text_of(code);
  if (text.find(words) != std::string::npos) return;
  check::that(false, (std::string("'") + words + "' stands in: " + text).c_str(), __FILE__, __LINE__);
}

void forms(std::vector<int>& buffer) {
  MPI_Request request = MPI_REQUEST_NULL;
  const std::string root =
      "argument 'root' = " + std::to_string(check::rank) + ": rank " + std::to_string(1 - check::rank) + " ";
  MPI_Ibcast(buffer.data(), length, MPI_INT, check::rank, MPI_COMM_WORLD, &request);
  int code = MPI_Wait(&request, MPI_STATUS_IGNORE);
  CHECK_CLASS(code, MPI_ERR_ROOT);
  says(code, ("MPI_Wait: MPI_Ibcast: " + root).c_str());
  CHECK(check::text_of(code).find("MPI_Bcast") == std::string::npos);

  MPI_Bcast_init(buffer.data(), length, MPI_INT, check::rank, MPI_COMM_WORLD, MPI_INFO_NULL, &request);
  MPI_Start(&request);
  code = MPI_Waitall(1, &request, MPI_STATUSES_IGNORE);
  CHECK_CLASS(code, MPI_ERR_ROOT);
  says(code, ("MPI_Waitall: MPI_Bcast_init: " + root).c_str());
  MPI_Request_free(&request);

  code = MPI_Bcast(buffer.data(), length, MPI_INT, check::rank, MPI_COMM_WORLD);
  CHECK_CLASS(code, MPI_ERR_ROOT);
  says(code, ("MPI_Bcast: " + root).c_str());
}

void waitall() {
  char one = 0;
  char many[8] = "";
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Status status;
  MPI_Irecv(&one, 1, MPI_CHAR, 0, 0, MPI_COMM_SELF, &request);
  MPI_Send(many, 8, MPI_CHAR, 0, 0, MPI_COMM_SELF);
  MPI_Waitall(1, &request, &status);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  if (argc > 1 && std::strcmp(argv[1], "waitall") == 0) waitall();
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  std::vector<int> buffer(length);
  forms(buffer);
  return check::finish();
}
