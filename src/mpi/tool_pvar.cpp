// SPDX-License-Identifier: BSD-3-Clause
// Calls on performance variables (MPI 5.0, 15.3.7): information, sessions, handles, and the verbs on handles. What
// variables there are: tool_pvar_table.cpp. What a handle counts: tool_watch.cpp.
#include "mpi/tool_pvar.hpp"

#include "mpi/generated/api_tool.hpp"
#include "mpi/objects.hpp"

namespace baton::mpi::tool {
namespace {

MPI_Datatype datatype_of(const Variable& variable) noexcept {
  switch (variable.behaviour) {
    case Behaviour::time_ns: return MPI_DOUBLE;
    case Behaviour::state: return MPI_INT;
    default: return MPI_UNSIGNED_LONG_LONG;
  }
}

int class_of(const Variable& variable) noexcept {
  switch (variable.behaviour) {
    case Behaviour::counter: return MPI_T_PVAR_CLASS_COUNTER;
    case Behaviour::time_ns: return MPI_T_PVAR_CLASS_TIMER;
    case Behaviour::peak: return MPI_T_PVAR_CLASS_HIGHWATERMARK;
    case Behaviour::level: return MPI_T_PVAR_CLASS_LEVEL;
    case Behaviour::size: return MPI_T_PVAR_CLASS_SIZE;
    case Behaviour::state: break;
  }
  return MPI_T_PVAR_CLASS_STATE;
}

const Variable* variable_at(int index) noexcept {
  return index >= 0 && index < pvar_count() ? &variables()[static_cast<std::size_t>(index)] : nullptr;
}

void drop(MPI_T_pvar_handle handle) { delete watches().erase(handle); }

/// The arguments of a verb: session and handle, which must belong together, or all handles of the session.
struct Target {
  Target(MPI_T_pvar_session session_handle, MPI_T_pvar_handle handle, const EngineAccess& access)
      : session(watch_sessions().lookup(session_handle)), watch(watches().lookup(handle)) {
    code = access.code();
    if (code != MPI_SUCCESS) return;
    if (session == nullptr) {
      code = MPI_T_ERR_INVALID_SESSION;
    } else if (handle == MPI_T_PVAR_ALL_HANDLES) {
      all = true;
    } else if (watch == nullptr || &watch->session() != session || watch->dead()) {
      code = MPI_T_ERR_INVALID_HANDLE;
    }
  }
  WatchSession* session;
  Watch* watch;
  bool all = false;
  int code = MPI_SUCCESS;
};

/// Runs a verb on the handle, or on each of the session's that `takes` it; `refusal` is for one that does not.
template <class Takes, class Verb>
int apply(MPI_T_pvar_session session, MPI_T_pvar_handle handle, int refusal, Takes&& takes, Verb&& verb) {
  const EngineAccess access;
  const Target target(session, handle, access);
  if (target.code != MPI_SUCCESS) return target.code;
  harvest_peaks(access.runtime());
  if (!target.all) {
    if (!takes(*target.watch)) return refusal;
    verb(*target.watch, access.runtime());
    return MPI_SUCCESS;
  }
  for (const MPI_T_pvar_handle each : target.session->handles) {
    Watch& watch = *watches().lookup(each);
    if (takes(watch) && !watch.dead()) verb(watch, access.runtime());
  }
  return MPI_SUCCESS;
}

bool can_start(const Watch& watch) noexcept { return !watch.variable().continuous(); }
bool can_write(const Watch& watch) noexcept { return !watch.variable().continuous(); }

}  // namespace

int pvar_count() noexcept { return static_cast<int>(variables().size()); }
Category pvar_category(int index) noexcept { return variables()[static_cast<std::size_t>(index)].category; }

void retire_variables(runtime::Runtime& runtime) {
  harvest_peaks(&runtime);
  watches().for_each([&](MPI_T_pvar_handle, Watch& watch) { watch.detach(runtime); });
}

void attach_variables(runtime::Runtime& runtime) {
  watches().for_each([&](MPI_T_pvar_handle, Watch& watch) { watch.attach(runtime); });
}

void free_variables() {
  watches().for_each([](MPI_T_pvar_handle handle, Watch&) { drop(handle); });
  watch_sessions().for_each([](MPI_T_pvar_session session, WatchSession&) { delete watch_sessions().erase(session); });
}

}  // namespace baton::mpi::tool

namespace baton::mpi::api {

using namespace tool;

int t_pvar_get_num(int* num_pvar) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (num_pvar == nullptr) return MPI_T_ERR_INVALID;
  *num_pvar = pvar_count();
  return MPI_SUCCESS;
}

int t_pvar_get_info(int pvar_index, char* name, int* name_len, int* verbosity, int* var_class, MPI_Datatype* datatype,
                    MPI_T_enum* enumtype, char* desc, int* desc_len, int* bind, int* readonly, int* continuous,
                    int* atomic) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const Variable* variable = variable_at(pvar_index);
  if (variable == nullptr) return MPI_T_ERR_INVALID_INDEX;
  give_text(variable->name, name, name_len);
  give(verbosity, variable->verbosity);
  give(var_class, tool::class_of(*variable));
  give(datatype, datatype_of(*variable));
  give(enumtype, handle_of(variable->enumeration));
  give_text(variable->description, desc, desc_len);
  give(bind, variable->bound ? MPI_T_BIND_MPI_COMM : MPI_T_BIND_NO_OBJECT);
  give(readonly, variable->continuous() ? 1 : 0);
  give(continuous, variable->continuous() ? 1 : 0);
  give(atomic, variable->continuous() ? 0 : 1);
  return MPI_SUCCESS;
}

int t_pvar_get_index(const char* name, int var_class, int* pvar_index) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (name == nullptr || pvar_index == nullptr) return MPI_T_ERR_INVALID;
  for (int index = 0; index < pvar_count(); ++index) {
    const Variable& variable = *variable_at(index);
    if (std::string_view(variable.name) != name || tool::class_of(variable) != var_class) continue;
    *pvar_index = index;
    return MPI_SUCCESS;
  }
  return MPI_T_ERR_INVALID_NAME;
}

int t_pvar_session_create(MPI_T_pvar_session* session) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (session == nullptr) return MPI_T_ERR_INVALID;
  *session = watch_sessions().insert(new WatchSession);
  return MPI_SUCCESS;
}

int t_pvar_session_free(MPI_T_pvar_session* session) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const std::unique_ptr<WatchSession> freed(session == nullptr ? nullptr : watch_sessions().erase(*session));
  if (freed == nullptr) return MPI_T_ERR_INVALID_SESSION;
  for (const MPI_T_pvar_handle handle : freed->handles) drop(handle);
  *session = MPI_T_PVAR_SESSION_NULL;
  return MPI_SUCCESS;
}

int t_pvar_handle_alloc(MPI_T_pvar_session session, int pvar_index, void* obj_handle, MPI_T_pvar_handle* handle,
                        int* count) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  WatchSession* const in = watch_sessions().lookup(session);
  if (in == nullptr) return MPI_T_ERR_INVALID_SESSION;
  const Variable* variable = variable_at(pvar_index);
  if (variable == nullptr) return MPI_T_ERR_INVALID_INDEX;
  if (handle == nullptr || count == nullptr) return MPI_T_ERR_INVALID;
  communicator::Ref communicator;
  if (variable->bound) {
    if (obj_handle == nullptr || access.runtime() == nullptr) return MPI_T_ERR_INVALID_HANDLE;
    communicator = communicator::Ref(comms().lookup(*static_cast<const MPI_Comm*>(obj_handle)));
    if (!communicator) return MPI_T_ERR_INVALID_HANDLE;
  }
  auto watch = std::make_unique<Watch>(*variable, *in, std::move(communicator));
  watch->reset(access.runtime());
  *count = watch->count();
  *handle = watches().insert(watch.release());
  in->handles.push_back(*handle);
  return MPI_SUCCESS;
}

int t_pvar_handle_free(MPI_T_pvar_session session, MPI_T_pvar_handle* handle) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  WatchSession* const in = watch_sessions().lookup(session);
  if (in == nullptr) return MPI_T_ERR_INVALID_SESSION;
  const Watch* watch = handle == nullptr ? nullptr : watches().lookup(*handle);
  if (watch == nullptr || &watch->session() != in) return MPI_T_ERR_INVALID_HANDLE;
  std::erase(in->handles, *handle);
  drop(*handle);
  *handle = MPI_T_PVAR_HANDLE_NULL;
  return MPI_SUCCESS;
}

int t_pvar_start(MPI_T_pvar_session session, MPI_T_pvar_handle handle) {
  return apply(session, handle, MPI_T_ERR_PVAR_NO_STARTSTOP, can_start,
               [](Watch& watch, runtime::Runtime* runtime) { watch.start(runtime); });
}

int t_pvar_stop(MPI_T_pvar_session session, MPI_T_pvar_handle handle) {
  return apply(session, handle, MPI_T_ERR_PVAR_NO_STARTSTOP, can_start,
               [](Watch& watch, runtime::Runtime* runtime) { watch.stop(runtime); });
}

int t_pvar_reset(MPI_T_pvar_session session, MPI_T_pvar_handle handle) {
  return apply(session, handle, MPI_T_ERR_PVAR_NO_WRITE, can_write,
               [](Watch& watch, runtime::Runtime* runtime) { watch.reset(runtime); });
}

int t_pvar_read(MPI_T_pvar_session session, MPI_T_pvar_handle handle, void* buf) {
  if (handle == MPI_T_PVAR_ALL_HANDLES) handle = MPI_T_PVAR_HANDLE_NULL;
  return apply(
      session, handle, MPI_T_ERR_INVALID, [&](const Watch&) { return buf != nullptr; },
      [&](Watch& watch, runtime::Runtime* runtime) { watch.read(buf, runtime); });
}

int t_pvar_readreset(MPI_T_pvar_session session, MPI_T_pvar_handle handle, void* buf) {
  if (handle == MPI_T_PVAR_ALL_HANDLES) handle = MPI_T_PVAR_HANDLE_NULL;
  if (buf == nullptr) return MPI_T_ERR_INVALID;
  return apply(session, handle, MPI_T_ERR_PVAR_NO_WRITE, can_write, [&](Watch& watch, runtime::Runtime* runtime) {
    watch.read(buf, runtime);
    watch.reset(runtime);
  });
}

int t_pvar_write(MPI_T_pvar_session session, MPI_T_pvar_handle handle, const void* buf) {
  if (handle == MPI_T_PVAR_ALL_HANDLES) handle = MPI_T_PVAR_HANDLE_NULL;
  if (buf == nullptr) return MPI_T_ERR_INVALID;
  return apply(session, handle, MPI_T_ERR_PVAR_NO_WRITE, can_write,
               [&](Watch& watch, runtime::Runtime* runtime) { watch.write(buf, runtime); });
}

}  // namespace baton::mpi::api
