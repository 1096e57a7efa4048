// SPDX-License-Identifier: BSD-3-Clause
#include "transport/shm/handover.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace baton::transport::shm {
namespace {

bool readable(int fd, int timeout_ms) noexcept {
  pollfd wanted{fd, POLLIN, 0};
  return ::poll(&wanted, 1, timeout_ms) > 0;
}

}  // namespace

Result<Handover> Handover::open() {
  auto name = random_secret();
  if (!name) return name.error();
  auto token = random_secret();
  if (!token) return token.error();
  Handover made;
  made.address_ = {this_place(), *name, *token};
  auto listener = listen_at(made.address_);
  if (!listener) return listener.error();
  made.listener_ = std::move(*listener);
  return made;
}

void Handover::serve(int file, int timeout_ms) noexcept {
  if (!readable(listener_.get(), timeout_ms)) return;
  while (const UniqueFd socket = accept_at(listener_.get())) {
    // The name of the socket is the secret; what travels back lets the taker see that it met the right one.
    const std::array<int, 1> descriptors{file};
    (void)send_with(socket.get(), address_.token, descriptors);
  }
}

Result<bool> Takeover::step(Taken& taken, int timeout_ms) noexcept {
  if (!socket_) {
    auto socket = connect_to(address_);
    if (!socket) return socket.error();
    if (!*socket) {
      (void)::poll(nullptr, 0, timeout_ms);  // many have come before
      return false;
    }
    socket_ = std::move(*socket);
  }
  if (!readable(socket_.get(), timeout_ms)) return false;
  Secret token{};
  std::array<UniqueFd, 1> descriptors;
  switch (receive_with(socket_.get(), token, descriptors)) {
    case Received::nothing_yet: return false;
    case Received::ended: return Error{Code::peer_lost, 0, "the giver of shared memory has ended"};
    case Received::all: break;
  }
  if (token != address_.token) return Error{Code::protocol, 0, "a stranger offered shared memory"};
  taken.file = std::move(descriptors[0]);
  taken.same_process = process_behind(socket_.get()) == ::getpid();
  return true;
}

}  // namespace baton::transport::shm
