// SPDX-License-Identifier: BSD-3-Clause
// Events: callbacks come at once where they may, else at the next call of MPI; what they read is what happened.
#include <vector>

#include "mpi/check.hpp"

namespace {

int partner;
MPI_T_pvar_session watch_session = MPI_T_PVAR_SESSION_NULL;
MPI_T_pvar_handle queue_length = MPI_T_PVAR_HANDLE_NULL;

struct Message {
  int source;
  int tag;
  MPI_Count bytes;
  MPI_Count queue_length;
};

struct Log {
  std::vector<Message> messages;
  std::vector<MPI_Count> timestamps;
  MPI_T_cb_safety safety = MPI_T_CB_REQUIRE_ASYNC_SIGNAL_SAFE;
  MPI_Count dropped = 0;
  bool restricted = false;
  bool freed = false;
};

void note(MPI_T_event_instance event, MPI_T_event_registration registration, MPI_T_cb_safety safety, void* user) {
  auto& log = *static_cast<Log*>(user);
  Message copied{};
  Message read{};
  CHECK_EQ(MPI_T_event_copy(event, &copied), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_read(event, 0, &read.source), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_read(event, 1, &read.tag), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_read(event, 2, &read.bytes), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_read(event, 4, &read.bytes), MPI_T_ERR_INVALID_INDEX);
  CHECK(read.source == copied.source && read.tag == copied.tag && read.bytes == copied.bytes);
  int source = -1;
  MPI_Count timestamp = 0;
  CHECK_EQ(MPI_T_event_get_source(event, &source), MPI_SUCCESS);
  CHECK_EQ(source, 0);
  CHECK_EQ(MPI_T_event_get_timestamp(event, &timestamp), MPI_SUCCESS);
  log.messages.push_back(copied);
  log.timestamps.push_back(timestamp);
  log.safety = safety;
  // Under the engine, only what the standard lists may be called.
  MPI_T_pvar_session session = MPI_T_PVAR_SESSION_NULL;
  log.restricted = MPI_T_pvar_session_create(&session) == MPI_T_ERR_NOT_ACCESSIBLE &&
                   MPI_T_event_handle_free(registration, nullptr, nullptr) == MPI_T_ERR_NOT_ACCESSIBLE;
  if (session != MPI_T_PVAR_SESSION_NULL) MPI_T_pvar_session_free(&session);
  unsigned long long length = 0;
  CHECK_EQ(MPI_T_pvar_read(watch_session, queue_length, &length), MPI_SUCCESS);
  if (log.restricted) CHECK_EQ(length, copied.queue_length);
}

void count_dropped(MPI_Count count, MPI_T_event_registration, int source, MPI_T_cb_safety, void* user) {
  static_cast<Log*>(user)->dropped += count;
  CHECK_EQ(source, 0);
}

void note_freed(MPI_T_event_registration, MPI_T_cb_safety, void* user) { static_cast<Log*>(user)->freed = true; }

MPI_T_event_registration listen(const char* name, MPI_Comm comm) {
  int index = -1;
  MPI_T_event_registration registration = nullptr;
  CHECK_EQ(MPI_T_event_get_index(name, &index), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_handle_alloc(index, &comm, MPI_INFO_NULL, &registration), MPI_SUCCESS);
  return registration;
}

void send_ahead(int count, int tag, MPI_Comm comm) {
  for (int i = 0; i < count; ++i) MPI_Send(&i, 1, MPI_INT, partner, tag + i, comm);
  MPI_Send(nullptr, 0, MPI_INT, partner, tag - 1, comm);
  MPI_Recv(nullptr, 0, MPI_INT, partner, tag - 1, comm, MPI_STATUS_IGNORE);
}
void take(int count, int tag, MPI_Comm comm) {
  int value = 0;
  for (int i = 0; i < count; ++i) MPI_Recv(&value, 1, MPI_INT, partner, tag + i, comm, MPI_STATUS_IGNORE);
}

/// The numbers of messages of tags from `tag` on that were heard of.
int heard(const Log& log, int tag, int count) {
  int found = 0;
  for (const Message& message : log.messages) {
    if (message.tag >= tag && message.tag < tag + count) ++found;
  }
  return found;
}

void unexpected_messages_are_told_at_once() {
  Log log;
  MPI_Comm twin = MPI_COMM_NULL;
  MPI_Comm_dup(MPI_COMM_WORLD, &twin);
  const MPI_T_event_registration registration = listen("unexpected_message", MPI_COMM_WORLD);
  CHECK_EQ(MPI_T_event_register_callback(registration, MPI_T_CB_REQUIRE_MPI_RESTRICTED, MPI_INFO_NULL, &log, note),
           MPI_SUCCESS);
  MPI_Count before = 0;
  MPI_Count after = 0;
  MPI_T_source_get_timestamp(0, &before);
  MPI_Barrier(MPI_COMM_WORLD);
  send_ahead(3, 100, MPI_COMM_WORLD);
  send_ahead(2, 200, twin);  // not the communicator that was asked for
  MPI_T_source_get_timestamp(0, &after);
  CHECK_EQ(heard(log, 100, 3), 3);
  CHECK_EQ(heard(log, 200, 2), 0);
  CHECK(log.restricted);
  CHECK_EQ(log.safety, MPI_T_CB_REQUIRE_MPI_RESTRICTED);
  CHECK_EQ(log.messages[0].source, partner);
  CHECK_EQ(log.messages[0].bytes, sizeof(int));
  CHECK(log.messages[0].queue_length >= 1);
  CHECK(log.timestamps.front() >= before && log.timestamps.back() <= after);
  take(3, 100, MPI_COMM_WORLD);
  take(2, 200, twin);
  CHECK_EQ(MPI_T_event_handle_free(registration, &log, note_freed), MPI_SUCCESS);
  CHECK(log.freed);
  CHECK_EQ(MPI_T_event_handle_free(registration, &log, note_freed), MPI_T_ERR_INVALID_HANDLE);
  const std::size_t known = log.messages.size();
  MPI_Barrier(MPI_COMM_WORLD);
  send_ahead(2, 300, MPI_COMM_WORLD);
  take(2, 300, MPI_COMM_WORLD);
  CHECK_EQ(log.messages.size(), known);
  MPI_Comm_free(&twin);
}

void a_callback_without_safety_waits_for_the_next_call() {
  Log log;
  const MPI_T_event_registration registration = listen("unexpected_message", MPI_COMM_WORLD);
  CHECK_EQ(MPI_T_event_register_callback(registration, MPI_T_CB_REQUIRE_NONE, MPI_INFO_NULL, &log, note), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_set_dropped_handler(registration, count_dropped), MPI_SUCCESS);
  MPI_Barrier(MPI_COMM_WORLD);
  send_ahead(300, 1000, MPI_COMM_WORLD);  // more than may wait
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  CHECK_EQ(log.safety, MPI_T_CB_REQUIRE_NONE);
  CHECK(!log.restricted);
  // All 300 and perhaps the last of send_ahead were told or dropped.
  const MPI_Count told = static_cast<MPI_Count>(log.messages.size()) + log.dropped;
  CHECK(told >= 300 && told <= 302);
  take(300, 1000, MPI_COMM_WORLD);
  CHECK_EQ(MPI_T_event_handle_free(registration, nullptr, nullptr), MPI_SUCCESS);
}

void types_and_sources_describe_themselves() {
  int index = -1;
  MPI_T_event_get_index("unexpected_message", &index);
  MPI_Datatype types[8];
  MPI_Aint displacements[8];
  int elements = 8;
  int bind = -1;
  MPI_T_enum names = MPI_T_ENUM_NULL;
  MPI_Info info = MPI_INFO_NULL;
  CHECK_EQ(MPI_T_event_get_info(index, nullptr, nullptr, nullptr, types, displacements, &elements, &names, &info,
                                nullptr, nullptr, &bind),
           MPI_SUCCESS);
  CHECK_EQ(elements, 4);
  CHECK(types[0] == MPI_INT && types[2] == MPI_COUNT);
  CHECK_EQ(displacements[1], sizeof(int));
  CHECK_EQ(bind, MPI_T_BIND_MPI_COMM);
  int items = 0;
  CHECK_EQ(MPI_T_enum_get_info(names, &items, nullptr, nullptr), MPI_SUCCESS);
  CHECK_EQ(items, elements);
  CHECK_EQ(MPI_Info_free(&info), MPI_SUCCESS);
  elements = 1;  // room for one
  types[1] = MPI_DATATYPE_NULL;
  MPI_T_event_get_info(index, nullptr, nullptr, nullptr, types, displacements, &elements, nullptr, nullptr, nullptr,
                       nullptr, nullptr);
  CHECK_EQ(elements, 4);
  CHECK(types[1] == MPI_DATATYPE_NULL);
  int sources = 0;
  MPI_Count ticks = 0;
  MPI_T_source_order order = MPI_T_SOURCE_UNORDERED;
  CHECK_EQ(MPI_T_source_get_num(&sources), MPI_SUCCESS);
  CHECK_EQ(sources, 1);
  CHECK_EQ(MPI_T_source_get_info(0, nullptr, nullptr, nullptr, nullptr, &order, &ticks, nullptr, nullptr), MPI_SUCCESS);
  CHECK_EQ(order, MPI_T_SOURCE_ORDERED);
  CHECK_EQ(ticks, 1'000'000'000);
  CHECK_EQ(MPI_T_source_get_timestamp(1, &ticks), MPI_T_ERR_INVALID_INDEX);
}

void registrations_check_their_arguments() {
  const MPI_T_event_registration registration = listen("peer_lost", MPI_COMM_WORLD);
  MPI_Info info = MPI_INFO_NULL;
  CHECK_EQ(MPI_T_event_handle_get_info(registration, &info), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_handle_set_info(registration, info), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_callback_set_info(registration, MPI_T_CB_REQUIRE_NONE, info), MPI_SUCCESS);
  MPI_Info_free(&info);
  CHECK_EQ(MPI_T_event_callback_get_info(registration, MPI_T_CB_REQUIRE_NONE, &info), MPI_SUCCESS);
  MPI_Info_free(&info);
  CHECK_EQ(MPI_T_event_register_callback(registration, static_cast<MPI_T_cb_safety>(1), MPI_INFO_NULL, nullptr, note),
           MPI_T_ERR_INVALID);
  CHECK_EQ(MPI_T_event_handle_free(registration, nullptr, nullptr), MPI_SUCCESS);
  CHECK_EQ(MPI_T_event_set_dropped_handler(registration, count_dropped), MPI_T_ERR_INVALID_HANDLE);
  MPI_Comm none = MPI_COMM_NULL;
  MPI_T_event_registration refused = nullptr;
  int index = -1;
  MPI_T_event_get_index("unexpected_message", &index);
  CHECK_EQ(MPI_T_event_handle_alloc(index, &none, MPI_INFO_NULL, &refused), MPI_T_ERR_INVALID_HANDLE);
  CHECK_EQ(MPI_T_event_read(nullptr, 0, &index), MPI_T_ERR_INVALID_HANDLE);
}

struct Meetings {
  std::vector<int> ranks;
};

void note_meeting(MPI_T_event_instance event, MPI_T_event_registration, MPI_T_cb_safety, void* user) {
  int rank = -1;
  CHECK_EQ(MPI_T_event_read(event, 0, &rank), MPI_SUCCESS);
  static_cast<Meetings*>(user)->ranks.push_back(rank);
}

}  // namespace

int main(int argc, char** argv) {
  int provided = 0;
  MPI_T_init_thread(MPI_THREAD_SINGLE, &provided);
  // A tool that is there before MPI hears of the first meetings.
  Meetings meetings;
  const MPI_T_event_registration met = listen("peer_met", MPI_COMM_NULL);
  CHECK_EQ(MPI_T_event_register_callback(met, MPI_T_CB_REQUIRE_THREAD_SAFE, MPI_INFO_NULL, &meetings, note_meeting),
           MPI_SUCCESS);
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  int ranks = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  partner = ranks == 1 ? 0 : 1 - check::rank;
  CHECK_EQ(meetings.ranks.size(), 0);
  MPI_Sendrecv(nullptr, 0, MPI_INT, partner, 1, nullptr, 0, MPI_INT, partner, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  CHECK_EQ(meetings.ranks.size(), 1);
  if (!meetings.ranks.empty()) CHECK_EQ(meetings.ranks[0], partner);
  int index = -1;
  int count = 0;
  MPI_T_pvar_session_create(&watch_session);
  MPI_T_pvar_get_index("unexpected_queue_length", MPI_T_PVAR_CLASS_LEVEL, &index);
  CHECK_EQ(MPI_T_pvar_handle_alloc(watch_session, index, nullptr, &queue_length, &count), MPI_SUCCESS);
  unexpected_messages_are_told_at_once();
  a_callback_without_safety_waits_for_the_next_call();
  types_and_sources_describe_themselves();
  registrations_check_their_arguments();
  const int code = check::finish();
  MPI_T_finalize();
  return code;
}
