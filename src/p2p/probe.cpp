// SPDX-License-Identifier: BSD-3-Clause
// Probe and matched probe (MPI 5.0, 3.8.1 and 3.8.2), cancellation (3.8.4), and looks at the queues for tools.
#include "p2p/engine.hpp"
#include "p2p/unexpected.hpp"

namespace baton::p2p {

Result<bool> Engine::probe(const Envelope& wish, PeerId id, ProbeResult& out) noexcept {
  matching::Unexpected* found = matcher_.find(wish);
  if (found == nullptr) {
    poll();
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
  matching::Unexpected* taken = matcher_.find(wish);
  matcher_.remove(taken);
  *message = static_cast<UnexpectedMessage*>(taken);
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
  if (request.complete() || request.cancel_asked_) return;
  if (!request.is_send_) {
    if (request.stage_ != Request::Stage::posted) return;
    matcher_.remove(static_cast<matching::Posted*>(&request));
    request.outcome_.cancelled = true;
    finish(request);
    return;
  }
  if (request.stage_ == Request::Stage::pending) {
    IntrusiveList<Request, InPending>::remove(&request);
    request.outcome_.cancelled = true;
    finish(request);
    return;
  }
  if (request.stage_ != Request::Stage::waiting_grant && request.stage_ != Request::Stage::waiting_match) return;
  request.cancel_asked_ = true;
  wire::Head head;
  head.kind = wire::Kind::retract;
  const wire::Reference reference{request.id_};
  control(request.peer_, head, &reference, sizeof reference);
}

void Engine::retract(PeerId from, const wire::Reference& asked) noexcept {
  UnexpectedMessage* unmatched = nullptr;
  matcher_.each_unexpected([&](matching::Unexpected* candidate) {
    auto* message = static_cast<UnexpectedMessage*>(candidate);
    if (message->from == from && message->kind != wire::Kind::eager && message->sender == asked.sender)
      unmatched = message;
  });
  if (unmatched != nullptr) {
    matcher_.remove(unmatched);
    if (unmatched->kind == wire::Kind::eager_sync) give_back(from, unmatched->bytes + wire::message_overhead);
    UnexpectedMessage::destroy(unmatched);
  }
  wire::Head head;
  head.kind = wire::Kind::retracted;
  const wire::Retracted answer{asked.sender, unmatched != nullptr ? 1U : 0U};
  control(from, head, &answer, sizeof answer);
}

void Engine::retracted(const wire::Retracted& answer) noexcept {
  Request* request = find(answer.sender);
  if (request == nullptr || !request->is_send_ || answer.removed == 0) return;
  request->outcome_.cancelled = true;
  finish(*request);
}

}  // namespace baton::p2p
