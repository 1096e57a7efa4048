// SPDX-License-Identifier: BSD-3-Clause
// Sends and receives in all modes, blocking, non-blocking and persistent, around a ring of any size (MPI 5.0, chapter
// 3).
#include <numeric>
#include <vector>

#include "mpi/check.hpp"

namespace {

int size = 0;
int next = 0;
int before = 0;

std::vector<int> message(int count, int from) {
  std::vector<int> data(static_cast<std::size_t>(count));
  std::iota(data.begin(), data.end(), from * 1000);
  return data;
}

void ring_with_every_mode() {
  for (const int count : {0, 1, 12, 3000, 300'000}) {
    const auto out = message(count, check::rank);
    const auto wanted = message(count, before);
    for (int mode = 0; mode < 4; ++mode) {
      std::vector<int> in(static_cast<std::size_t>(count) + 1, -7);
      MPI_Request receive;
      MPI_Irecv(in.data(), count + 1, MPI_INT, before, mode, MPI_COMM_WORLD, &receive);
      MPI_Barrier(MPI_COMM_WORLD);  // for the ready mode: every receive is posted
      MPI_Request send;
      switch (mode) {
        case 0: MPI_Isend(out.data(), count, MPI_INT, next, mode, MPI_COMM_WORLD, &send); break;
        case 1: MPI_Issend(out.data(), count, MPI_INT, next, mode, MPI_COMM_WORLD, &send); break;
        case 2: MPI_Irsend(out.data(), count, MPI_INT, next, mode, MPI_COMM_WORLD, &send); break;
        default: MPI_Ibsend(out.data(), count, MPI_INT, next, mode, MPI_COMM_WORLD, &send); break;
      }
      MPI_Status status;
      MPI_Wait(&receive, &status);
      MPI_Wait(&send, MPI_STATUS_IGNORE);
      int got = -1;
      MPI_Get_count(&status, MPI_INT, &got);
      CHECK_EQ(got, count);
      CHECK_EQ(status.MPI_SOURCE, before);
      CHECK_EQ(status.MPI_TAG, mode);
      CHECK_EQ(in.back(), -7);
      in.pop_back();
      CHECK(in == wanted);
      CHECK(receive == MPI_REQUEST_NULL && send == MPI_REQUEST_NULL);
    }
  }
}

void blocking_pairs() {
  const int partner = check::rank ^ 1;
  if (partner >= size) return;
  for (const int count : {1, 100, 100'000}) {
    const auto out = message(count, check::rank);
    std::vector<int> in(static_cast<std::size_t>(count));
    for (int turn = 0; turn < 2; ++turn) {
      if ((check::rank & 1) == turn) {
        if (turn == 0) MPI_Send(out.data(), count, MPI_INT, partner, 5, MPI_COMM_WORLD);
        if (turn == 1) MPI_Ssend(out.data(), count, MPI_INT, partner, 5, MPI_COMM_WORLD);
      } else {
        MPI_Recv(in.data(), count, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        CHECK(in == message(count, partner));
      }
    }
    MPI_Status status;
    MPI_Sendrecv(out.data(), count, MPI_INT, partner, 1, in.data(), count, MPI_INT, partner, 1, MPI_COMM_WORLD,
                 &status);
    CHECK(in == message(count, partner));
    auto both = out;
    MPI_Sendrecv_replace(both.data(), count, MPI_INT, partner, 2, partner, 2, MPI_COMM_WORLD, &status);
    CHECK(both == message(count, partner));
    CHECK_EQ(status.MPI_TAG, 2);
    both = out;
    MPI_Request request;
    MPI_Isendrecv_replace(both.data(), count, MPI_INT, partner, 3, partner, 3, MPI_COMM_WORLD, &request);
    MPI_Wait(&request, &status);
    CHECK(both == message(count, partner));
  }
}

void persistent_ring() {
  std::vector<int> out(50'000);
  std::vector<int> in(50'000);
  for (const int count : {3, 50'000}) {
    MPI_Request requests[2];
    MPI_Send_init(out.data(), count, MPI_INT, next, 9, MPI_COMM_WORLD, &requests[0]);
    MPI_Recv_init(in.data(), count, MPI_INT, before, 9, MPI_COMM_WORLD, &requests[1]);
    for (int round = 0; round < 5; ++round) {
      std::fill(out.begin(), out.end(), check::rank * 10 + round);
      MPI_Startall(2, requests);
      MPI_Status statuses[2];
      MPI_Waitall(2, requests, statuses);
      CHECK(requests[0] != MPI_REQUEST_NULL);
      CHECK_EQ(statuses[1].MPI_SOURCE, before);
      CHECK_EQ(in[static_cast<std::size_t>(count) - 1], before * 10 + round);
    }
    int flag = 0;
    MPI_Test(&requests[0], &flag, MPI_STATUS_IGNORE);
    CHECK(flag);  // inactive
    MPI_Request_free(&requests[0]);
    MPI_Request_free(&requests[1]);
    CHECK(requests[0] == MPI_REQUEST_NULL);
  }
}

void probes() {
  if (check::rank == 0) {
    for (int i = 1; i < size; ++i) {
      MPI_Status status;
      MPI_Probe(MPI_ANY_SOURCE, 77, MPI_COMM_WORLD, &status);
      int count = 0;
      MPI_Get_count(&status, MPI_INT, &count);
      CHECK_EQ(count, 10 * status.MPI_SOURCE * status.MPI_SOURCE * status.MPI_SOURCE * status.MPI_SOURCE);
      MPI_Message taken;
      MPI_Mprobe(status.MPI_SOURCE, 77, MPI_COMM_WORLD, &taken, &status);
      int flag = 1;
      MPI_Iprobe(status.MPI_SOURCE, 77, MPI_COMM_WORLD, &flag, MPI_STATUS_IGNORE);
      CHECK(!flag);  // taken out of matching
      std::vector<int> in(static_cast<std::size_t>(count));
      MPI_Mrecv(in.data(), count, MPI_INT, &taken, &status);
      CHECK(taken == MPI_MESSAGE_NULL);
      CHECK(in == message(count, status.MPI_SOURCE));
    }
  } else {
    const auto out = message(10 * check::rank * check::rank * check::rank * check::rank, check::rank);
    MPI_Send(out.data(), static_cast<int>(out.size()), MPI_INT, 0, 77, MPI_COMM_WORLD);
  }
  int flag = 0;
  MPI_Status status;
  MPI_Iprobe(MPI_PROC_NULL, 0, MPI_COMM_WORLD, &flag, &status);
  CHECK(flag && status.MPI_SOURCE == MPI_PROC_NULL);
}

void many_requests_in_any_order() {
  constexpr int count = 300;
  std::vector<int> out(count);
  std::vector<int> in(count, -1);
  std::vector<MPI_Request> requests;
  for (int i = 0; i < count; ++i) {
    requests.emplace_back();
    MPI_Irecv(&in[static_cast<std::size_t>(i)], 1, MPI_INT, before, i, MPI_COMM_WORLD, &requests.back());
  }
  for (int i = count - 1; i >= 0; --i) {
    out[static_cast<std::size_t>(i)] = i * 3 + check::rank;
    requests.emplace_back();
    MPI_Isend(&out[static_cast<std::size_t>(i)], 1, MPI_INT, next, i, MPI_COMM_WORLD, &requests.back());
  }
  int left = 2 * count;
  int index = 0;
  MPI_Status status;
  MPI_Waitany(2 * count, requests.data(), &index, &status);
  CHECK(index >= 0 && requests[static_cast<std::size_t>(index)] == MPI_REQUEST_NULL);
  --left;
  std::vector<int> indices(2 * count);
  while (left > 2) {
    int done = 0;
    MPI_Waitsome(2 * count, requests.data(), &done, indices.data(), MPI_STATUSES_IGNORE);
    CHECK(done > 0);
    left -= done;
  }
  MPI_Waitall(2 * count, requests.data(), MPI_STATUSES_IGNORE);
  for (int i = 0; i < count; ++i) CHECK_EQ(in[static_cast<std::size_t>(i)], i * 3 + before);
  MPI_Waitany(2 * count, requests.data(), &index, &status);
  CHECK_EQ(index, MPI_UNDEFINED);
  int flag = 0;
  MPI_Testall(2 * count, requests.data(), &flag, MPI_STATUSES_IGNORE);
  CHECK(flag);
}

/// MPI 5.0, 3.7.3: source MPI_ANY_SOURCE, tag MPI_ANY_TAG, error MPI_SUCCESS, count 0, not cancelled.
void is_empty(const MPI_Status& status) {
  CHECK_EQ(status.MPI_SOURCE, MPI_ANY_SOURCE);
  CHECK_EQ(status.MPI_TAG, MPI_ANY_TAG);
  CHECK_EQ(status.MPI_ERROR, MPI_SUCCESS);
  int count = -1;
  int cancelled = 1;
  MPI_Get_count(&status, MPI_INT, &count);
  MPI_Test_cancelled(&status, &cancelled);
  CHECK_EQ(count, 0);
  CHECK_EQ(cancelled, 0);
}

void empty_status() {
  const auto after = [](auto&& ask) {
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Status status;
    status.MPI_SOURCE = status.MPI_TAG = status.MPI_ERROR = 12345;
    int number = 0;
    int index = 0;
    CHECK_EQ(ask(&request, &number, &index, &status), MPI_SUCCESS);
    is_empty(status);
  };
  after([](auto* r, int*, int*, auto* s) { return MPI_Wait(r, s); });
  after([](auto* r, int* flag, int*, auto* s) { return MPI_Test(r, flag, s); });
  after([](auto* r, int*, int* index, auto* s) { return MPI_Waitany(1, r, index, s); });
  after([](auto* r, int* flag, int* index, auto* s) { return MPI_Testany(1, r, index, flag, s); });
  after([](auto* r, int*, int*, auto* s) { return MPI_Waitall(1, r, s); });
  after([](auto* r, int* flag, int*, auto* s) { return MPI_Testall(1, r, flag, s); });
  after([](auto* r, int* flag, int*, auto* s) { return MPI_Request_get_status(*r, flag, s); });
}

/// Calls that return several statuses tell each its error, MPI_SUCCESS too: nobody looks at one that was never written.
void each_status_tells_its_error() {
  const int sent = 5;
  int got = 0;
  MPI_Request requests[2];
  MPI_Status statuses[2];
  for (const bool waits : {true, false}) {
    statuses[0].MPI_ERROR = statuses[1].MPI_ERROR = 12345;
    MPI_Irecv(&got, 1, MPI_INT, before, 77, MPI_COMM_WORLD, &requests[0]);
    MPI_Isend(&sent, 1, MPI_INT, next, 77, MPI_COMM_WORLD, &requests[1]);
    int flag = 0;
    while (flag == 0) {
      CHECK_EQ(waits ? MPI_Waitall(2, requests, statuses) : MPI_Testall(2, requests, &flag, statuses), MPI_SUCCESS);
      if (waits) flag = 1;
    }
    CHECK_EQ(statuses[0].MPI_ERROR, MPI_SUCCESS);
    CHECK_EQ(statuses[0].MPI_SOURCE, before);
    CHECK_EQ(statuses[1].MPI_ERROR, MPI_SUCCESS);
  }
}

void cancelled_receive() {
  int value = 0;
  MPI_Request request;
  MPI_Irecv(&value, 1, MPI_INT, before, 12345, MPI_COMM_WORLD, &request);
  MPI_Cancel(&request);
  MPI_Status status;
  MPI_Wait(&request, &status);
  int flag = 0;
  MPI_Test_cancelled(&status, &flag);
  CHECK(flag);
}

/// "The cancel operation must succeed, since the send cannot complete normally" (MPI 5.0, 11.2.2): a synchronous send
/// that nobody receives; and whoever receives afterwards gets the message that was sent after it.
void cancelled_send() {
  const int lost = -1, kept = 7;
  MPI_Status status;
  int flag = 0;
  MPI_Request request;
  MPI_Issend(&lost, 1, MPI_INT, next, 12346, MPI_COMM_WORLD, &request);
  MPI_Cancel(&request);
  MPI_Wait(&request, &status);
  MPI_Test_cancelled(&status, &flag);
  CHECK(flag);
  MPI_Ssend_init(&lost, 1, MPI_INT, next, 12346, MPI_COMM_WORLD, &request);
  for (int turn = 0; turn < 2; ++turn) {
    MPI_Start(&request);
    MPI_Cancel(&request);
    MPI_Wait(&request, &status);
    MPI_Test_cancelled(&status, &flag);
    CHECK(flag);
  }
  MPI_Request_free(&request);
  MPI_Barrier(MPI_COMM_WORLD);  // until here nobody receives
  int got = 0;
  MPI_Sendrecv(&kept, 1, MPI_INT, next, 12346, &got, 1, MPI_INT, before, 12346, MPI_COMM_WORLD, &status);
  CHECK_EQ(got, kept);
}

void proc_null_does_nothing() {
  int value = 42;
  MPI_Status status;
  MPI_Send(&value, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD);
  MPI_Recv(&value, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD, &status);
  CHECK_EQ(value, 42);
  CHECK_EQ(status.MPI_SOURCE, MPI_PROC_NULL);
  CHECK_EQ(status.MPI_TAG, MPI_ANY_TAG);
}

void partitioned_ring() {
  constexpr int partitions = 8;
  std::vector<double> out(partitions * 100);
  std::vector<double> in(partitions * 100);
  MPI_Request requests[2];
  MPI_Psend_init(out.data(), partitions, 100, MPI_DOUBLE, next, 3, MPI_COMM_WORLD, MPI_INFO_NULL, &requests[0]);
  MPI_Precv_init(in.data(), partitions / 2, 200, MPI_DOUBLE, before, 3, MPI_COMM_WORLD, MPI_INFO_NULL, &requests[1]);
  for (int round = 0; round < 3; ++round) {
    MPI_Startall(2, requests);
    for (int i = partitions - 1; i >= 0; --i) {
      for (int k = 0; k < 100; ++k)
        out[static_cast<std::size_t>(i * 100 + k)] = check::rank * 1e6 + round * 1e4 + i * 100 + k;
      MPI_Pready(i, requests[0]);
    }
    int flag = 0;
    while (!flag) MPI_Parrived(requests[1], 1, &flag);
    MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
    for (int i = 0; i < partitions * 100; ++i) {
      CHECK(in[static_cast<std::size_t>(i)] == before * 1e6 + round * 1e4 + i);
    }
  }
  MPI_Request_free(&requests[0]);
  MPI_Request_free(&requests[1]);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  next = (check::rank + 1) % size;
  before = (check::rank + size - 1) % size;
  MPI_Buffer_attach(MPI_BUFFER_AUTOMATIC, 0);
  for (const auto part :
       {ring_with_every_mode, blocking_pairs, persistent_ring, probes, many_requests_in_any_order, empty_status,
        each_status_tells_its_error, cancelled_receive, cancelled_send, proc_null_does_nothing, partitioned_ring}) {
    part();
    MPI_Barrier(MPI_COMM_WORLD);  // wildcards of one part never see messages of the next
  }
  return check::finish();
}
