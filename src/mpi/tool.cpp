// SPDX-License-Identifier: BSD-3-Clause
// Start and end of the tool information interface, and its locks. See tool.hpp.
#include "mpi/tool.hpp"

#include "mpi/generated/api_tool.hpp"
#include "mpi/handles.hpp"
#include "mpi/tool_event.hpp"
#include "mpi/tool_parameters.hpp"

namespace baton::mpi::tool {
namespace {

struct State {
  std::mutex mutex;
  int users = 0;  // calls of MPI_T_init_thread that are not undone
  bool threads = false;
  std::shared_ptr<runtime::Runtime> runtime;
};

State& state() noexcept {
  static Immortal<State> state;
  return *state;
}

thread_local bool calls_back = false;

}  // namespace

Access::Access() : lock_(state().mutex), code_(state().users > 0 ? MPI_SUCCESS : MPI_T_ERR_NOT_INITIALIZED) {}

EngineAccess::EngineAccess() : lock_(state().mutex), code_(MPI_SUCCESS) {
  while (runtime_ != state().runtime) {
    runtime_ = state().runtime;
    lock_.unlock();
    guard_.reset();
    // In a callback, the engine that calls it is locked by this thread.
    if (runtime_ != nullptr && !calls_back) guard_.emplace(runtime_->engine());
    lock_.lock();
  }
  if (state().users == 0) code_ = MPI_T_ERR_NOT_INITIALIZED;
}

bool in_callback() noexcept { return calls_back; }
CallbackScope::CallbackScope() noexcept : outer_(std::exchange(calls_back, true)) {}
CallbackScope::~CallbackScope() { calls_back = outer_; }

bool needs_threads() noexcept {
  const std::lock_guard lock(state().mutex);
  return state().users > 0 && state().threads;
}

void runtime_starts(const std::shared_ptr<runtime::Runtime>& runtime) {
  {
    const std::lock_guard lock(state().mutex);
    state().runtime = runtime;
  }
  const EngineAccess access;
  if (access.runtime() == nullptr) return;
  note_parameters();
  attach_variables(*access.runtime());
  attach_events(*access.runtime());
}

void runtime_ends() {
  {
    const EngineAccess access;
    if (access.runtime() == nullptr) return;
    access.runtime()->engine().set_news_hook(nullptr, nullptr);
    retire_variables(*access.runtime());
    state().runtime = nullptr;
  }
  drop_events();
}

void give_text(std::string_view text, char* buffer, int* length) noexcept {
  if (length == nullptr) return;
  if (buffer != nullptr && *length > 0) buffer[text.copy(buffer, static_cast<std::size_t>(*length) - 1)] = '\0';
  *length = static_cast<int>(text.size()) + 1;
}

}  // namespace baton::mpi::tool

namespace baton::mpi::api {

int t_init_thread(int required, int* provided) {
  if (tool::in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const bool level = required == MPI_THREAD_SINGLE || required == MPI_THREAD_FUNNELED ||
                     required == MPI_THREAD_SERIALIZED || required == MPI_THREAD_MULTIPLE;
  if (provided == nullptr || !level) return MPI_T_ERR_INVALID;
  const tool::EngineAccess access;
  tool::State& state = tool::state();
  ++state.users;
  *provided = required;
  if (required != MPI_THREAD_MULTIPLE) return MPI_SUCCESS;
  // An engine that runs without locks stays so: its user's threads may be inside it.
  if (access.runtime() != nullptr && !access.runtime()->engine().threaded()) {
    *provided = MPI_THREAD_SERIALIZED;
  } else {
    state.threads = true;
  }
  return MPI_SUCCESS;
}

int t_finalize() {
  if (tool::in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const tool::EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  tool::State& state = tool::state();
  if (--state.users > 0) return MPI_SUCCESS;
  state.threads = false;
  if (access.runtime() != nullptr) access.runtime()->engine().set_news_hook(nullptr, nullptr);
  tool::free_control_handles();
  tool::free_variables();
  tool::free_events();
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
