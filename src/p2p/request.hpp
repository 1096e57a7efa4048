// SPDX-License-Identifier: BSD-3-Clause
// A send or a receive that is under way. The caller owns it (on its stack for blocking calls, from a pool for the rest)
// and must keep it, its buffer and its datatype until `complete()`.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "base/error.hpp"
#include "base/intrusive_list.hpp"
#include "datatype/datatype.hpp"
#include "matching/matcher.hpp"
#include "transport/transport.hpp"

namespace baton::p2p {

using matching::ContextId;
using matching::Envelope;
using transport::PeerId;

inline constexpr PeerId any_peer = 0xFFFFFFFF;

/// How a send may complete (MPI 5.0, 3.4). Buffered sends are standard sends from the attached buffer; ready sends are
/// standard sends. loan: complete when the receiver has copied it, or has given it back (Engine::borrow).
enum class SendMode : std::uint8_t { standard, synchronous, loan };

struct SendArgs {
  const void* buffer = nullptr;
  std::int64_t count = 0;
  const datatype::Datatype* type = nullptr;
  PeerId peer = 0;
  Envelope envelope;  // source: the sender's own rank in the communicator
  SendMode mode = SendMode::standard;
  std::uint8_t mark = 0;  // travels along and is told to the receiver: what the sender takes this message for
};

struct ReceiveArgs {
  void* buffer = nullptr;
  std::int64_t count = 0;
  const datatype::Datatype* type = nullptr;
  PeerId peer = any_peer;  // the process behind wish.source, or any_peer with any_source
  Envelope wish;
};

/// What came of a request.
struct Outcome {
  std::int32_t source = matching::any_source;
  std::int32_t tag = matching::any_tag;
  std::int64_t bytes = 0;       // received; for a truncated message: what was stored
  std::int64_t sent_bytes = 0;  // what the sender sent: more than `bytes` when truncated
  Error error;
  bool cancelled = false;
  std::uint8_t mark = 0;  // of the sender
};

class Engine;
struct UnexpectedMessage;

struct InPending {};

class Request : public matching::Posted, public ListHook<InPending> {
 public:
  Request() = default;
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  /// Pairs with the release store at completion: all effects of the operation are visible once this is true.
  [[nodiscard]] bool complete() const noexcept { return complete_.load(std::memory_order_acquire); }
  [[nodiscard]] const Outcome& outcome() const noexcept { return outcome_; }
  /// For a request that is used again without the engine: what came of it before is forgotten.
  void forget_outcome() noexcept { outcome_ = Outcome{}; }
  /// Completions are numbered through the engine: of two complete requests the one with the lower moment was complete
  /// first.
  [[nodiscard]] std::uint64_t moment() const noexcept { return moment_; }

  /// Called by the engine, under its lock, at the moment of completion, after `complete()` has become true; it may
  /// start other operations and may end this request's life. Set before the operation starts.
  void on_complete(void (*call)(Request&, void*) noexcept, void* context) noexcept {
    call_ = call;
    call_context_ = context;
  }

 private:
  friend class Engine;
  /// A send of which the other side has still to say that it was matched.
  [[nodiscard]] bool waits_for_receive() const noexcept {
    return is_send_ && (stage_ == Stage::waiting_grant || stage_ == Stage::waiting_match);
  }
  enum class Stage : std::uint8_t {
    idle,
    pending,
    waiting_grant,
    waiting_match,
    streaming,
    large,
    posted,
    receiving,
    pulling,
    mapping,
    done
  };

  std::atomic<bool> complete_{false};
  bool is_send_ = false;
  bool announced_ = false;  // counted in its peer's `announced`
  bool held_ = false;       // receive: by a matched probe, of that message and no other
  bool unwanted_ = false;   // receive: was to be cancelled when it had a message, which may yet turn out withdrawn
  bool flat_ = false;       // the buffer's elements are one run, which starts at source_ or target_
  Stage stage_ = Stage::idle;
  SendMode mode_ = SendMode::standard;
  std::uint8_t mark_ = 0;
  PeerId peer_ = 0;
  Envelope envelope_;
  const std::byte* source_ = nullptr;  // send buffer
  std::byte* target_ = nullptr;        // receive buffer
  std::int64_t count_ = 0;
  const datatype::Datatype* type_ = nullptr;
  std::int64_t bytes_ = 0;       // send: of the message; receive: capacity of the buffer
  std::int64_t moved_ = 0;       // bytes streamed so far
  std::int64_t limit_ = 0;       // rendezvous: bytes to be streamed
  std::uint32_t before_ = 0;     // receive: long sends of this rank that were over when it was posted, or one less
  std::uint64_t partner_ = 0;    // the other side's request, once one of them has granted the message
  std::uint64_t verdict_ = 0;    // send: of the message that was sent; 0 where there is none
  std::uint64_t id_ = 0;         // our number while the other side may name us
  std::int64_t large_open_ = 0;  // send_large calls not yet told by `sent`
  Outcome outcome_;
  std::uint64_t moment_ = 0;
  void (*call_)(Request&, void*) noexcept = nullptr;
  void* call_context_ = nullptr;
};

}  // namespace baton::p2p
