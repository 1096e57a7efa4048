// SPDX-License-Identifier: BSD-3-Clause
// A performance variable as one session watches it. Plain data and arithmetic; calls come under tool::EngineAccess.
#pragma once

#include <memory>
#include <vector>

#include "mpi/handles.hpp"
#include "mpi/tool_pvar_table.hpp"

namespace baton::mpi::tool {

struct WatchSession;

/// What an MPI_T_pvar_handle means.
class Watch {
 public:
  Watch(const Variable& variable, WatchSession& session, communicator::Ref communicator);

  [[nodiscard]] const Variable& variable() const noexcept { return variable_; }
  [[nodiscard]] const WatchSession& session() const noexcept { return session_; }
  [[nodiscard]] const communicator::Ref& communicator() const noexcept { return communicator_; }
  /// Its communicator ended with MPI.
  [[nodiscard]] bool dead() const noexcept { return variable_.bound && !communicator_; }
  [[nodiscard]] int count() const noexcept;
  [[nodiscard]] bool started() const noexcept { return started_; }

  void start(runtime::Runtime* runtime);
  void stop(runtime::Runtime* runtime);
  /// Back to the value at which it begins: 0, or the level now for a peak.
  void reset(runtime::Runtime* runtime);
  void write(const void* buffer, runtime::Runtime* runtime);
  void read(void* buffer, runtime::Runtime* runtime);

  /// A new highest level; taken while started.
  void see_peak(std::uint64_t level) noexcept {
    if (started_ && level > kept_) kept_ = level;
  }
  /// MPI ends: keeps what was counted.
  void detach(runtime::Runtime& runtime);
  /// MPI has started again.
  void attach(runtime::Runtime& runtime);

 private:
  /// Of a counter: what it has counted since the start of the engine. Of the others: what is now.
  [[nodiscard]] std::uint64_t now(runtime::Runtime* runtime) const;
  [[nodiscard]] std::uint64_t value(runtime::Runtime* runtime) const;

  const Variable& variable_;
  WatchSession& session_;
  communicator::Ref communicator_;
  bool started_ = false;
  std::uint64_t kept_ = 0;  // counted before `since_`, or the peak
  std::uint64_t since_ = 0;
};

/// What an MPI_T_pvar_session means.
struct WatchSession {
  std::vector<MPI_T_pvar_handle> handles;
};

[[nodiscard]] HandleTable<MPI_T_pvar_handle, Watch>& watches() noexcept;
[[nodiscard]] HandleTable<MPI_T_pvar_session, WatchSession>& watch_sessions() noexcept;

/// Tells every started peak of the highest level since the last time. Before a peak is started, stopped, read or reset.
void harvest_peaks(runtime::Runtime* runtime);

}  // namespace baton::mpi::tool
