// SPDX-License-Identifier: BSD-3-Clause
// The TCP transport: what leaves, at once or gathered, and the sockets that take no more. See tcp.hpp.
#include "transport/tcp/impl.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/check.hpp"
#include "base/clock.hpp"

namespace baton::transport {

using tcp::Link;
using tcp::LinkState;
using tcp::Outbox;

namespace {
/// Commits of a burst (no poll between them) that are written at once; the rest is gathered.
constexpr std::uint8_t at_once = 2;
/// A commit so long after the last write does not belong to a burst.
constexpr std::int64_t burst_ns = 10'000;
/// Gathered bytes that are written without waiting for more.
constexpr std::size_t gather_bytes = 32 * 1024;
/// A caller that comes back to poll so soon after the last commit of a burst may have its next burst gathered.
constexpr std::int64_t return_ns = 20'000;
}  // namespace

Slot Tcp::Impl::claim(PeerId peer, std::size_t bytes) noexcept {
  BATON_ASSERT(bytes <= tcp::max_small);
  Link& link = reach(peer);
  if (gone(link)) return {scratch_.get()};
  std::byte* room = link.out.claim(bytes);
  if (room == nullptr && link.dirty && !link.blocked) {
    write(link);
    room = link.out.claim(bytes);
  }
  if (room == nullptr) link.refused = true;
  return {room};
}

void Tcp::Impl::commit(PeerId peer, const Header& header, std::size_t bytes) noexcept {
  Link& link = *links_[peer];
  if (gone(link)) return;
  link.out.commit(header, bytes);
  if (link.state != LinkState::up || link.blocked) return;  // leaves when the link is there, or by EPOLLOUT
  if (!polling_) {
    if (link.burst != burst_) {
      link.burst = burst_;
      link.written_at_once = 0;
      bursts_.push_back(&link);
    }
    if (!link.dirty && (!link.gathers || link.written_at_once < at_once)) {
      if (link.gathers) ++link.written_at_once;
      return write(link);
    }
    link.last_commit = now_ns();
    if (link.out.small_bytes() >= gather_bytes || link.last_commit - link.last_write > burst_ns) return write(link);
  }
  if (!link.dirty) {
    link.dirty = true;
    dirty_.push_back(&link);
  }
}

Post Tcp::Impl::send_large(PeerId peer, const Header& header, std::span<const std::byte> payload,
                           Token token) noexcept {
  Link& link = reach(peer);
  if (gone(link)) return Post::done;
  if (!link.out.push_large(header, payload, token)) {
    link.refused = true;
    return Post::retry;
  }
  if (link.state != LinkState::up || link.blocked) return Post::posted;
  write(link);
  if (link.out.has_large()) return Post::posted;
  // Ours went last, so its token is the newest. (When sending failed, all tokens were given up, ours last as well.)
  ended_.pop_back();
  return Post::done;
}

void Tcp::Impl::flush() noexcept {
  // write() may not add to the list; a link that blocks leaves by EPOLLOUT.
  for (Link* link : dirty_) {
    if (!link->dirty) continue;
    link->dirty = false;
    if (!link->blocked && link->state == LinkState::up && !link->out.empty()) write(*link);
  }
  dirty_.clear();
}

void Tcp::Impl::write(Link& link) noexcept {
  link.last_write = now_ns();
  in_vain_ = 0;  // an answer may come
  Outbox::Gather gather;
  while (!link.out.empty()) {
    link.out.gather(gather);
    msghdr message{};
    message.msg_iov = gather.parts.data();
    message.msg_iovlen = gather.count;
    const ssize_t sent = gather.count == 1 ? ::send(link.fd.get(), gather.parts[0].iov_base, gather.parts[0].iov_len,
                                                    MSG_NOSIGNAL | MSG_DONTWAIT)
                                           : ::sendmsg(link.fd.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0) {
      if (errno == EINTR) continue;
      if (errno == EAGAIN || errno == EWOULDBLOCK) return block(link, true);
      link.cannot_send = true;  // the receiving side will find out why, after what has arrived
      link.out.abandon(ended_);
      room_ |= std::exchange(link.refused, false);
      break;
    }
    link.out.consume(static_cast<std::size_t>(sent), ended_);
    room_ |= std::exchange(link.refused, false);
    if (static_cast<std::size_t>(sent) < gather.bytes) return block(link, true);
  }
  block(link, false);
}

void Tcp::Impl::block(Link& link, bool blocked) noexcept {
  if (link.blocked == blocked) return;
  link.blocked = blocked;
  watch(link.fd.get(), blocked ? EPOLLIN | EPOLLOUT : EPOLLIN, &link, EPOLL_CTL_MOD);
}

void Tcp::Impl::judge_bursts() noexcept {
  const std::int64_t soon = now_ns() - return_ns;
  for (Link* link : bursts_) link->gathers = std::max(link->last_commit, link->last_write) > soon;
  bursts_.clear();
}

bool Tcp::Impl::idle() const noexcept {
  return std::all_of(known_.begin(), known_.end(), [&](const Link* link) { return gone(*link) || link->out.empty(); });
}

}  // namespace baton::transport
