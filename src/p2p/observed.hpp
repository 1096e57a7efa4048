// SPDX-License-Identifier: BSD-3-Clause
// What tools and tests see of an engine: counters, queues, news.
#pragma once

#include <cstdint>

#include "p2p/request.hpp"

namespace baton::p2p {

/// Counters for MPI_T and tests.
struct Counters {
  std::uint64_t eager_sent = 0, rendezvous_sent = 0, received = 0, unexpected = 0;
  std::uint64_t bytes_sent = 0, bytes_received = 0, retries = 0, sleeps = 0, slept_ns = 0;
  std::uint64_t polls_yielded = 0;  // polls in vain that gave up the core
  std::uint64_t core_taken = 0;     // yields of a rank with a core of its own that let others run there
  std::uint64_t pulled = 0;         // long messages read from the sender's memory
  std::uint64_t mapped = 0;  // long messages whose last byte this side copied from or to the other's pinned buffer
  std::uint64_t mapped_bytes = 0;    // copied by this side alone from or to the other's pinned buffer
  std::uint64_t joint_bytes = 0;     // this side's part of messages between pinned buffers that both sides copied
  std::uint64_t lent = 0;            // messages offered to be looked at in place
  std::uint64_t borrowed = 0;        // messages looked at in their sender's memory
  std::uint64_t borrowed_bytes = 0;  // of those
  std::uint64_t overslept = 0;       // sleeps that their bound ended although there was something to do: lost wake-ups
  std::uint64_t attended = 0;        // turns of the progress thread that moved something
};

/// Something that a diagnosing user may want to hear of at once.
struct News {
  enum class Kind : std::uint8_t {
    unexpected,  // a message came before its receive: peer, envelope, bytes
    met,         // the first message or control frame to or from a peer
    lost         // a peer can be reached no more; `orderly`: it had said goodbye
  };
  Kind kind = Kind::unexpected;
  PeerId peer = 0;
  Envelope envelope;
  std::int64_t bytes = 0;
  bool orderly = false;
};

/// What waits in the queues of one context.
struct QueueLengths {
  std::uint64_t unexpected = 0;
  std::uint64_t posted = 0;
};

}  // namespace baton::p2p
