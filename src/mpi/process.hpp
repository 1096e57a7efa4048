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

/// Written by the bodies of init and session, read by every entry.
inline constinit std::atomic<Phase> current_phase{Phase::before_init};
[[nodiscard]] inline Phase phase() noexcept { return current_phase.load(std::memory_order_acquire); }

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
