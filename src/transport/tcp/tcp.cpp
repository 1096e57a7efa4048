// SPDX-License-Identifier: BSD-3-Clause
// The TCP transport: links' life, sending, polling. See tcp.hpp.
#include "transport/tcp/tcp.hpp"

#include <sys/epoll.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

#include "base/check.hpp"
#include "base/clock.hpp"
#include "base/text.hpp"
#include "transport/tcp/greeter.hpp"
#include "transport/tcp/link.hpp"
#include "transport/tcp/socket.hpp"

namespace baton::transport {

using tcp::Link;
using tcp::LinkState;
using tcp::Outbox;

namespace {
/// Commits of a burst (no poll between them) that are written at once; the rest is gathered.
constexpr std::uint8_t at_once = 2;
/// A commit so long after the last write does not belong to a burst.
constexpr std::int64_t burst_ns = 10'000;
/// A caller that comes back to poll so soon after the last commit of a burst may have its next burst gathered.
constexpr std::int64_t return_ns = 20'000;
/// Gathered bytes that are written without waiting for more.
constexpr std::size_t gather_bytes = 32 * 1024;
/// Received from one link in a poll at most, so that links take turns.
constexpr std::size_t turn_bytes = 4 << 20;
/// Polls in vain after which sockets are looked at by the clock only.
constexpr std::uint32_t vain_polls = 512;
constexpr std::int64_t idle_look_ns = 1'000;
constexpr std::int64_t unlinked_look_ns = 20'000;
/// With one link: polls in vain between looks for new callers.
constexpr std::uint32_t look_around = 16;

struct Discard final : Sink {
  void frame(PeerId, const Header&, std::span<const std::byte>) noexcept override {}
  std::byte* place(PeerId, const Header&, std::size_t) noexcept override { return nullptr; }
  void landed(PeerId, const Header&, std::size_t) noexcept override {}
  void sent(Token) noexcept override {}
  void lost(PeerId, Error) noexcept override {}
};
}  // namespace

class Tcp::Impl {
 public:
  Impl(Options options, std::unique_ptr<tcp::Greeter> greeter, std::vector<tcp::Interface> interfaces, UniqueFd epoll,
       UniqueFd timer)
      : options_(std::move(options)),
        greeter_(std::move(greeter)),
        interfaces_(std::move(interfaces)),
        stack_(tcp::network_stack_id()),
        epoll_(std::move(epoll)),
        timer_(std::move(timer)),
        scratch_(new std::byte[tcp::max_small]),
        links_(options_.size) {}
  ~Impl() {
    Discard discard;
    if (!closed_) close(discard, 500'000'000);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  [[nodiscard]] bool watch_own() noexcept {
    return watch(greeter_->event_fd(), EPOLLIN, &greeter_) && watch(timer_.get(), EPOLLIN, &timer_);
  }
  [[nodiscard]] std::string card() const;
  Slot claim(PeerId peer, std::size_t bytes) noexcept;
  void commit(PeerId peer, const Header& header, std::size_t bytes) noexcept;
  Post send_large(PeerId peer, const Header& header, std::span<const std::byte> payload, Token token) noexcept;
  bool poll(Sink& sink) noexcept;
  [[nodiscard]] bool idle() const noexcept;
  void flush() noexcept;
  [[nodiscard]] bool has_news() const noexcept { return room_ || !ended_.empty() || !losses_.empty(); }
  [[nodiscard]] int event_fd() const noexcept { return epoll_.get(); }
  bool close(Sink& sink, std::int64_t timeout_ns) noexcept;

 private:
  bool watch(int fd, std::uint32_t events, void* tag, int operation = EPOLL_CTL_ADD) noexcept {
    epoll_event event{};
    event.events = events;
    event.data.ptr = tag;
    return ::epoll_ctl(epoll_.get(), operation, fd, &event) == 0;
  }
  Link& reach(PeerId peer) noexcept;
  Link& know(PeerId peer);
  void begin_call(Link& link) noexcept;
  void established(Link& link, UniqueFd socket) noexcept;
  void write(Link& link) noexcept;
  void block(Link& link, bool blocked) noexcept;
  bool receive(Link& link, Sink& sink) noexcept;
  void stream_ended(Link& link, Error why) noexcept;
  void fail(Link& link, Error why) noexcept;
  void greet() noexcept;
  void look_for_silence() noexcept;
  bool look(Sink& sink) noexcept;
  bool tell(Sink& sink) noexcept;
  void judge_bursts() noexcept;
  bool part(Sink& sink, std::int64_t deadline) noexcept;
  void rest(int milliseconds) noexcept;
  [[nodiscard]] bool gone(const Link& link) const noexcept { return link.state > LinkState::up || link.cannot_send; }

  Options options_;
  std::unique_ptr<tcp::Greeter> greeter_;
  std::vector<tcp::Interface> interfaces_;
  std::uint64_t stack_;
  UniqueFd epoll_;
  UniqueFd timer_;
  std::unique_ptr<std::byte[]> scratch_;  // what goes to a lost peer is written here

  std::vector<std::unique_ptr<Link>> links_;  // by peer
  std::vector<Link*> known_;                  // all of them
  std::vector<Link*> connected_;
  std::vector<Link*> dirty_;
  std::vector<Link*> bursts_;  // links with commits since the last poll
  Link* hot_ = nullptr;        // the link that delivered last: looked at first
  std::vector<Token> ended_;
  std::vector<std::pair<PeerId, Error>> losses_;
  std::vector<tcp::Greeter::Outcome> outcomes_;

  std::uint32_t burst_ = 1;  // counts polls
  std::uint32_t in_vain_ = 0;
  std::int64_t next_look_ = 0;
  bool room_ = false;  // there is room again for what was refused; not told yet
  bool polling_ = false;
  bool closed_ = false;
};

std::string Tcp::Impl::card() const {
  tcp::Card card{greeter_->port(), greeter_->token(), stack_, {}};
  for (const tcp::Interface& each : interfaces_) card.addresses.push_back(each.address);
  return card.text();
}

/// The link to a peer; begins to connect when there is none.
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

/// Gives the kernel what waits, as much as it takes.
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

/// All that the peer sent has been read.
void Tcp::Impl::stream_ended(Link& link, Error why) noexcept {
  if (link.state != LinkState::closing) {
    return fail(link, link.in.ended() ? Error{Code::peer_lost, 0, "it has finished"}
                                      : Error{Code::peer_lost, why.os_errno, why.what});
  }
  link.state = LinkState::departed;
  link.out.abandon(ended_);
  std::erase(connected_, &link);
  if (hot_ == &link) hot_ = nullptr;
  link.fd.reset();
}

/// The end of a link for good. Told by the next tell().
void Tcp::Impl::fail(Link& link, Error why) noexcept {
  if (link.state == LinkState::lost) return;
  link.state = LinkState::lost;
  link.out.abandon(ended_);
  std::erase(connected_, &link);
  if (hot_ == &link) hot_ = nullptr;
  link.fd.reset();
  losses_.emplace_back(link.peer, why);
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

/// Asks the kernel which sockets are ready and serves them.
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

/// The caller has come back: was it soon?
void Tcp::Impl::judge_bursts() noexcept {
  const std::int64_t soon = now_ns() - return_ns;
  for (Link* link : bursts_) link->gathers = std::max(link->last_commit, link->last_write) > soon;
  bursts_.clear();
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

bool Tcp::Impl::idle() const noexcept {
  return std::all_of(known_.begin(), known_.end(), [&](const Link* link) { return gone(*link) || link->out.empty(); });
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

/// Ends the links in order. A socket that is closed while unread bytes lie in it, or that gets some afterwards, makes
/// the kernel drop what the peer has not got yet. So each socket is read until the peer's kernel has everything.
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
        link.fd.reset();
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

Tcp::Tcp(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Tcp::~Tcp() = default;

Result<std::unique_ptr<Tcp>> Tcp::open(Options options) {
  auto all = tcp::list_interfaces();
  if (!all) return all.error();
  auto usable = tcp::usable_interfaces(std::move(*all), options.interfaces);
  if (!usable) return usable.error();
  tcp::Greeter::Settings settings;
  settings.self = options.self;
  settings.size = options.size;
  settings.job = tcp::job_number(options.job_id);
  settings.connect_timeout_ns = options.connect_timeout_ns;
  settings.handshake_timeout_ns = options.handshake_timeout_ns;
  settings.stagger_ns = options.stagger_ns;
  settings.silence_timeout_ns = options.silence_timeout_ns;
  settings.send_buffer = options.send_buffer;
  settings.receive_buffer = options.receive_buffer;
  auto greeter = tcp::Greeter::open(settings);
  if (!greeter) return greeter.error();
  UniqueFd epoll(::epoll_create1(EPOLL_CLOEXEC));
  UniqueFd timer(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC));
  if (!epoll || !timer) return os_error(errno, "the TCP transport gets no descriptors; raise `ulimit -n`");
  auto impl = std::make_unique<Impl>(std::move(options), std::move(*greeter), std::move(*usable), std::move(epoll),
                                     std::move(timer));
  if (!impl->watch_own()) return os_error(errno, "the TCP sockets cannot be watched");
  return std::unique_ptr<Tcp>(new Tcp(std::move(impl)));
}

std::string Tcp::card() const { return impl_->card(); }
std::size_t Tcp::max_frame(PeerId /*peer*/, Lane /*lane*/) const noexcept { return tcp::max_small; }
Slot Tcp::claim(PeerId peer, std::size_t bytes, Lane /*lane*/) noexcept { return impl_->claim(peer, bytes); }
void Tcp::commit(PeerId peer, const Header& header, std::size_t bytes, Lane /*lane*/) noexcept {
  impl_->commit(peer, header, bytes);
}
Post Tcp::send_large(PeerId peer, const Header& header, std::span<const std::byte> payload, Token token) noexcept {
  return impl_->send_large(peer, header, payload, token);
}
bool Tcp::poll(Sink& sink) noexcept { return impl_->poll(sink); }
bool Tcp::idle() const noexcept { return impl_->idle(); }
void Tcp::flush() noexcept { impl_->flush(); }
bool Tcp::has_news() const noexcept { return impl_->has_news(); }
int Tcp::event_fd() const noexcept { return impl_->event_fd(); }
bool Tcp::close(Sink& sink, std::int64_t timeout_ns) noexcept { return impl_->close(sink, timeout_ns); }

static_assert(Transport<Tcp>);

}  // namespace baton::transport
