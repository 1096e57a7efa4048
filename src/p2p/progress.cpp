// SPDX-License-Identifier: BSD-3-Clause
// Journey: frames come out of the transports and are told apart; requests complete; peers are lost.
#include <utility>

#include "base/text.hpp"
#include "p2p/engine.hpp"
#include "p2p/unexpected.hpp"

namespace baton::p2p {

Engine::Engine(transport::Wires& wires, PeerId self, PeerId size, EngineOptions options)
    : wires_(wires), self_(self), size_(size), options_(options), peers_(size) {}

Engine::~Engine() {
  matcher_.each_posted([&](matching::Posted* posted) { matcher_.remove(posted); });
  matcher_.each_unexpected([&](matching::Unexpected* message) {
    matcher_.remove(message);
    UnexpectedMessage::destroy(static_cast<UnexpectedMessage*>(message));
  });
  for (auto& known : peers_) {
    if (!known) continue;
    while (known->pending.pop_front() != nullptr) {
    }
    while (known->streaming.pop_front() != nullptr) {
    }
  }
}

bool Engine::progress() noexcept {
  narrow_looks_ = 0;
  bool moved = wires_.poll(*this);
  if (!busy_.empty()) {
    const std::vector<PeerId> round = std::exchange(busy_, {});
    for (const PeerId id : round) {
      Peer& to = peer(id);
      to.queued = false;
      moved |= pump(id, to);
      if (!to.controls.empty() || !to.pending.empty() || !to.streaming.empty()) mark_busy(id, to);
    }
  }
  if (!pulling_.empty()) {
    pull_on();
    moved = true;
  }
  if (!mapped_.empty()) {
    map_on();
    moved = true;
  }
  if (!moved && (++vain_ & 1023) == 0) [[unlikely]]
    look_around();
  return moved;
}

void Engine::frame(PeerId from, const transport::Header& header, std::span<const std::byte> payload) noexcept {
  const wire::Head head = wire::Head::of(header);
  const std::size_t outer = std::exchange(delivering_, 1);
  if (head.kind == wire::Kind::eager) [[likely]] {
    arrive_eager(from, head, payload);
  } else {
    frame_of_protocol(from, head, payload);
  }
  delivering_ = outer;
}

void Engine::frame_of_protocol(PeerId from, const wire::Head& head, std::span<const std::byte> payload) noexcept {
  switch (head.kind) {
    case wire::Kind::eager: break;
    case wire::Kind::eager_sync:
    case wire::Kind::rts: arrive(from, head, payload); break;
    case wire::Kind::data: data(from, head, payload); break;
    case wire::Kind::cts: {
      wire::Grant grant{};
      if (wire::read(payload, grant)) granted(from, grant);
      break;
    }
    case wire::Kind::matched: {
      wire::Reference reference{};
      if (!wire::read(payload, reference)) break;
      Request* request = find(reference.sender);
      if (request != nullptr && request->is_send_ && request->peer_ == from &&
          (request->waits_for_receive() || request->stage_ == Request::Stage::mapping)) {
        finish(*request);
      }
      break;
    }
    case wire::Kind::credit: {
      wire::Credit credit{};
      if (wire::read(payload, credit)) peer(from).eager_open -= static_cast<std::int64_t>(credit.bytes);
      break;
    }
    case wire::Kind::withdrawn: {
      wire::Reference reference{};
      if (wire::read(payload, reference)) withdrawn(from, reference.sender);
      break;
    }
    case wire::Kind::gone: {
      wire::Gone answer{};
      if (wire::read(payload, answer)) gone(from, answer);
      break;
    }
    case wire::Kind::join: {
      wire::Grant grant{};
      if (wire::read(payload, grant)) joined(from, grant);
      break;
    }
    case wire::Kind::landed: {
      wire::Gone answer{};
      if (wire::read(payload, answer)) landed_whole(from, answer);
      break;
    }
    case wire::Kind::bye: peer(from).left = true; break;
    case wire::Kind::ask: {
      wire::Question question{};
      if (wire::read(payload, question)) asked(from, head, question);
      break;
    }
    case wire::Kind::tell: {
      wire::Answer answer{};
      if (wire::read(payload, answer)) told(from, head, answer);
      break;
    }
  }
}

std::uint64_t Engine::enlist(Request& request) noexcept {
  if (request.id_ != 0) return request.id_;
  std::uint32_t index = 0;
  if (free_ids_.empty()) {
    index = static_cast<std::uint32_t>(table_.size());
    table_.emplace_back();
  } else {
    index = free_ids_.back();
    free_ids_.pop_back();
  }
  table_[index].request = &request;
  request.id_ = (static_cast<std::uint64_t>(table_[index].generation) << 32) | index;
  return request.id_;
}

Request* Engine::find(std::uint64_t id) noexcept {
  const auto index = static_cast<std::uint32_t>(id);
  if (index >= table_.size() || table_[index].generation != static_cast<std::uint32_t>(id >> 32)) return nullptr;
  return table_[index].request;
}

void Engine::delist(Request& request) noexcept {
  if (request.id_ == 0) return;
  const auto index = static_cast<std::uint32_t>(request.id_);
  table_[index].request = nullptr;
  ++table_[index].generation;
  free_ids_.push_back(index);
  request.id_ = 0;
}

void Engine::finish(Request& request) noexcept {
  if (request.id_ != 0) [[unlikely]] {  // so has every request that the following is about
    delist(request);
    if (request.announced_) {
      request.announced_ = false;
      --open_announcements_;
      if (--peer(request.peer_).announced == 0) --announced_peers_;
    }
    if (request.verdict_ != 0) wires_.close_verdict(request.peer_, std::exchange(request.verdict_, 0));
  }
  request.stage_ = Request::Stage::done;
  request.moment_ = next_moment();
  // The owner may end the request's life as soon as it is complete: what is needed afterwards is copied first.
  auto* const call = request.call_;
  auto* const context = request.call_context_;
  request.complete_.store(true, std::memory_order_release);
  if (call != nullptr) call(request, context);
  if (sleepers_ != 0) notify();
}

void Engine::fail(Request& request, Error error) noexcept {
  request.outcome_.error = error;
  finish(request);
}

void Engine::lost(PeerId id, Error why) noexcept { declare_lost(id, why); }

void Engine::declare_lost(PeerId id, Error why) noexcept {
  Peer& gone = peer(id);
  if (gone.lost) return;
  gone.lost = true;
  const bool refused = why.code == Code::refused && !gone.left;  // it may be well: there is no way to it
  gone.why = make_error(
      refused ? Code::refused : Code::peer_lost, "rank {} {}", id,
      gone.left ? "has already finalized" : fmt::format("{}: {}", refused ? "cannot be reached" : "is gone", why.what));
  if (!gone.left && first_lost_ == any_peer) first_lost_ = id;
  gone.controls.clear();
  std::vector<Request*> failed;
  while (Request* request = gone.pending.pop_front()) failed.push_back(request);
  while (gone.streaming.pop_front() != nullptr) {  // these are in the table too
  }
  for (const Entry& entry : table_) {
    if (entry.request != nullptr && entry.request->peer_ == id) {
      // A pending eager_sync or rts is listed there only once its frame has gone out, so nothing is failed twice.
      failed.push_back(entry.request);
    }
  }
  matcher_.each_posted([&](matching::Posted* posted) {
    auto* request = static_cast<Request*>(posted);
    if (request->peer_ != id && (gone.left || request->peer_ != any_peer)) return;
    matcher_.remove(posted);
    request->stage_ = Request::Stage::done;
    failed.push_back(request);
  });
  for (Request* request : failed) fail(*request, gone.why);
  notify();
  tell({News::Kind::lost, id, {}, 0, gone.left});
}

bool Engine::is_lost(PeerId id) const noexcept { return peers_[id] != nullptr && peers_[id]->lost; }

bool Engine::flushed() const noexcept { return busy_.empty() && wires_.idle(); }

void Engine::say_goodbye() noexcept {
  wire::Head head;
  head.kind = wire::Kind::bye;
  for (PeerId id = 0; id < size_; ++id) {
    if (id != self_ && peers_[id] != nullptr && !peers_[id]->lost) control(id, head, nullptr, 0);
  }
}

}  // namespace baton::p2p
