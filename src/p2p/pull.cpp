// SPDX-License-Identifier: BSD-3-Clause
// Long messages that the receiver reads from the sender's memory, instead of having them streamed (rendezvous.cpp).
#include <algorithm>

#include "p2p/engine.hpp"

namespace baton::p2p {

namespace {

/// What is read in one turn: others are looked after in between.
constexpr std::int64_t piece = 1 << 20;
constexpr std::int64_t worth_many_readers = 128 << 10;
constexpr std::int64_t worth_leaving = 128 << 10;

}  // namespace

/// Through the ring each byte is copied twice, by two ranks at once: the fastest way while the one only sends and the
/// other only receives. A receiver that also sends has its hands full with that, and so has a sender that serves
/// several; then one copy, by the receiver, is faster. Shorter messages of one sender are streamed all the same unless
/// their receiver sends, too: many readers of one process get into each other's way.
/// A receiver that only asks (test, progress thread) computes meanwhile, and so may the sender: the ring would fill and
/// wait for the one, and run empty and wait for the other. One copy needs no turn of the sender.
bool Engine::pays_to_pull(const Request& request, const wire::Announcement& announced) const noexcept {
  if (open_announcements_ != 0 || (leaves_soon_ && request.limit_ >= worth_leaving)) return true;
  const bool sent_meanwhile = announcements_ != request.before_;
  return (announced.traits & wire::spread) != 0 && (sent_meanwhile || request.limit_ >= worth_many_readers);
}

bool Engine::pull(Request& request, const wire::Announcement& announced) noexcept {
  if (announced.address == 0 || (announced.traits & wire::pinned) != 0 || !request.flat_ || request.limit_ == 0)
    return false;
  if (!pays_to_pull(request, announced)) return false;
  // From here on the sender's memory stays what it is. Without the verdict: ask, and hear that the message is gone.
  if (!wires_.take(request.peer_, announced.verdict)) return false;
  switch (pull_piece(request, announced.address)) {
    case Pulled::refused: return false;
    case Pulled::all: pulled_all(request, announced.sender); break;
    case Pulled::some:
      request.stage_ = Request::Stage::pulling;
      pulling_.push_back({enlist(request), announced.sender, announced.address});
      break;
  }
  return true;
}

Engine::Pulled Engine::pull_piece(Request& request, std::uint64_t address) noexcept {
  const std::int64_t bytes = std::min(piece, request.limit_ - request.moved_);
  if (!wires_.pull(request.peer_, address + static_cast<std::uint64_t>(request.moved_),
                   {request.target_ + request.moved_, static_cast<std::size_t>(bytes)}))
    return Pulled::refused;
  request.moved_ += bytes;
  return request.moved_ == request.limit_ ? Pulled::all : Pulled::some;
}

void Engine::pulled_all(Request& request, std::uint64_t sender) noexcept {
  request.outcome_.bytes = request.limit_;
  ++counters_.pulled;
  matched(request.peer_, sender);
  finish(request);
}

/// A piece of each. A completion may start others, which then stand behind.
void Engine::pull_on() noexcept {
  for (std::size_t i = 0; i < pulling_.size();) {
    const Pulling now = pulling_[i];
    Request* const request = find(now.receiver);
    const Pulled came = request != nullptr ? pull_piece(*request, now.address) : Pulled::refused;
    if (came == Pulled::some) {
      ++i;
      continue;
    }
    pulling_[i] = pulling_.back();
    pulling_.pop_back();
    if (request == nullptr) continue;
    if (came == Pulled::all) {
      pulled_all(*request, now.sender);
    } else {
      ask_for_stream(*request, now.sender);
    }
  }
}

}  // namespace baton::p2p
