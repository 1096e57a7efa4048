// SPDX-License-Identifier: BSD-3-Clause
// Long messages: announced (rts), granted (cts) when matched, then streamed in order; the receiver says how much it
// takes. Not here: receivers that read the sender's memory instead (pull.cpp), pinned buffers (mapped.cpp).
#include <algorithm>
#include <cstring>

#include "base/copy.hpp"
#include "p2p/engine.hpp"
#include "p2p/unexpected.hpp"

namespace baton::p2p {

using transport::Lane;

namespace {

/// Pieces of a send_large: long enough to keep the link full, short enough that others get their turn.
constexpr std::int64_t large_piece = 512 * 1024;

}  // namespace

void Engine::grant(Request& request, PeerId from, const Envelope& envelope,
                   const wire::Announcement& announced) noexcept {
  const auto bytes = static_cast<std::int64_t>(announced.bytes);
  const std::uint64_t sender = announced.sender;
  request.outcome_.source = envelope.source;
  request.outcome_.tag = envelope.tag;
  request.outcome_.sent_bytes = bytes;
  request.peer_ = from;
  request.limit_ = std::min(bytes, request.bytes_);
  if (request.limit_ < bytes) {
    request.outcome_.error = Error{Code::truncated, 0, "the message is longer than the receive buffer"};
  }
  if (from == self_) {
    copy_from_self(request, sender);
    return;
  }
  if (peer(from).lost) {
    fail(request, peer(from).why);
    return;
  }
  if (!map_source(request, announced) && !pull(request, announced)) ask_for_stream(request, sender);
}

void Engine::ask_for_stream(Request& request, std::uint64_t sender) noexcept {
  request.stage_ = Request::Stage::receiving;
  request.partner_ = sender;
  request.moved_ = 0;
  const wire::Grant grant{sender, enlist(request), static_cast<std::uint64_t>(request.limit_), place_for(request)};
  wire::Head head;
  head.kind = wire::Kind::cts;
  control(request.peer_, head, &grant, sizeof grant);
}

void Engine::copy_from_self(Request& receive, std::uint64_t sender) noexcept {
  Request* send = find(sender);
  if (send == nullptr) {  // cancelled in between: the news of it is on the way
    ask_for_stream(receive, sender);
    return;
  }
  const std::int64_t bytes = receive.limit_;
  if (bytes != 0) copy_between(*send, receive, static_cast<std::size_t>(bytes));
  receive.outcome_.bytes = bytes;
  finish(*send);
  finish(receive);
}

/// A flat side's pointer leads to its bytes; another's to where its datatype counts from.
void Engine::copy_between(const Request& send, const Request& receive, std::size_t bytes) noexcept {
  datatype::Cursor from;
  datatype::Cursor to;
  if (send.flat_ && receive.flat_) {
    std::memmove(receive.target_, send.source_, bytes);
  } else if (receive.flat_) {
    send.type_->pack(from, send.source_, send.count_, {receive.target_, bytes});
  } else if (send.flat_) {
    receive.type_->unpack(to, receive.target_, receive.count_, {send.source_, bytes});
  } else {
    std::array<std::byte, 8192> piece;
    for (std::size_t moved = 0; moved < bytes;) {
      const auto part = std::span(piece).first(std::min(piece.size(), bytes - moved));
      send.type_->pack(from, send.source_, send.count_, part);
      receive.type_->unpack(to, receive.target_, receive.count_, part);
      moved += part.size();
    }
  }
}

void Engine::granted(PeerId from, const wire::Grant& grant) noexcept {
  Request* request = find(grant.sender);
  wire::Head head;
  if (request == nullptr) {  // cancelled: a receive that was posted knows it by now, one by MPI_Mrecv does not
    head.kind = wire::Kind::gone;
    const wire::Gone answer{grant.receiver};
    control(from, head, &answer, sizeof answer);
    return;
  }
  if (!request->is_send_ || request->peer_ != from || request->stage_ != Request::Stage::waiting_grant) {
    return;
  }
  request->partner_ = grant.receiver;
  request->limit_ = std::min(static_cast<std::int64_t>(grant.wanted), request->bytes_);
  if (request->limit_ == 0) {
    // The receiver has to hear that the message was not cancelled.
    head.kind = wire::Kind::data;
    head.set_receiver(request->partner_);
    control(from, head, nullptr, 0);
    finish(*request);
    return;
  }
  if (map_target(*request, grant)) return;
  request->stage_ = Request::Stage::streaming;
  Peer& to = peer(from);
  to.streaming.push_back(request);
  mark_busy(from, to);
  stream(*request, to);
}

bool Engine::stream(Request& request, Peer& to) noexcept {
  wire::Head head;
  head.kind = wire::Kind::data;
  head.set_receiver(request.partner_);
  const bool large = request.flat_ && wires_.has_large(request.peer_);
  const auto frame = static_cast<std::int64_t>(wires_.max_frame(request.peer_, Lane::bulk));
  bool moved = false;
  while (request.moved_ < request.limit_) {
    const std::int64_t left = request.limit_ - request.moved_;
    if (large) {
      const auto length = static_cast<std::size_t>(std::min(left, large_piece));
      const Post post =
          wires_.send_large(request.peer_, head.header(), {request.source_ + request.moved_, length}, request.id_);
      if (post == Post::retry) break;
      if (post == Post::posted) ++request.large_open_;
      request.moved_ += static_cast<std::int64_t>(length);
    } else {
      const auto length = static_cast<std::size_t>(std::min(left, frame));
      const transport::Slot slot = wires_.claim(request.peer_, length, Lane::bulk);
      if (!slot) break;
      if (request.flat_) {
        copy_bytes(slot.payload, request.source_ + request.moved_, length);
      } else {
        datatype::Cursor cursor{request.moved_};
        request.type_->pack(cursor, request.source_, request.count_, {slot.payload, length});
      }
      wires_.commit(request.peer_, head.header(), length, Lane::bulk);
      request.moved_ += static_cast<std::int64_t>(length);
    }
    moved = true;
    if (to.lost) return moved;  // the loss has ended this request already
  }
  if (request.moved_ == request.limit_) {
    IntrusiveList<Request, InPending>::remove(&request);
    request.stage_ = Request::Stage::large;
    if (request.large_open_ == 0) finish(request);
  }
  return moved;
}

void Engine::sent(transport::Token token) noexcept {
  Request* request = find(token);
  if (request == nullptr) return;
  --request->large_open_;
  if (request->large_open_ == 0 && request->stage_ == Request::Stage::large) finish(*request);
}

void Engine::data(PeerId from, const wire::Head& head, std::span<const std::byte> payload) noexcept {
  Request* request = find(head.receiver());
  if (request == nullptr || request->is_send_ || request->peer_ != from) return;
  const auto room = static_cast<std::size_t>(request->limit_ - request->moved_);
  if (payload.size() > room) return;
  if (payload.empty()) {
    // Nothing to store: what ends a message that was cut to nothing.
  } else if (request->flat_) {
    copy_bytes(request->target_ + request->moved_, payload.data(), payload.size());
  } else {
    datatype::Cursor cursor{request->moved_};
    request->type_->unpack(cursor, request->target_, request->count_, payload);
  }
  advance_receive(*request, static_cast<std::int64_t>(payload.size()));
}

void Engine::advance_receive(Request& request, std::int64_t bytes) noexcept {
  request.moved_ += bytes;
  if (request.moved_ < request.limit_) return;
  request.outcome_.bytes = request.moved_;
  finish(request);
}

std::byte* Engine::place(PeerId from, const transport::Header& header, std::size_t bytes) noexcept {
  const wire::Head head = wire::Head::of(header);
  if (head.kind != wire::Kind::data) return nullptr;
  Request* request = find(head.receiver());
  if (request == nullptr || request->is_send_ || request->peer_ != from || !request->flat_) return nullptr;
  if (bytes > static_cast<std::size_t>(request->limit_ - request->moved_)) return nullptr;
  return request->target_ + request->moved_;
}

void Engine::landed(PeerId, const transport::Header& header, std::size_t bytes) noexcept {
  Request* request = find(wire::Head::of(header).receiver());
  if (request != nullptr) advance_receive(*request, static_cast<std::int64_t>(bytes));
}

}  // namespace baton::p2p
