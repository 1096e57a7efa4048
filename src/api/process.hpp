// SPDX-License-Identifier: BSD-3-Clause
// The one Runtime of this process. The C bindings and the native API may be used in one process, by parts of a program
// that do not know each other; they share it here, counted. Room mpi may include this header of room api and no other.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>

#include "base/result.hpp"
#include "memory/pool.hpp"
#include "runtime/runtime.hpp"

namespace baton::api {

/// Threads: any, at any time; a process joins the job and leaves it under a lock.
class Process {
 public:
  /// Of this process; never destroyed, so that it serves destructors of the user's globals too.
  [[nodiscard]] static Process& get() noexcept;

  /// One user more. The first one starts the runtime; it may be started again after the last one has left. `threaded`:
  /// this user calls from several threads at once; a user who does not may not turn that off for the others.
  /// Errors: those of Runtime::start; and where the process has left a job whose launcher takes nobody twice.
  Result<std::shared_ptr<runtime::Runtime>> join(bool threaded);

  /// One user less. With the last one the process leaves the job (collective over it); the runtime itself lives as long
  /// as somebody keeps a pointer to it, so communicators and requests that are dropped late are dropped in peace.
  /// `for_now`: a user may come again. A launcher knows a process once only, so it stays in the job then, at rest, and
  /// leaves it when the program ends.
  baton::Status leave(bool for_now = false);

  /// The pinned buffers of this process. They are there before the runtime starts and after it has ended.
  [[nodiscard]] memory::Pool& pool();
  /// Memory from there, as Pool::allocate. The first time that not all can be locked, one rank a node says so.
  [[nodiscard]] Result<void*> allocate_pinned(std::size_t bytes, std::size_t alignment);

 private:
  void leave_at_exit() noexcept;

  std::mutex mutex_;
  std::shared_ptr<runtime::Runtime> runtime_;
  int users_ = 0;
  std::uint32_t starts_ = 0;  // of a runtime
  bool dismissed_ = false;    // left, and the launcher does not know this process any more
  std::once_flag pool_made_;
  std::unique_ptr<memory::Pool> pool_;
  int rests_in_ = 0;  // the process (a child of fork is another) that leaves at exit; 0: none
};

}  // namespace baton::api
