// SPDX-License-Identifier: BSD-3-Clause
#include "bootstrap/pmi1_wire.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <charconv>

#include "base/clock.hpp"
#include "base/log.hpp"
#include "base/text.hpp"

namespace baton::bootstrap {

std::optional<std::string_view> Pmi1Reply::field(std::string_view key) const {
  std::string_view rest = line_;
  while (!rest.empty()) {
    const std::string_view token = rest.substr(0, rest.find(' '));
    if (token.size() > key.size() && token[key.size()] == '=' && token.substr(0, key.size()) == key) {
      return token.substr(key.size() + 1);
    }
    rest.remove_prefix(std::min(rest.size(), token.size() + 1));
  }
  return std::nullopt;
}

std::int64_t Pmi1Reply::number(std::string_view key, std::int64_t otherwise) const {
  const auto text = field(key);
  if (!text) return otherwise;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  return error == std::errc{} && end == text->data() + text->size() ? value : otherwise;
}

Pmi1Wire::Pmi1Wire(UniqueFd socket) : socket_(std::move(socket)) {
  if (socket_) ::fcntl(socket_.get(), F_SETFD, FD_CLOEXEC);
}

Status Pmi1Wire::tell(std::string_view line) {
  std::string bytes(line);
  bytes += '\n';
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const ssize_t sent = ::send(socket_.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      rest.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN) {
      pollfd ready{socket_.get(), POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return os_error(errno, "the launcher's PMI socket does not take what is sent");
    }
  }
  return {};
}

Result<Pmi1Reply> Pmi1Wire::hear(std::string_view expected) {
  // Short rounds, counted: the time for which this process is stopped says nothing about the server.
  constexpr int round_ms = 1000;
  constexpr int patience = 60;
  int silent = 0;
  std::size_t end = 0;
  while ((end = input_.find('\n')) == std::string::npos) {
    if (input_.size() > max_line)
      return Error{Code::protocol, 0, "the launcher's PMI server sends a line without an end"};
    pollfd ready{socket_.get(), POLLIN, 0};
    const int polled = ::poll(&ready, 1, round_ms);
    if (polled == 0) {
      if (++silent % patience == 0) {
        log::write(log::Level::warn, "no \"{}\" from the launcher's PMI server in {} s; this rank goes on waiting",
                   expected, silent * round_ms / 1000);
      }
      continue;
    }
    char buffer[4096];
    const ssize_t got = polled < 0 ? -1 : ::recv(socket_.get(), buffer, sizeof buffer, MSG_DONTWAIT);
    if (got > 0) {
      input_.append(buffer, static_cast<std::size_t>(got));
    } else if (got == 0) {
      return make_error(Code::peer_lost, "the launcher closed its PMI connection; \"{}\" was expected", expected);
    } else if (errno != EINTR && errno != EAGAIN) {
      return os_error(errno, "the launcher's PMI socket cannot be read");
    }
  }
  Pmi1Reply reply(input_.substr(0, end));
  input_.erase(0, end + 1);
  if (reply.field("cmd") != expected) {
    return make_error(Code::protocol, "the launcher's PMI server should say \"cmd={}\"; it says \"{}\"", expected,
                      reply.line().substr(0, 100));
  }
  return reply;
}

Result<Pmi1Reply> Pmi1Wire::ask(std::string_view line, std::string_view expected) {
  if (auto status = tell(line); !status) return status.error();
  return hear(expected);
}

void Pmi1Wire::await_close(int timeout_ms) noexcept {
  const std::int64_t deadline = now_ns() + timeout_ms * std::int64_t{1'000'000};
  char buffer[4096];
  for (std::int64_t left_ms = timeout_ms; left_ms > 0; left_ms = (deadline - now_ns()) / 1'000'000) {
    pollfd ready{socket_.get(), POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(left_ms)) <= 0) continue;
    const ssize_t got = ::recv(socket_.get(), buffer, sizeof buffer, MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) return;
  }
}

}  // namespace baton::bootstrap
