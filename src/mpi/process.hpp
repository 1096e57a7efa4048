// SPDX-License-Identifier: BSD-3-Clause
// What the entries must know of this process: whether MPI runs, whose error handler to call, how to end the job.
// The process globals of the C API stand behind these functions.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "mpi/raiser.hpp"

namespace baton::mpi {

class Errhandler;

/// `running` from the first MPI_Init or MPI_Session_init to the end of MPI_Finalize and of the last session.
enum class Phase : std::uint8_t { before_init, running, finalized };

/// What every entry looks at. `news`: MPI runs, and a tool's callbacks are to be called before the entry goes on.
enum class Gate : std::uint8_t { closed, open, news };

inline constinit std::atomic<Phase> current_phase{Phase::before_init};
inline constinit std::atomic<Gate> entry_gate{Gate::closed};
[[nodiscard]] inline Phase phase() noexcept { return current_phase.load(std::memory_order_acquire); }

/// By the bodies of init and session.
inline void set_phase(Phase phase) noexcept {
  current_phase.store(phase, std::memory_order_release);
  Gate closed = Gate::closed;
  if (phase == Phase::running) {
    entry_gate.compare_exchange_strong(closed, Gate::open, std::memory_order_acq_rel);  // what waits goes on waiting
  } else {
    entry_gate.store(Gate::closed, std::memory_order_release);
  }
}

/// Lets the next entry call tools' callbacks (mpi/tool_event.hpp). From any thread.
inline void news_at_gate() noexcept {
  Gate open = Gate::open;
  entry_gate.compare_exchange_strong(open, Gate::news, std::memory_order_acq_rel);
}

/// The error handler of an object, and the object it is called with. A handle that means nothing, and `none`, give
/// MPI_COMM_SELF's, or MPI_COMM_WORLD's where SELF has none of its own; before init, the initial error handler.
struct BoundHandler {
  Errhandler* handler;
  Raiser object;
};
[[nodiscard]] BoundHandler error_handler_of(const Raiser& raiser) noexcept;

/// "communicator MPI_COMM_WORLD (size 4)": how error sentences name an object.
[[nodiscard]] std::string describe(const Raiser& raiser);

/// Ends the processes of the object's group (all of the job, where that is what can be done). The sentence was printed.
[[noreturn]] void abort_job(const Raiser& raiser, int code) noexcept;

}  // namespace baton::mpi
