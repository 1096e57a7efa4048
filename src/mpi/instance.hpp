// SPDX-License-Identifier: BSD-3-Clause
// The process globals of the C API: its share of the one Runtime of this process (api/process.hpp) and what came with
// MPI_Init. The only such place, together with the handle tables. Guarded by `mutex` while MPI starts or ends; constant
// in between.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

#include "mpi/objects.hpp"
#include "runtime/runtime.hpp"

namespace baton::mpi {

struct Instance {
  std::mutex mutex;
  std::shared_ptr<runtime::Runtime> runtime;
  int users = 0;                   // the world model and each session; each has joined the process
  std::uint64_t uses = 0;          // how often WORLD and SELF were made: re-initialised sessions get fresh contexts
  bool world_model = false;        // between MPI_Init and MPI_Finalize
  bool world_model_ended = false;  // MPI_Finalize has been called: MPI_Init may not be called again
  int thread_level = MPI_THREAD_SINGLE;
  std::thread::id main_thread;
  communicator::Ref world;
  communicator::Ref self;
};

[[nodiscard]] Instance& instance() noexcept;

/// Starts the runtime for one more user. MPI_SUCCESS or the code of an error that was raised on `where`.
int open_runtime(bool threaded, const Raiser& where) noexcept;
/// One user less; the last one of the process leaves the job. The caller drops its communicators afterwards, and then
/// its share of the runtime if `users` is 0.
int close_runtime(bool for_now) noexcept;

/// Makes MPI_COMM_WORLD and MPI_COMM_SELF mean these, and takes it back.
void register_world(const communicator::Ref& world, const communicator::Ref& self);
void unregister_world() noexcept;

/// The error handler of a session, nullptr for a handle that means nothing (session.cpp).
[[nodiscard]] Errhandler* session_errhandler(MPI_Session session) noexcept;

}  // namespace baton::mpi
