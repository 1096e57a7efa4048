// SPDX-License-Identifier: BSD-3-Clause
// The TCP transport: how links begin, fail and end. See tcp.hpp.
#include "transport/tcp/impl.hpp"

#include <sys/socket.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/check.hpp"
#include "base/clock.hpp"
#include "base/text.hpp"
#include "transport/tcp/socket.hpp"

namespace baton::transport {

using tcp::Link;
using tcp::LinkState;

namespace {
struct Discard final : Sink {
  void frame(PeerId, const Header&, std::span<const std::byte>) noexcept override {}
  std::byte* place(PeerId, const Header&, std::size_t) noexcept override { return nullptr; }
  void landed(PeerId, const Header&, std::size_t) noexcept override {}
  void sent(Token) noexcept override {}
  void lost(PeerId, Error) noexcept override {}
};
}  // namespace

Tcp::Impl::~Impl() {
  Discard discard;
  if (!closed_) close(discard, 500'000'000);
}

Link& Tcp::Impl::reach(PeerId peer) noexcept {
  BATON_ASSERT(peer < options_.size && peer != options_.self);
  std::unique_ptr<Link>& link = links_[peer];
  if (!link) {
    begin_call(know(peer));
  }
  return *link;
}

Link& Tcp::Impl::know(PeerId peer) {
  links_[peer] = std::make_unique<Link>(peer);
  known_.push_back(links_[peer].get());
  return *known_.back();
}

void Tcp::Impl::begin_call(Link& link) noexcept {
  const auto text = options_.directory ? options_.directory(link.peer)
                                       : Result<std::string>(Error{Code::not_found, 0, "no business cards to look at"});
  if (!text) return fail(link, text.error());
  const auto card = tcp::Card::parse(*text);
  if (!card) return fail(link, card.error());
  greeter_->call(link.peer, card->token, card->port, tcp::candidates(*card, stack_, interfaces_));
  next_look_ = 0;
}

void Tcp::Impl::greet() noexcept {
  greeter_->turn(outcomes_);
  for (auto& outcome : outcomes_) {
    Link* link = links_[outcome.peer] ? links_[outcome.peer].get() : &know(outcome.peer);
    if (link->state != LinkState::joining) continue;  // given up meanwhile: the socket closes
    if (outcome.socket) {
      established(*link, std::move(outcome.socket));
    } else {
      fail(*link, outcome.why);
    }
  }
  outcomes_.clear();
}

void Tcp::Impl::established(Link& link, UniqueFd socket) noexcept {
  link.fd = std::move(socket);
  tcp::prepare_link(link.fd.get(), options_.silence_timeout_ns);
  link.state = LinkState::up;
  if (!watch(link.fd.get(), EPOLLIN, &link)) return fail(link, os_error(errno, "the TCP link to it cannot be watched"));
  if (connected_.empty()) {
    itimerspec every{};
    const std::int64_t period = std::max<std::int64_t>(options_.silence_timeout_ns / 4, 1'000'000);
    every.it_interval.tv_sec = every.it_value.tv_sec = period / 1'000'000'000;
    every.it_interval.tv_nsec = every.it_value.tv_nsec = period % 1'000'000'000;
    ::timerfd_settime(timer_.get(), 0, &every, nullptr);
  }
  connected_.push_back(&link);
  if (hot_ == nullptr) hot_ = &link;
  write(link);
}

void Tcp::Impl::look_for_silence() noexcept {
  std::uint64_t times = 0;
  if (::read(timer_.get(), &times, sizeof times) < 0) return;
  const auto links = connected_;
  const std::int64_t now = now_ns();
  for (Link* link : links) {
    const std::int64_t unanswered = tcp::unanswered_ns(link->fd.get());
    // An idle link has no sign of life either, so what counts is the time since repeats were seen first.
    if (link->repeating_since == 0 || unanswered < now - link->repeating_since)
      link->repeating_since = unanswered == 0 ? 0 : now;
    if (unanswered == 0 || now - link->repeating_since < options_.silence_timeout_ns) continue;
    fail(*link, make_error(Code::timed_out,
                           "its host has not acknowledged anything for {} s: it is down or the network is cut",
                           options_.silence_timeout_ns / 1'000'000'000));
  }
}

void Tcp::Impl::fail(Link& link, Error why) noexcept {
  if (link.state == LinkState::lost) return;
  link.state = LinkState::lost;
  link.out.abandon(ended_);
  std::erase(connected_, &link);
  if (hot_ == &link) hot_ = nullptr;
  drop_socket(link);
  losses_.emplace_back(link.peer, why);
}

void Tcp::Impl::stream_ended(Link& link, Error why) noexcept {
  if (link.state != LinkState::closing) {
    return fail(link, link.in.ended() ? Error{Code::peer_lost, 0, "it has finished"}
                                      : Error{Code::peer_lost, why.os_errno, why.what});
  }
  link.state = LinkState::departed;
  link.out.abandon(ended_);
  std::erase(connected_, &link);
  if (hot_ == &link) hot_ = nullptr;
  drop_socket(link);
}

void Tcp::Impl::drop_socket(Link& link) noexcept {
  if (link.fd) retransmits_ += tcp::retransmits(link.fd.get());
  link.fd.reset();
}

void Tcp::Impl::rest(int milliseconds) noexcept {
  epoll_event event{};
  ::epoll_wait(epoll_.get(), &event, 1, milliseconds);
}

bool Tcp::Impl::close(Sink& sink, std::int64_t timeout_ns) noexcept {
  if (closed_) return true;
  const std::int64_t deadline = now_ns() + timeout_ns;
  while (!idle() && now_ns() < deadline) {
    next_look_ = 0;
    if (!poll(sink)) rest(1);
  }
  const bool all = part(sink, deadline);
  closed_ = true;
  return all;
}

bool Tcp::Impl::part(Sink& sink, std::int64_t deadline) noexcept {
  bool all = idle();
  const auto links = connected_;
  for (Link* link : links) {
    if (link->out.empty() && !link->cannot_send) link->out.goodbye();
    link->state = LinkState::closing;
  }
  std::vector<bool> shut(links.size());
  for (bool waiting = true; waiting;) {
    waiting = false;
    for (std::size_t i = 0; i < links.size(); ++i) {
      Link& link = *links[i];
      if (link.fd && !shut[i]) {
        if (!link.cannot_send) write(link);
        shut[i] = link.out.empty() && ::shutdown(link.fd.get(), SHUT_WR) == 0;
      }
      if (link.fd) receive(link, sink);
      if (!link.fd) continue;
      if (shut[i] && tcp::unacknowledged(link.fd.get()) == 0) {
        link.state = LinkState::departed;
        drop_socket(link);
      } else {
        waiting = true;
      }
    }
    if (waiting && now_ns() >= deadline) {
      all = false;
      break;
    }
    if (waiting) rest(1);
  }
  tell(sink);
  connected_.clear();
  hot_ = nullptr;
  return all;
}

}  // namespace baton::transport
