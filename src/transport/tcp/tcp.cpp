// SPDX-License-Identifier: BSD-3-Clause
// The TCP transport's face: opening it and passing calls on. See tcp.hpp.
#include "transport/tcp/tcp.hpp"

#include <sys/epoll.h>
#include <sys/timerfd.h>

#include <cerrno>
#include <utility>

#include "base/text.hpp"
#include "transport/tcp/impl.hpp"
#include "transport/tcp/socket.hpp"

namespace baton::transport {

std::string Tcp::Impl::card() const {
  tcp::Card card{greeter_->port(), greeter_->token(), stack_, {}};
  for (const tcp::Interface& each : interfaces_) card.addresses.push_back(each.address);
  return card.text();
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
Traffic Tcp::traffic() const noexcept { return impl_->traffic(); }
Holdings Tcp::holdings() const noexcept { return impl_->holdings(); }
bool Tcp::has_news() const noexcept { return impl_->has_news(); }
int Tcp::event_fd() const noexcept { return impl_->event_fd(); }
bool Tcp::close(Sink& sink, std::int64_t timeout_ns) noexcept { return impl_->close(sink, timeout_ns); }

static_assert(Transport<Tcp>);

}  // namespace baton::transport
