// SPDX-License-Identifier: BSD-3-Clause
#include "transport/shm/greeting.hpp"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>

#include "base/text.hpp"

namespace baton::transport::shm {
namespace {

constexpr std::size_t max_descriptors = 4;

std::string hex(std::span<const std::byte> bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::byte b : bytes) {
    text += digits[std::to_integer<unsigned>(b) >> 4];
    text += digits[std::to_integer<unsigned>(b) & 15];
  }
  return text;
}

bool unhex(std::string_view text, std::span<std::byte> bytes) noexcept {
  if (text.size() != 2 * bytes.size()) return false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    unsigned value = 0;
    const char* const digits = text.data() + 2 * i;
    const auto [end, problem] = std::from_chars(digits, digits + 2, value, 16);
    if (problem != std::errc{} || end != digits + 2) return false;
    bytes[i] = static_cast<std::byte>(value);
  }
  return true;
}

/// An address in the abstract namespace starts with a NUL.
socklen_t fill(sockaddr_un& to, const Address& address) {
  to = {};
  to.sun_family = AF_UNIX;
  const std::string name = "baton-" + hex(address.name);
  std::memcpy(to.sun_path + 1, name.data(), name.size());
  return static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
}

std::optional<ucred> credentials(int socket) noexcept {
  ucred who{};
  socklen_t size = sizeof who;
  if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return std::nullopt;
  return who;
}

void mix(std::uint64_t& hash, std::span<const std::byte> bytes) noexcept {
  for (const std::byte b : bytes) hash = (hash ^ std::to_integer<std::uint64_t>(b)) * 0x100000001B3U;
}

}  // namespace

std::string Address::text() const {
  return hex(std::as_bytes(std::span(&place, 1))) + "." + hex(name) + "." + hex(token);
}

std::optional<Address> Address::parse(std::string_view text) noexcept {
  constexpr std::size_t place_digits = 2 * sizeof(std::uint64_t);
  constexpr std::size_t secret_digits = 2 * sizeof(Secret);
  Address address;
  if (text.size() != place_digits + 2 * secret_digits + 2 || text[place_digits] != '.' ||
      text[place_digits + 1 + secret_digits] != '.') {
    return std::nullopt;
  }
  if (!unhex(text.substr(0, place_digits), std::as_writable_bytes(std::span(&address.place, 1))) ||
      !unhex(text.substr(place_digits + 1, secret_digits), address.name) ||
      !unhex(text.substr(place_digits + secret_digits + 2), address.token)) {
    return std::nullopt;
  }
  return address;
}

std::uint64_t this_place() {
  std::uint64_t hash = 0xCBF29CE484222325U;
  std::array<std::byte, 64> boot{};
  const UniqueFd file(::open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC));
  const auto read = file ? ::read(file.get(), boot.data(), boot.size()) : 0;
  // Without the machine's id, no other process counts as near: better slow than wrong.
  if (read <= 0) [[maybe_unused]]
    const auto filled = ::getrandom(boot.data(), boot.size(), 0);
  mix(hash, boot);
  for (const char* space : {"/proc/self/ns/net", "/proc/self/ns/user"}) {
    struct stat about {};
    if (::stat(space, &about) == 0) mix(hash, std::as_bytes(std::span(&about.st_ino, 1)));
  }
  const uid_t user = ::geteuid();
  mix(hash, std::as_bytes(std::span(&user, 1)));
  return hash;
}

Result<Secret> random_secret() {
  Secret secret{};
  if (::getrandom(secret.data(), secret.size(), 0) != static_cast<ssize_t>(secret.size())) {
    return os_error(errno, "the system gives no random bytes");
  }
  return secret;
}

Result<UniqueFd> listen_at(const Address& address) {
  UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket) return os_error(errno, "cannot make a unix socket");
  sockaddr_un to{};
  const socklen_t size = fill(to, address);
  if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&to), size) != 0 ||
      ::listen(socket.get(), SOMAXCONN) != 0) {
    return os_error(errno, "cannot listen on a unix socket");
  }
  return socket;
}

Result<UniqueFd> connect_to(const Address& address) {
  UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket) {
    const int why = errno;
    if (why == EMFILE) return os_error(why, "no file descriptor is left for a peer (raise `ulimit -n`)");
    return os_error(why, "cannot make a unix socket");
  }
  sockaddr_un to{};
  const socklen_t size = fill(to, address);
  while (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to), size) != 0) {
    if (errno == EINTR) continue;
    if (errno == EAGAIN) return UniqueFd();
    return Error{Code::peer_lost, errno, "the process has ended before the first contact"};
  }
  const auto who = credentials(socket.get());
  if (!who || who->uid != ::geteuid()) return Error{Code::refused, 0, "another user listens in the peer's place"};
  return socket;
}

UniqueFd accept_at(int listener) noexcept {
  while (true) {
    UniqueFd socket(::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!socket) {
      if (errno == EINTR || errno == ECONNABORTED) continue;
      return {};
    }
    const auto who = credentials(socket.get());
    if (who && who->uid == ::geteuid()) return socket;
  }
}

int process_behind(int socket) noexcept {
  const auto who = credentials(socket);
  return who ? who->pid : 0;
}

bool send_with(int socket, std::span<const std::byte> bytes, std::span<const int> descriptors) noexcept {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(max_descriptors * sizeof(int))> control{};
  iovec part{const_cast<std::byte*>(bytes.data()), bytes.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
  cmsghdr* const head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(descriptors.size_bytes());
  std::memcpy(CMSG_DATA(head), descriptors.data(), descriptors.size_bytes());
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(bytes.size());
}

Received receive_with(int socket, std::span<std::byte> bytes, std::span<UniqueFd> descriptors) noexcept {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(max_descriptors * sizeof(int))> control{};
  iovec part{bytes.data(), bytes.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t got = 0;
  do {
    got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  } while (got < 0 && errno == EINTR);
  if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Received::nothing_yet;
  if (got <= 0) return Received::ended;
  // Every descriptor that came is owned from here, wanted or not.
  std::size_t count = 0;
  bool surplus = (message.msg_flags & MSG_CTRUNC) != 0;
  for (cmsghdr* head = CMSG_FIRSTHDR(&message); head != nullptr; head = CMSG_NXTHDR(&message, head)) {
    if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t here = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < here; ++i) {
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(head) + i * sizeof(int), sizeof fd);
      UniqueFd owned(fd);
      if (count < descriptors.size()) {
        descriptors[count++] = std::move(owned);
      } else {
        surplus = true;
      }
    }
  }
  const bool right = got == static_cast<ssize_t>(bytes.size()) && count == descriptors.size() && !surplus;
  return right ? Received::all : Received::ended;
}

}  // namespace baton::transport::shm
