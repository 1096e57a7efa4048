// SPDX-License-Identifier: BSD-3-Clause
// Control variables: what is in force is read, and written where and when that has an effect. Runs with BATON_SPIN=777
// and BATON_BCAST=chain.
#include <cstring>
#include <string>

#include "mpi/check.hpp"

namespace {

/// A handle of the variable with this name.
class Control {
 public:
  explicit Control(const char* name) {
    CHECK_EQ(MPI_T_cvar_get_index(name, &index_), MPI_SUCCESS);
    CHECK_EQ(MPI_T_cvar_handle_alloc(index_, nullptr, &handle_, &count_), MPI_SUCCESS);
  }
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;
  ~Control() {
    const MPI_T_cvar_handle stale = handle_;
    CHECK_EQ(MPI_T_cvar_handle_free(&handle_), MPI_SUCCESS);
    CHECK(handle_ == MPI_T_CVAR_HANDLE_NULL);
    MPI_Count value = 0;
    CHECK_EQ(MPI_T_cvar_read(stale, &value), MPI_T_ERR_INVALID_HANDLE);
  }
  [[nodiscard]] MPI_Count whole() const {
    MPI_Count value = -1;
    CHECK_EQ(MPI_T_cvar_read(handle_, &value), MPI_SUCCESS);
    return value;
  }
  [[nodiscard]] double seconds() const {
    double value = -1;
    CHECK_EQ(MPI_T_cvar_read(handle_, &value), MPI_SUCCESS);
    return value;
  }
  [[nodiscard]] std::string word() const {
    std::string text(static_cast<std::size_t>(count_), '?');
    CHECK_EQ(MPI_T_cvar_read(handle_, text.data()), MPI_SUCCESS);
    return text.c_str();
  }
  [[nodiscard]] int write(MPI_Count value) const { return MPI_T_cvar_write(handle_, &value); }
  [[nodiscard]] int write(double value) const { return MPI_T_cvar_write(handle_, &value); }
  [[nodiscard]] int write(const std::string& value) const { return MPI_T_cvar_write(handle_, value.c_str()); }
  [[nodiscard]] int scope() const {
    int scope = -1;
    MPI_T_cvar_get_info(index_, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, &scope);
    return scope;
  }

 private:
  int index_ = -1;
  MPI_T_cvar_handle handle_ = MPI_T_CVAR_HANDLE_NULL;
  int count_ = 0;
};

void before_init() {
  CHECK_EQ(Control("BATON_SPIN").whole(), 777);
  CHECK(Control("BATON_BCAST").word() == "chain");
  CHECK(Control("BATON_LOG").word() == "warn");
  CHECK_EQ(Control("BATON_CONNECT_TIMEOUT").seconds(), 20);
  // What is written now is what MPI will start with.
  CHECK_EQ(Control("BATON_EAGER_BUDGET").write(MPI_Count{3 << 20}), MPI_SUCCESS);
  CHECK_EQ(Control("BATON_CONNECT_TIMEOUT").write(12.5), MPI_SUCCESS);
  CHECK_EQ(Control("BATON_ALLREDUCE").write("ring"), MPI_SUCCESS);
  CHECK_EQ(Control("BATON_ALLREDUCE").write("no_algorithm"), MPI_T_ERR_INVALID);
  CHECK(Control("BATON_ALLREDUCE").word() == "ring");
  CHECK_EQ(Control("BATON_EAGER_BUDGET").write(MPI_Count{-1}), MPI_T_ERR_INVALID);
  CHECK_EQ(Control("BATON_CONNECT_TIMEOUT").write(-1.0), MPI_T_ERR_INVALID);
}

void while_mpi_runs() {
  CHECK_EQ(Control("BATON_EAGER_BUDGET").whole(), 3 << 20);
  CHECK_EQ(Control("BATON_CONNECT_TIMEOUT").seconds(), 12.5);
  CHECK(Control("BATON_ALLREDUCE").word() == "ring");
  CHECK_EQ(Control("BATON_SPIN").whole(), 777);
  // Read at the start: too late.
  CHECK_EQ(Control("BATON_EAGER_BUDGET").write(MPI_Count{1 << 20}), MPI_T_ERR_CVAR_SET_NOT_NOW);
  CHECK_EQ(Control("BATON_TRANSPORT").write("tcp"), MPI_T_ERR_CVAR_SET_NOT_NOW);
  CHECK_EQ(Control("BATON_EAGER_BUDGET").whole(), 3 << 20);
  // A change of the environment is no change of what is in force.
  ::setenv("BATON_EAGER_BUDGET", "1M", 1);
  CHECK_EQ(Control("BATON_EAGER_BUDGET").whole(), 3 << 20);
  // These can change at any time.
  CHECK_EQ(Control("BATON_SPIN").write(MPI_Count{555}), MPI_SUCCESS);
  CHECK_EQ(Control("BATON_SPIN").whole(), 555);
  CHECK_EQ(Control("BATON_SPIN").write(MPI_Count{1} << 40), MPI_T_ERR_INVALID);
  CHECK_EQ(Control("BATON_LOG").write("error"), MPI_SUCCESS);
  CHECK(Control("BATON_LOG").word() == "error");
  CHECK_EQ(Control("BATON_LOG").write("loud"), MPI_T_ERR_INVALID);
  CHECK_EQ(Control("BATON_LOG").write("warn"), MPI_SUCCESS);
}

unsigned long long rendezvous_of(int bytes) {
  int index = -1;
  int count = 0;
  MPI_T_pvar_session session = MPI_T_PVAR_SESSION_NULL;
  MPI_T_pvar_handle handle = MPI_T_PVAR_HANDLE_NULL;
  MPI_T_pvar_get_index("messages_sent_rendezvous", MPI_T_PVAR_CLASS_COUNTER, &index);
  MPI_T_pvar_session_create(&session);
  MPI_T_pvar_handle_alloc(session, index, nullptr, &handle, &count);
  MPI_T_pvar_start(session, handle);
  std::string sent(static_cast<std::size_t>(bytes), 'x');
  std::string got(sent.size(), ' ');
  MPI_Sendrecv(sent.data(), bytes, MPI_CHAR, check::rank, 1, got.data(), bytes, MPI_CHAR, check::rank, 1,
               MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  CHECK(got == sent);
  unsigned long long messages = 99;
  MPI_T_pvar_read(session, handle, &messages);
  MPI_T_pvar_session_free(&session);
  return messages;
}

void the_eager_limit_takes_effect_at_once() {
  const Control limit("BATON_EAGER_BYTES");
  CHECK_EQ(limit.whole(), 0);
  CHECK_EQ(rendezvous_of(1000), 0);
  CHECK_EQ(limit.write(MPI_Count{100}), MPI_SUCCESS);
  CHECK_EQ(rendezvous_of(1000), 1);
  CHECK_EQ(rendezvous_of(100), 0);
  CHECK_EQ(limit.write(MPI_Count{0}), MPI_SUCCESS);
  CHECK_EQ(rendezvous_of(1000), 0);
}

void scopes_and_what_can_never_be_set() {
  CHECK_EQ(Control("BATON_SPIN").scope(), MPI_T_SCOPE_LOCAL);
  CHECK_EQ(Control("BATON_BCAST").scope(), MPI_T_SCOPE_ALL_EQ);
  const Control checks("argument_checks");
  CHECK_EQ(checks.scope(), MPI_T_SCOPE_CONSTANT);
  CHECK_EQ(checks.write(MPI_Count{0}), MPI_T_ERR_CVAR_SET_NEVER);
}

void wrong_handles_are_told() {
  MPI_T_cvar_handle handle = MPI_T_CVAR_HANDLE_NULL;
  int count = 0;
  CHECK_EQ(MPI_T_cvar_handle_free(&handle), MPI_T_ERR_INVALID_HANDLE);
  CHECK_EQ(MPI_T_cvar_handle_alloc(-1, nullptr, &handle, &count), MPI_T_ERR_INVALID_INDEX);
  CHECK_EQ(MPI_T_cvar_read(handle, &count), MPI_T_ERR_INVALID_HANDLE);
  CHECK_EQ(MPI_T_cvar_read(reinterpret_cast<MPI_T_cvar_handle>(&count), &count), MPI_T_ERR_INVALID_HANDLE);
}

}  // namespace

int main(int argc, char** argv) {
  int provided = 0;
  MPI_T_init_thread(MPI_THREAD_SINGLE, &provided);
  before_init();
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  while_mpi_runs();
  the_eager_limit_takes_effect_at_once();
  scopes_and_what_can_never_be_set();
  wrong_handles_are_told();
  MPI_T_finalize();
  return check::finish();
}
