// SPDX-License-Identifier: BSD-3-Clause
#include "api/process.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "api/heap.hpp"
#include "base/log.hpp"
#include "base/parameters.hpp"
#include "base/text.hpp"
#include "topology/memory_home.hpp"

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
    options.pool = &pool();
    const auto heap = parameter_flag("SHARE_HEAP");
    if (!heap) return heap.error();
    for (const auto& checked : {parameter_flag("PINNED"), parameter_flag("PINNED_LOCK")}) {
      if (!checked) return checked.error();
    }
    if (const auto window = parameter_bytes("PINNED_WINDOW"); !window) return window.error();
    auto started = runtime::Runtime::start(std::move(options));
    if (!started) return started.error();
    runtime_ = std::move(*started);
    ++starts_;
    log::set_identity(fmt::format("[rank {}, {}]", runtime_->job().rank, runtime_->job().host));
    if (const auto unknown = unknown_parameter()) log::write(log::Level::warn, "{}", *unknown);
    if (*heap && !heap_is_interposed()) {
      log::write(log::Level::warn,
                 "BATON_SHARE_HEAP=1 does nothing, as libbaton_heap.so does not stand before the C library: start with "
                 "LD_PRELOAD=libbaton_heap.so (with its path), or link it first");
    }
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

memory::Pool& Process::pool() {
  std::call_once(pool_made_, [&] {
    memory::PoolOptions options;
    // What is wrong with a value is told when the runtime starts.
    const auto shared = parameter_flag("PINNED");
    const auto lock = parameter_flag("PINNED_LOCK");
    const auto bytes = parameter_bytes("PINNED_WINDOW");
    options.shared = !shared || *shared;
    options.window.lock = !lock || *lock;
    if (bytes) options.window.bytes = static_cast<std::size_t>(*bytes);
    options.window.bind = [home = std::make_shared<topology::MemoryHome>()](std::span<std::byte> memory) {
      home->bind(memory);
    };
    pool_ = std::make_unique<memory::Pool>(std::move(options));
  });
  return *pool_;
}

Result<void*> Process::allocate_pinned(std::size_t bytes, std::size_t alignment) {
  auto memory = pool().allocate(bytes, alignment);
  if (const auto note = pool().take_note()) {
    const std::lock_guard lock(mutex_);
    const bool first = runtime_ == nullptr || runtime_->job().local_ranks.empty() ||
                       *std::min_element(runtime_->job().local_ranks.begin(), runtime_->job().local_ranks.end()) ==
                           runtime_->job().rank;
    log::write(first ? log::Level::warn : log::Level::info, "{}", *note);
  }
  return memory;
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
