// SPDX-License-Identifier: BSD-3-Clause
// Ranks that share too few cores and ask in a loop instead of waiting: every call that asks and returns gives up the
// core after some answers of no. Without that each question lasts until the system takes the core away.
#include <sched.h>

#include "mpi/check.hpp"

namespace {

constexpr int row = 100;  // questions in a row, more than it takes

/// Leaves this process two of its cores, so that three ranks are too many wherever the test runs; how many it has.
int crowd() {
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  CHECK_EQ(sched_getaffinity(0, sizeof cpus, &cpus), 0);
  int left = 2;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (CPU_ISSET(cpu, &cpus) && left-- <= 0) CPU_CLR(cpu, &cpus);
  }
  CHECK_EQ(sched_setaffinity(0, sizeof cpus, &cpus), 0);
  return CPU_COUNT(&cpus);
}

class Variable {
 public:
  Variable(const char* name, int variable_class) {
    int index = -1;
    int count = 0;
    CHECK_EQ(MPI_T_pvar_session_create(&session_), MPI_SUCCESS);
    CHECK_EQ(MPI_T_pvar_get_index(name, variable_class, &index), MPI_SUCCESS);
    CHECK_EQ(MPI_T_pvar_handle_alloc(session_, index, nullptr, &handle_, &count), MPI_SUCCESS);
    if (variable_class == MPI_T_PVAR_CLASS_COUNTER) MPI_T_pvar_start(session_, handle_);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    MPI_T_pvar_handle_free(session_, &handle_);
    MPI_T_pvar_session_free(&session_);
  }
  template <class Number>
  [[nodiscard]] Number read() const {
    Number value{};
    CHECK_EQ(MPI_T_pvar_read(session_, handle_, &value), MPI_SUCCESS);
    return value;
  }

 private:
  MPI_T_pvar_session session_ = MPI_T_PVAR_SESSION_NULL;
  MPI_T_pvar_handle handle_ = MPI_T_PVAR_HANDLE_NULL;
};

template <class Ask>
void gives_up_the_core(const char* name, bool crowded, Ask&& ask) {
  const Variable yielded("polls_yielded", MPI_T_PVAR_CLASS_COUNTER);
  for (int i = 0; i < row; ++i) {
    int flag = 1;
    ask(&flag);
    check::that(flag == 0, name, __FILE__, __LINE__);
  }
  check::that((yielded.read<unsigned long long>() > 0) == crowded, name, __FILE__, __LINE__);
}

}  // namespace

int main(int argc, char** argv) {
  const int cores = crowd();
  int provided = 0;
  MPI_T_init_thread(MPI_THREAD_SINGLE, &provided);
  MPI_Init(&argc, &argv);
  const bool crowded = Variable("waiting", MPI_T_PVAR_CLASS_STATE).read<int>() != 0;
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  CHECK(crowded || size < 3 || cores < 2);  // a launcher that binds each rank to a core makes no crowd

  char byte = 0;
  int index = 0;
  int done = 0;
  MPI_Message message = MPI_MESSAGE_NULL;
  MPI_Request receive = MPI_REQUEST_NULL;
  MPI_Irecv(&byte, 1, MPI_CHAR, MPI_ANY_SOURCE, 7, MPI_COMM_WORLD, &receive);
  gives_up_the_core("MPI_Test", crowded, [&](int* flag) { MPI_Test(&receive, flag, MPI_STATUS_IGNORE); });
  gives_up_the_core("MPI_Testall", crowded, [&](int* flag) { MPI_Testall(1, &receive, flag, MPI_STATUSES_IGNORE); });
  gives_up_the_core("MPI_Testany", crowded,
                    [&](int* flag) { MPI_Testany(1, &receive, &index, flag, MPI_STATUS_IGNORE); });
  gives_up_the_core("MPI_Testsome", crowded, [&](int* flag) {
    MPI_Testsome(1, &receive, &done, &index, MPI_STATUSES_IGNORE);
    *flag = done;
  });
  gives_up_the_core("MPI_Request_get_status", crowded,
                    [&](int* flag) { MPI_Request_get_status(receive, flag, MPI_STATUS_IGNORE); });
  gives_up_the_core("MPI_Request_get_status_all", crowded,
                    [&](int* flag) { MPI_Request_get_status_all(1, &receive, flag, MPI_STATUSES_IGNORE); });
  gives_up_the_core("MPI_Iprobe", crowded,
                    [&](int* flag) { MPI_Iprobe(MPI_ANY_SOURCE, 8, MPI_COMM_WORLD, flag, MPI_STATUS_IGNORE); });
  gives_up_the_core("MPI_Improbe", crowded, [&](int* flag) {
    MPI_Improbe(MPI_ANY_SOURCE, 8, MPI_COMM_WORLD, flag, &message, MPI_STATUS_IGNORE);
  });
  MPI_Barrier(MPI_COMM_WORLD);
  MPI_Cancel(&receive);
  MPI_Wait(&receive, MPI_STATUS_IGNORE);
  const int code = check::finish();
  return MPI_T_finalize() == MPI_SUCCESS ? code : 1;
}
