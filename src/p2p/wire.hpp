// SPDX-License-Identifier: BSD-3-Clause
// Every header and control payload that leaves the process. Both ends run the same build (the handshakes of the
// transports check the wire version), so these are plain structs in host byte order.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#include "matching/matcher.hpp"
#include "transport/transport.hpp"

namespace baton::p2p::wire {

/// eager: payload is the message. eager_sync: a SyncPrefix, then the message; matched by `matched`. rts: an
/// Announcement; nothing of the message yet. cts: a Grant, the receiver is ready. data: the next bytes of a granted
/// message, in order. matched: a Reference, an eager_sync met its receive, or an rts was read whole. credit: a Credit,
/// eager bytes consumed. withdrawn: a Reference, the message was cancelled by its sender, and nothing more of it comes.
/// gone: a Gone, the answer to a cts for such a message. join: a Grant of a message that both copy, from mapping to
/// mapping, until all is copied. landed: a Gone, all of a granted message lies in the receiver's buffer. bye: the peer
/// leaves in order. ask/tell: a Question whether a message of a collective will ever be sent or taken, and the Answer
/// that it will not.
enum class Kind : std::uint8_t {
  eager,
  eager_sync,
  rts,
  cts,
  data,
  matched,
  credit,
  withdrawn,
  gone,
  join,
  landed,
  bye,
  ask,
  tell
};

/// What an eager message costs its receiver's budget beside its bytes. The sender takes it, the receiver gives it back:
/// both count alike.
inline constexpr std::int64_t message_overhead = 96;

/// What travels as the transport's Header. For data frames `receiver()` names the receive instead of context and
/// source.
struct Head {
  Kind kind = Kind::eager;
  std::uint8_t mark = 0;  // SendArgs::mark
  std::uint16_t context_high = 0;
  std::uint32_t context_low = 0;
  std::int32_t source = 0;
  std::int32_t tag = 0;

  [[nodiscard]] transport::Header header() const noexcept { return std::bit_cast<transport::Header>(*this); }
  static Head of(const transport::Header& header) noexcept { return std::bit_cast<Head>(header); }
  [[nodiscard]] std::uint64_t context() const noexcept {
    return (static_cast<std::uint64_t>(context_high) << 32) | context_low;
  }
  void set_context(std::uint64_t id) noexcept {
    context_low = static_cast<std::uint32_t>(id);
    context_high = static_cast<std::uint16_t>(id >> 32);
  }
  [[nodiscard]] std::uint64_t receiver() const noexcept {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(source)) << 32) | context_low;
  }
  void set_receiver(std::uint64_t id) noexcept {
    context_low = static_cast<std::uint32_t>(id);
    source = static_cast<std::int32_t>(static_cast<std::uint32_t>(id >> 32));
  }
};
static_assert(sizeof(Head) == sizeof(transport::Header));

[[nodiscard]] inline Head head_of(Kind kind, const matching::Envelope& envelope, std::uint8_t mark) noexcept {
  Head head;
  head.kind = kind;
  head.mark = mark;
  head.set_context(envelope.context);
  head.source = envelope.source;
  head.tag = envelope.tag;
  return head;
}

/// `verdict` names what decides whether the message is received or withdrawn (transport/shm/verdict.hpp).
struct SyncPrefix {
  std::uint64_t sender;  // the sender's request
  std::uint64_t verdict;
};
struct Announcement {
  std::uint64_t bytes;    // of the whole message
  std::uint64_t sender;   // the sender's request
  std::uint64_t address;  // of the bytes in the sender's memory, where they are one run; 0: elsewhere
  std::uint64_t traits;   // bits: below
  std::uint64_t verdict;  // to be won before the sender's memory is read; 0 with an address of 0
};
/// Of an announcement. spread: the sender has long messages for other ranks under way, too. pinned: the address counts
/// from the start of the sender's window (memory/window.hpp), and is one more. lent: the receiver may keep it as it is.
inline constexpr std::uint64_t spread = 1;
inline constexpr std::uint64_t pinned = 2;
inline constexpr std::uint64_t lent = 4;
struct Grant {
  std::uint64_t sender;
  std::uint64_t receiver;  // the receiver's request, to be named in data frames
  std::uint64_t wanted;    // bytes that the receiver takes at most; the rest is not sent
  std::uint64_t place;     // of the buffer in the receiver's window, plus one; 0: it is elsewhere
};
struct Reference {
  std::uint64_t sender;
};
struct Gone {
  std::uint64_t receiver;  // Grant::receiver
};
struct Credit {
  std::uint64_t bytes;
};
struct Question {
  std::uint64_t duty;   // Duty of the rank that is asked; the head names the collective and the one that asks
  std::uint64_t round;  // of a persistent collective: which of the asker's starts
};
struct Answer {
  std::uint64_t duty;
  std::uint64_t known;  // bits: 1, the rest says what the partner called; 2, which left it with an error; 4, or never
                        // began; 8: the partner leaves the job
  std::uint64_t subject;
  std::uint64_t root;
};

/// Reads a control payload; false when the frame is too short.
template <class T>
[[nodiscard]] bool read(std::span<const std::byte> payload, T& out) noexcept {
  if (payload.size() < sizeof(T)) return false;
  std::memcpy(&out, payload.data(), sizeof(T));
  return true;
}

}  // namespace baton::p2p::wire
