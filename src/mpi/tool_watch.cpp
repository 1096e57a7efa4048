// SPDX-License-Identifier: BSD-3-Clause
// What a handle of a performance variable counts, and when. See tool_pvar.hpp. The engine counts once; each handle
// keeps what the count was when it began to watch.
#include <cstring>

#include "mpi/tool_pvar.hpp"

namespace baton::mpi::tool {
namespace {

constinit Immortal<HandleTable<MPI_T_pvar_handle, Watch>> watch_table;
constinit Immortal<HandleTable<MPI_T_pvar_session, WatchSession>> session_table;

template <class T>
void put(void* buffer, int at, T value) noexcept {
  std::memcpy(static_cast<std::byte*>(buffer) + static_cast<std::size_t>(at) * sizeof value, &value, sizeof value);
}

}  // namespace

HandleTable<MPI_T_pvar_handle, Watch>& watches() noexcept { return *watch_table; }
HandleTable<MPI_T_pvar_session, WatchSession>& watch_sessions() noexcept { return *session_table; }

void harvest_peaks(runtime::Runtime* runtime) {
  if (runtime == nullptr) return;
  matching::Matcher& matcher = runtime->engine().matcher();
  watches().for_each([&](MPI_T_pvar_handle, Watch& watch) {
    if (watch.variable().behaviour == Behaviour::peak) watch.see_peak(matcher.unexpected_peak());
  });
  matcher.forget_peak();
}

Watch::Watch(const Variable& variable, WatchSession& session, communicator::Ref communicator)
    : variable_(variable), session_(session), communicator_(std::move(communicator)) {}

int Watch::count() const noexcept { return variable_.read_rank != nullptr ? communicator_->peer_count() : 1; }

std::uint64_t Watch::now(runtime::Runtime* runtime) const {
  if (runtime == nullptr || dead() || variable_.read == nullptr) return 0;
  return variable_.read({*runtime, communicator_.get(), variable_.transport, variable_.choice});
}

std::uint64_t Watch::value(runtime::Runtime* runtime) const {
  switch (variable_.behaviour) {
    case Behaviour::counter:
    case Behaviour::time_ns: return kept_ + (started_ ? now(runtime) - since_ : 0);
    case Behaviour::peak: return kept_;
    default: return now(runtime);
  }
}

void Watch::start(runtime::Runtime* runtime) {
  if (started_) return;
  since_ = now(runtime);
  if (variable_.behaviour == Behaviour::peak) kept_ = since_;
  started_ = true;
}

void Watch::stop(runtime::Runtime* runtime) {
  kept_ = value(runtime);
  started_ = false;
}

void Watch::reset(runtime::Runtime* runtime) {
  since_ = now(runtime);
  kept_ = variable_.behaviour == Behaviour::peak ? since_ : 0;
}

void Watch::write(const void* buffer, runtime::Runtime* runtime) {
  since_ = now(runtime);
  if (variable_.behaviour == Behaviour::time_ns) {
    double seconds = 0;
    std::memcpy(&seconds, buffer, sizeof seconds);
    kept_ = static_cast<std::uint64_t>(seconds * 1e9);
  } else {
    std::memcpy(&kept_, buffer, sizeof kept_);
  }
}

void Watch::read(void* buffer, runtime::Runtime* runtime) {
  if (variable_.read_rank != nullptr) {
    for (int rank = 0; rank < count(); ++rank) {
      const Origin origin{*runtime, communicator_.get(), variable_.transport, variable_.choice};
      put(buffer, rank, static_cast<int>(variable_.read_rank(origin, rank)));
    }
    return;
  }
  switch (variable_.behaviour) {
    case Behaviour::time_ns: put(buffer, 0, static_cast<double>(value(runtime)) * 1e-9); break;
    case Behaviour::state: put(buffer, 0, static_cast<int>(value(runtime))); break;
    default: put(buffer, 0, static_cast<unsigned long long>(value(runtime))); break;
  }
}

void Watch::detach(runtime::Runtime& runtime) {
  if (!variable_.continuous()) kept_ = value(&runtime);
  since_ = 0;
  communicator_ = {};
}

void Watch::attach(runtime::Runtime& runtime) {
  if (!variable_.continuous()) since_ = now(&runtime);
}

}  // namespace baton::mpi::tool
