// SPDX-License-Identifier: BSD-3-Clause
// A tool's thread reads while the program communicates: MPI_THREAD_MULTIPLE of the tool interface before MPI_Init,
// under a program that asks for MPI_THREAD_SINGLE.
#include <atomic>
#include <thread>

#include "mpi/check.hpp"

int main(int argc, char** argv) {
  int provided = -1;
  CHECK_EQ(MPI_T_init_thread(MPI_THREAD_MULTIPLE, &provided), MPI_SUCCESS);
  CHECK_EQ(provided, MPI_THREAD_MULTIPLE);
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  int level = -1;
  MPI_Query_thread(&level);
  CHECK_EQ(level, MPI_THREAD_SINGLE);
  int index = -1;
  int count = 0;
  MPI_Comm world = MPI_COMM_WORLD;
  MPI_T_pvar_session session = MPI_T_PVAR_SESSION_NULL;
  MPI_T_pvar_handle handle = MPI_T_PVAR_HANDLE_NULL;
  MPI_T_pvar_handle queue = MPI_T_PVAR_HANDLE_NULL;
  MPI_T_pvar_session_create(&session);
  MPI_T_pvar_get_index("messages_received", MPI_T_PVAR_CLASS_COUNTER, &index);
  MPI_T_pvar_handle_alloc(session, index, nullptr, &handle, &count);
  MPI_T_pvar_get_index("comm_unexpected_queue_length", MPI_T_PVAR_CLASS_LEVEL, &index);
  MPI_T_pvar_handle_alloc(session, index, &world, &queue, &count);
  MPI_T_pvar_start(session, handle);
  std::atomic<bool> stop{false};
  std::atomic<int> reads{0};
  std::atomic<int> wrong{0};
  std::thread tool([&] {
    unsigned long long last = 0;
    while (!stop || reads == 0) {
      unsigned long long received = 0;
      unsigned long long waiting = 0;
      if (MPI_T_pvar_read(session, handle, &received) != MPI_SUCCESS || received < last) ++wrong;
      if (MPI_T_pvar_read(session, queue, &waiting) != MPI_SUCCESS || waiting > 1000) ++wrong;
      last = received;
      ++reads;
    }
  });
  int ranks = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  const int partner = ranks == 1 ? 0 : 1 - check::rank;
  for (int i = 0; i < 2000; ++i) {
    int got = -1;
    MPI_Sendrecv(&i, 1, MPI_INT, partner, 0, &got, 1, MPI_INT, partner, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    if (got != i) ++wrong;
  }
  stop = true;
  tool.join();
  CHECK_EQ(wrong.load(), 0);
  MPI_T_pvar_session_free(&session);
  // While MPI runs without locks, a tool gets no more than its calls one at a time; here it runs with them.
  CHECK_EQ(MPI_T_init_thread(MPI_THREAD_MULTIPLE, &provided), MPI_SUCCESS);
  CHECK_EQ(provided, MPI_THREAD_MULTIPLE);
  MPI_T_finalize();
  MPI_T_finalize();
  return check::finish();
}
