// SPDX-License-Identifier: BSD-3-Clause
// Bodies of sessions and of communicators that are made from groups alone (MPI 5.0, 11.3 and 7.4).
#include "mpi/session.hpp"

#include <strings.h>

#include <array>
#include <cstring>

#include "mpi/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_session.hpp"
#include "mpi/hints.hpp"
#include "mpi/instance.hpp"
#include "mpi/operation.hpp"
#include "mpi/process.hpp"

namespace baton::mpi {
namespace {

constinit Immortal<HandleTable<MPI_Session, Session>> session_table;

/// The process sets that every job has.
constexpr std::array<const char*, 2> process_sets = {"mpi://WORLD", "mpi://SELF"};

int null_output(const Raiser& where, const char* argument) noexcept {
  return fail(where, MPI_ERR_ARG, "argument '{}' is a null pointer", argument);
}

int look_up(MPI_Session handle, Session** session) noexcept {
  *session = sessions().lookup(handle);
  return *session != nullptr ? MPI_SUCCESS : fail_handle(Raiser::none(), "session", handle);
}

/// The index of a process set, or -1.
int find_set(const char* name) noexcept {
  for (std::size_t i = 0; i < process_sets.size(); ++i) {
    if (strcasecmp(name, process_sets[i]) == 0) return static_cast<int>(i);
  }
  return -1;
}

Group group_of_set(int set) {
  const bootstrap::Job& job = instance().runtime->job();
  return set == 0 ? Group::contiguous(0, static_cast<std::int32_t>(job.size)) : Group::contiguous(job.rank, 1);
}

std::uint64_t hash_of(const char* text) noexcept {
  std::uint64_t value = 0xCBF29CE484222325U;
  for (; *text != '\0'; ++text) value = (value ^ static_cast<unsigned char>(*text)) * 0x100000001B3U;
  return value;
}

}  // namespace

HandleTable<MPI_Session, Session>& sessions() noexcept { return *session_table; }

Errhandler* session_errhandler(MPI_Session session) noexcept {
  const Session* object = sessions().lookup(session);
  return object == nullptr ? nullptr : object->errhandler;
}

BufferSlot* session_buffer(void* session) noexcept {
  Session* object = sessions().lookup(static_cast<MPI_Session>(session));
  return object == nullptr ? nullptr : &object->buffer;
}

namespace api {

int session_init(MPI_Info info, MPI_Errhandler errhandler, MPI_Session* session) {
  if (session == nullptr) return null_output(Raiser::none(), "session");
  Errhandler* handler = errhandlers().lookup(errhandler);
  if (handler == nullptr) return fail_handle(Raiser::none(), "errhandler", errhandler);
  if (!handler->fits(Raiser::Kind::session)) {
    return fail(Raiser::none(), MPI_ERR_ARG,
                "argument 'errhandler' is not for sessions; make it with MPI_Session_create_errhandler");
  }
  if (info != MPI_INFO_NULL && !info_exists(info)) return fail_handle(Raiser::none(), "info", info);
  const bool single = hint_value(info, "thread_level") == "MPI_THREAD_SINGLE";
  Instance& here = instance();
  const std::lock_guard lock(here.mutex);
  // The handler serves this call, too (11.3.1), and is told of an error with the handle that would have been given.
  auto* const made = new Session{handler->retain(), nullptr};
  const MPI_Session handle = sessions().insert(made);
  // Sessions may come from any part of a program, so they are thread-safe unless the user says that one thread calls.
  if (const int code = open_runtime(!single, handle); code != MPI_SUCCESS) {
    sessions().erase(handle);
    made->errhandler->release();
    delete made;
    return code;
  }
  *session = handle;
  return MPI_SUCCESS;
}

int session_finalize(MPI_Session* session) {
  if (session == nullptr) return null_output(Raiser::none(), "session");
  Session* object = nullptr;
  if (const int code = look_up(*session, &object); code != MPI_SUCCESS) return code;
  flush(object->buffer);
  sessions().erase(*session);
  object->errhandler->release();
  delete object;
  *session = MPI_SESSION_NULL;
  Instance& here = instance();
  const std::lock_guard lock(here.mutex);
  const int code = close_runtime(true);  // sessions may start again
  if (here.users == 0) here.runtime.reset();
  return code;
}

int session_get_num_psets(MPI_Session session, MPI_Info /*info*/, int* npset_names) {
  Session* object = nullptr;
  if (const int code = look_up(session, &object); code != MPI_SUCCESS) return code;
  if (npset_names == nullptr) return null_output(session, "npset_names");
  *npset_names = static_cast<int>(process_sets.size());
  return MPI_SUCCESS;
}

int session_get_nth_pset(MPI_Session session, MPI_Info /*info*/, int n, int* pset_len, char* pset_name) {
  Session* object = nullptr;
  if (const int code = look_up(session, &object); code != MPI_SUCCESS) return code;
  if (n < 0 || static_cast<std::size_t>(n) >= process_sets.size()) {
    return fail(session, MPI_ERR_ARG, "argument 'n' = {}: there are {} process sets", n, process_sets.size());
  }
  if (pset_len == nullptr) return null_output(session, "pset_len");
  const char* name = process_sets[static_cast<std::size_t>(n)];
  const int needed = static_cast<int>(std::strlen(name)) + 1;
  if (*pset_len > 0) {
    if (pset_name == nullptr) return null_output(session, "pset_name");
    const auto copied = static_cast<std::size_t>(std::min(*pset_len, needed)) - 1;
    std::memcpy(pset_name, name, copied);
    pset_name[copied] = '\0';
  }
  *pset_len = needed;
  return MPI_SUCCESS;
}

int session_get_pset_info(MPI_Session session, const char* pset_name, MPI_Info* info) {
  Session* object = nullptr;
  if (const int code = look_up(session, &object); code != MPI_SUCCESS) return code;
  if (pset_name == nullptr) return null_output(session, "pset_name");
  if (info == nullptr) return null_output(session, "info");
  const int set = find_set(pset_name);
  if (set < 0) {
    return fail(session, MPI_ERR_ARG,
                "argument 'pset_name' = \"{}\": no such process set; there are mpi://WORLD and mpi://SELF", pset_name);
  }
  *info = make_info({{"mpi_size", fmt::format("{}", group_of_set(set).size())}});
  return MPI_SUCCESS;
}

int session_get_info(MPI_Session session, MPI_Info* info_used) {
  Session* object = nullptr;
  if (const int code = look_up(session, &object); code != MPI_SUCCESS) return code;
  if (info_used == nullptr) return null_output(session, "info_used");
  *info_used = make_info(
      {{"thread_level", instance().runtime->engine().threaded() ? "MPI_THREAD_MULTIPLE" : "MPI_THREAD_SINGLE"},
       {"mpi_memory_alloc_kinds", memory_alloc_kinds}});
  return MPI_SUCCESS;
}

int group_from_session_pset(MPI_Session session, const char* pset_name, MPI_Group* newgroup) {
  Session* object = nullptr;
  if (const int code = look_up(session, &object); code != MPI_SUCCESS) return code;
  if (pset_name == nullptr) return null_output(session, "pset_name");
  if (newgroup == nullptr) return null_output(session, "newgroup");
  const int set = find_set(pset_name);
  if (set < 0) {
    return fail(session, MPI_ERR_ARG,
                "argument 'pset_name' = \"{}\": no such process set; there are mpi://WORLD and mpi://SELF", pset_name);
  }
  *newgroup = adopt(group_of_set(set), session);
  return MPI_SUCCESS;
}

namespace {

/// The identity that all callers with these groups, this tag and this number of earlier calls with them agree on.
std::uint64_t identity(const char* stringtag, std::uint64_t groups) {
  runtime::Runtime& runtime = *instance().runtime;
  const std::uint64_t id = communicator::mix(communicator::mix(runtime.job_seed(), hash_of(stringtag)), groups);
  return communicator::mix(id, runtime.registry().next_use(id));
}

int check_tag(const char* stringtag) noexcept {
  if (stringtag == nullptr) return null_output(Raiser::none(), "stringtag");
  if (strnlen(stringtag, MPI_MAX_STRINGTAG_LEN) >= MPI_MAX_STRINGTAG_LEN) {
    return fail(Raiser::none(), MPI_ERR_ARG,
                "argument 'stringtag' is longer than MPI_MAX_STRINGTAG_LEN - 1 = {} characters",
                MPI_MAX_STRINGTAG_LEN - 1);
  }
  return MPI_SUCCESS;
}

/// Gives a new communicator the caller's handler and hints, and a handle.
int finish(Result<communicator::Ref> made, void* session, MPI_Info info, Errhandler* handler, MPI_Comm* newcomm) {
  if (!made) return fail(Raiser::none(), made.error());
  const communicator::Ref created = std::move(*made);
  const MPI_Comm handle = adopt(created, nullptr);
  CommExtension& extension = extension_of(*created);
  extension.errhandler->release();
  extension.errhandler = handler->retain();
  extension.session = session;
  if (const int code = set_hints(handle, *created, info); code != MPI_SUCCESS) return code;
  *newcomm = handle;
  return MPI_SUCCESS;
}

}  // namespace

int comm_create_from_group(MPI_Group group, const char* stringtag, MPI_Info info, MPI_Errhandler errhandler,
                           MPI_Comm* newcomm) {
  const GroupObject* members = groups().lookup(group);
  if (members == nullptr) return fail_handle(Raiser::none(), "group", group);
  if (const int code = check_tag(stringtag); code != MPI_SUCCESS) return code;
  Errhandler* handler = errhandlers().lookup(errhandler);
  if (handler == nullptr) return fail_handle(Raiser::none(), "errhandler", errhandler);
  if (newcomm == nullptr) return null_output(Raiser::none(), "newcomm");
  *newcomm = MPI_COMM_NULL;
  if (members->group.size() == 0) return MPI_SUCCESS;
  const std::int32_t rank = members->group.rank_of(own_process());
  if (rank == Group::no_rank) {
    return fail(Raiser::none(), MPI_ERR_GROUP,
                "argument 'group' does not contain the calling process; only members may call");
  }
  Result<communicator::Ref> made = [&] {
    const p2p::Engine::Guard guard(engine());
    return Communicator::make(engine(), instance().runtime->registry(), identity(stringtag, members->group.hash()),
                              members->group, rank);
  }();
  return finish(std::move(made), members->session, info, handler, newcomm);
}

int intercomm_create_from_groups(MPI_Group local_group, int local_leader, MPI_Group remote_group, int remote_leader,
                                 const char* stringtag, MPI_Info info, MPI_Errhandler errhandler,
                                 MPI_Comm* newintercomm) {
  const GroupObject* local = groups().lookup(local_group);
  if (local == nullptr) return fail_handle(Raiser::none(), "local_group", local_group);
  const GroupObject* remote = groups().lookup(remote_group);
  if (remote == nullptr) return fail_handle(Raiser::none(), "remote_group", remote_group);
  if (local_leader < 0 || local_leader >= local->group.size()) {
    return fail(Raiser::none(), MPI_ERR_RANK, "argument 'local_leader' = {}: not a rank of 'local_group' (size {})",
                local_leader, local->group.size());
  }
  const std::int32_t rank = local->group.rank_of(own_process());
  if (rank == Group::no_rank)
    return fail(Raiser::none(), MPI_ERR_GROUP, "argument 'local_group' does not contain the calling process");
  if (remote->group.size() > 0 && (remote_leader < 0 || remote_leader >= remote->group.size())) {
    return fail(Raiser::none(), MPI_ERR_RANK, "argument 'remote_leader' = {}: not a rank of 'remote_group' (size {})",
                remote_leader, remote->group.size());
  }
  if (local->group.intersected(remote->group).size() != 0) {
    return fail(Raiser::none(), MPI_ERR_GROUP,
                "arguments 'local_group' and 'remote_group' share a process; they must be disjoint");
  }
  if (const int code = check_tag(stringtag); code != MPI_SUCCESS) return code;
  Errhandler* handler = errhandlers().lookup(errhandler);
  if (handler == nullptr) return fail_handle(Raiser::none(), "errhandler", errhandler);
  if (newintercomm == nullptr) return null_output(Raiser::none(), "newintercomm");
  *newintercomm = MPI_COMM_NULL;
  if (remote->group.size() == 0) return MPI_SUCCESS;
  Result<communicator::Ref> made = [&] {
    const p2p::Engine::Guard guard(engine());
    const std::uint64_t groups = local->group.hash() ^ remote->group.hash();  // the same from both sides
    return Communicator::make(engine(), instance().runtime->registry(), identity(stringtag, groups), local->group, rank,
                              std::make_unique<Group>(remote->group));
  }();
  return finish(std::move(made), local->session, info, handler, newintercomm);
}

namespace {

BufferSlot* slot_of(MPI_Session handle, int* code) noexcept {
  Session* session = nullptr;
  *code = look_up(handle, &session);
  return session == nullptr ? nullptr : &session->buffer;
}

}  // namespace

int session_attach_buffer(MPI_Session session, void* buffer, MPI_Count size) {
  int code = MPI_SUCCESS;
  BufferSlot* slot = slot_of(session, &code);
  return slot == nullptr ? code : attach(session, *slot, buffer, size);
}

int session_detach_buffer(MPI_Session session, void* buffer_addr, CountOut size) {
  int code = MPI_SUCCESS;
  BufferSlot* slot = slot_of(session, &code);
  return slot == nullptr ? code : detach(session, *slot, buffer_addr, size);
}

int session_flush_buffer(MPI_Session session) {
  int code = MPI_SUCCESS;
  BufferSlot* slot = slot_of(session, &code);
  return slot == nullptr ? code : flush(*slot);
}

int session_iflush_buffer(MPI_Session session, MPI_Request* request) {
  int code = MPI_SUCCESS;
  BufferSlot* slot = slot_of(session, &code);
  return slot == nullptr ? code : iflush(session, *slot, request);
}

}  // namespace api
}  // namespace baton::mpi
