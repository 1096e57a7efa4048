// SPDX-License-Identifier: BSD-3-Clause
#include "transport/bell.hpp"

#include <linux/membarrier.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>

#include "base/text.hpp"

namespace baton::transport {
namespace {

// What ended a sleep.
constexpr std::uint64_t rung = 0;
constexpr std::uint64_t watched = 1;
constexpr std::uint64_t waker = 2;

bool membarrier(int command) noexcept { return ::syscall(SYS_membarrier, command, 0, 0) == 0; }

bool enlist(int set, int fd, std::uint32_t events, std::uint64_t id) noexcept {
  epoll_event event{};
  event.events = events;
  event.data.u64 = id;
  return ::epoll_ctl(set, EPOLL_CTL_ADD, fd, &event) == 0;
}

void write_event(int fd) noexcept {
  const std::uint64_t one = 1;
  // Fails only when the counter is full, and then it is readable anyway.
  [[maybe_unused]] const auto written = ::write(fd, &one, sizeof one);
}

}  // namespace

Result<RemoteBell> RemoteBell::open(UniqueFd front, UniqueFd event, bool fence) {
  const std::size_t bytes = memory::page_bytes();
  if (auto right = memory::check_shared_file(front.get(), bytes); !right) return right.error();
  auto page = memory::Mapping::of(front.get(), bytes);
  if (!page) return page.error();
  RemoteBell bell;
  bell.page_ = std::move(*page);
  bell.front_ = std::launder(reinterpret_cast<Front*>(bell.page_.data()));
  bell.event_ = std::move(event);
  bell.fence_ = fence;
  return bell;
}

void RemoteBell::ring() const noexcept {
  // Of several senders, the one that takes the word pays for the call.
  if (front_->asleep.exchange(0, std::memory_order_relaxed) != 0) write_event(event_.get());
}

Result<std::unique_ptr<Bell>> Bell::open() {
  std::unique_ptr<Bell> bell(new Bell);
  const std::size_t bytes = memory::page_bytes();
  auto front = memory::make_shared_file("baton-front", bytes);
  if (!front) return front.error();
  bell->front_fd_ = std::move(*front);
  auto page = memory::Mapping::of(bell->front_fd_.get(), bytes);
  if (!page) return page.error();
  bell->page_ = std::move(*page);
  if (auto there = bell->page_.populate(0, bytes, bell->front_fd_.get(), 0); !there) return there.error();
  bell->front_ = new (bell->page_.data()) Front{};
  bell->event_.reset(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!bell->event_) return os_error(errno, "cannot make an event descriptor");
  bell->watched_.reset(::epoll_create1(EPOLL_CLOEXEC));
  bell->sleep_.reset(::epoll_create1(EPOLL_CLOEXEC));
  if (!bell->watched_ || !bell->sleep_) return os_error(errno, "cannot make an epoll descriptor");
  // Edge-triggered, so that the event never has to be read.
  if (!enlist(bell->sleep_.get(), bell->event_.get(), EPOLLIN | EPOLLET, rung) ||
      !enlist(bell->sleep_.get(), bell->watched_.get(), EPOLLIN, watched)) {
    return os_error(errno, "cannot watch an event descriptor");
  }
  bell->membarrier_ =
      membarrier(MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED) && membarrier(MEMBARRIER_CMD_GLOBAL_EXPEDITED);
  return bell;
}

Status Bell::add(int fd, std::uint64_t id) noexcept {
  if (enlist(watched_.get(), fd, EPOLLIN | EPOLLRDHUP, id)) return {};
  return Error{Code::io, errno, "cannot watch a descriptor"};
}

Status Bell::add_waker(int fd) noexcept {
  if (enlist(sleep_.get(), fd, EPOLLIN, waker)) return {};
  return Error{Code::io, errno, "cannot watch a descriptor"};
}

void Bell::remove(int fd) noexcept { ::epoll_ctl(watched_.get(), EPOLL_CTL_DEL, fd, nullptr); }

void Bell::fence() const noexcept {
  if (!membarrier_ || !membarrier(MEMBARRIER_CMD_GLOBAL_EXPEDITED)) std::atomic_thread_fence(std::memory_order_seq_cst);
}

bool Bell::arm() noexcept {
  front_->asleep.store(1, std::memory_order_seq_cst);
  fence();
  // Partner: wake(), which stores `poked` before it looks at `asleep`.
  if (front_->poked.load(std::memory_order_seq_cst) == 0) return true;
  front_->poked.store(0, std::memory_order_relaxed);
  disarm();
  return false;
}

bool Bell::sleep(std::int64_t timeout_ns) noexcept {
  std::array<epoll_event, 8> events;
  const auto timeout_ms = static_cast<int>(std::clamp<std::int64_t>((timeout_ns + 999'999) / 1'000'000, 0, 3'600'000));
  const int count = ::epoll_wait(sleep_.get(), events.data(), static_cast<int>(events.size()), timeout_ms);
  const bool rung_late = front_->asleep.exchange(0, std::memory_order_relaxed) == 0;
  for (int i = 0; i < count; ++i) {
    const std::uint64_t id = events[static_cast<std::size_t>(i)].data.u64;
    if (id == watched) must_look_.store(true, std::memory_order_relaxed);
    if (id == waker) waker_fired_.store(true, std::memory_order_relaxed);
  }
  return count != 0 || rung_late;
}

void Bell::wake() noexcept {
  front_->poked.store(1, std::memory_order_seq_cst);
  if (front_->asleep.load(std::memory_order_seq_cst) == 0) return;
  front_->asleep.store(0, std::memory_order_relaxed);
  front_->poked.store(0, std::memory_order_relaxed);
  write_event(event_.get());
}

void Bell::rouse() noexcept { write_event(event_.get()); }

std::span<const BellEvent> Bell::look() noexcept {
  must_look_.store(false, std::memory_order_relaxed);
  std::array<epoll_event, batch> events;
  const int count = ::epoll_wait(watched_.get(), events.data(), static_cast<int>(events.size()), 0);
  std::size_t kept = 0;
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    events_[kept++] = {event.data.u64, (event.events & EPOLLIN) != 0,
                       (event.events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0};
  }
  return {events_.data(), kept};
}

}  // namespace baton::transport
