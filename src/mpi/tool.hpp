// SPDX-License-Identifier: BSD-3-Clause
// The frame of the tool information interface (MPI 5.0, 15.3): its life, its locks, and the conventions that all of its
// calls share. Calls of MPI_T return their error class and call no error handler. Variables, categories and events:
// tool_cvar.cpp, tool_pvar*.cpp, tool_category.cpp, tool_event*.cpp.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

#include "mpi.h"
#include "runtime/runtime.hpp"

namespace baton::mpi::tool {

/// Between MPI_T_init_thread and MPI_T_finalize, for the time of one call. Serialises MPI_T. Whoever also needs the
/// engine takes EngineAccess instead: the engine's lock comes before this one.
class Access {
 public:
  Access();
  /// MPI_SUCCESS, or why the call must fail.
  [[nodiscard]] int code() const noexcept { return code_; }

 private:
  std::unique_lock<std::mutex> lock_;
  int code_;
};

/// The same with the engine of the running MPI, if MPI runs: nothing changes in it meanwhile.
class EngineAccess {
 public:
  EngineAccess();
  [[nodiscard]] int code() const noexcept { return code_; }
  /// nullptr before MPI is initialised and after it is finalised.
  [[nodiscard]] runtime::Runtime* runtime() const noexcept { return runtime_.get(); }

 private:
  std::shared_ptr<runtime::Runtime> runtime_;
  std::optional<p2p::Engine::Guard> guard_;
  std::unique_lock<std::mutex> lock_;
  int code_;
};

/// True while this thread runs a user's callback that the engine has called: only calls that the standard lists for
/// such callbacks work then (MPI 5.0, 15.3.8).
[[nodiscard]] bool in_callback() noexcept;

/// Marks the callback.
class CallbackScope {
 public:
  CallbackScope() noexcept;
  ~CallbackScope();
  CallbackScope(const CallbackScope&) = delete;
  CallbackScope& operator=(const CallbackScope&) = delete;

 private:
  bool outer_;
};

/// Whether a tool has asked for MPI_THREAD_MULTIPLE: the engine must then lock, whatever MPI_Init is asked for.
[[nodiscard]] bool needs_threads() noexcept;

/// MPI has started: variables are bound to its engine. MPI ends: what was counted is kept, and bound handles die.
/// Called by init and finalize.
void runtime_starts(const std::shared_ptr<runtime::Runtime>& runtime);
void runtime_ends();

// What the parts do when a runtime ends, and when MPI_T itself does. With the lock of EngineAccess.
void attach_variables(runtime::Runtime& runtime);
void retire_variables(runtime::Runtime& runtime);
void free_control_handles();
void free_variables();
void attach_events(runtime::Runtime& runtime);
void free_events();

/// Gives a text to the user (15.3.3): `length` is what his buffer holds, and becomes what the text needs. A null length
/// gives nothing; a null buffer, or none, gives the length.
void give_text(std::string_view text, char* buffer, int* length) noexcept;

/// Gives a value where the user wants it.
template <class T>
void give(T* place, T value) noexcept {
  if (place != nullptr) *place = value;
}

// Enumerations (tool_enum.cpp).
enum class Enumeration : unsigned char {
  none,
  routes,
  waiting,
  endings,
  unexpected_elements,
  met_elements,
  lost_elements
};
[[nodiscard]] MPI_T_enum handle_of(Enumeration enumeration) noexcept;
/// The item of `routes` that a transport's name means.
[[nodiscard]] int route_item(std::string_view transport) noexcept;

// Categories (tool_category.cpp). Every variable and event is in one.
enum class Category : unsigned char {
  point_to_point,
  matching,
  collectives,
  algorithms,
  transports,
  transport_self,
  transport_shm,
  transport_tcp,
  startup,
  diagnosis
};

// The tables, for the categories.
[[nodiscard]] int cvar_count() noexcept;
[[nodiscard]] Category cvar_category(int index) noexcept;
[[nodiscard]] int pvar_count() noexcept;
[[nodiscard]] Category pvar_category(int index) noexcept;
[[nodiscard]] int event_count() noexcept;
[[nodiscard]] Category event_category(int index) noexcept;

}  // namespace baton::mpi::tool
