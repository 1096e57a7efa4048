// SPDX-License-Identifier: BSD-3-Clause
// Events of the tool information interface (MPI 5.0, 15.3.8): what can happen, who has asked to hear of it, and the
// call of the user's functions. The engine tells its News under its lock, so a callback runs at once if it may run
// there (MPI_T_CB_REQUIRE_MPI_RESTRICTED; with a threaded engine, _THREAD_SAFE). For one that may not, the event waits
// until this process calls MPI again, and is dropped where too many wait.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <vector>

#include "mpi/handles.hpp"
#include "mpi/tool.hpp"

namespace baton::mpi::tool {

struct Element {
  MPI_Datatype datatype;
  MPI_Aint displacement;
  std::size_t bytes;
};

struct EventType {
  const char* name;
  const char* description;
  Category category;
  int verbosity;
  bool bound;  // to a communicator
  std::span<const Element> elements;
  std::size_t bytes;
  Enumeration names;  // of the elements
};

/// In the order of their indices.
[[nodiscard]] std::span<const EventType> event_types() noexcept;
/// The one source of all events: the engine. Its ticks are nanoseconds.
inline constexpr int engine_source = 0;

/// One event that has happened: what an MPI_T_event_instance means while its callback runs.
struct Occurrence {
  int type = 0;
  MPI_Count timestamp = 0;
  std::array<std::byte, 24> data{};
};

/// The safety levels of callbacks, ascending.
inline constexpr std::array safety_levels{MPI_T_CB_REQUIRE_NONE, MPI_T_CB_REQUIRE_MPI_RESTRICTED,
                                          MPI_T_CB_REQUIRE_THREAD_SAFE, MPI_T_CB_REQUIRE_ASYNC_SIGNAL_SAFE};

/// What an MPI_T_event_registration means.
struct Registration {
  static constexpr std::size_t most_waiting = 256;
  struct Callback {
    MPI_T_event_cb_function* function = nullptr;
    void* user_data = nullptr;
  };

  int type = 0;
  p2p::ContextId context = 0;  // of a bound event
  MPI_T_event_registration handle = nullptr;
  std::array<Callback, safety_levels.size()> callbacks;  // by place in safety_levels
  MPI_T_event_dropped_cb_function* dropped_handler = nullptr;
  std::deque<Occurrence> waiting;
  MPI_Count dropped = 0;
};

/// Handles own a shared pointer each: a callback under way keeps its registration.
[[nodiscard]] HandleTable<MPI_T_event_registration, std::shared_ptr<Registration>>& registrations() noexcept;
[[nodiscard]] HandleTable<MPI_T_event_instance, Occurrence>& occurrences() noexcept;

/// Tells the engine whether anyone listens. With the lock of EngineAccess.
void listen(runtime::Runtime* runtime);

/// Runs the callbacks whose events wait, and the handlers of dropped ones. Without any lock.
void deliver_events();
/// MPI has ended: what still waits is dropped, and the handlers are told.
void drop_events();

}  // namespace baton::mpi::tool
