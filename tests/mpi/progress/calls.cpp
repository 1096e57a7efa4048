// SPDX-License-Identifier: BSD-3-Clause
// Progress without a progress thread: rank 1 has a long receive under way and calls one function only, again and again,
// until rank 0 says that its send is over. Whatever the call is about, it must move the message.
#include <vector>

#include "mpi/check.hpp"
#include "mpi/progress/shared.hpp"

namespace {

progress::Page* page = nullptr;
int rounds = 0;
MPI_Comm pair = MPI_COMM_NULL;    // of ranks 0 and 1
MPI_Comm others = MPI_COMM_NULL;  // of all ranks but 0

/// Calls `call` on rank 1, which may be what it never is: `prepare` comes before.
template <class Prepare, class Call>
void moves(const char* name, Prepare&& prepare, Call&& call) {
  if (check::rank > 1) return;
  std::vector<char> data(3'000'000, static_cast<char>(check::rank));
  ++rounds;
  progress::begin(name);
  if (check::rank == 0) {
    char small = 0;
    MPI_Send(&small, 1, MPI_CHAR, 1, 5, pair);  // for probes
    MPI_Send(&small, 1, MPI_CHAR, 1, 6, pair);
    progress::compute_until(page->ready, rounds);
    MPI_Send(data.data(), static_cast<int>(data.size()), MPI_CHAR, 1, 1, pair);
    page->over = rounds;
  } else {
    char small = 0;
    MPI_Request never = MPI_REQUEST_NULL;
    MPI_Request early = MPI_REQUEST_NULL;
    MPI_Request late = MPI_REQUEST_NULL;
    MPI_Irecv(&small, 1, MPI_CHAR, 0, 99, pair, &never);
    MPI_Irecv(&small, 1, MPI_CHAR, 0, 6, pair, &early);
    for (int flag = 0; flag == 0;) MPI_Request_get_status(early, &flag, MPI_STATUS_IGNORE);
    MPI_Probe(0, 5, pair, MPI_STATUS_IGNORE);
    prepare();
    MPI_Irecv(data.data(), static_cast<int>(data.size()), MPI_CHAR, 0, 1, pair, &late);
    page->ready = rounds;
    while (page->over.load() < rounds) call(&never, &early);
    MPI_Wait(&late, MPI_STATUS_IGNORE);
    CHECK_EQ(data.back(), 0);
    MPI_Wait(&early, MPI_STATUS_IGNORE);
    MPI_Recv(&small, 1, MPI_CHAR, 0, 5, pair, MPI_STATUS_IGNORE);
    MPI_Cancel(&never);
    MPI_Wait(&never, MPI_STATUS_IGNORE);
  }
}

template <class Call>
void moves(const char* name, Call&& call) {
  moves(
      name, [] {}, call);
}

/// A blocking collective of the other ranks, over and over: the last one tells when it is enough.
void collectives_move() {
  std::vector<char> data(3'000'000, static_cast<char>(check::rank));
  ++rounds;
  progress::begin("MPI_Allreduce");
  if (check::rank == 0) {
    progress::compute_until(page->ready, rounds);
    MPI_Send(data.data(), static_cast<int>(data.size()), MPI_CHAR, 1, 1, pair);
    page->over = rounds;
    return;
  }
  MPI_Request late = MPI_REQUEST_NULL;
  if (check::rank == 1) {
    MPI_Irecv(data.data(), static_cast<int>(data.size()), MPI_CHAR, 0, 1, pair, &late);
    page->ready = rounds;
  }
  for (int over = 0; over == 0;) {
    const int mine = page->over.load() >= rounds ? 1 : 0;
    MPI_Allreduce(&mine, &over, 1, MPI_INT, MPI_MIN, others);
  }
  if (check::rank == 1) MPI_Wait(&late, MPI_STATUS_IGNORE);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  page = &progress::share();
  MPI_Comm_split(MPI_COMM_WORLD, check::rank < 2 ? 0 : MPI_UNDEFINED, 0, &pair);
  MPI_Comm_split(MPI_COMM_WORLD, check::rank > 0 ? 0 : MPI_UNDEFINED, 0, &others);

  int flag = 0;
  int index = 0;
  int count = 0;
  char small = 0;
  MPI_Message message = MPI_MESSAGE_NULL;
  moves("MPI_Test", [&](MPI_Request* never, MPI_Request*) { MPI_Test(never, &flag, MPI_STATUS_IGNORE); });
  moves("MPI_Testall", [&](MPI_Request* never, MPI_Request*) { MPI_Testall(1, never, &flag, MPI_STATUSES_IGNORE); });
  moves("MPI_Testany",
        [&](MPI_Request* never, MPI_Request*) { MPI_Testany(1, never, &index, &flag, MPI_STATUS_IGNORE); });
  moves("MPI_Testsome",
        [&](MPI_Request* never, MPI_Request*) { MPI_Testsome(1, never, &count, &index, MPI_STATUSES_IGNORE); });
  moves("MPI_Request_get_status",
        [&](MPI_Request* never, MPI_Request*) { MPI_Request_get_status(*never, &flag, MPI_STATUS_IGNORE); });
  moves("MPI_Request_get_status of a complete request",
        [&](MPI_Request*, MPI_Request* early) { MPI_Request_get_status(*early, &flag, MPI_STATUS_IGNORE); });
  moves("MPI_Request_get_status_all of complete requests",
        [&](MPI_Request*, MPI_Request* early) { MPI_Request_get_status_all(1, early, &flag, MPI_STATUSES_IGNORE); });
  moves("MPI_Request_get_status_any of complete requests", [&](MPI_Request*, MPI_Request* early) {
    MPI_Request_get_status_any(1, early, &index, &flag, MPI_STATUS_IGNORE);
  });
  moves("MPI_Request_get_status_some of complete requests", [&](MPI_Request*, MPI_Request* early) {
    MPI_Request_get_status_some(1, early, &count, &index, MPI_STATUSES_IGNORE);
  });
  moves("MPI_Iprobe", [&](MPI_Request*, MPI_Request*) { MPI_Iprobe(0, 98, pair, &flag, MPI_STATUS_IGNORE); });
  moves("MPI_Iprobe that finds a message",
        [&](MPI_Request*, MPI_Request*) { MPI_Iprobe(0, 5, pair, &flag, MPI_STATUS_IGNORE); });
  moves("MPI_Probe that finds a message",
        [&](MPI_Request*, MPI_Request*) { MPI_Probe(0, 5, pair, MPI_STATUS_IGNORE); });
  moves("MPI_Improbe",
        [&](MPI_Request*, MPI_Request*) { MPI_Improbe(0, 98, pair, &flag, &message, MPI_STATUS_IGNORE); });
  moves("messages to oneself", [&](MPI_Request*, MPI_Request*) {
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Irecv(&small, 1, MPI_CHAR, 0, 0, MPI_COMM_SELF, &request);
    MPI_Send(&small, 1, MPI_CHAR, 0, 0, MPI_COMM_SELF);
    MPI_Wait(&request, MPI_STATUS_IGNORE);
  });
  moves("MPI_Sendrecv with oneself", [&](MPI_Request*, MPI_Request*) {
    MPI_Sendrecv(&small, 1, MPI_CHAR, 0, 0, &small, 0, MPI_CHAR, MPI_PROC_NULL, 0, MPI_COMM_SELF, MPI_STATUS_IGNORE);
    MPI_Recv(&small, 1, MPI_CHAR, 0, 0, MPI_COMM_SELF, MPI_STATUS_IGNORE);
  });
  MPI_Request persistent = MPI_REQUEST_NULL;
  MPI_Send_init(&small, 1, MPI_CHAR, MPI_PROC_NULL, 0, MPI_COMM_SELF, &persistent);
  moves("MPI_Start", [&](MPI_Request*, MPI_Request*) {
    MPI_Start(&persistent);
    MPI_Wait(&persistent, MPI_STATUS_IGNORE);
  });
  MPI_Request_free(&persistent);
  moves("MPI_Barrier on MPI_COMM_SELF", [&](MPI_Request*, MPI_Request*) { MPI_Barrier(MPI_COMM_SELF); });
  moves("MPI_Ibarrier and MPI_Wait on MPI_COMM_SELF", [&](MPI_Request*, MPI_Request*) {
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Ibarrier(MPI_COMM_SELF, &request);
    MPI_Wait(&request, MPI_STATUS_IGNORE);
  });
  if (size > 2) collectives_move();
  if (pair != MPI_COMM_NULL) MPI_Comm_free(&pair);
  if (others != MPI_COMM_NULL) MPI_Comm_free(&others);
  return check::finish();
}
