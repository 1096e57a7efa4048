// SPDX-License-Identifier: BSD-3-Clause
// The two ways to a PMI-1 server: a descriptor that it left open, or an address to connect to.
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

#include "base/text.hpp"
#include "bootstrap/pmi1.hpp"

namespace baton::bootstrap {
namespace {

[[nodiscard]] Result<UniqueFd> connect_to(const std::string& host, const std::string& port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (const int code = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found); code != 0) {
    return make_error(Code::not_found, "PMI_PORT names host \"{}\", which cannot be resolved: {}", host,
                      ::gai_strerror(code));
  }
  UniqueFd socket;
  int last_errno = 0;
  for (const addrinfo* a = found; a != nullptr; a = a->ai_next) {
    UniqueFd attempt(::socket(a->ai_family, a->ai_socktype | SOCK_CLOEXEC, a->ai_protocol));
    if (attempt && ::connect(attempt.get(), a->ai_addr, a->ai_addrlen) == 0) {
      socket = std::move(attempt);
      break;
    }
    last_errno = errno;
  }
  ::freeaddrinfo(found);
  if (!socket) return os_error(last_errno, "the launcher's PMI_PORT={}:{} does not answer", host, port);
  const int on = 1;
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

}  // namespace

Result<Pmi1Channel> open_pmi_fd(const Environment& environment) {
  const std::int64_t fd = environment.number("PMI_FD", -1);
  const std::int64_t rank = environment.number("PMI_RANK", -1);
  const std::int64_t size = environment.number("PMI_SIZE", -1);
  if (fd < 0 || rank < 0 || size < 1 || rank >= size || size > INT32_MAX) {
    return make_error(Code::protocol,
                      "the launcher must set PMI_FD, PMI_RANK and PMI_SIZE; they are \"{}\", \"{}\" and \"{}\"",
                      environment.text("PMI_FD"), environment.text("PMI_RANK"), environment.text("PMI_SIZE"));
  }
  return Pmi1Channel{Pmi1Wire(UniqueFd(static_cast<int>(fd))), static_cast<std::uint32_t>(rank),
                     static_cast<std::uint32_t>(size)};
}

Result<Pmi1Channel> open_pmi_port(const Environment& environment) {
  const std::string address = environment.text("PMI_PORT");
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos) return make_error(Code::protocol, "PMI_PORT is host:port; it is \"{}\"", address);
  auto socket = connect_to(address.substr(0, colon), address.substr(colon + 1));
  if (!socket) return socket.error();
  Pmi1Channel channel{Pmi1Wire(*std::move(socket))};
  auto ack = channel.wire.ask(fmt::format("cmd=initack pmiid={}", environment.number("PMI_ID", 0)), "initack");
  if (!ack) return ack.error();
  if (ack->number("rc", 0) != 0)
    return make_error(Code::refused, "the launcher does not know PMI_ID={}", environment.text("PMI_ID"));
  // The server goes on with size, rank and debug, in this order; each is one line.
  std::int64_t size = -1;
  std::int64_t rank = -1;
  for (int line = 0; line < 3; ++line) {
    auto set = channel.wire.hear("set");
    if (!set) return set.error();
    size = set->number("size", size);
    rank = set->number("rank", rank);
  }
  if (size < 1 || rank < 0 || rank >= size)
    return Error{Code::protocol, 0, "the launcher's PMI server does not say size and rank"};
  channel.size = static_cast<std::uint32_t>(size);
  channel.rank = static_cast<std::uint32_t>(rank);
  return channel;
}

}  // namespace baton::bootstrap
