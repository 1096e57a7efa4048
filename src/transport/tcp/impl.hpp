// SPDX-License-Identifier: BSD-3-Clause
// What Tcp hides: the links of a rank, their life (lifecycle.cpp), what leaves (sending.cpp) and what arrives
// (polling.cpp). Tcp itself (tcp.cpp) only opens it and passes calls on.
#pragma once

#include <sys/epoll.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/unique_fd.hpp"
#include "transport/tcp/greeter.hpp"
#include "transport/tcp/link.hpp"
#include "transport/tcp/tcp.hpp"

namespace baton::transport {

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
  ~Impl();
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
  [[nodiscard]] Traffic traffic() const noexcept;
  [[nodiscard]] Holdings holdings() const noexcept;

 private:
  bool watch(int fd, std::uint32_t events, void* tag, int operation = EPOLL_CTL_ADD) noexcept {
    epoll_event event{};
    event.events = events;
    event.data.ptr = tag;
    return ::epoll_ctl(epoll_.get(), operation, fd, &event) == 0;
  }
  tcp::Link& reach(PeerId peer) noexcept;
  tcp::Link& know(PeerId peer);
  void begin_call(tcp::Link& link) noexcept;
  void established(tcp::Link& link, UniqueFd socket) noexcept;
  void write(tcp::Link& link) noexcept;
  void block(tcp::Link& link, bool blocked) noexcept;
  void drop_socket(tcp::Link& link) noexcept;
  bool receive(tcp::Link& link, Sink& sink) noexcept;
  void stream_ended(tcp::Link& link, Error why) noexcept;
  void fail(tcp::Link& link, Error why) noexcept;
  void greet() noexcept;
  void look_for_silence() noexcept;
  bool look(Sink& sink) noexcept;
  bool tell(Sink& sink) noexcept;
  void judge_bursts() noexcept;
  bool part(Sink& sink, std::int64_t deadline) noexcept;
  void rest(int milliseconds) noexcept;
  [[nodiscard]] bool gone(const tcp::Link& link) const noexcept {
    return link.state > tcp::LinkState::up || link.cannot_send;
  }

  Options options_;
  std::unique_ptr<tcp::Greeter> greeter_;
  std::vector<tcp::Interface> interfaces_;
  std::uint64_t stack_;
  UniqueFd epoll_;
  UniqueFd timer_;
  std::unique_ptr<std::byte[]> scratch_;  // what goes to a lost peer is written here

  std::vector<std::unique_ptr<tcp::Link>> links_;  // by peer
  std::vector<tcp::Link*> known_;                  // all of them
  std::vector<tcp::Link*> connected_;
  std::vector<tcp::Link*> dirty_;
  std::vector<tcp::Link*> bursts_;  // links with commits since the last poll
  tcp::Link* hot_ = nullptr;        // the link that delivered last: looked at first
  std::vector<Token> ended_;
  std::vector<std::pair<PeerId, Error>> losses_;
  std::vector<tcp::Greeter::Outcome> outcomes_;

  std::uint64_t retransmits_ = 0;  // on sockets that are closed
  std::uint32_t burst_ = 1;        // counts polls
  std::uint32_t in_vain_ = 0;
  std::int64_t next_look_ = 0;
  bool room_ = false;  // there is room again for what was refused; not told yet
  bool polling_ = false;
  bool closed_ = false;
};

}  // namespace baton::transport
