// SPDX-License-Identifier: BSD-3-Clause
// Journey: sends and receives that are over before their call returns. Inline, for callers on the small-message path;
// what does not go at once takes the long way: send.cpp, receive.cpp.
#pragma once

#include "base/copy.hpp"
#include "p2p/engine.hpp"

namespace baton::p2p {

[[gnu::always_inline]] inline Post Engine::try_send(const SendArgs& args) noexcept {
  using transport::Lane;
  Peer& to = peer(args.peer);
  const std::int64_t bytes = args.count * args.type->size();
  if (!may_go_at_once(to, args, bytes)) [[unlikely]]
    return Post::retry;
  const auto length = static_cast<std::size_t>(bytes);
  const transport::Slot slot = wires_.claim(args.peer, length, Lane::ordered);
  if (!slot) [[unlikely]] {
    ++counters_.retries;
    return Post::retry;
  }
  copy_bytes(slot.payload, args.buffer, length);
  wires_.commit(args.peer, wire::head_of(wire::Kind::eager, args.envelope, args.mark).header(), length, Lane::ordered);
  to.eager_open += bytes + wire::message_overhead;
  ++counters_.eager_sent;
  counters_.bytes_sent += length;
  return Post::done;
}

[[gnu::always_inline]] inline Post Engine::try_receive(const ReceiveArgs& args, ProbeResult& out) noexcept {
  // Messages kept and receives posted come before; a completion that is told in the middle of a delivery finds the very
  // frame that is being delivered; and who receives for ever in this way still owes the others a turn.
  constexpr std::uint32_t most_narrow_looks = 64;
  if (matcher_.unexpected_count() + matcher_.posted_count() + delivering_ != 0 || args.peer == any_peer ||
      !args.type->is_dense() || narrow_looks_ >= most_narrow_looks) {
    return Post::retry;
  }
  const auto first = wires_.front(args.peer);
  if (first.header == nullptr) return Post::retry;
  const wire::Head head = wire::Head::of(*first.header);
  const Envelope envelope{head.context(), head.source, head.tag};
  const std::int64_t room = args.count * args.type->size();
  const auto bytes = static_cast<std::int64_t>(first.bytes);
  // A message of another length may be an error to tell.
  if (head.kind != wire::Kind::eager || !args.wish.accepts(envelope) || bytes != room) return Post::retry;
  ++narrow_looks_;
  copy_bytes(args.buffer, first.payload, first.bytes);
  wires_.pop(args.peer, first);
  ++counters_.received;
  counters_.bytes_received += first.bytes;
  out = {envelope.source, envelope.tag, bytes, head.mark};
  give_back(args.peer, bytes + wire::message_overhead);
  return Post::done;
}

}  // namespace baton::p2p
