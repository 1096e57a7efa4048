// SPDX-License-Identifier: BSD-3-Clause
// Socket calls. See socket.hpp.
#include "transport/tcp/socket.hpp"

#include <linux/sockios.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/check.hpp"
#include "base/text.hpp"

namespace baton::transport::tcp {

namespace {
void set(int fd, int level, int option, int value) noexcept { ::setsockopt(fd, level, option, &value, sizeof value); }

constexpr int local_send_buffer = 256 * 1024;

/// Both ends have the same address.
bool within_host(int fd) noexcept {
  sockaddr_storage own{};
  sockaddr_storage peer{};
  socklen_t own_length = sizeof own;
  socklen_t peer_length = sizeof peer;
  if (::getsockname(fd, reinterpret_cast<sockaddr*>(&own), &own_length) != 0 ||
      ::getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &peer_length) != 0) {
    return false;
  }
  return address_of(reinterpret_cast<const sockaddr*>(&own)) == address_of(reinterpret_cast<const sockaddr*>(&peer));
}

void set_buffers(int fd, int send_buffer, int receive_buffer) noexcept {
  if (send_buffer > 0) set(fd, SOL_SOCKET, SO_SNDBUF, send_buffer);
  if (receive_buffer > 0) set(fd, SOL_SOCKET, SO_RCVBUF, receive_buffer);
}
}  // namespace

Result<UniqueFd> listen_everywhere(int send_buffer, int receive_buffer, std::uint16_t& port) {
  for (const bool v6 : {true, false}) {
    UniqueFd fd(::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd) {
      if (v6) continue;
      return os_error(errno, "no TCP socket can be made; raise `ulimit -n` if too many files are open");
    }
    if (v6) set(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, 0);
    set_buffers(fd.get(), send_buffer, receive_buffer);
    Address any;
    any.v6 = v6;
    socklen_t length = 0;
    sockaddr_storage address = socket_address(any, 0, length);
    if (::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), length) != 0 || ::listen(fd.get(), 4096) != 0) {
      if (v6) continue;
      return os_error(errno, "no TCP port can be listened on");
    }
    length = sizeof address;
    ::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &length);
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);  // the port is at the same place in both families
    port = ntohs(v4.sin_port);
    return fd;
  }
  return Error{Code::internal, 0, "unreachable"};
}

UniqueFd start_connect(const Address& address, std::uint16_t port, int send_buffer, int receive_buffer,
                       int& failed) noexcept {
  failed = 0;
  UniqueFd fd(::socket(address.v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!fd) {
    failed = errno;
    return fd;
  }
  set_buffers(fd.get(), send_buffer, receive_buffer);
  set(fd.get(), IPPROTO_TCP, TCP_NODELAY, 1);
  socklen_t length = 0;
  const sockaddr_storage to = socket_address(address, port, length);
  if (::connect(fd.get(), reinterpret_cast<const sockaddr*>(&to), length) != 0 && errno != EINPROGRESS) {
    failed = errno;
    fd.reset();
  }
  return fd;
}

int connect_error(int fd) noexcept {
  int error = 0;
  socklen_t length = sizeof error;
  return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno;
}

void prepare_link(int fd, std::int64_t silence_timeout_ns) noexcept {
  set(fd, IPPROTO_TCP, TCP_NODELAY, 1);
  // Inside a host both ends share the caches: what waits in between should fit there (measured: 9 GB/s instead of 6).
  // Across a network the kernel knows better.
  int bytes = 0;
  socklen_t length = sizeof bytes;
  if (within_host(fd) && ::getsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, &length) == 0 &&
      bytes > 2 * local_send_buffer) {
    set(fd, SOL_SOCKET, SO_SNDBUF, local_send_buffer);
  }
  const int seconds = static_cast<int>(std::clamp<std::int64_t>(silence_timeout_ns / 1'000'000'000, 2, 3600));
  set(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
  set(fd, IPPROTO_TCP, TCP_KEEPIDLE, std::max(1, seconds / 2));
  set(fd, IPPROTO_TCP, TCP_KEEPINTVL, std::max(1, seconds / 6));
  set(fd, IPPROTO_TCP, TCP_KEEPCNT, 3);
}

std::int64_t unanswered_ns(int fd) noexcept {
  tcp_info info{};
  socklen_t length = sizeof info;
  if (::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &length) != 0) return 0;
  // With a closed window nothing is unacknowledged but probes, and every answer sets their count to 0. One or two in
  // vain mean nothing: they may be lost, and kernels answer a probe every half second at most.
  const bool repeats = info.tcpi_unacked > 0 && info.tcpi_backoff >= 3;
  if (!repeats && info.tcpi_probes < 3) return 0;
  return std::int64_t{info.tcpi_last_ack_recv} * 1'000'000;
}

std::uint64_t retransmits(int fd) noexcept {
  tcp_info info{};
  socklen_t length = sizeof info;
  return ::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &length) == 0 ? info.tcpi_total_retrans : 0;
}

int unacknowledged(int fd) noexcept {
  int bytes = 0;
  return ::ioctl(fd, SIOCOUTQ, &bytes) == 0 ? bytes : 0;
}

void random_bytes(void* into, std::size_t bytes) noexcept {
  BATON_CHECK(::getrandom(into, bytes, 0) == static_cast<ssize_t>(bytes));  // up to 256 bytes never come short
}

}  // namespace baton::transport::tcp
