// SPDX-License-Identifier: BSD-3-Clause
// Journey: a frame has arrived and meets its receive, or a receive is posted and meets its message.
#include <algorithm>
#include <cstring>

#include "base/copy.hpp"
#include "base/text.hpp"
#include "p2p/at_once.hpp"
#include "p2p/engine.hpp"
#include "p2p/unexpected.hpp"

namespace baton::p2p {
namespace {

Error truncated() noexcept { return Error{Code::truncated, 0, "the message is longer than the receive buffer"}; }
Error cut_element() noexcept {
  return Error{Code::type_mismatch, 0,
               "the message ends inside an element of the receive's datatype: sender and receiver must use matching "
               "datatypes"};
}

}  // namespace

void Engine::prepare(Request& request, const ReceiveArgs& args) const noexcept {
  request.is_send_ = false;
  request.held_ = false;
  request.unwanted_ = false;
  request.complete_.store(false, std::memory_order_relaxed);
  request.outcome_ = Outcome{};
  request.flat_ = args.type->is_contiguous(args.count);
  request.target_ = static_cast<std::byte*>(args.buffer) + (request.flat_ ? args.type->true_lb() : 0);
  request.count_ = args.count;
  request.type_ = args.type;
  request.bytes_ = args.count * args.type->size();
  request.moved_ = 0;
  request.id_ = 0;
  request.before_ = announcements_ - (open_announcements_ != 0 ? 1 : 0);
}

void Engine::receive(Request& request, const ReceiveArgs& args) noexcept {
  prepare(request, args);
  request.peer_ = args.peer;
  request.wish = args.wish;
  request.stage_ = Request::Stage::posted;
  if (matching::Unexpected* found = matcher_.post(&request)) {
    deliver(request, static_cast<UnexpectedMessage*>(found));
    return;
  }
  if (unreachable(args.peer)) {
    matcher_.remove(static_cast<matching::Posted*>(&request));
    fail(request, loss(args.peer));
  }
}

void Engine::post_again(Request& request) noexcept {
  delist(request);
  request.outcome_ = Outcome{};
  request.moved_ = 0;
  if (request.wish.source == matching::any_source) request.peer_ = any_peer;
  if (request.unwanted_) {
    request.outcome_.cancelled = true;
    finish(request);
    return;
  }
  request.stage_ = Request::Stage::posted;
  if (matching::Unexpected* found = matcher_.restore(&request)) {
    deliver(request, static_cast<UnexpectedMessage*>(found));
    return;
  }
  if (unreachable(request.peer_)) {
    matcher_.remove(static_cast<matching::Posted*>(&request));
    fail(request, loss(request.peer_));
  }
}

bool Engine::unreachable(PeerId id) const noexcept {
  if (id == any_peer) return first_lost_ != any_peer;
  return peers_[id] != nullptr && peers_[id]->lost;
}

Error Engine::loss(PeerId id) const noexcept {
  if (id == any_peer) id = first_lost_;
  return peers_[id]->why;
}

void Engine::receive_matched(Request& request, UnexpectedMessage* message, const ReceiveArgs& args) noexcept {
  prepare(request, args);
  request.held_ = true;
  request.peer_ = message->from;
  request.wish = message->envelope;
  deliver(request, message);
}

void Engine::deliver(Request& request, UnexpectedMessage* message) noexcept {
  const PeerId from = message->from;
  const Envelope envelope = message->envelope;
  request.outcome_.mark = message->mark;
  if (message->kind == wire::Kind::rts) {
    const wire::Announcement announced{static_cast<std::uint64_t>(message->bytes), message->sender, message->address,
                                       message->traits, message->verdict};
    UnexpectedMessage::destroy(message);
    grant(request, from, envelope, announced);
    return;
  }
  if (message->kind == wire::Kind::eager_sync) {
    if (!wires_.take(from, message->verdict)) {
      give_back(from, message->bytes + wire::message_overhead);
      UnexpectedMessage::destroy(message);
      post_again(request);
      return;
    }
    matched(from, message->sender);
  }
  deliver_eager(request, from, envelope, message->data());
  UnexpectedMessage::destroy(message);
}

void Engine::store(Request& request, const Envelope& envelope, std::span<const std::byte> data) noexcept {
  request.outcome_.source = envelope.source;
  request.outcome_.tag = envelope.tag;
  request.outcome_.sent_bytes = static_cast<std::int64_t>(data.size());
  const auto stored = std::min(static_cast<std::size_t>(request.bytes_), data.size());
  if (stored < data.size()) {
    request.outcome_.error = truncated();
  } else if (static_cast<std::int64_t>(stored) < request.bytes_ &&
             !request.type_->elements_in(static_cast<std::int64_t>(stored))) [[unlikely]] {
    request.outcome_.error = cut_element();
  }
  if (stored != 0) {
    if (request.flat_) {
      copy_bytes(request.target_, data.data(), stored);
    } else {
      datatype::Cursor cursor;
      request.type_->unpack(cursor, request.target_, request.count_, data.first(stored));
    }
  }
  request.outcome_.bytes = static_cast<std::int64_t>(stored);
}

void Engine::deliver_eager(Request& request, PeerId from, const Envelope& envelope,
                           std::span<const std::byte> data) noexcept {
  store(request, envelope, data);
  give_back(from, static_cast<std::int64_t>(data.size()) + wire::message_overhead);
  finish(request);
}

void Engine::send_credit(PeerId from, Peer& sender) noexcept {
  wire::Head head;
  head.kind = wire::Kind::credit;
  const wire::Credit credit{static_cast<std::uint64_t>(sender.consumed)};
  sender.consumed = 0;
  control(from, head, &credit, sizeof credit);
}

void Engine::matched(PeerId from, std::uint64_t sender) noexcept {
  wire::Head head;
  head.kind = wire::Kind::matched;
  const wire::Reference reference{sender};
  control(from, head, &reference, sizeof reference);
}

void Engine::arrive(PeerId from, const wire::Head& head, std::span<const std::byte> payload) noexcept {
  const Envelope envelope{head.context(), head.source, head.tag};
  std::uint64_t sender = 0;
  std::uint64_t verdict = 0;
  wire::Announcement announcement{};
  auto bytes = static_cast<std::int64_t>(payload.size());
  if (head.kind == wire::Kind::eager_sync) {
    wire::SyncPrefix prefix{};
    if (!wire::read(payload, prefix)) return;
    sender = prefix.sender;
    verdict = prefix.verdict;
    payload = payload.subspan(sizeof prefix);
    bytes = static_cast<std::int64_t>(payload.size());
  } else if (head.kind == wire::Kind::rts) {
    if (!wire::read(payload, announcement)) return;
    sender = announcement.sender;
    verdict = announcement.verdict;
    bytes = static_cast<std::int64_t>(announcement.bytes);
    payload = {};
  }
  ++counters_.received;
  counters_.bytes_received += static_cast<std::uint64_t>(bytes);
  if (matching::Posted* found = matcher_.arrive(envelope)) {
    auto& request = *static_cast<Request*>(found);
    request.outcome_.mark = head.mark;
    if (head.kind == wire::Kind::rts) {
      grant(request, from, envelope, announcement);
      return;
    }
    if (head.kind == wire::Kind::eager_sync) {
      if (!wires_.take(from, verdict)) {
        give_back(from, bytes + wire::message_overhead);
        post_again(request);
        return;
      }
      matched(from, sender);
    }
    deliver_eager(request, from, envelope, payload);
    return;
  }
  UnexpectedMessage* const message = keep_unexpected(from, head, payload, bytes);
  message->sender = sender;
  message->address = announcement.address;
  message->traits = announcement.traits;
  message->verdict = verdict;
}

void Engine::arrive_eager(PeerId from, const wire::Head& head, std::span<const std::byte> payload) noexcept {
  const Envelope envelope{head.context(), head.source, head.tag};
  ++counters_.received;
  counters_.bytes_received += payload.size();
  if (matching::Posted* found = matcher_.arrive(envelope)) {
    auto& request = *static_cast<Request*>(found);
    request.outcome_.mark = head.mark;
    deliver_eager(request, from, envelope, payload);
    return;
  }
  (void)keep_unexpected(from, head, payload, static_cast<std::int64_t>(payload.size()));
}

UnexpectedMessage* Engine::keep_unexpected(PeerId from, const wire::Head& head, std::span<const std::byte> payload,
                                           std::int64_t bytes) noexcept {
  UnexpectedMessage* message = UnexpectedMessage::make(payload);
  BATON_CHECK(message != nullptr);
  message->envelope = {head.context(), head.source, head.tag};
  message->from = from;
  message->kind = head.kind;
  message->mark = head.mark;
  message->bytes = bytes;
  matcher_.keep(message, head.mark != 0);
  ++counters_.unexpected;
  tell({News::Kind::unexpected, from, message->envelope, bytes, false});
  return message;
}

}  // namespace baton::p2p
