// SPDX-License-Identifier: BSD-3-Clause
// What a Tcp keeps of one peer that it has to do with. Plain data: tcp.cpp moves it.
#pragma once

#include <cstdint>

#include "base/error.hpp"
#include "base/unique_fd.hpp"
#include "transport/tcp/inbox.hpp"
#include "transport/tcp/outbox.hpp"

namespace baton::transport::tcp {

enum class LinkState : std::uint8_t {
  joining,   // the greeter is at it; output waits
  up,        // frames flow
  closing,   // our goodbye is sent: only input flows
  departed,  // we have closed it
  lost,      // broken or never made; told or about to be told
};

struct Link {
  explicit Link(PeerId who) noexcept : peer(who) {}

  PeerId peer;
  LinkState state = LinkState::joining;
  bool cannot_send = false;  // sending failed; what arrived is still to be read
  bool blocked = false;      // the kernel takes no more: EPOLLOUT is watched
  bool refused = false;      // a send found no room: its caller waits to hear of some
  bool dirty = false;        // is in the list of links whose small frames wait for a flush
  bool gathers = false;      // the last burst was followed by a poll at once: small frames of the next may wait for it
  std::uint32_t burst = 0;   // of commits; and how many of it were written at once
  std::uint8_t written_at_once = 0;
  std::int64_t last_write = 0;
  std::int64_t last_commit = 0;      // that was gathered
  std::int64_t repeating_since = 0;  // since when the kernel is seen to repeat unanswered segments; 0: it does not
  UniqueFd fd;
  Outbox out;
  Inbox in;
};

}  // namespace baton::transport::tcp
