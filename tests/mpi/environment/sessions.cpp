// SPDX-License-Identifier: BSD-3-Clause
// Sessions: process sets, communicators of them, error handlers and buffers of a session; buffers of a communicator;
// an inter-communicator of two groups; and all that without the world model, more than once in a process.
#include <cstring>
#include <string>
#include <utility>

#include "mpi/check.hpp"

namespace {

int heard = 0;
void hear(MPI_Session*, int*, ...) { ++heard; }

MPI_Comm comm_of(MPI_Session session, const char* set, const char* tag) {
  MPI_Group group = MPI_GROUP_NULL;
  MPI_Comm comm = MPI_COMM_NULL;
  CHECK_EQ(MPI_Group_from_session_pset(session, set, &group), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_create_from_group(group, tag, MPI_INFO_NULL, MPI_ERRORS_RETURN, &comm), MPI_SUCCESS);
  CHECK_EQ(MPI_Group_free(&group), MPI_SUCCESS);
  return comm;
}

std::string value_of(MPI_Info info, const char* key) {
  char value[64] = "";
  int length = sizeof value;
  int flag = 0;
  CHECK_EQ(MPI_Info_get_string(info, key, &length, value, &flag), MPI_SUCCESS);
  return flag ? value : "none";
}

/// Kinds of memory that messages may lie in, whatever was asked for; and what a user says that he will use.
void memory_kinds() {
  MPI_Info info = MPI_INFO_NULL;
  MPI_Session session = MPI_SESSION_NULL;
  CHECK_EQ(MPI_Info_create(&info), MPI_SUCCESS);
  CHECK_EQ(MPI_Info_set(info, "mpi_memory_alloc_kinds", "cuda:device,system,mpi:alloc_mem"), MPI_SUCCESS);
  CHECK_EQ(MPI_Session_init(info, MPI_ERRORS_RETURN, &session), MPI_SUCCESS);
  MPI_Info got = MPI_INFO_NULL;
  CHECK_EQ(MPI_Session_get_info(session, &got), MPI_SUCCESS);
  CHECK(value_of(got, "mpi_memory_alloc_kinds") == "mpi,system");
  CHECK_EQ(MPI_Info_free(&got), MPI_SUCCESS);
  MPI_Comm comm = comm_of(session, "mpi://SELF", "kinds");
  const auto asserted = [&](const char* value, const char* wanted) {
    if (value != nullptr) {
      CHECK_EQ(MPI_Info_set(info, "mpi_assert_memory_alloc_kinds", value), MPI_SUCCESS);
      CHECK_EQ(MPI_Comm_set_info(comm, info), MPI_SUCCESS);
    }
    CHECK_EQ(MPI_Comm_get_info(comm, &got), MPI_SUCCESS);
    CHECK(value_of(got, "mpi_memory_alloc_kinds") == "mpi,system");
    CHECK(value_of(got, "mpi_assert_memory_alloc_kinds") == wanted);
    CHECK_EQ(MPI_Info_free(&got), MPI_SUCCESS);
  };
  asserted(nullptr, "none");
  asserted("cuda:device", "none");
  asserted("mpi:alloc_mem,system", "mpi:alloc_mem,system");
  asserted("mpi:nothing", "mpi:alloc_mem,system");
  MPI_Comm copy = MPI_COMM_NULL;
  CHECK_EQ(MPI_Comm_dup(comm, &copy), MPI_SUCCESS);
  std::swap(comm, copy);
  asserted(nullptr, "mpi:alloc_mem,system");
  CHECK_EQ(MPI_Comm_free(&comm), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_free(&copy), MPI_SUCCESS);
  CHECK_EQ(MPI_Info_free(&info), MPI_SUCCESS);
  CHECK_EQ(MPI_Session_finalize(&session), MPI_SUCCESS);
}

void sets(MPI_Session session) {
  int count = 0;
  CHECK_EQ(MPI_Session_get_num_psets(session, MPI_INFO_NULL, &count), MPI_SUCCESS);
  CHECK(count >= 2);
  bool world = false, self = false;
  for (int i = 0; i < count; ++i) {
    int length = 0;
    char none[1];
    CHECK_EQ(MPI_Session_get_nth_pset(session, MPI_INFO_NULL, i, &length, none), MPI_SUCCESS);  // 0: the length only
    CHECK(length > 1);
    std::string name(static_cast<std::size_t>(length), '?');
    CHECK_EQ(MPI_Session_get_nth_pset(session, MPI_INFO_NULL, i, &length, name.data()), MPI_SUCCESS);
    const std::string found = name.c_str();
    CHECK_EQ(found.size() + 1, name.size());
    world = world || found == "mpi://WORLD";
    self = self || found == "mpi://SELF";
    MPI_Info info = MPI_INFO_NULL;
    char value[32] = "";
    int flag = 0;
    CHECK_EQ(MPI_Session_get_pset_info(session, found.c_str(), &info), MPI_SUCCESS);
    CHECK_EQ(MPI_Info_get(info, "mpi_size", 31, value, &flag), MPI_SUCCESS);
    CHECK(flag && std::atoi(value) >= 1);
    CHECK_EQ(MPI_Info_free(&info), MPI_SUCCESS);
  }
  CHECK(world && self);
  MPI_Info info = MPI_INFO_NULL;
  CHECK_EQ(MPI_Session_get_info(session, &info), MPI_SUCCESS);
  CHECK(value_of(info, "mpi_memory_alloc_kinds") == "mpi,system");
  CHECK_EQ(MPI_Info_free(&info), MPI_SUCCESS);
}

void handlers(MPI_Session session) {
  MPI_Errhandler handler = MPI_ERRHANDLER_NULL, before = MPI_ERRHANDLER_NULL;
  CHECK_EQ(MPI_Session_get_errhandler(session, &before), MPI_SUCCESS);
  CHECK(before == MPI_ERRORS_RETURN);
  CHECK_EQ(MPI_Session_create_errhandler(hear, &handler), MPI_SUCCESS);
  CHECK_EQ(MPI_Session_set_errhandler(session, handler), MPI_SUCCESS);
  CHECK_EQ(MPI_Errhandler_free(&handler), MPI_SUCCESS);
  CHECK_EQ(MPI_Session_call_errhandler(session, MPI_ERR_OTHER), MPI_SUCCESS);
  CHECK_EQ(heard, 1);
  MPI_Group group = MPI_GROUP_NULL;
  CHECK(MPI_Group_from_session_pset(session, "mpi://NOWHERE", &group) != MPI_SUCCESS);
  CHECK_EQ(heard, 2);
  CHECK_EQ(MPI_Session_set_errhandler(session, MPI_ERRORS_RETURN), MPI_SUCCESS);
  CHECK_CLASS(MPI_Group_from_session_pset(session, "mpi://NOWHERE", &group), MPI_ERR_ARG);
  CHECK_EQ(heard, 2);
}

/// A buffered message to the next rank, and what the buffer's owner says when all is gone.
template <class Flush, class Detach>
void buffered(MPI_Comm comm, Flush&& flush, Detach&& detach, void* buffer, int bytes) {
  int rank = -1, size = 0, got = -1;
  MPI_Comm_rank(comm, &rank);
  MPI_Comm_size(comm, &size);
  CHECK_EQ(MPI_Bsend(&rank, 1, MPI_INT, (rank + 1) % size, 3, comm), MPI_SUCCESS);
  CHECK_EQ(MPI_Recv(&got, 1, MPI_INT, (rank + size - 1) % size, 3, comm, MPI_STATUS_IGNORE), MPI_SUCCESS);
  CHECK_EQ(got, (rank + size - 1) % size);
  flush();
  void* back = nullptr;
  int back_bytes = 0;
  CHECK_EQ(detach(&back, &back_bytes), MPI_SUCCESS);
  CHECK(back == buffer);
  CHECK_EQ(back_bytes, bytes);
}

void buffers(MPI_Session session, MPI_Comm comm) {
  char memory[4 * MPI_BSEND_OVERHEAD + 256];
  const int bytes = static_cast<int>(sizeof memory);
  MPI_Request request = MPI_REQUEST_NULL;
  CHECK_EQ(MPI_Session_attach_buffer(session, memory, bytes), MPI_SUCCESS);
  buffered(
      comm,
      [&] {
        CHECK_EQ(MPI_Session_flush_buffer(session), MPI_SUCCESS);
        CHECK_EQ(MPI_Session_iflush_buffer(session, &request), MPI_SUCCESS);
        CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
      },
      [&](void* at, int* size) { return MPI_Session_detach_buffer(session, at, size); }, memory, bytes);
  CHECK_EQ(MPI_Comm_attach_buffer(comm, memory, bytes), MPI_SUCCESS);
  buffered(
      comm,
      [&] {
        CHECK_EQ(MPI_Comm_flush_buffer(comm), MPI_SUCCESS);
        CHECK_EQ(MPI_Comm_iflush_buffer(comm, &request), MPI_SUCCESS);
        CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
      },
      [&](void* at, int* size) { return MPI_Comm_detach_buffer(comm, at, size); }, memory, bytes);
}

void groups_joined(MPI_Session session, MPI_Comm world) {
  int rank = -1, size = 0;
  MPI_Comm_rank(world, &rank);
  MPI_Comm_size(world, &size);
  if (size < 2) return;
  MPI_Group all = MPI_GROUP_NULL, first = MPI_GROUP_NULL, rest = MPI_GROUP_NULL;
  const int zero[] = {0};
  CHECK_EQ(MPI_Group_from_session_pset(session, "mpi://WORLD", &all), MPI_SUCCESS);
  CHECK_EQ(MPI_Group_incl(all, 1, zero, &first), MPI_SUCCESS);
  CHECK_EQ(MPI_Group_excl(all, 1, zero, &rest), MPI_SUCCESS);
  MPI_Comm inter = MPI_COMM_NULL, merged = MPI_COMM_NULL;
  CHECK_EQ(MPI_Intercomm_create_from_groups(rank == 0 ? first : rest, 0, rank == 0 ? rest : first, 0, "joined",
                                            MPI_INFO_NULL, MPI_ERRORS_RETURN, &inter),
           MPI_SUCCESS);
  int remote = -1, sum = 0, one = 1;
  CHECK_EQ(MPI_Comm_remote_size(inter, &remote), MPI_SUCCESS);
  CHECK_EQ(remote, rank == 0 ? size - 1 : 1);
  CHECK_EQ(MPI_Intercomm_merge(inter, rank == 0, &merged), MPI_SUCCESS);
  CHECK_EQ(MPI_Allreduce(&one, &sum, 1, MPI_INT, MPI_SUM, merged), MPI_SUCCESS);
  CHECK_EQ(sum, size);
  CHECK_EQ(MPI_Comm_free(&merged), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_free(&inter), MPI_SUCCESS);
  CHECK_EQ(MPI_Group_free(&all), MPI_SUCCESS);
  CHECK_EQ(MPI_Group_free(&first), MPI_SUCCESS);
  CHECK_EQ(MPI_Group_free(&rest), MPI_SUCCESS);
}

int once(const char* tag) {
  MPI_Session session = MPI_SESSION_NULL;
  CHECK_EQ(MPI_Session_init(MPI_INFO_NULL, MPI_ERRORS_RETURN, &session), MPI_SUCCESS);
  MPI_Comm world = comm_of(session, "mpi://WORLD", tag), self = comm_of(session, "mpi://SELF", tag);
  MPI_Comm_rank(world, &check::rank);
  sets(session);
  heard = 0;
  handlers(session);
  buffers(session, world);
  groups_joined(session, world);
  MPI_Comm copy = MPI_COMM_NULL;
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Info info = MPI_INFO_NULL;
  CHECK_EQ(MPI_Info_create(&info), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_idup_with_info(world, info, &copy, &request), MPI_SUCCESS);
  CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
  CHECK_EQ(MPI_Info_free(&info), MPI_SUCCESS);
  CHECK_EQ(MPI_Barrier(copy), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_free(&copy), MPI_SUCCESS);
  int failures = check::failures, all = 1;
  CHECK_EQ(MPI_Allreduce(&failures, &all, 1, MPI_INT, MPI_SUM, world), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_free(&self), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_free(&world), MPI_SUCCESS);
  CHECK_EQ(MPI_Session_finalize(&session), MPI_SUCCESS);
  CHECK(session == MPI_SESSION_NULL);
  return all;
}

}  // namespace

int main() {
  const int first = once("first"), second = once("second");
  memory_kinds();
  int flag = -1;
  MPI_Initialized(&flag);
  CHECK(!flag);
  return first == 0 && second == 0 && check::failures == 0 ? 0 : 1;
}
