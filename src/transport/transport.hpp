// SPDX-License-Identifier: BSD-3-Clause
// The contract of a transport: what self, shm, tcp and sim have in common, proven by one suite
// (tests/transport/contract.hpp). A transport moves frames between two ranks of a job, in order, each exactly once, or
// reports the peer lost. It knows nothing of envelopes, matching or requests: a Header is 16 opaque bytes to it. Not
// here: the choice of a transport for a peer (wires.hpp) and protocols (p2p/).
//
// Threads: a transport belongs to one Runtime; all calls to it are serialised by its owner (the engine's lock). Only
// the memory that it shares with peers is touched by several threads or processes at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "base/error.hpp"
#include "base/post.hpp"
#include "base/result.hpp"

namespace baton::transport {

/// A rank of the job (its number in MPI_COMM_WORLD).
using PeerId = std::uint32_t;

/// What p2p says about a frame; opaque here. Travels in front of the payload, in the same cache line for small frames.
struct alignas(8) Header {
  std::array<std::byte, 16> bytes;
};
static_assert(sizeof(Header) == 16);

/// Frames of one lane to one peer arrive in order. Bulk frames have no order relative to ordered ones, so that a
/// transport may move them through a bigger, separate path; a transport with one path just treats both alike.
enum class Lane : std::uint8_t { ordered, bulk };

/// Names a large send until `Sink::sent` tells its end. Chosen by the caller.
using Token = std::uint64_t;

/// Where arrivals go. p2p::Engine implements it; so do the tests. No call may throw. The sink may call
/// claim/commit/send of the transport from inside these functions, but never poll.
struct Sink {
  /// A whole frame. `payload` is valid during the call only.
  virtual void frame(PeerId from, const Header& header, std::span<const std::byte> payload) noexcept = 0;
  /// A frame of a `send_large` is about to arrive: return where its `bytes` shall be written (the place must stay valid
  /// until `landed` or `lost`), or nullptr to have the transport collect it and deliver it by `frame`.
  virtual std::byte* place(PeerId from, const Header& header, std::size_t bytes) noexcept = 0;
  /// The frame announced by `place` has been written there whole.
  virtual void landed(PeerId from, const Header& header, std::size_t bytes) noexcept = 0;
  /// A send_large that was `posted` has ended: its payload is the caller's again.
  virtual void sent(Token token) noexcept = 0;
  /// The peer ended or the link to it broke for good. Told once per peer, after every frame that arrived from it. Sends
  /// to it `retry` no more: they are swallowed as `done` (the caller learns of the loss here). Large sends still posted
  /// are told by `sent` first.
  virtual void lost(PeerId peer, Error why) noexcept = 0;
  /// Whether the poll may end now although more has arrived: asked after each frame. A sink that wants this hides it.
  [[nodiscard]] static constexpr bool sated() noexcept { return false; }

 protected:
  ~Sink() = default;
};

/// Room for one frame's payload in the transport's own memory; `payload` is nullptr when there is none now (retry
/// later).
struct Slot {
  std::byte* payload = nullptr;
  explicit operator bool() const noexcept { return payload != nullptr; }
};

/// Gives the card of a peer (the text that its transports published), asking the launcher on first use. May block for
/// milliseconds.
using Directory = std::function<Result<std::string>(PeerId)>;

/// What each transport class offers. Checked by `static_assert(Transport<Shm>)` and the contract suite.
template <class T>
concept Transport = requires(T t, PeerId peer, Header header, std::size_t bytes, Lane lane, Token token, Sink& sink,
                             std::span<const std::byte> payload) {
  /// "shm", "tcp", ...
  { T::name } -> std::convertible_to<const char*>;
  /// This rank's words for the business card, without blanks, semicolons or '=' ; empty when nobody needs any.
  { t.card() } -> std::same_as<std::string>;
  /// The largest payload that claim(peer, n, lane) can ever grant.
  { t.max_frame(peer, lane) } -> std::same_as<std::size_t>;
  /// Room for a frame of `bytes` payload. Connects on first use. At most one claim is open per peer, and it must be
  /// committed before any other call for that peer. A lost peer grants a scratch slot whose commit is swallowed.
  { t.claim(peer, bytes, lane) } -> std::same_as<Slot>;
  /// Sends what was claimed: `bytes` may be less than claimed. Never fails: a broken link shows as `Sink::lost`.
  {t.commit(peer, header, bytes, lane)};
  /// Sends straight from the caller's memory (bulk lane). done: the payload may be reused at once. posted: after
  /// `Sink::sent(token)`. retry: no room now. A transport whose `has_large(peer)` is false never gets this call.
  { t.send_large(peer, header, payload, token) } -> std::same_as<Post>;
  { t.has_large(peer) } -> std::same_as<bool>;
  /// Delivers arrivals, moves what waits to be sent, tells completions. Returns whether anything happened; also when a
  /// claim or large send that was refused may be granted now: who waits for room sleeps after a poll in vain. Cheap
  /// when nothing is there.
  { t.poll(sink) } -> std::same_as<bool>;
  /// Nothing handed over by commit/send_large is still only in this process: exiting now would lose nothing.
  { t.idle() } -> std::same_as<bool>;
};

}  // namespace baton::transport
