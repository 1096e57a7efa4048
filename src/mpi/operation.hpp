// SPDX-License-Identifier: BSD-3-Clause
// What a request handle means: one operation under way, of any chapter. Each chapter derives its own.
#pragma once

#include <cstdint>

#include "mpi.h"
#include "mpi/objects.hpp"
#include "p2p/engine.hpp"

namespace baton::mpi {

/// Called with the engine's lock held, unless said otherwise.
class Operation {
 public:
  Operation() = default;
  /// For messages.
  explicit Operation(bool is_message) noexcept : is_message_(is_message) {}
  Operation(const Operation&) = delete;
  Operation& operator=(const Operation&) = delete;

  /// An inactive persistent operation is complete with the empty status.
  [[nodiscard]] virtual bool complete() const noexcept = 0;
  /// Of two complete operations the one with the lower moment was complete first.
  [[nodiscard]] virtual std::uint64_t moment() const noexcept = 0;
  /// Fills `status` (may be MPI_STATUS_IGNORE) but not its MPI_ERROR, and returns MPI_SUCCESS or a code made by
  /// make_code. Called once per completion by wait and test, and any number of times by MPI_Request_get_status; has no
  /// side effect.
  virtual int result(MPI_Status* status) noexcept = 0;
  /// What wait and test do once after result(): a generalised request calls its free function, a partitioned one
  /// resets. Default: nothing.
  virtual int retire() noexcept { return MPI_SUCCESS; }
  /// A turn for operations that progress by being asked (generalised requests of a tool). Default: nothing.
  virtual void poke() noexcept {}
  virtual void cancel() noexcept {}
  /// Whether MPI_Cancel, and while it is active MPI_Request_free, may be asked of it: not of collectives (6.12).
  [[nodiscard]] virtual bool cancellable() const noexcept { return true; }
  /// MPI_Start. Only for persistent operations.
  virtual int start() noexcept { return MPI_ERR_REQUEST; }
  /// The communicator whose error handler hears of failures, MPI_COMM_NULL for none.
  [[nodiscard]] virtual MPI_Comm comm() const noexcept { return MPI_COMM_NULL; }
  /// The handle is gone. An operation under way must end by itself and then destroy itself.
  virtual void release() noexcept = 0;

  /// Whether it is complete, after its turn (poke).
  [[nodiscard]] bool is_over() noexcept {
    if (is_message_) return !unfinished_;
    poke();
    return complete();
  }
  /// A P2pOperation: looked at without virtual calls, and its handle ends with release().
  [[nodiscard]] bool is_message() const noexcept { return is_message_; }
  [[nodiscard]] bool persistent() const noexcept { return persistent_; }
  [[nodiscard]] bool active() const noexcept { return active_; }
  void set_active(bool active) noexcept { active_ = active; }
  /// Partitioned operations, which MPI_Start treats alike but MPI_Pready may be asked of.
  [[nodiscard]] virtual bool partitioned() const noexcept { return false; }
  [[nodiscard]] virtual bool is_generalized() const noexcept { return false; }

 protected:
  virtual ~Operation() = default;
  bool persistent_ = false;
  bool active_ = true;
  bool unfinished_ = false;  // of messages

 private:
  const bool is_message_ = false;
};

/// Set with the first communicators (objects.cpp).
inline constinit MPI_Request completed_send_handle = nullptr;
/// The handle of a send that was complete when it returned. Shared by all of them; not counted, never freed.
[[nodiscard]] inline MPI_Request completed_send() noexcept { return completed_send_handle; }

/// The engine of this process. Only between init and finalize.
[[nodiscard]] p2p::Engine& engine() noexcept;

}  // namespace baton::mpi
