// SPDX-License-Identifier: BSD-3-Clause
// Sessions that begin when the world model has ended (MPI 5.0, 11.2 and 11.3): the ranks meet again. With an argument,
// for launchers that take a process once only: `refused`, the user hears why and what helps; `kept`, that it helps.
#include <string_view>

#include "mpi/check.hpp"

namespace {

void in_a_session(const char* name) {
  MPI_Session session = MPI_SESSION_NULL;
  MPI_Group everybody = MPI_GROUP_NULL;
  MPI_Comm comm = MPI_COMM_NULL;
  CHECK_EQ(MPI_Session_init(MPI_INFO_NULL, MPI_ERRORS_RETURN, &session), MPI_SUCCESS);
  CHECK_EQ(MPI_Group_from_session_pset(session, "mpi://WORLD", &everybody), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_create_from_group(everybody, name, MPI_INFO_NULL, MPI_ERRORS_RETURN, &comm), MPI_SUCCESS);
  int size = 0;
  MPI_Comm_size(comm, &size);
  for (int i = 1; i <= 3; ++i) {
    int sum = 0;
    CHECK_EQ(MPI_Allreduce(&i, &sum, 1, MPI_INT, MPI_SUM, comm), MPI_SUCCESS);
    CHECK_EQ(sum, i * size);
  }
  CHECK_EQ(MPI_Comm_disconnect(&comm), MPI_SUCCESS);
  CHECK(comm == MPI_COMM_NULL);
  MPI_Group_free(&everybody);
  CHECK_EQ(MPI_Session_finalize(&session), MPI_SUCCESS);
}

void is_refused() {
  MPI_Session session = MPI_SESSION_NULL;
  const int code = MPI_Session_init(MPI_INFO_NULL, MPI_ERRORS_RETURN, &session);
  CHECK(code != MPI_SUCCESS);
  CHECK(check::text_of(code).find("begin a session before MPI_Finalize") != std::string::npos);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view how = argc > 1 ? argv[1] : "";
  MPI_Session early = MPI_SESSION_NULL;
  if (how == "kept") CHECK_EQ(MPI_Session_init(MPI_INFO_NULL, MPI_ERRORS_RETURN, &early), MPI_SUCCESS);
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm parent = MPI_COMM_WORLD;
  CHECK_EQ(MPI_Comm_get_parent(&parent), MPI_SUCCESS);
  CHECK(parent == MPI_COMM_NULL);  // nobody spawned this process
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm world = MPI_COMM_WORLD;
  CHECK_CLASS(MPI_Comm_disconnect(&world), MPI_ERR_COMM);
  MPI_Barrier(MPI_COMM_WORLD);
  MPI_Finalize();
  if (how == "refused") {
    is_refused();
    is_refused();
    return check::failures == 0 ? 0 : 1;
  }
  in_a_session("first");
  if (how == "kept") CHECK_EQ(MPI_Session_finalize(&early), MPI_SUCCESS);
  in_a_session("second");
  return check::failures == 0 ? 0 : 1;
}
