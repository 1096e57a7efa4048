// SPDX-License-Identifier: BSD-3-Clause
// Messages, send buffers and datatypes by the `_c` forms; a message goes once around the ring of all ranks.
#include "mpi/large/twins.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include "mpi/check.hpp"

namespace twins {

namespace {

constexpr int length = 3;
using Words = std::array<int, length>;

int ranks = 1;
int next() { return (check::rank + 1) % ranks; }
int previous() { return (check::rank + ranks - 1) % ranks; }
Words of(int rank) { return {rank, rank + 100, 7}; }

void arrived(const char* call, const Words& got) {
  if (got == of(previous())) return;
  ++check::failures;
  std::fprintf(stderr, "[rank %d] %s: %d %d %d came\n", check::rank, call, got[0], got[1], got[2]);
}

/// A message sent by `send(words)` and received by MPI_Irecv_c, which was there before.
template <class Send>
void sends(const char* call, Send&& send) {
  Words out = of(check::rank), in{};
  MPI_Request receive = MPI_REQUEST_NULL;
  MPI_Status status;
  CHECK_EQ(MPI_Irecv_c(in.data(), length, MPI_INT, previous(), 1, MPI_COMM_WORLD, &receive), MPI_SUCCESS);
  MPI_Barrier(MPI_COMM_WORLD);
  send(out.data());
  CHECK_EQ(MPI_Wait(&receive, &status), MPI_SUCCESS);
  MPI_Count count = -1;
  CHECK_EQ(MPI_Get_count_c(&status, MPI_INT, &count), MPI_SUCCESS);
  CHECK_EQ(count, length);
  arrived(call, in);
}

/// A message received by `receive(words)`, sent by MPI_Isend.
template <class Receive>
void receives(const char* call, Receive&& receive) {
  Words out = of(check::rank), in{};
  MPI_Request send = MPI_REQUEST_NULL;
  CHECK_EQ(MPI_Isend(out.data(), length, MPI_INT, next(), 2, MPI_COMM_WORLD, &send), MPI_SUCCESS);
  receive(in.data());
  CHECK_EQ(MPI_Wait(&send, MPI_STATUS_IGNORE), MPI_SUCCESS);
  arrived(call, in);
}

void wait(MPI_Request request) { CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS); }

template <class Send>
void blocking(const char* call, Send send) {
  sends(call, [&](int* out) { CHECK_EQ(send(out, length, MPI_INT, next(), 1, MPI_COMM_WORLD), MPI_SUCCESS); });
}

template <class Send>
void immediate(const char* call, Send send) {
  sends(call, [&](int* out) {
    MPI_Request request = MPI_REQUEST_NULL;
    CHECK_EQ(send(out, length, MPI_INT, next(), 1, MPI_COMM_WORLD, &request), MPI_SUCCESS);
    wait(request);
  });
}

template <class Init>
void persistent(const char* call, Init init) {
  sends(call, [&](int* out) {
    MPI_Request request = MPI_REQUEST_NULL;
    CHECK_EQ(init(out, length, MPI_INT, next(), 1, MPI_COMM_WORLD, &request), MPI_SUCCESS);
    CHECK_EQ(MPI_Start(&request), MPI_SUCCESS);
    CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
    CHECK_EQ(MPI_Request_free(&request), MPI_SUCCESS);
  });
}

void receiving() {
  receives("MPI_Mrecv_c", [](int* in) {
    MPI_Message message = MPI_MESSAGE_NULL;
    CHECK_EQ(MPI_Mprobe(previous(), 2, MPI_COMM_WORLD, &message, MPI_STATUS_IGNORE), MPI_SUCCESS);
    CHECK_EQ(MPI_Mrecv_c(in, length, MPI_INT, &message, MPI_STATUS_IGNORE), MPI_SUCCESS);
    CHECK(message == MPI_MESSAGE_NULL);
  });
  receives("MPI_Imrecv_c", [](int* in) {
    MPI_Message message = MPI_MESSAGE_NULL;
    MPI_Request request = MPI_REQUEST_NULL;
    CHECK_EQ(MPI_Mprobe(previous(), 2, MPI_COMM_WORLD, &message, MPI_STATUS_IGNORE), MPI_SUCCESS);
    CHECK_EQ(MPI_Imrecv_c(in, length, MPI_INT, &message, &request), MPI_SUCCESS);
    wait(request);
  });
  receives("MPI_Recv_init_c", [](int* in) {
    MPI_Request request = MPI_REQUEST_NULL;
    CHECK_EQ(MPI_Recv_init_c(in, length, MPI_INT, previous(), 2, MPI_COMM_WORLD, &request), MPI_SUCCESS);
    CHECK_EQ(MPI_Start(&request), MPI_SUCCESS);
    CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
    CHECK_EQ(MPI_Request_free(&request), MPI_SUCCESS);
  });
}

void exchanging() {
  Words out = of(check::rank), in{};
  CHECK_EQ(MPI_Sendrecv_c(out.data(), length, MPI_INT, next(), 3, in.data(), length, MPI_INT, previous(), 3,
                          MPI_COMM_WORLD, MPI_STATUS_IGNORE),
           MPI_SUCCESS);
  arrived("MPI_Sendrecv_c", in);
  in = out;
  CHECK_EQ(
      MPI_Sendrecv_replace_c(in.data(), length, MPI_INT, next(), 4, previous(), 4, MPI_COMM_WORLD, MPI_STATUS_IGNORE),
      MPI_SUCCESS);
  arrived("MPI_Sendrecv_replace_c", in);
  in = {};
  MPI_Request request = MPI_REQUEST_NULL;
  CHECK_EQ(MPI_Isendrecv_c(out.data(), length, MPI_INT, next(), 5, in.data(), length, MPI_INT, previous(), 5,
                           MPI_COMM_WORLD, &request),
           MPI_SUCCESS);
  wait(request);
  arrived("MPI_Isendrecv_c", in);
  in = out;
  CHECK_EQ(MPI_Isendrecv_replace_c(in.data(), length, MPI_INT, next(), 6, previous(), 6, MPI_COMM_WORLD, &request),
           MPI_SUCCESS);
  wait(request);
  arrived("MPI_Isendrecv_replace_c", in);
}

void partitioned() {
  Words out = of(check::rank), in{};
  std::array<MPI_Request, 2> both{MPI_REQUEST_NULL, MPI_REQUEST_NULL};
  CHECK_EQ(MPI_Psend_init_c(out.data(), length, 1, MPI_INT, next(), 7, MPI_COMM_WORLD, MPI_INFO_NULL, &both[0]),
           MPI_SUCCESS);
  CHECK_EQ(MPI_Precv_init_c(in.data(), 1, length, MPI_INT, previous(), 7, MPI_COMM_WORLD, MPI_INFO_NULL, &both[1]),
           MPI_SUCCESS);
  for (int turn = 0; turn < 2; ++turn) {
    in = {};
    CHECK_EQ(MPI_Startall(2, both.data()), MPI_SUCCESS);
    for (int part = length - 1; part >= 0; --part) CHECK_EQ(MPI_Pready(part, both[0]), MPI_SUCCESS);
    CHECK_EQ(MPI_Waitall(2, both.data(), MPI_STATUSES_IGNORE), MPI_SUCCESS);
    arrived("MPI_Precv_init_c", in);
  }
  for (MPI_Request& request : both) CHECK_EQ(MPI_Request_free(&request), MPI_SUCCESS);
}

}  // namespace

void messages() {
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  std::vector<char> space(1 << 16);
  CHECK_EQ(MPI_Buffer_attach_c(space.data(), static_cast<MPI_Count>(space.size())), MPI_SUCCESS);
  blocking("MPI_Send_c", MPI_Send_c);
  blocking("MPI_Bsend_c", MPI_Bsend_c);
  blocking("MPI_Ssend_c", MPI_Ssend_c);
  blocking("MPI_Rsend_c", MPI_Rsend_c);
  immediate("MPI_Isend_c", MPI_Isend_c);
  immediate("MPI_Ibsend_c", MPI_Ibsend_c);
  immediate("MPI_Issend_c", MPI_Issend_c);
  immediate("MPI_Irsend_c", MPI_Irsend_c);
  persistent("MPI_Send_init_c", MPI_Send_init_c);
  persistent("MPI_Bsend_init_c", MPI_Bsend_init_c);
  persistent("MPI_Ssend_init_c", MPI_Ssend_init_c);
  persistent("MPI_Rsend_init_c", MPI_Rsend_init_c);
  void* where = nullptr;
  MPI_Count bytes = -1;
  CHECK_EQ(MPI_Buffer_detach_c(&where, &bytes), MPI_SUCCESS);
  CHECK(where == space.data());
  CHECK_EQ(bytes, space.size());
  receiving();
  exchanging();
  partitioned();
}

namespace {

/// A buffered message that is received only once the buffer was flushed; `flush` may be called again and again.
template <class Attach, class Flush, class Detach>
void flushed(const char* call, MPI_Comm comm, Attach attach, Flush flush, Detach detach) {
  std::vector<char> space(1 << 12);
  CHECK_EQ(attach(space.data(), static_cast<MPI_Count>(space.size())), MPI_SUCCESS);
  Words out = of(check::rank), in{};
  MPI_Request receive = MPI_REQUEST_NULL;
  CHECK_EQ(MPI_Irecv(in.data(), length, MPI_INT, previous(), 8, comm, &receive), MPI_SUCCESS);
  CHECK_EQ(MPI_Bsend_c(out.data(), length, MPI_INT, next(), 8, comm), MPI_SUCCESS);
  flush();
  flush();
  CHECK_EQ(MPI_Wait(&receive, MPI_STATUS_IGNORE), MPI_SUCCESS);
  arrived(call, in);
  void* where = nullptr;
  MPI_Count bytes = -1;
  CHECK_EQ(detach(&where, &bytes), MPI_SUCCESS);
  CHECK(where == space.data());
  CHECK_EQ(bytes, space.size());
  CHECK_EQ(detach(&where, &bytes), MPI_SUCCESS);  // there is none: said by what is written
  CHECK(where == nullptr);
  CHECK_EQ(bytes, 0);
}

void of_session() {
  MPI_Session session = MPI_SESSION_NULL;
  MPI_Group group = MPI_GROUP_NULL;
  MPI_Comm comm = MPI_COMM_NULL;
  CHECK_EQ(MPI_Session_init(MPI_INFO_NULL, MPI_ERRORS_RETURN, &session), MPI_SUCCESS);
  CHECK_EQ(MPI_Group_from_session_pset(session, "mpi://WORLD", &group), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_create_from_group(group, "twins", MPI_INFO_NULL, MPI_ERRORS_RETURN, &comm), MPI_SUCCESS);
  flushed(
      "MPI_Session_attach_buffer_c", comm,
      [&](void* buffer, MPI_Count bytes) { return MPI_Session_attach_buffer_c(session, buffer, bytes); },
      [&] {
        MPI_Request request = MPI_REQUEST_NULL;
        CHECK_EQ(MPI_Session_iflush_buffer(session, &request), MPI_SUCCESS);
        wait(request);
        CHECK_EQ(MPI_Session_flush_buffer(session), MPI_SUCCESS);
      },
      [&](void* buffer, MPI_Count* bytes) { return MPI_Session_detach_buffer_c(session, buffer, bytes); });
  CHECK_EQ(MPI_Group_free(&group), MPI_SUCCESS);
  CHECK_EQ(MPI_Comm_free(&comm), MPI_SUCCESS);
  CHECK_EQ(MPI_Session_finalize(&session), MPI_SUCCESS);
}

}  // namespace

void buffers() {
  flushed(
      "MPI_Buffer_attach_c", MPI_COMM_WORLD, MPI_Buffer_attach_c,
      [] {
        MPI_Request request = MPI_REQUEST_NULL;
        CHECK_EQ(MPI_Buffer_iflush(&request), MPI_SUCCESS);
        wait(request);
        CHECK_EQ(MPI_Buffer_flush(), MPI_SUCCESS);
      },
      MPI_Buffer_detach_c);
  flushed(
      "MPI_Comm_attach_buffer_c", MPI_COMM_WORLD,
      [](void* buffer, MPI_Count bytes) { return MPI_Comm_attach_buffer_c(MPI_COMM_WORLD, buffer, bytes); },
      [] { CHECK_EQ(MPI_Comm_flush_buffer(MPI_COMM_WORLD), MPI_SUCCESS); },
      [](void* buffer, MPI_Count* bytes) { return MPI_Comm_detach_buffer_c(MPI_COMM_WORLD, buffer, bytes); });
  of_session();
}

void datatypes() {
  const std::array<MPI_Count, 2> places{1, 4};
  MPI_Datatype type = MPI_DATATYPE_NULL;
  CHECK_EQ(MPI_Type_create_indexed_block_c(2, 2, places.data(), MPI_INT, &type), MPI_SUCCESS);
  CHECK_EQ(MPI_Type_commit(&type), MPI_SUCCESS);
  MPI_Count lb = -1, extent = -1;
  CHECK_EQ(MPI_Type_get_true_extent_c(type, &lb, &extent), MPI_SUCCESS);
  CHECK_EQ(lb, 4);
  CHECK_EQ(extent, 20);
  const std::array<int, 6> from{0, 1, 2, 3, 4, 5};
  std::array<int, 6> to{};
  std::array<char, 64> packed{};
  MPI_Count position = 0;
  CHECK_EQ(MPI_Pack_c(from.data(), 1, type, packed.data(), packed.size(), &position, MPI_COMM_SELF), MPI_SUCCESS);
  CHECK_EQ(position, 16);
  position = 0;
  CHECK_EQ(MPI_Unpack_c(packed.data(), packed.size(), &position, to.data(), 1, type, MPI_COMM_SELF), MPI_SUCCESS);
  CHECK_EQ(position, 16);
  CHECK((to == std::array<int, 6>{0, 1, 2, 0, 4, 5}));
  position = 0;
  CHECK_EQ(MPI_Pack_external_c("external32", from.data(), 1, type, packed.data(), packed.size(), &position),
           MPI_SUCCESS);
  CHECK_EQ(position, 16);
  CHECK_EQ(packed[3], 1);  // big-endian
  to = {};
  position = 0;
  CHECK_EQ(MPI_Unpack_external_c("external32", packed.data(), packed.size(), &position, to.data(), 1, type),
           MPI_SUCCESS);
  CHECK((to == std::array<int, 6>{0, 1, 2, 0, 4, 5}));
  CHECK_EQ(MPI_Type_free(&type), MPI_SUCCESS);

  const std::array<MPI_Count, 1> sizes{10};
  const std::array<int, 1> cyclic{MPI_DISTRIBUTE_CYCLIC}, two{2}, processes{2};
  CHECK_EQ(MPI_Type_create_darray_c(2, 1, 1, sizes.data(), cyclic.data(), two.data(), processes.data(), MPI_ORDER_C,
                                    MPI_INT, &type),
           MPI_SUCCESS);  // words 2, 3, 6 and 7
  MPI_Count bytes = -1;
  CHECK_EQ(MPI_Type_size_c(type, &bytes), MPI_SUCCESS);
  CHECK_EQ(bytes, 16);
  CHECK_EQ(MPI_Type_get_true_extent_c(type, &lb, &extent), MPI_SUCCESS);
  CHECK_EQ(lb, 8);
  CHECK_EQ(extent, 24);
  CHECK_EQ(MPI_Type_free(&type), MPI_SUCCESS);
}

}  // namespace twins

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  twins::messages();
  twins::buffers();
  twins::datatypes();
  twins::collectives();
  return check::finish();
}
