// SPDX-License-Identifier: BSD-3-Clause
// The TCP transport: what arrives, and when the kernel is asked for it. See tcp.hpp.
#include "transport/tcp/impl.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <utility>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "transport/tcp/socket.hpp"

namespace baton::transport {

using tcp::Link;

namespace {
/// Received from one link in a poll at most, so that links take turns.
constexpr std::size_t turn_bytes = 4 << 20;
/// Polls in vain after which sockets are looked at by the clock only.
constexpr std::uint32_t vain_polls = 512;
constexpr std::int64_t idle_look_ns = 1'000;
constexpr std::int64_t unlinked_look_ns = 20'000;
/// With one link: polls in vain between looks for new callers.
constexpr std::uint32_t look_around = 16;
}  // namespace

bool Tcp::Impl::receive(Link& link, Sink& sink) noexcept {
  std::size_t budget = turn_bytes;
  bool any = false;
  for (;;) {
    auto window = link.in.window();
    if (window.count == 0) {
      fail(link, Error{Code::no_memory, 0, "no memory for a TCP receive buffer"});
      return true;
    }
    msghdr message{};
    message.msg_iov = window.parts.data();
    message.msg_iovlen = window.count;
    const ssize_t got = window.count == 1
                            ? ::recv(link.fd.get(), window.parts[0].iov_base, window.parts[0].iov_len, MSG_DONTWAIT)
                            : ::recvmsg(link.fd.get(), &message, MSG_DONTWAIT);
    if (got < 0) {
      if (errno == EINTR) continue;
      if (errno == EAGAIN || errno == EWOULDBLOCK) return any;
      stream_ended(link, os_error(errno, "the TCP link to it broke"));
      return true;
    }
    if (got == 0) {
      stream_ended(link, Error{Code::peer_lost, 0, "it closed the TCP link without a goodbye: its process has ended"});
      return true;
    }
    any = true;
    const auto bytes = static_cast<std::size_t>(got);
    if (Status status = link.in.advance(bytes, link.peer, sink); !status) {
      fail(link, make_error(status.error().code, "the TCP link to it was given up: {}", status.error().what));
      return true;
    }
    if (bytes < window.bytes || bytes >= budget) return true;
    budget -= bytes;
  }
}

bool Tcp::Impl::look(Sink& sink) noexcept {
  std::array<epoll_event, 32> events{};
  const int count = ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()), 0);
  bool any = false;
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (event.data.ptr == &greeter_) {
      greet();
    } else if (event.data.ptr == &timer_) {
      look_for_silence();
    } else {
      Link& link = *static_cast<Link*>(event.data.ptr);
      if (!link.fd) continue;  // ended by an event before this one
      if ((event.events & EPOLLOUT) != 0 && link.blocked) {
        write(link);
        any = true;
      }
      if ((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0 && receive(link, sink)) {
        any = true;
        if (link.fd) hot_ = &link;
      }
    }
  }
  return any;
}

bool Tcp::Impl::tell(Sink& sink) noexcept {
  bool any = false;
  // The sink may send, and so lengthen both lists.
  for (std::size_t i = 0; i < ended_.size(); ++i) sink.sent(ended_[i]);
  any = !ended_.empty();
  ended_.clear();
  for (std::size_t i = 0; i < losses_.size(); ++i) {
    const auto [peer, why] = losses_[i];
    sink.lost(peer, why);
    any = true;
  }
  losses_.clear();
  return any;
}

bool Tcp::Impl::poll(Sink& sink) noexcept {
  ++burst_;
  polling_ = true;
  if (!bursts_.empty()) judge_bursts();
  if (!dirty_.empty()) flush();
  bool any = false;
  const bool rare = in_vain_ >= vain_polls;
  std::int64_t now = 0;
  const bool by_clock = rare || connected_.empty();
  if (by_clock) now = now_ns();
  if (!by_clock || now >= next_look_) {
    if (hot_ != nullptr && receive(*hot_, sink)) {
      any = true;
      // Others, and our own output, must not starve behind a link that always has something.
      if (burst_ % 8 == 0 || (hot_ != nullptr && hot_->blocked)) look(sink);
    } else if (connected_.size() != 1 || rare || connected_.front()->blocked || burst_ % look_around == 0) {
      any = look(sink);
    }
    if (any) {
      in_vain_ = 0;
      next_look_ = 0;
    } else {
      if (in_vain_ < vain_polls) ++in_vain_;
      if (now != 0) next_look_ = now + (connected_.empty() ? unlinked_look_ns : idle_look_ns);
    }
  }
  if (!ended_.empty() || !losses_.empty()) any |= tell(sink);
  if (!dirty_.empty()) flush();
  any |= std::exchange(room_, false);
  polling_ = false;
  return any;
}

Traffic Tcp::Impl::traffic() const noexcept {
  Traffic sum;
  for (const Link* link : known_)
    sum += {link->out.frames(), link->out.payload_bytes(), link->in.frames(), link->in.payload_bytes()};
  return sum;
}

Holdings Tcp::Impl::holdings() const noexcept {
  Holdings sum{connected_.size(), 0, retransmits_};
  for (const Link* link : known_) {
    sum.memory_bytes += link->in.memory_bytes() + link->out.memory_bytes();
    if (link->fd) sum.retransmits += tcp::retransmits(link->fd.get());
  }
  return sum;
}

}  // namespace baton::transport
