// SPDX-License-Identifier: BSD-3-Clause
// A message that arrived before its receive: an eager one with its bytes, or the announcement of a rendezvous.
#pragma once

#include <cstdlib>
#include <cstring>
#include <new>
#include <span>

#include "matching/matcher.hpp"
#include "p2p/request.hpp"
#include "p2p/wire.hpp"

namespace baton::p2p {

struct UnexpectedMessage : matching::Unexpected {
  PeerId from = 0;
  wire::Kind kind = wire::Kind::eager;
  std::uint8_t mark = 0;
  std::uint64_t sender = 0;   // rts and eager_sync: the sender's request
  std::int64_t bytes = 0;     // of the whole message
  std::uint64_t address = 0;  // rts: Announcement::address
  std::uint64_t traits = 0;   // rts: Announcement::traits
  std::uint64_t verdict = 0;  // the sender's
  std::size_t stored = 0;     // bytes kept behind this struct

  [[nodiscard]] std::span<const std::byte> data() const noexcept {
    return {reinterpret_cast<const std::byte*>(this + 1), stored};
  }

  /// nullptr when memory is short.
  static UnexpectedMessage* make(std::span<const std::byte> data) noexcept {
    void* memory = std::malloc(sizeof(UnexpectedMessage) + data.size());
    if (memory == nullptr) return nullptr;
    auto* message = new (memory) UnexpectedMessage;
    message->stored = data.size();
    if (!data.empty()) std::memcpy(static_cast<void*>(message + 1), data.data(), data.size());
    return message;
  }
  static void destroy(UnexpectedMessage* message) noexcept {
    message->~UnexpectedMessage();
    std::free(message);
  }
};

}  // namespace baton::p2p
