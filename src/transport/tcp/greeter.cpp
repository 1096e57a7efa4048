// SPDX-License-Identifier: BSD-3-Clause
// The state machine of connecting. See greeter.hpp and handshake.hpp.
#include "transport/tcp/greeter.hpp"

#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>

#include "base/clock.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "transport/tcp/socket.hpp"

namespace baton::transport::tcp {

namespace {
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
constexpr int max_retries = 8;

/// More descriptors, when the user may have them. A rank needs one per peer.
bool raise_descriptor_limit() noexcept {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max) return false;
  limit.rlim_cur = limit.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

bool watch(int epoll, int fd, std::uint32_t events, void* tag, int operation = EPOLL_CTL_ADD) noexcept {
  epoll_event event{};
  event.events = events;
  event.data.ptr = tag;
  return ::epoll_ctl(epoll, operation, fd, &event) == 0;
}
}  // namespace

/// One socket on its way to a link.
struct Greeter::Conversation {
  UniqueFd fd;
  Stage stage = Stage::awaits_hello;
  Call* call = nullptr;  // whose attempt this is; nullptr: a guest's
  PeerId peer = 0;       // a guest's is known from its hello on
  Key key;               // the listener's token
  Message hello;
  std::array<std::uint64_t, 2> listener_nonce{};
  std::array<std::byte, message_bytes> input{};
  std::size_t have = 0;
  Address address;
  std::int64_t deadline = never;
};

/// One peer that we want to reach.
struct Greeter::Call {
  PeerId peer = 0;
  Key token;
  std::uint16_t port = 0;
  std::vector<Address> addresses;
  std::size_t next = 0;     // the address to try next
  std::size_t running = 0;  // attempts
  int retries = 0;
  std::int64_t next_start = 0;
  bool peer_comes = false;  // the peer has decided for a connection of its own
  std::string tried;
  Error why{Code::peer_lost, 0, ""};
};

Result<std::unique_ptr<Greeter>> Greeter::open(const Settings& settings) {
  std::uint16_t port = 0;
  auto listener = listen_everywhere(settings.send_buffer, settings.receive_buffer, port);
  if (!listener) return listener.error();
  UniqueFd epoll(::epoll_create1(EPOLL_CLOEXEC));
  UniqueFd timer(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC));
  if (!epoll || !timer) return os_error(errno, "the TCP transport gets no descriptors; raise `ulimit -n`");
  std::unique_ptr<Greeter> greeter(
      new Greeter(settings, std::move(epoll), std::move(*listener), std::move(timer), port));
  if (!watch(greeter->epoll_.get(), greeter->listener_.get(), EPOLLIN, &greeter->listener_) ||
      !watch(greeter->epoll_.get(), greeter->timer_.get(), EPOLLIN, &greeter->timer_)) {
    return os_error(errno, "the TCP listener cannot be watched");
  }
  return greeter;
}

Greeter::Greeter(const Settings& settings, UniqueFd epoll, UniqueFd listener, UniqueFd timer,
                 std::uint16_t port) noexcept
    : settings_(settings),
      epoll_(std::move(epoll)),
      listener_(std::move(listener)),
      timer_(std::move(timer)),
      port_(port),
      linked_(settings.size) {
  random_bytes(&token_, sizeof token_);
}

Greeter::~Greeter() = default;

void Greeter::call(PeerId peer, const Key& token, std::uint16_t port, std::vector<Address> addresses) {
  if (linked_[peer] || calls_.contains(peer)) return;
  auto call = std::make_unique<Call>();
  call->peer = peer;
  call->token = token;
  call->port = port;
  call->addresses = std::move(addresses);
  Call& begun = *call;
  calls_.emplace(peer, std::move(call));
  const std::int64_t now = now_ns();
  start_attempt(begun, now);
  arm_timer(now);
}

/// Tries the next address; passes over those that fail at once.
void Greeter::start_attempt(Call& call, std::int64_t now) {
  while (call.next < call.addresses.size()) {
    auto talk = std::make_unique<Conversation>();
    talk->address = call.addresses[call.next++];
    int failed = 0;
    talk->fd = start_connect(talk->address, call.port, settings_.send_buffer, settings_.receive_buffer, failed);
    if (failed == EMFILE && raise_descriptor_limit()) {
      talk->fd = start_connect(talk->address, call.port, settings_.send_buffer, settings_.receive_buffer, failed);
    }
    talk->call = &call;
    talk->peer = call.peer;
    talk->key = call.token;
    talk->stage = Stage::connecting;
    talk->deadline = now + settings_.connect_timeout_ns;
    ++call.running;
    if (failed == 0 && !watch(epoll_.get(), talk->fd.get(), EPOLLOUT, talk.get())) failed = errno;
    if (failed != 0) {
      fail(*talk, errno_text(failed), Error{Code::peer_lost, failed, ""}, false);
      continue;
    }
    conversations_.push_back(std::move(talk));
    call.next_start = call.next < call.addresses.size() ? now + settings_.stagger_ns : never;
    return;
  }
  call.next_start = never;
}

void Greeter::fail(Conversation& talk, const std::string& reason, Error why, bool again) {
  Call* call = talk.call;
  talk_over(talk);
  if (call == nullptr) return;
  if (again && call->retries < max_retries) {
    // Cut while it waited: a listener with too many guests drops the oldest. It will have time later.
    call->addresses.push_back(talk.address);
    call->next_start = now_ns() + settings_.stagger_ns * (1 + call->retries++);
    return;
  }
  call->tried +=
      fmt::format("{}{} port {} ({})", call->tried.empty() ? "" : ", ", talk.address.text(), call->port, reason);
  call->why = why;
  call->next_start = 0;  // the next address, at once
}

void Greeter::talk_over(Conversation& talk) noexcept {
  if (talk.stage == Stage::over) return;
  talk.stage = Stage::over;
  talk.fd.reset();
  if (talk.call == nullptr) {
    --guests_;
  } else {
    --talk.call->running;
  }
}

void Greeter::turn(std::vector<Outcome>& outcomes) {
  std::array<epoll_event, 64> events{};
  const int count = ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()), 0);
  std::int64_t now = now_ns();
  for (int i = 0; i < count; ++i) {
    void* tag = events[static_cast<std::size_t>(i)].data.ptr;
    if (tag == &timer_) {
      std::uint64_t times = 0;
      if (::read(timer_.get(), &times, sizeof times) < 0)
        continue;  // nothing but EAGAIN can be wrong: time is looked at below
    } else if (tag == &listener_) {
      accept_guests(now);
    } else {
      advance(*static_cast<Conversation*>(tag), outcomes);
    }
  }
  now = now_ns();
  keep_time(now, outcomes);
  reap();
  arm_timer(now);
}

void Greeter::accept_guests(std::int64_t now) {
  for (int limit = 0; limit < 64; ++limit) {
    UniqueFd fd(::accept4(listener_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!fd) {
      if (errno == EINTR || errno == ECONNABORTED) continue;
      if ((errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)) {
        if (errno == EMFILE && raise_descriptor_limit()) continue;
        log::write(log::Level::warn, "a TCP connection waits because of \"{}\"; raise `ulimit -n`", errno_text(errno));
        accept_again_ = now + 200'000'000;
        watch(epoll_.get(), listener_.get(), 0, &listener_, EPOLL_CTL_MOD);
      }
      return;
    }
    if (guests_ >= settings_.max_guests) {
      for (const auto& oldest : conversations_) {
        if (oldest->call != nullptr || oldest->stage != Stage::awaits_hello) continue;
        talk_over(*oldest);
        break;
      }
    }
    auto guest = std::make_unique<Conversation>();
    guest->fd = std::move(fd);
    guest->key = token_;
    guest->deadline = now + settings_.handshake_timeout_ns;
    prepare_link(guest->fd.get(), settings_.silence_timeout_ns);
    if (!watch(epoll_.get(), guest->fd.get(), EPOLLIN, guest.get())) continue;
    ++guests_;
    conversations_.push_back(std::move(guest));
  }
}

/// A socket of a conversation is ready.
void Greeter::advance(Conversation& talk, std::vector<Outcome>& outcomes) {
  if (talk.stage == Stage::over) return;
  if (talk.stage == Stage::connecting) {
    const int error = connect_error(talk.fd.get());
    if (error != 0) return fail(talk, errno_text(error), Error{Code::peer_lost, error, ""}, false);
    talk.stage = Stage::awaits_challenge;
    talk.deadline = never;  // the peer's kernel has answered; its process may be busy for long
    prepare_link(talk.fd.get(), settings_.silence_timeout_ns);
    watch(epoll_.get(), talk.fd.get(), EPOLLIN, &talk, EPOLL_CTL_MOD);
    talk.hello.word = Word::hello;
    talk.hello.from = settings_.self;
    talk.hello.to = talk.peer;
    talk.hello.job = settings_.job;
    random_bytes(talk.hello.caller_nonce.data(), sizeof talk.hello.caller_nonce);
    if (!say(talk, Word::hello)) fail(talk, "closed at once", Error{Code::peer_lost, ECONNRESET, ""}, true);
    return;
  }
  while (talk.stage != Stage::over) {
    const ssize_t got = ::recv(talk.fd.get(), talk.input.data() + talk.have, message_bytes - talk.have, MSG_DONTWAIT);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
    if (got <= 0) {
      const int error = got < 0 ? errno : ECONNRESET;
      return fail(talk, got < 0 ? errno_text(error) : "closed during the handshake", Error{Code::peer_lost, error, ""},
                  true);
    }
    talk.have += static_cast<std::size_t>(got);
    std::uint64_t magic = 0;
    std::memcpy(&magic, talk.input.data(), sizeof magic);
    if (talk.have >= sizeof magic && magic != wire_magic) {
      return fail(talk, "something else than Baton answers there", Error{Code::refused, 0, ""}, false);
    }
    if (talk.have < message_bytes) continue;
    talk.have = 0;
    on_message(talk, read_message(talk.input), outcomes);
    if (talk.stage == Stage::over) return;
  }
}

void Greeter::on_message(Conversation& talk, const Message& message, std::vector<Outcome>& outcomes) {
  if (talk.stage == Stage::awaits_hello) return on_hello(talk, message);
  on_answer(talk, message, outcomes);
}

void Greeter::on_hello(Conversation& guest, const Message& hello) {
  const Opinion opinion = judge_hello(hello, settings_.self, settings_.size, settings_.job, token_);
  guest.hello = hello;
  switch (opinion) {
    case Opinion::garbage: return talk_over(guest);
    case Opinion::wrong_version: say(guest, Word::wrong_version); return talk_over(guest);
    case Opinion::stranger: say(guest, Word::stranger); return talk_over(guest);
    case Opinion::welcome: break;
  }
  guest.peer = hello.from;
  if (linked_[guest.peer]) {
    say(guest, Word::other);
    return talk_over(guest);
  }
  random_bytes(guest.listener_nonce.data(), sizeof guest.listener_nonce);
  guest.stage = Stage::awaits_confirm;
  guest.deadline = never;  // a rank of ours, which may be busy for long
  if (!say(guest, Word::challenge)) talk_over(guest);
}

void Greeter::on_answer(Conversation& talk, const Message& message, std::vector<Outcome>& outcomes) {
  const bool decides = settings_.self < talk.peer;
  const auto* nonce = talk.stage == Stage::awaits_challenge ? nullptr : &talk.listener_nonce;
  const auto is = [&](Word word) { return follows(message, word, talk.hello, talk.call != nullptr, talk.key, nonce); };
  if (talk.stage == Stage::awaits_challenge && is(Word::challenge)) {
    talk.listener_nonce = message.listener_nonce;
    if (!say(talk, Word::confirm))
      return fail(talk, "closed during the handshake", Error{Code::peer_lost, ECONNRESET, ""}, true);
    talk.stage = Stage::awaits_accept;
    if (decides) link(talk, outcomes);
    return;
  }
  if ((talk.stage == Stage::awaits_accept && is(Word::accept)) ||
      (talk.stage == Stage::awaits_confirm && !decides && is(Word::confirm))) {
    return link(talk, outcomes);
  }
  if (talk.stage == Stage::awaits_confirm && decides && is(Word::confirm)) {
    if (linked_[talk.peer]) {
      say(talk, Word::other);
      return talk_over(talk);
    }
    if (!say(talk, Word::accept)) return talk_over(talk);
    return link(talk, outcomes);
  }
  if (talk.call == nullptr) return talk_over(talk);
  if (message.magic == wire_magic && message.word == Word::other) {
    // The peer has linked by another connection of ours or its own, whose last message is on its way.
    talk.call->peer_comes = true;
    talk.call->next_start = now_ns() + settings_.handshake_timeout_ns;
    return talk_over(talk);
  }
  if (message.magic == wire_magic && (message.word == Word::wrong_version || message.version != wire_version)) {
    return fail(talk,
                fmt::format("speaks wire version {}, this library {}: use one version of Baton on all nodes",
                            message.version, wire_version),
                Error{Code::refused, 0, ""}, false);
  }
  fail(talk, "another process than this rank answers there", Error{Code::refused, 0, ""}, false);
}

/// Both sides are proven, and the lower rank has decided for this connection.
void Greeter::link(Conversation& talk, std::vector<Outcome>& outcomes) {
  const PeerId peer = talk.peer;
  UniqueFd socket = std::move(talk.fd);
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, socket.get(), nullptr);
  talk_over(talk);
  if (linked_[peer]) return;
  linked_[peer] = true;
  for (const auto& each : conversations_) {
    if (each->stage == Stage::over || each->peer != peer || each->stage == Stage::awaits_hello) continue;
    if (each->call == nullptr) say(*each, Word::other);
    talk_over(*each);
  }
  for (const auto& each : conversations_) {
    if (each->peer == peer) each->call = nullptr;  // they are over; the call goes
  }
  calls_.erase(peer);
  outcomes.push_back({peer, std::move(socket), {}});
}

bool Greeter::say(Conversation& talk, Word word) noexcept {
  Message message = talk.hello;
  message.magic = wire_magic;
  message.version = wire_version;
  message.word = word;
  message.listener_nonce = talk.listener_nonce;
  if (talk.call == nullptr) {
    message.from = settings_.self;
    message.to = talk.hello.from;
  }
  seal(message, talk.key);
  // A fresh socket takes so few bytes at once.
  return ::send(talk.fd.get(), &message, message_bytes, MSG_NOSIGNAL | MSG_DONTWAIT) ==
         static_cast<ssize_t>(message_bytes);
}

void Greeter::keep_time(std::int64_t now, std::vector<Outcome>& outcomes) {
  if (accept_again_ != 0 && now >= accept_again_) {
    accept_again_ = 0;
    watch(epoll_.get(), listener_.get(), EPOLLIN, &listener_, EPOLL_CTL_MOD);
  }
  for (const auto& talk : conversations_) {
    if (talk->stage == Stage::over || now < talk->deadline) continue;
    fail(*talk, "no answer", Error{Code::timed_out, ETIMEDOUT, ""}, false);
  }
  for (auto each = calls_.begin(); each != calls_.end();) {
    Call& call = *each->second;
    if (call.peer_comes && now >= call.next_start) {  // it did not come: its connection died on the way
      call.peer_comes = false;
      call.next = 0;
      if (call.retries++ >= max_retries) call.next = call.addresses.size();
    }
    if (call.next < call.addresses.size() && now >= call.next_start) start_attempt(call, now);
    if (call.running != 0 || call.next < call.addresses.size() || call.peer_comes) {
      ++each;
      continue;
    }
    if (call.tried.empty()) call.tried = "no address: its business card names none";
    Outcome lost{call.peer, {}, call.why};
    lost.why.what =
        intern(fmt::format("it cannot be reached by TCP; tried {}. Its process may have ended, a firewall may close "
                           "the port, or the wrong "
                           "network is tried: name the right interfaces in BATON_TCP_INTERFACES",
                           call.tried));
    for (const auto& talk : conversations_) {
      if (talk->call == &call) talk->call = nullptr;  // over, and reaped after this
    }
    outcomes.push_back(std::move(lost));
    each = calls_.erase(each);
  }
}

void Greeter::reap() {
  std::erase_if(conversations_, [](const auto& talk) { return talk->stage == Stage::over; });
}

void Greeter::arm_timer(std::int64_t now) noexcept {
  std::int64_t next = accept_again_ != 0 ? accept_again_ : never;
  for (const auto& talk : conversations_) next = std::min(next, talk->deadline);
  for (const auto& [peer, call] : calls_) {
    if (call->peer_comes || call->next < call->addresses.size()) next = std::min(next, call->next_start);
    if (call->running == 0 && !call->peer_comes && call->next == call->addresses.size()) next = now;
  }
  itimerspec when{};
  if (next != never) {
    const std::int64_t wait = std::max<std::int64_t>(next - now, 1);
    when.it_value.tv_sec = wait / 1'000'000'000;
    when.it_value.tv_nsec = wait % 1'000'000'000;
  }
  ::timerfd_settime(timer_.get(), 0, &when, nullptr);
}

}  // namespace baton::transport::tcp
