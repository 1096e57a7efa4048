// SPDX-License-Identifier: BSD-3-Clause
// Long messages from or to pinned buffers (memory/pool.hpp), which both ranks of a node can map: copied once, straight
// from the one buffer to the other, by the receiver, by the sender, or by both together. Not here: how a window gets to
// a peer (transport/shm), and long messages between other buffers (rendezvous.cpp, pull.cpp).
//
//   sender's buffer pinned:    the receiver copies, and unpacks what is not one run there; then `matched`.
//   receiver's buffer pinned:  the grant names it; the sender copies, and packs; then `landed`.
//   both, and both one run:    the receiver starts and says so (`join`). Each takes pieces, the receiver from the
//                              front, the sender from the back; who copies the last one tells the other. A side that
//                              is busy elsewhere is not waited for.
#include <algorithm>
#include <cstring>

#include "base/copy.hpp"
#include "p2p/engine.hpp"

namespace baton::p2p {

namespace {

/// What is copied in one turn: others are looked after in between.
constexpr std::int64_t turn_bytes = 256 << 10;
/// Pieces that both sides take: an eighth of a message, in these bounds.
constexpr std::int64_t least_piece = 16 << 10;
constexpr std::int64_t most_piece = 64 << 10;
/// Shorter ones are over before the other side has heard of them.
constexpr std::int64_t worth_joining = 32 << 10;

/// Both sides come to the same.
[[nodiscard]] std::int64_t piece_of(std::int64_t bytes) noexcept {
  std::int64_t piece = least_piece;
  while (piece < most_piece && bytes / piece > 8) piece *= 2;
  while (bytes / piece >= static_cast<std::int64_t>(transport::shm::JointCopy::most_pieces)) piece *= 2;
  return piece;
}

[[nodiscard]] std::uint64_t pieces_of(std::int64_t bytes) noexcept {
  const std::int64_t piece = piece_of(bytes);
  return static_cast<std::uint64_t>((bytes + piece - 1) / piece);
}

}  // namespace

std::uint64_t Engine::pinned_place(const std::byte* memory, std::int64_t bytes) const noexcept {
  if (options_.pool == nullptr) return 0;
  const auto offset = options_.pool->offset_of(memory, static_cast<std::size_t>(bytes));
  return offset ? *offset + 1 : 0;
}

std::uint64_t Engine::place_for(const Request& receive) noexcept {
  if (!receive.flat_ || receive.limit_ == 0) return 0;
  const std::uint64_t place = pinned_place(receive.target_, receive.limit_);
  return place != 0 && wires_.offer_window(receive.peer_) ? place : 0;
}

std::byte* Engine::seen_at(const Request& request, std::uint64_t offset) noexcept {
  memory::PeerWindow* const window = wires_.window(request.peer_);
  return window != nullptr ? window->at(offset, static_cast<std::uint64_t>(request.limit_)) : nullptr;
}

bool Engine::map_source(Request& request, const wire::Announcement& announced) noexcept {
  if ((announced.traits & wire::pinned) == 0 || request.limit_ == 0) return false;
  const std::uint64_t offset = announced.address - 1;
  if (seen_at(request, offset) == nullptr) return false;
  // From here on the sender's memory stays what it is. Without the verdict: ask, and hear that the message is gone.
  if (!wires_.take(request.peer_, announced.verdict)) return false;
  request.stage_ = Request::Stage::mapping;
  Mapped copy{enlist(request), announced.sender, offset, 0};
  const std::uint64_t place = request.limit_ >= worth_joining ? place_for(request) : 0;
  auto joint = place != 0 ? wires_.joint(request.peer_, announced.verdict, false) : std::nullopt;
  if (joint) {
    joint->start(pieces_of(request.limit_));
    copy.verdict = announced.verdict;
    const wire::Grant grant{announced.sender, copy.own, static_cast<std::uint64_t>(request.limit_), place};
    wire::Head head;
    head.kind = wire::Kind::join;
    control(request.peer_, head, &grant, sizeof grant);
  }
  begin_mapped(copy);
  return true;
}

bool Engine::map_target(Request& request, const wire::Grant& grant) noexcept {
  if (grant.place == 0 || seen_at(request, grant.place - 1) == nullptr) return false;
  request.stage_ = Request::Stage::mapping;
  begin_mapped({enlist(request), grant.receiver, grant.place - 1, 0});
  return true;
}

void Engine::joined(PeerId from, const wire::Grant& grant) noexcept {
  Request* const request = find(grant.sender);
  if (request == nullptr || !request->is_send_ || request->peer_ != from || grant.place == 0 ||
      request->stage_ != Request::Stage::waiting_grant)
    return;
  request->stage_ = Request::Stage::mapping;
  request->limit_ = std::min(static_cast<std::int64_t>(grant.wanted), request->bytes_);
  // Where the receiver's buffer cannot be seen, the receiver copies all.
  if (seen_at(*request, grant.place - 1) == nullptr) return;
  begin_mapped({grant.sender, grant.receiver, grant.place - 1, request->verdict_});
}

void Engine::begin_mapped(const Mapped& copy) noexcept {
  if (copy_mapped(copy)) mapped_.push_back(copy);
}

bool Engine::copy_mapped(const Mapped& copy) noexcept {
  Request* const request = find(copy.own);
  if (request == nullptr) return false;  // it has ended meanwhile, with its partner
  std::byte* const there = seen_at(*request, copy.offset);
  if (there == nullptr) return false;
  return copy.verdict != 0 ? copy_jointly(*request, copy, there) : copy_alone(*request, copy, there);
}

bool Engine::copy_alone(Request& request, const Mapped& copy, std::byte* there) noexcept {
  const auto bytes = static_cast<std::size_t>(std::min(turn_bytes, request.limit_ - request.moved_));
  std::byte* const at = there + request.moved_;
  datatype::Cursor cursor{request.moved_};
  if (request.is_send_) {
    if (request.flat_) {
      copy_bytes(at, request.source_ + request.moved_, bytes);
    } else {
      request.type_->pack(cursor, request.source_, request.count_, {at, bytes});
    }
  } else if (request.flat_) {
    copy_bytes(request.target_ + request.moved_, at, bytes);
  } else {
    request.type_->unpack(cursor, request.target_, request.count_, {at, bytes});
  }
  counters_.mapped_bytes += bytes;
  request.moved_ += static_cast<std::int64_t>(bytes);
  if (request.moved_ < request.limit_) return true;
  mapped_all(request, copy);
  return false;
}

bool Engine::copy_jointly(Request& request, const Mapped& copy, std::byte* there) noexcept {
  auto joint = wires_.joint(request.peer_, copy.verdict, request.is_send_);
  if (!joint) return false;
  const std::int64_t piece = piece_of(request.limit_);
  const std::uint64_t pieces = pieces_of(request.limit_);
  for (std::int64_t copied = 0; copied < turn_bytes; copied += piece) {
    const auto taken = joint->take(!request.is_send_);
    if (!taken) return false;  // the other side copies the last one, and tells
    const std::int64_t from = static_cast<std::int64_t>(*taken) * piece;
    const auto bytes = static_cast<std::size_t>(std::min(piece, request.limit_ - from));
    if (request.is_send_) {
      copy_bytes(there + from, request.source_ + from, bytes);
    } else {
      copy_bytes(request.target_ + from, there + from, bytes);
    }
    counters_.joint_bytes += bytes;
    if (!joint->done(pieces)) continue;
    mapped_all(request, copy);
    return false;
  }
  return true;
}

void Engine::mapped_all(Request& request, const Mapped& copy) noexcept {
  ++counters_.mapped;
  if (!request.is_send_) {
    request.outcome_.bytes = request.limit_;
    matched(request.peer_, copy.theirs);
  } else {
    wire::Head head;
    head.kind = wire::Kind::landed;
    const wire::Gone answer{copy.theirs};
    control(request.peer_, head, &answer, sizeof answer);
  }
  finish(request);
}

void Engine::landed_whole(PeerId from, const wire::Gone& answer) noexcept {
  Request* const request = find(answer.receiver);
  if (request == nullptr || request->is_send_ || request->peer_ != from ||
      (request->stage_ != Request::Stage::receiving && request->stage_ != Request::Stage::mapping))
    return;
  request->outcome_.bytes = request->limit_;
  finish(*request);
}

/// A turn of each. A completion may start others, which then stand behind.
void Engine::map_on() noexcept {
  for (std::size_t i = 0; i < mapped_.size();) {
    if (copy_mapped(Mapped(mapped_[i]))) {
      ++i;
      continue;
    }
    mapped_[i] = mapped_.back();
    mapped_.pop_back();
  }
}

}  // namespace baton::p2p
