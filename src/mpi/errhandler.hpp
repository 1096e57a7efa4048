// SPDX-License-Identifier: BSD-3-Clause
// Error handler objects. A communicator, window, file or session holds a reference; so does the user's handle.
#pragma once

#include <atomic>

#include "mpi/handles.hpp"
#include "mpi/raiser.hpp"

namespace baton::mpi {

class Errhandler {
 public:
  enum class Action : unsigned char { end_job, end_group, return_code, call };

  constexpr explicit Errhandler(Action action) noexcept : action_(action) {}
  explicit Errhandler(MPI_Comm_errhandler_function* f) noexcept : kind_(Raiser::Kind::comm), comm_(f) {}
  explicit Errhandler(MPI_Win_errhandler_function* f) noexcept : kind_(Raiser::Kind::win), win_(f) {}
  explicit Errhandler(MPI_File_errhandler_function* f) noexcept : kind_(Raiser::Kind::file), file_(f) {}
  explicit Errhandler(MPI_Session_errhandler_function* f) noexcept : kind_(Raiser::Kind::session), session_(f) {}

  [[nodiscard]] Action action() const noexcept { return action_; }
  /// May it be set on such an object? Predefined ones may on all.
  [[nodiscard]] bool fits(Raiser::Kind kind) const noexcept { return action_ != Action::call || kind_ == kind; }

  /// Calls the user's function; `code` is what it reads.
  void call(const Raiser& object, int code) const;

  /// One reference more; returned for convenience.
  Errhandler* retain() noexcept {
    references_.fetch_add(1, std::memory_order_relaxed);
    return this;
  }
  /// One less; the last one takes the handle back and deletes. Predefined ones keep their first reference for ever.
  void release() noexcept;

  /// The handle for the user: the predefined constant, or the one that MPI_X_create_errhandler gave.
  [[nodiscard]] MPI_Errhandler handle() const noexcept { return handle_; }
  void set_handle(MPI_Errhandler handle) noexcept { handle_ = handle; }

 private:
  Action action_ = Action::call;
  Raiser::Kind kind_ = Raiser::Kind::none;
  std::atomic<int> references_{1};
  MPI_Errhandler handle_ = nullptr;
  union {
    MPI_Comm_errhandler_function* comm_ = nullptr;
    MPI_Win_errhandler_function* win_;
    MPI_File_errhandler_function* file_;
    MPI_Session_errhandler_function* session_;
  };
};

/// The predefined ones, for objects' first handlers.
[[nodiscard]] Errhandler& errors_are_fatal() noexcept;
[[nodiscard]] Errhandler& errors_abort() noexcept;
[[nodiscard]] Errhandler& errors_return() noexcept;

/// All error handlers that have a handle.
[[nodiscard]] HandleTable<MPI_Errhandler, Errhandler>& errhandlers() noexcept;

}  // namespace baton::mpi
