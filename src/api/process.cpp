// SPDX-License-Identifier: BSD-3-Clause
#include "api/process.hpp"

#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "base/log.hpp"
#include "base/parameters.hpp"
#include "base/text.hpp"

namespace baton::api {

Process& Process::get() noexcept {
  static Process* const process = new Process;
  return *process;
}

Result<std::shared_ptr<runtime::Runtime>> Process::join(bool threaded) {
  const std::lock_guard lock(mutex_);
  if (runtime_ == nullptr && dismissed_) {
    return make_error(
        Code::refused,
        "begin a session before MPI_Finalize, then others may follow later: MPI_Finalize has ended this process's "
        "connection to its launcher, and a launcher that speaks PMI-1 (mpiexec.hydra, srun --mpi=pmi2) gives no second "
        "one; those that speak PMIx (mpirun, srun --mpi=pmix) do");
  }
  if (runtime_ == nullptr) {
    runtime::Options options;
    options.threaded = threaded;
    options.incarnation = starts_;
    auto started = runtime::Runtime::start(std::move(options));
    if (!started) return started.error();
    runtime_ = std::move(*started);
    ++starts_;
    log::set_identity(fmt::format("[rank {}, {}]", runtime_->job().rank, runtime_->job().host));
    if (const auto unknown = unknown_parameter()) log::write(log::Level::warn, "{}", *unknown);
    for (const std::string& unknown : unknown_words()) log::write(log::Level::warn, "{}", unknown);
  } else {
    if (users_ == 0) {
      if (auto going = runtime_->go_on(); !going) return going.error();
    }
    if (threaded && !runtime_->engine().threaded()) runtime_->engine().set_threaded(true);
  }
  ++users_;
  return std::shared_ptr<runtime::Runtime>(runtime_);
}

baton::Status Process::leave(bool for_now) {
  const std::lock_guard lock(mutex_);
  if (--users_ > 0) return {};
  if (!for_now && rests_in_ == 0) {
    const std::shared_ptr<runtime::Runtime> last = std::exchange(runtime_, nullptr);
    dismissed_ = last->job().launcher == "pmi1";
    return last->finalize();
  }
  if (rests_in_ == 0 && std::atexit([] { get().leave_at_exit(); }) == 0) rests_in_ = ::getpid();
  return runtime_->rest();
}

void Process::leave_at_exit() noexcept {
  const std::lock_guard lock(mutex_);
  if (rests_in_ != ::getpid() || users_ > 0 || runtime_ == nullptr) return;
  const std::shared_ptr<runtime::Runtime> last = std::exchange(runtime_, nullptr);
  if (const baton::Status left = last->finalize(); !left) log::write(log::Level::warn, "{}", left.error().what);
}

}  // namespace baton::api
