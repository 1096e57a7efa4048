// SPDX-License-Identifier: BSD-3-Clause
// Performance variables: they count what happens, for each handle from its own start, and refuse what they cannot do.
#include <cstdlib>
#include <string>
#include <vector>

#include "mpi/check.hpp"

namespace {

using Number = unsigned long long;

class Session {
 public:
  Session() { CHECK_EQ(MPI_T_pvar_session_create(&session_), MPI_SUCCESS); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    CHECK_EQ(MPI_T_pvar_session_free(&session_), MPI_SUCCESS);
    CHECK(session_ == MPI_T_PVAR_SESSION_NULL);
  }
  [[nodiscard]] MPI_T_pvar_session get() const { return session_; }

  MPI_T_pvar_handle open(const char* name, int variable_class, MPI_Comm comm = MPI_COMM_NULL, int wanted = 1) const {
    int index = -1;
    int count = -1;
    MPI_T_pvar_handle handle = MPI_T_PVAR_HANDLE_NULL;
    CHECK_EQ(MPI_T_pvar_get_index(name, variable_class, &index), MPI_SUCCESS);
    CHECK_EQ(MPI_T_pvar_handle_alloc(session_, index, &comm, &handle, &count), MPI_SUCCESS);
    CHECK_EQ(count, wanted);
    return handle;
  }
  MPI_T_pvar_handle start(const char* name, MPI_Comm comm = MPI_COMM_NULL) const {
    const MPI_T_pvar_handle handle = open(name, MPI_T_PVAR_CLASS_COUNTER, comm);
    CHECK_EQ(MPI_T_pvar_start(session_, handle), MPI_SUCCESS);
    return handle;
  }
  [[nodiscard]] Number read(MPI_T_pvar_handle handle) const {
    Number value = ~0ULL;
    CHECK_EQ(MPI_T_pvar_read(session_, handle, &value), MPI_SUCCESS);
    return value;
  }

 private:
  MPI_T_pvar_session session_ = MPI_T_PVAR_SESSION_NULL;
};

int partner;  // the other rank, or this one when it is alone

void exchange(int bytes, int tag = 3) {
  std::string out(static_cast<std::size_t>(bytes), 'a');
  std::string in(out.size(), 'b');
  MPI_Sendrecv(out.data(), bytes, MPI_CHAR, partner, tag, in.data(), bytes, MPI_CHAR, partner, tag, MPI_COMM_WORLD,
               MPI_STATUS_IGNORE);
}

/// The other rank may be one message ahead: one came before the count began, or one more is here already.
void within(Number value, Number least, Number most) {
  CHECK(value >= least);
  CHECK(value <= most);
}

void counters_count_from_their_start() {
  const Session session;
  const auto sent = session.start("messages_sent");
  const auto received = session.start("messages_received");
  const auto bytes = session.start("bytes_sent");
  const auto eager = session.start("messages_sent_eager");
  const auto rendezvous = session.start("messages_sent_rendezvous");
  const auto idle = session.open("messages_sent", MPI_T_PVAR_CLASS_COUNTER);
  exchange(100);
  exchange(1 << 20);
  CHECK_EQ(session.read(sent), 2);
  within(session.read(received), 1, 3);
  CHECK_EQ(session.read(bytes), 100 + (1 << 20));
  CHECK_EQ(session.read(eager), 1);
  CHECK_EQ(session.read(rendezvous), 1);
  CHECK_EQ(session.read(idle), 0);
  CHECK_EQ(MPI_T_pvar_stop(session.get(), sent), MPI_SUCCESS);
  exchange(10);
  CHECK_EQ(session.read(sent), 2);
  CHECK_EQ(MPI_T_pvar_start(session.get(), sent), MPI_SUCCESS);
  exchange(10);
  CHECK_EQ(session.read(sent), 3);
  CHECK_EQ(MPI_T_pvar_reset(session.get(), sent), MPI_SUCCESS);
  CHECK_EQ(session.read(sent), 0);
  exchange(10);
  Number value = 0;
  CHECK_EQ(MPI_T_pvar_readreset(session.get(), sent, &value), MPI_SUCCESS);
  CHECK_EQ(value, 1);
  CHECK_EQ(session.read(sent), 0);
  value = 1000;
  CHECK_EQ(MPI_T_pvar_write(session.get(), sent, &value), MPI_SUCCESS);
  exchange(10);
  CHECK_EQ(session.read(sent), 1001);
  within(session.read(received), 5, 7);
}

/// A message of 4 MiB each way between buffers of MPI_Alloc_mem is copied by both sides; where they share no memory, or
/// to oneself, by none of these ways.
void copies_between_pinned_buffers_are_counted(bool shares) {
  const int bytes = 4 << 20;
  const Session session;
  const auto joint = session.start("bytes_joint");
  const auto mapped = session.start("bytes_mapped");
  const auto ended = session.start("messages_mapped");
  const auto pulled = session.start("messages_pulled");
  const auto borrowed = session.start("messages_borrowed");
  const auto lent = session.start("messages_lent");
  char* out = nullptr;
  char* in = nullptr;
  MPI_Alloc_mem(bytes, MPI_INFO_NULL, static_cast<void*>(&out));
  MPI_Alloc_mem(bytes, MPI_INFO_NULL, static_cast<void*>(&in));
  for (int i = 0; i < bytes; ++i) out[i] = static_cast<char>(i);
  MPI_Sendrecv(out, bytes, MPI_CHAR, partner, 5, in, bytes, MPI_CHAR, partner, 5, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  // From a buffer that is not pinned into one that is: the sender alone copies, or the receiver by the kernel.
  const std::string heap(1 << 20, 'h');
  MPI_Sendrecv(heap.data(), 1 << 20, MPI_CHAR, partner, 6, in, bytes, MPI_CHAR, partner, 6, MPI_COMM_WORLD,
               MPI_STATUS_IGNORE);
  Number mine[3] = {session.read(joint), session.read(mapped) + (session.read(pulled) << 20),
                    session.read(ended) + session.read(pulled)};
  Number all[3] = {};
  MPI_Allreduce(mine, all, 3, MPI_UNSIGNED_LONG_LONG, MPI_SUM, MPI_COMM_WORLD);
  CHECK_EQ(all[0], shares ? 2ULL * bytes : 0);
  CHECK_EQ(all[1], shares ? 2ULL << 20 : 0);
  CHECK_EQ(all[2], shares ? 4 : 0);
  CHECK_EQ(session.read(borrowed), 0);
  CHECK_EQ(session.read(lent), 0);
  MPI_Free_mem(out);
  MPI_Free_mem(in);
}

void sessions_do_not_disturb_each_other() {
  const Session one;
  const Session two;
  const auto first = one.start("messages_sent");
  exchange(1);
  const auto second = two.start("messages_sent");
  exchange(1);
  CHECK_EQ(MPI_T_pvar_reset(one.get(), MPI_T_PVAR_ALL_HANDLES), MPI_SUCCESS);
  CHECK_EQ(one.read(first), 0);
  CHECK_EQ(two.read(second), 1);
  Number value = 0;
  CHECK_EQ(MPI_T_pvar_read(two.get(), first, &value), MPI_T_ERR_INVALID_HANDLE);
  CHECK_EQ(MPI_T_pvar_stop(one.get(), MPI_T_PVAR_ALL_HANDLES), MPI_SUCCESS);
  exchange(1);
  CHECK_EQ(one.read(first), 0);
  CHECK_EQ(two.read(second), 2);
}

/// Posts nothing until `count` messages of the partner are there.
void let_arrive(int count, int tag) {
  for (int i = 0; i < count; ++i) MPI_Send(&i, 1, MPI_INT, partner, tag, MPI_COMM_WORLD);
  // Of one sender, the last message comes last.
  MPI_Send(nullptr, 0, MPI_INT, partner, tag + 1, MPI_COMM_WORLD);
  MPI_Recv(nullptr, 0, MPI_INT, partner, tag + 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}
void take(int count, int tag) {
  for (int i = 0; i < count; ++i) {
    int value = -1;
    MPI_Recv(&value, 1, MPI_INT, partner, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    CHECK_EQ(value, i);
  }
}

void queues_have_lengths_and_peaks() {
  const Session session;
  const auto length = session.open("unexpected_queue_length", MPI_T_PVAR_CLASS_LEVEL);
  const auto memory = session.open("unexpected_queue_bytes", MPI_T_PVAR_CLASS_LEVEL);
  const auto peak = session.open("unexpected_queue_peak", MPI_T_PVAR_CLASS_HIGHWATERMARK);
  const auto later = session.open("unexpected_queue_peak", MPI_T_PVAR_CLASS_HIGHWATERMARK);
  const auto unexpected = session.start("messages_unexpected");
  const auto attempts = session.start("matching_attempts");
  CHECK_EQ(MPI_T_pvar_start(session.get(), peak), MPI_SUCCESS);
  // Of the other rank nothing may be here yet but its share of the barrier.
  within(session.read(length), 0, 1);
  within(session.read(memory), 0, 200);
  MPI_Barrier(MPI_COMM_WORLD);
  let_arrive(5, 20);
  within(session.read(length), 5, 6);
  CHECK(session.read(memory) > 5 * sizeof(int));
  CHECK(session.read(unexpected) >= 5);
  take(4, 20);
  within(session.read(length), 1, 2);
  CHECK_EQ(MPI_T_pvar_start(session.get(), later), MPI_SUCCESS);
  int last = -1;
  MPI_Recv(&last, 1, MPI_INT, partner, 20, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  within(session.read(peak), 5, 7);
  within(session.read(later), 1, 2);
  CHECK_EQ(MPI_T_pvar_reset(session.get(), peak), MPI_SUCCESS);
  within(session.read(peak), 0, 1);
  CHECK(session.read(attempts) >= 5);
  MPI_Barrier(MPI_COMM_WORLD);
}

void communicators_have_their_own() {
  MPI_Comm twin = MPI_COMM_NULL;
  MPI_Comm_dup(MPI_COMM_WORLD, &twin);
  int ranks = 0;
  MPI_Comm_size(twin, &ranks);
  const Session session;
  const auto collectives = session.start("comm_collectives", twin);
  const auto here = session.open("comm_unexpected_queue_length", MPI_T_PVAR_CLASS_LEVEL, MPI_COMM_WORLD);
  const auto there = session.open("comm_unexpected_queue_length", MPI_T_PVAR_CLASS_LEVEL, twin);
  const auto posted = session.open("comm_posted_queue_length", MPI_T_PVAR_CLASS_LEVEL, twin);
  const auto transports = session.open("comm_transports", MPI_T_PVAR_CLASS_STATE, twin, ranks);
  MPI_Barrier(twin);
  MPI_Barrier(twin);
  MPI_Barrier(MPI_COMM_WORLD);
  CHECK_EQ(session.read(collectives), 2);
  let_arrive(3, 30);
  CHECK_EQ(session.read(here), 3);
  CHECK_EQ(session.read(there), 0);
  MPI_Barrier(MPI_COMM_WORLD);  // nobody is ahead with messages of its own
  take(3, 30);
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Irecv(nullptr, 0, MPI_INT, MPI_ANY_SOURCE, 40, twin, &request);
  CHECK_EQ(session.read(posted), 1);
  MPI_Cancel(&request);
  MPI_Wait(&request, MPI_STATUS_IGNORE);
  std::vector<int> routes(static_cast<std::size_t>(ranks), -1);
  CHECK_EQ(MPI_T_pvar_read(session.get(), transports, routes.data()), MPI_SUCCESS);
  const char* mode = std::getenv("BATON_TRANSPORT");
  const int between = mode != nullptr && std::string(mode) == "tcp" ? 3 : 2;
  if (ranks == 2) CHECK_EQ(routes[static_cast<std::size_t>(partner)], between);
  if (ranks == 1) CHECK_EQ(routes[0], 1);
  MPI_Comm none = MPI_COMM_NULL;
  MPI_T_pvar_handle handle = MPI_T_PVAR_HANDLE_NULL;
  int index = -1;
  int count = 0;
  MPI_T_pvar_get_index("comm_collectives", MPI_T_PVAR_CLASS_COUNTER, &index);
  CHECK_EQ(MPI_T_pvar_handle_alloc(session.get(), index, &none, &handle, &count), MPI_T_ERR_INVALID_HANDLE);
  MPI_Comm_free(&twin);
}

/// The calls of a collective by all its algorithms together.
Number calls_of(const Session& session, const std::vector<MPI_T_pvar_handle>& handles) {
  Number sum = 0;
  for (const MPI_T_pvar_handle handle : handles) sum += session.read(handle);
  return sum;
}

void algorithms_are_counted_in_all_forms_of_calls() {
  const Session session;
  std::vector<MPI_T_pvar_handle> barriers;
  for (const char* name : {"dissemination", "central", "dissemination4", "leaders", "tree", "arena_levels", "arena"})
    barriers.push_back(session.start((std::string("barrier_") + name).c_str()));
  const auto other = session.start("allreduce_ring");
  MPI_Comm twin = MPI_COMM_NULL;
  MPI_Comm_dup(MPI_COMM_WORLD, &twin);
  const Number before = calls_of(session, barriers);
  for (int i = 0; i < 20; ++i) MPI_Barrier(twin);  // the first by messages, the last in shared memory
  CHECK_EQ(calls_of(session, barriers), before + 20);
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Ibarrier(twin, &request);
  MPI_Wait(&request, MPI_STATUS_IGNORE);
  CHECK_EQ(calls_of(session, barriers), before + 21);
  MPI_Barrier_init(twin, MPI_INFO_NULL, &request);
  for (int i = 0; i < 3; ++i) {
    MPI_Start(&request);
    MPI_Wait(&request, MPI_STATUS_IGNORE);
  }
  MPI_Request_free(&request);
  CHECK_EQ(calls_of(session, barriers), before + 24);
  CHECK_EQ(session.read(other), 0);
  int ranks = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  const char* mode = std::getenv("BATON_TRANSPORT");
  if (ranks == 2 && mode == nullptr) CHECK(session.read(barriers.back()) >= 3);
  MPI_Comm_free(&twin);
}

void transports_tell_what_they_carry() {
  int ranks = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  const char* mode = std::getenv("BATON_TRANSPORT");
  const bool tcp = mode != nullptr && std::string(mode) == "tcp";
  const std::string used = ranks == 1 ? "self" : tcp ? "tcp" : "shm";
  const Session session;
  const auto frames = session.start((used + "_frames_sent").c_str());
  const auto sent = session.start((used + "_bytes_sent").c_str());
  const auto received = session.start((used + "_bytes_received").c_str());
  const auto other = session.start(used == "tcp" ? "shm_bytes_sent" : "tcp_bytes_sent");
  const auto memory = session.open((used + "_memory").c_str(), MPI_T_PVAR_CLASS_LEVEL);
  for (int i = 0; i < 10; ++i) exchange(1000);
  CHECK(session.read(frames) >= 10);
  CHECK(session.read(sent) >= 10'000);
  CHECK(session.read(received) >= 9'000);  // the first may have come before the count began
  CHECK_EQ(session.read(other), 0);
  CHECK(session.read(memory) > 0);
  if (ranks == 1) return;
  CHECK_EQ(session.read(session.open((used + "_links").c_str(), MPI_T_PVAR_CLASS_LEVEL)), 1);
  if (tcp) CHECK(session.read(session.start("tcp_retransmits")) < 1000);  // loopback loses nothing, or next to it
}

void what_cannot_be_done_is_refused() {
  const Session session;
  const auto level = session.open("posted_queue_length", MPI_T_PVAR_CLASS_LEVEL);
  const auto size = session.open("job_size", MPI_T_PVAR_CLASS_SIZE);
  int ranks = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  CHECK_EQ(session.read(size), ranks);
  Number value = 1;
  CHECK_EQ(MPI_T_pvar_start(session.get(), level), MPI_T_ERR_PVAR_NO_STARTSTOP);
  CHECK_EQ(MPI_T_pvar_stop(session.get(), level), MPI_T_ERR_PVAR_NO_STARTSTOP);
  CHECK_EQ(MPI_T_pvar_write(session.get(), level, &value), MPI_T_ERR_PVAR_NO_WRITE);
  CHECK_EQ(MPI_T_pvar_reset(session.get(), level), MPI_T_ERR_PVAR_NO_WRITE);
  CHECK_EQ(MPI_T_pvar_readreset(session.get(), level, &value), MPI_T_ERR_PVAR_NO_WRITE);
  CHECK_EQ(MPI_T_pvar_start(session.get(), MPI_T_PVAR_ALL_HANDLES), MPI_SUCCESS);
  CHECK_EQ(MPI_T_pvar_reset(session.get(), MPI_T_PVAR_ALL_HANDLES), MPI_SUCCESS);
  CHECK_EQ(MPI_T_pvar_read(session.get(), MPI_T_PVAR_ALL_HANDLES, &value), MPI_T_ERR_INVALID_HANDLE);
  CHECK_EQ(MPI_T_pvar_read(MPI_T_PVAR_SESSION_NULL, level, &value), MPI_T_ERR_INVALID_SESSION);
  MPI_T_pvar_handle freed = level;
  CHECK_EQ(MPI_T_pvar_handle_free(session.get(), &freed), MPI_SUCCESS);
  CHECK(freed == MPI_T_PVAR_HANDLE_NULL);
  CHECK_EQ(MPI_T_pvar_read(session.get(), level, &value), MPI_T_ERR_INVALID_HANDLE);
  CHECK_EQ(MPI_T_pvar_handle_free(session.get(), &freed), MPI_T_ERR_INVALID_HANDLE);
}

void every_variable_can_be_read() {
  const Session session;
  int variables = 0;
  MPI_T_pvar_get_num(&variables);
  for (int index = 0; index < variables; ++index) {
    int bind = -1;
    int count = 0;
    int readonly = -1;
    int continuous = -1;
    MPI_T_pvar_get_info(index, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, &bind, &readonly,
                        &continuous, nullptr);
    MPI_Comm world = MPI_COMM_WORLD;
    MPI_T_pvar_handle handle = MPI_T_PVAR_HANDLE_NULL;
    CHECK_EQ(
        MPI_T_pvar_handle_alloc(session.get(), index, bind == MPI_T_BIND_NO_OBJECT ? nullptr : &world, &handle, &count),
        MPI_SUCCESS);
    std::vector<Number> values(static_cast<std::size_t>(count) + 1, 0xABABABABABABABABULL);
    CHECK_EQ(MPI_T_pvar_read(session.get(), handle, values.data()), MPI_SUCCESS);
    CHECK_EQ(values.back(), 0xABABABABABABABABULL);
    CHECK_EQ(readonly, continuous);
  }
}

}  // namespace

int main(int argc, char** argv) {
  int provided = 0;
  MPI_T_init_thread(MPI_THREAD_SINGLE, &provided);
  {
    const Session early;
    const auto sent = early.start("messages_sent");
    const auto received = early.start("messages_received");
    CHECK_EQ(early.read(sent), 0);
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
    int ranks = 0;
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    partner = ranks == 1 ? 0 : 1 - check::rank;
    exchange(1);
    CHECK_EQ(early.read(sent), 1);
    within(early.read(received), 1, 2);
    counters_count_from_their_start();
    const char* const transport = std::getenv("BATON_TRANSPORT");
    copies_between_pinned_buffers_are_counted(ranks == 2 && (transport == nullptr || std::string(transport) != "tcp"));
    sessions_do_not_disturb_each_other();
    queues_have_lengths_and_peaks();
    communicators_have_their_own();
    algorithms_are_counted_in_all_forms_of_calls();
    transports_tell_what_they_carry();
    what_cannot_be_done_is_refused();
    every_variable_can_be_read();
    const Number before = early.read(sent);
    const int code = check::finish();
    // What was counted outlives MPI.
    const Number after = early.read(sent);
    if (code != 0 || after < before || after == 0) return 1;
  }
  return MPI_T_finalize() == MPI_SUCCESS && check::failures == 0 ? 0 : 1;
}
