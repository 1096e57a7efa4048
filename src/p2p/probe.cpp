// SPDX-License-Identifier: BSD-3-Clause
// Probe and matched probe (MPI 5.0, 3.8.1 and 3.8.2), cancellation (3.8.4), and looks at the queues for tools.
#include "p2p/engine.hpp"
#include "p2p/unexpected.hpp"

namespace baton::p2p {
namespace {

Error cancelled_message() noexcept { return Error{Code::cancelled, 0, "the sender has cancelled the message"}; }

}  // namespace

Result<bool> Engine::probe(const Envelope& wish, PeerId id, ProbeResult& out) noexcept {
  matching::Unexpected* found = matcher_.find(wish);
  if (found == nullptr) {
    poll();
    found = matcher_.find(wish);
  } else if (has_open()) {
    (void)progress();
    found = matcher_.find(wish);
  }
  if (found == nullptr) {
    if (unreachable(id)) return loss(id);
    return false;
  }
  out = {found->envelope.source, found->envelope.tag, static_cast<UnexpectedMessage*>(found)->bytes};
  return true;
}

Result<bool> Engine::matched_probe(const Envelope& wish, PeerId id, ProbeResult& out,
                                   UnexpectedMessage** message) noexcept {
  *message = nullptr;
  auto found = probe(wish, id, out);
  if (!found || !*found) return found;
  auto* taken = static_cast<UnexpectedMessage*>(matcher_.find(wish));
  if (taken->verdict != 0 && !wires_.take(taken->from, taken->verdict)) {
    // Its sender has cancelled it, and the word of that is on the way, in front of all that is not here yet.
    poll();
    return false;
  }
  matcher_.remove(taken);
  *message = taken;
  return true;
}

QueueLengths Engine::queue_lengths(ContextId context) noexcept {
  QueueLengths lengths;
  matcher_.each_unexpected([&](const matching::Unexpected* message) {
    lengths.unexpected += message->envelope.context == context ? 1U : 0U;
  });
  matcher_.each_posted([&](const matching::Posted* receive) {  //
    lengths.posted += receive->wish.context == context ? 1U : 0U;
  });
  return lengths;
}

std::size_t Engine::unexpected_bytes() noexcept {
  std::size_t bytes = 0;
  matcher_.each_unexpected([&](const matching::Unexpected* message) {
    bytes += sizeof(UnexpectedMessage) + static_cast<const UnexpectedMessage*>(message)->stored;
  });
  return bytes;
}

void Engine::cancel(Request& request) noexcept {
  if (request.complete()) return;
  if (!request.is_send_) {
    if (request.stage_ != Request::Stage::posted) {
      request.unwanted_ = true;
      return;
    }
    matcher_.remove(static_cast<matching::Posted*>(&request));
  } else if (request.stage_ == Request::Stage::pending) {
    IntrusiveList<Request, InPending>::remove(&request);
  } else if (!withdraw(request)) {
    return;
  }
  request.outcome_.cancelled = true;
  finish(request);
}

/// A message of which the receiver still needs something of this rank is withdrawn by telling it so: whatever it does
/// meanwhile, it will not get it. One that it could take by itself, it may have taken.
bool Engine::withdraw(const Request& send) noexcept {
  if (!send.waits_for_receive()) return false;
  if (send.verdict_ != 0 && !wires_.withdraw(send.peer_, send.verdict_)) return false;
  wire::Head head;
  head.kind = wire::Kind::withdrawn;
  const wire::Reference reference{send.id_};
  control(send.peer_, head, &reference, sizeof reference);
  wires_.flush(send.peer_);
  return true;
}

void Engine::withdrawn(PeerId from, std::uint64_t sender) noexcept {
  UnexpectedMessage* unmatched = nullptr;
  matcher_.each_unexpected([&](matching::Unexpected* candidate) {
    auto* message = static_cast<UnexpectedMessage*>(candidate);
    if (message->from == from && message->kind != wire::Kind::eager && message->sender == sender) unmatched = message;
  });
  if (unmatched != nullptr) {
    matcher_.remove(unmatched);
    if (unmatched->kind == wire::Kind::eager_sync) give_back(from, unmatched->bytes + wire::message_overhead);
    UnexpectedMessage::destroy(unmatched);
    return;
  }
  for (const Entry& entry : table_) {
    Request* const request = entry.request;
    if (request == nullptr || request->is_send_ || request->stage_ != Request::Stage::receiving ||
        request->peer_ != from || request->partner_ != sender) {
      continue;
    }
    if (request->held_) {
      fail(*request, cancelled_message());
    } else {
      post_again(*request);
    }
    return;
  }
}

void Engine::gone(PeerId from, const wire::Gone& answer) noexcept {
  Request* const request = find(answer.receiver);
  if (request == nullptr || request->is_send_ || request->peer_ != from) return;
  fail(*request, cancelled_message());
}

}  // namespace baton::p2p
