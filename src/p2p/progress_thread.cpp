// SPDX-License-Identifier: BSD-3-Clause
#include "p2p/progress_thread.hpp"

#include <pthread.h>
#include <sys/prctl.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <system_error>

#include "base/check.hpp"
#include "base/spin.hpp"
#include "base/text.hpp"

namespace baton::p2p {
namespace {

constexpr std::uint32_t most_idle_looks = 8;  // then it rests
constexpr std::uint32_t lock_spins = 200;     // of the application, while the thread ends its turn

/// Signals of the process are the application's, less those that tell of a mistake of this very thread.
sigset_t signals_of_others() noexcept {
  sigset_t set;
  sigfillset(&set);
  for (const int own : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT}) sigdelset(&set, own);
  return set;
}

}  // namespace

ProgressThread::ProgressThread(Engine& engine, ProgressThreadOptions options) noexcept
    : engine_(engine), options_(options) {
  BATON_CHECK(engine.threaded());
  engine_.attendant_ = this;
}

ProgressThread::~ProgressThread() {
  stop();
  engine_.attendant_ = nullptr;
}

Status ProgressThread::start() {
  if (thread_.joinable()) return {};
  const sigset_t blocked = signals_of_others();
  sigset_t before;
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  Status started;
  try {
    thread_ = std::thread([this] { run(); });
    pthread_setname_np(thread_.native_handle(), "baton-progress");
  } catch (const std::system_error& error) {
    started = make_error(Code::no_memory,
                         "the system gives no thread for BATON_PROGRESS_THREAD=1 ({}); unset it, or raise the limit of "
                         "processes (ulimit -u)",
                         error.what());
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return started;
}

void ProgressThread::stop() noexcept {
  if (!thread_.joinable()) return;
  stopping_.store(true, std::memory_order_relaxed);  // before the lock, which it holds while it has work
  {
    const std::lock_guard lock(engine_.mutex_);
    if (duty_ == Duty::watches) engine_.wires_.rouse();
  }
  {
    const std::lock_guard lock(doze_mutex_);
    called_ = true;
  }
  doze_.notify_one();
  thread_.join();
  called_ = false;
  duty_ = Duty::rests;
  stopping_.store(false, std::memory_order_relaxed);
}

void ProgressThread::admit() noexcept {
  std::mutex& mutex = engine_.mutex_;
  if (!mutex.try_lock()) {
    wanted_.fetch_add(1, std::memory_order_relaxed);
    bool locked = false;
    for (std::uint32_t spin = 0; spin < lock_spins && !locked; ++spin) {
      cpu_relax();
      locked = mutex.try_lock();
    }
    if (!locked) mutex.lock();
    wanted_.fetch_sub(1, std::memory_order_relaxed);
  }
  ++visitors_;
  ++visits_;
  if (duty_ == Duty::watches && !hushed_) {
    hushed_ = true;
    engine_.wires_.disarm();
  }
}

void ProgressThread::dismiss() noexcept {
  bool call = false;
  bool rouse = false;
  if (--visitors_ == 0 && (duty_ == Duty::rests || (hushed_ && !roused_)) && thread_.joinable() && engine_.has_open()) {
    rouse = duty_ == Duty::watches;
    call = !rouse;
    if (rouse) {
      roused_ = true;
    } else {
      duty_ = Duty::looks;
      seen_visits_ = visits_;
      idle_looks_ = 0;
    }
  }
  engine_.mutex_.unlock();
  // Only now, or the thread would find the lock taken.
  if (rouse) engine_.wires_.rouse();
  if (call) {
    {
      const std::lock_guard lock(doze_mutex_);
      called_ = true;
    }
    doze_.notify_one();
  }
}

void ProgressThread::make_room() noexcept {
  if (duty_ != Duty::watches || roused_) return;
  roused_ = true;
  engine_.wires_.rouse();
}

void ProgressThread::run() noexcept {
  ::prctl(PR_SET_TIMERSLACK, 1000, 0, 0, 0);
  std::int64_t pause = 0;
  while (!stopping_.load(std::memory_order_relaxed)) {
    doze(pause);
    std::unique_lock lock(engine_.mutex_, std::try_to_lock);
    // Who holds it is inside, and makes progress.
    pause = lock ? look(pause == 0) : options_.first_look_ns;
  }
}

void ProgressThread::doze(std::int64_t ns) noexcept {
  std::unique_lock lock(doze_mutex_);
  const auto is_called = [&] { return called_; };
  if (ns == 0) {
    doze_.wait(lock, is_called);
  } else {
    doze_.wait_for(lock, std::chrono::nanoseconds(ns), is_called);
  }
  called_ = false;
}

std::int64_t ProgressThread::rest() noexcept {
  duty_ = Duty::rests;
  expects_absence_ = false;
  pause_ns_ = 0;
  return 0;
}

std::int64_t ProgressThread::look_later() noexcept {
  duty_ = Duty::looks;
  expects_absence_ = false;
  pause_ns_ = std::clamp(2 * pause_ns_, options_.first_look_ns, options_.last_look_ns);
  return pause_ns_;
}

std::int64_t ProgressThread::look(bool called) noexcept {
  const bool was_back = visits_ != seen_visits_;
  seen_visits_ = visits_;
  const bool open = engine_.has_open();
  if (visitors_ != 0 || was_back) {
    // Nothing to do, or the application waits long, and may call when it leaves.
    const bool idle = !open || (visitors_ != 0 && !was_back);
    idle_looks_ = idle ? idle_looks_ + 1 : 0;
    if (idle_looks_ >= most_idle_looks) return rest();
    if (idle || visitors_ != 0 || expects_absence_) return look_later();
    expects_absence_ = true;
    return options_.first_look_ns;
  }
  if (!open) return rest();
  idle_looks_ = 0;
  expects_absence_ = true;
  if (called) return options_.first_look_ns;  // it may be about to wait itself
  const bool useful = work();
  seen_visits_ = visits_;
  if (!engine_.has_open()) return rest();
  if (!useful) return look_later();
  // Who is inside, or on the way, calls when it leaves something.
  if (visitors_ != 0 || wanted_.load(std::memory_order_relaxed) != 0) return rest();
  duty_ = Duty::looks;
  return options_.first_look_ns;
}

bool ProgressThread::work() noexcept {
  duty_ = Duty::works;
  std::mutex& mutex = engine_.mutex_;
  bool useful = false;
  bool overslept = false;
  std::uint32_t vain = 0;
  while (is_alone() && engine_.has_open()) {
    engine_.leaves_soon_ = true;
    const bool moved = engine_.progress();
    engine_.leaves_soon_ = false;
    if (moved) {
      if (overslept) ++engine_.counters_.overslept;
      ++engine_.counters_.attended;
      useful = true;
      overslept = false;
      vain = 0;
      continue;
    }
    overslept = false;
    if (vain++ < options_.spin_turns) {
      mutex.unlock();
      cpu_relax();
      mutex.lock();
      continue;
    }
    if (!engine_.wires_.arm()) continue;
    const std::uint64_t before = visits_;
    overslept = !sleep();
    vain = 0;
    if (visits_ != before) break;
  }
  return useful;
}

bool ProgressThread::sleep() noexcept {
  BATON_ASSERT(!engine_.watcher_);
  engine_.watcher_ = true;
  duty_ = Duty::watches;
  hushed_ = roused_ = false;
  engine_.mutex_.unlock();
  const bool woken = engine_.wires_.sleep(options_.sleep_ns) || engine_.wires_.naps();
  engine_.mutex_.lock();
  const bool called = woken || hushed_;
  hushed_ = roused_ = false;
  duty_ = Duty::works;
  engine_.watcher_ = false;
  engine_.idle_threads_.notify_all();
  return called;
}

}  // namespace baton::p2p
