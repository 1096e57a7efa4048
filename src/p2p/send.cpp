// SPDX-License-Identifier: BSD-3-Clause
// Journey: a send picks its protocol and hands its first frame to the transport; next: transport/wires.hpp.
// Not here: what happens after the grant of a rendezvous (rendezvous.cpp).
#include <algorithm>
#include <cstring>
#include <utility>

#include "base/copy.hpp"
#include "p2p/at_once.hpp"
#include "p2p/engine.hpp"

namespace baton::p2p {

using transport::Lane;

Engine::Peer& Engine::meet(PeerId id) noexcept {
  auto& slot = peers_[id];
  slot = std::make_unique<Peer>();
  slot->eager_limit = eager_limit(id);
  tell({News::Kind::met, id, {}, 0, false});
  return *slot;
}

std::int64_t Engine::eager_limit(PeerId id) noexcept {
  const auto frame = static_cast<std::int64_t>(wires_.max_frame(id, Lane::ordered));
  const std::int64_t most = frame - static_cast<std::int64_t>(sizeof(wire::SyncPrefix));
  return options_.eager_bytes > 0 ? std::min(most, options_.eager_bytes) : most;
}

void Engine::set_eager_bytes(std::int64_t bytes) noexcept {
  options_.eager_bytes = bytes;
  for (PeerId id = 0; id < size_; ++id) {
    if (peers_[id] != nullptr) peers_[id]->eager_limit = eager_limit(id);
  }
}

Post Engine::try_send_to_self(const SendArgs& args) noexcept {
  Peer& to = peer(self_);
  const std::int64_t bytes = args.count * args.type->size();
  if (!may_go_at_once(to, args, bytes)) return Post::retry;
  // Frames on the way come first.
  if (!wires_.nothing_to_self()) return try_send(args);
  matching::Posted* const found = matcher_.arrive(args.envelope);
  if (found == nullptr) return try_send(args);
  auto& request = *static_cast<Request*>(found);
  request.outcome_.mark = args.mark;
  ++counters_.eager_sent;
  ++counters_.received;
  counters_.bytes_sent += static_cast<std::uint64_t>(bytes);
  counters_.bytes_received += static_cast<std::uint64_t>(bytes);
  store(request, args.envelope, {static_cast<const std::byte*>(args.buffer), static_cast<std::size_t>(bytes)});
  finish(request);
  return Post::done;
}

void Engine::send(Request& request, const SendArgs& args) noexcept {
  request.is_send_ = true;
  request.complete_.store(false, std::memory_order_relaxed);
  request.outcome_ = Outcome{};
  request.mode_ = args.mode;
  request.mark_ = args.mark;
  request.peer_ = args.peer;
  request.envelope_ = args.envelope;
  request.flat_ = args.type->is_contiguous(args.count);
  request.source_ = static_cast<const std::byte*>(args.buffer) + (request.flat_ ? args.type->true_lb() : 0);
  request.count_ = args.count;
  request.type_ = args.type;
  request.bytes_ = args.count * args.type->size();
  request.moved_ = 0;
  request.id_ = 0;
  request.large_open_ = 0;
  Peer& to = peer(args.peer);
  if (to.lost) {
    fail(request, to.why);
    return;
  }
  request.stage_ = Request::Stage::pending;
  if (to.pending.empty() && start_frame(request, to)) return;
  to.pending.push_back(&request);
  mark_busy(args.peer, to);
}

bool Engine::start_frame(Request& request, Peer& to) noexcept {
  if (request.mode_ == SendMode::loan || !may_be_eager(to, request.bytes_)) return announce(request);
  if (request.mode_ != SendMode::synchronous) return eager_frame(request, to);
  // Who receives an eager message asks nobody: a synchronous one, which may be cancelled, needs its verdict.
  request.verdict_ = wires_.open_verdict(request.peer_);
  if (request.verdict_ == 0) return announce(request);
  if (eager_frame(request, to)) return true;
  wires_.close_verdict(request.peer_, std::exchange(request.verdict_, 0));
  return false;
}

bool Engine::eager_frame(Request& request, Peer& to) noexcept {
  const bool synchronous = request.mode_ == SendMode::synchronous;
  const std::size_t prefix = synchronous ? sizeof(wire::SyncPrefix) : 0;
  const std::size_t length = prefix + static_cast<std::size_t>(request.bytes_);
  const transport::Slot slot = wires_.claim(request.peer_, length, Lane::ordered);
  if (!slot) {
    ++counters_.retries;
    return false;
  }
  if (synchronous) {
    const wire::SyncPrefix sync{enlist(request), request.verdict_};
    std::memcpy(slot.payload, &sync, sizeof sync);
  }
  const std::span<std::byte> place(slot.payload + prefix, static_cast<std::size_t>(request.bytes_));
  if (!place.empty()) {
    if (request.flat_) {
      copy_bytes(place.data(), request.source_, place.size());
    } else {
      datatype::Cursor cursor;
      request.type_->pack(cursor, request.source_, request.count_, place);
    }
  }
  const auto kind = synchronous ? wire::Kind::eager_sync : wire::Kind::eager;
  wires_.commit(request.peer_, wire::head_of(kind, request.envelope_, request.mark_).header(), length, Lane::ordered);
  to.eager_open += request.bytes_ + wire::message_overhead;
  ++counters_.eager_sent;
  counters_.bytes_sent += place.size();
  if (synchronous) {
    request.stage_ = Request::Stage::waiting_match;
  } else {
    finish(request);
  }
  return true;
}

bool Engine::announce(Request& request) noexcept {
  const transport::Slot slot = wires_.claim(request.peer_, sizeof(wire::Announcement), Lane::ordered);
  if (!slot) {
    ++counters_.retries;
    return false;
  }
  request.stage_ = Request::Stage::waiting_grant;
  request.announced_ = true;
  ++announcements_;
  ++open_announcements_;
  if (++peer(request.peer_).announced == 1) ++announced_peers_;
  if (request.flat_ && request.verdict_ == 0) request.verdict_ = wires_.open_verdict(request.peer_);
  wire::Announcement announcement{static_cast<std::uint64_t>(request.bytes_), enlist(request), 0,
                                  announced_peers_ > 1 ? wire::spread : 0, request.verdict_};
  if (request.mode_ == SendMode::loan) announcement.traits |= wire::lent;
  if (request.flat_ && request.verdict_ != 0) {
    const std::uint64_t place = pinned_place(request.source_, request.bytes_);
    const bool pinned = place != 0 && wires_.offer_window(request.peer_);
    announcement.address =
        pinned ? place : static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(request.source_));
    if (pinned) announcement.traits |= wire::pinned;
  }
  std::memcpy(slot.payload, &announcement, sizeof announcement);
  wires_.commit(request.peer_, wire::head_of(wire::Kind::rts, request.envelope_, request.mark_).header(),
                sizeof announcement, Lane::ordered);
  ++counters_.rendezvous_sent;
  if (request.mode_ == SendMode::loan) ++counters_.lent;
  counters_.bytes_sent += static_cast<std::uint64_t>(request.bytes_);
  return true;
}

void Engine::control(PeerId id, wire::Head head, const void* payload, std::size_t bytes) noexcept {
  Peer& to = peer(id);
  if (to.lost) return;
  if (to.controls.empty()) {
    if (const transport::Slot slot = wires_.claim(id, bytes, Lane::ordered)) {
      if (bytes != 0) std::memcpy(slot.payload, payload, bytes);
      wires_.commit(id, head.header(), bytes, Lane::ordered);
      return;
    }
  }
  Control waiting;
  BATON_CHECK(bytes <= waiting.payload.size());
  waiting.head = head;
  waiting.bytes = static_cast<std::uint32_t>(bytes);
  if (bytes != 0) std::memcpy(waiting.payload.data(), payload, bytes);
  to.controls.push_back(waiting);
  mark_busy(id, to);
}

void Engine::mark_busy(PeerId id, Peer& to) noexcept {
  if (to.queued) return;
  to.queued = true;
  busy_.push_back(id);
}

bool Engine::pump(PeerId id, Peer& to) noexcept {
  bool moved = false;
  while (!to.controls.empty()) {
    const Control& waiting = to.controls.front();
    const transport::Slot slot = wires_.claim(id, waiting.bytes, Lane::ordered);
    if (!slot) return moved;
    if (waiting.bytes != 0) std::memcpy(slot.payload, waiting.payload.data(), waiting.bytes);
    wires_.commit(id, waiting.head.header(), waiting.bytes, Lane::ordered);
    to.controls.pop_front();
    moved = true;
  }
  while (Request* request = to.pending.front()) {
    // Out of the list first: completing the request may end its life.
    IntrusiveList<Request, InPending>::remove(request);
    if (!start_frame(*request, to)) {
      to.pending.push_front(request);
      break;
    }
    moved = true;
  }
  for (Request* request = to.streaming.front(); request != nullptr;) {
    Request* following = to.streaming.after(request);
    moved |= stream(*request, to);
    request = following;
  }
  return moved;
}

}  // namespace baton::p2p
