// SPDX-License-Identifier: BSD-3-Clause
// The slow half of the arena: waiting, waking, and ranks whose calls do not fit together.
#include "schedule/arena.hpp"

#include <algorithm>
#include <utility>

#include "base/clock.hpp"
#include "base/prefetch.hpp"

namespace baton::schedule {
namespace {

constexpr std::uint64_t failed_flag = 1;

}  // namespace

/// Waits for a word of a peer.
class Arena::Arrival final : public p2p::Vigil {
 public:
  Arrival(Arena& arena, std::uint32_t peer, const Cell& cell, std::uint64_t expected, bool early) noexcept
      : arena_(arena), peer_(peer), cell_(cell), expected_(expected), early_(early), looks_(arena.looks()) {}
  ~Arrival() {
    if (asked_) arena_.channel_.engine->cancel(request_);
  }
  Arrival(const Arrival&) = delete;
  Arrival& operator=(const Arrival&) = delete;

  [[nodiscard]] const Error& error() const noexcept { return error_; }

  bool come() noexcept override {
    for (unsigned look = 0; look < looks_; ++look) {
      if (is_there()) return true;
      cpu_relax();
    }
    if (!error_.ok()) return true;
    if (arena_.memory_->page(peer_).failed.load(std::memory_order_acquire) == arena_.number_ + 1) {
      if (!is_there()) error_ = arena_.judge_.left(peer_);  // it may have published before it failed
      return true;
    }
    if (!asked_ && arena_.is_lost(peer_)) ask();
    if (!asked_ || !request_.complete() || is_there()) return asked_ && request_.complete();
    const p2p::Outcome& outcome = request_.outcome();
    const bool message = outcome.error.ok() || outcome.error.code == Code::truncated;
    error_ = message ? arena_.judge_.strayed(peer_, outcome.mark) : outcome.error;
    return true;
  }
  void before_sleep() noexcept override { arena_.before_sleep(peer_); }
  void after_sleep() noexcept override { arena_.after_sleep(); }
  void stalled() noexcept override {
    // Both may wait for each other, each in another call: then neither ever writes what the other looks for.
    error_ = arena_.compare(peer_);
    if (error_.ok() && !asked_) ask();
  }

 private:
  bool is_there() noexcept {
    if (early_ && cell_.early.load(std::memory_order_acquire) == expected_) return true;
    const std::uint64_t found = cell_.word.load(std::memory_order_acquire);
    if (found == expected_) return true;
    if (!Cell::same_position(found, expected_)) return false;
    error_ = arena_.examine(peer_);
    return true;
  }
  /// A receive stands for the wait, so that the peer is asked whether it will ever come (p2p/inquiry.cpp), its end is
  /// told, and its message is met if it has taken another way.
  void ask() noexcept {
    asked_ = true;
    p2p::ReceiveArgs args;
    args.type = &datatype::builtin(datatype::Kind::byte);
    args.peer = arena_.channel_.peers[peer_];
    args.wish = {arena_.channel_.context, static_cast<std::int32_t>(peer_), arena_.tag_};
    arena_.channel_.engine->receive(request_, args);
  }

  Arena& arena_;
  std::uint32_t peer_;
  const Cell& cell_;
  std::uint64_t expected_;
  bool early_;
  unsigned looks_;
  Error error_;
  p2p::Request request_;
  bool asked_ = false;
};

/// Waits until a peer has passed a position.
class Arena::Room final : public p2p::Vigil {
 public:
  /// `deadline_ns`: not longer than that, by now_ns(); 0: without end.
  Room(Arena& arena, std::uint32_t peer, std::uint64_t position, std::int64_t deadline_ns = 0) noexcept
      : arena_(arena), peer_(peer), position_(position), deadline_ns_(deadline_ns) {}
  bool come() noexcept override {
    for (unsigned look = arena_.looks(); look > 0; --look) {
      if (arena_.memory_->page(peer_).passed.load(std::memory_order_acquire) >= position_) return true;
      cpu_relax();
    }
    return arena_.is_lost(peer_) || (deadline_ns_ != 0 && now_ns() >= deadline_ns_);
  }
  void before_sleep() noexcept override { arena_.before_sleep(peer_); }
  void after_sleep() noexcept override { arena_.after_sleep(); }
  void stalled() noexcept override {}

 private:
  Arena& arena_;
  std::uint32_t peer_;
  std::uint64_t position_;
  std::int64_t deadline_ns_;
};

Arena::Arena(const Channel& channel, ArenaJudge& judge, std::shared_ptr<ArenaMemory> memory, std::int32_t tag)
    : channel_(channel),
      judge_(judge),
      memory_(std::move(memory)),
      own_(&memory_->page(channel.rank)),
      tag_(tag),
      number_((std::uint64_t{1} << 31) + static_cast<std::uint64_t>(static_cast<std::int64_t>(tag))) {
  // What is not used yet has been passed by all.
  told_ = number_;
  floor_ = Position(number_, Position::last_round).bits;
  own_->passed.store(floor_, std::memory_order_release);
}

unsigned Arena::looks() const noexcept {
  constexpr unsigned own_core_looks = 64;
  return channel_.engine->options().oversubscribed ? 1 : own_core_looks;
}

void Arena::note_failure() noexcept {
  own_->log[number_ % RankPage::entries].call.fetch_or(failed_flag, std::memory_order_relaxed);
  own_->failed.store(number_ + 1, std::memory_order_release);
}

void Arena::await_others() noexcept {
  constexpr std::int64_t patience_ns = 1'000'000'000;
  const std::int64_t deadline = now_ns() + patience_ns;
  own_->failed.store(number_ + 1, std::memory_order_release);
  ring();
  for (std::uint32_t peer = 0; peer < channel_.size; ++peer) {
    if (peer == channel_.rank) continue;
    Room room(*this, peer, Position(number_, Position::last_round).bits, deadline);
    channel_.engine->wait_for(room);
  }
}

void Arena::skip(std::int32_t tag) noexcept {
  number_ = number_of(tag);
  tag_ = tag;
  pass(Position::last_round);
}

void Arena::ring_slowly() const noexcept {
  for (std::uint32_t rank = 0; rank < channel_.size; ++rank) {
    if (memory_->page(rank).awaits.load(std::memory_order_relaxed) != channel_.rank + 1) continue;
    channel_.engine->wires().ring(channel_.peers[rank]);
  }
}

void Arena::warm() const noexcept {
  constexpr std::int64_t most = 4096;
  if (written_ == 0 || written_ > most) return;
  const std::uint64_t at = std::max(number_, written_at_) + 1;  // not what others read now
  const std::byte* const next =
      written_ <= std::int64_t{ArenaMemory::small_bytes}
          ? memory_->small(channel_.rank, static_cast<std::uint32_t>(at % RankPage::cells))
          : memory_->slice(channel_.rank, static_cast<std::uint32_t>(at % ArenaMemory::slices));
  for (std::int64_t line = 0; line < written_; line += cache_line_bytes) prefetch_to_write(next + line);
}

void Arena::before_sleep(std::uint32_t peer) noexcept {
  own_->awaits.store(peer + 1, std::memory_order_relaxed);
  memory_->sleepers().fetch_add(1, std::memory_order_seq_cst);
}

void Arena::after_sleep() noexcept {
  memory_->sleepers().fetch_sub(1, std::memory_order_relaxed);
  own_->awaits.store(0, std::memory_order_relaxed);
}

void Arena::claim_slowly(std::uint32_t round) noexcept {
  const auto cell = static_cast<std::uint32_t>((number_ + round) % RankPage::cells);
  await_passage(cells_[cell]);
  if (class_ == Class::large) await_passage(large_[(number_ + round) % ArenaMemory::slices]);
}

void Arena::await_passage(const Use& use) noexcept {
  if (use.position <= floor_) return;
  const auto wait = [&](std::uint32_t peer) {
    const std::atomic<std::uint64_t>& passed = memory_->page(peer).passed;
    if (passed.load(std::memory_order_acquire) < use.position) {
      Room room(*this, peer, use.position);
      channel_.engine->wait_for(room);
    }
    return passed.load(std::memory_order_acquire);
  };
  if (use.reader != collectives::arena::everyone) {
    if (use.reader == seen_reader_ && use.position <= seen_) return;
    seen_ = wait(use.reader);
    seen_reader_ = use.reader;
    return;
  }
  std::uint64_t least = ~std::uint64_t{0};
  for (std::uint32_t hop = 1; hop < channel_.size; ++hop) {
    const std::uint32_t peer = (channel_.rank + hop) % channel_.size;
    const std::uint64_t passed = wait(peer);
    if (!is_lost(peer)) least = std::min(least, passed);
  }
  floor_ = std::max(floor_, least);
}

Error Arena::await_slowly(std::uint32_t peer, const Cell& cell, std::uint64_t expected, bool early) noexcept {
  warm();
  // Before it counts as waiting: one that is nearly there is seen at once, not after a pause of the core.
  const std::atomic<std::uint64_t>& word = early ? cell.early : cell.word;
  for (unsigned look = 4 * looks(); look > 0; --look) {
    if (word.load(std::memory_order_acquire) == expected) return {};
  }
  Arrival arrival(*this, peer, cell, expected, early);
  channel_.engine->wait_for(arrival);
  return arrival.error();
}

Common Arena::entry(std::uint32_t rank, std::uint64_t number) const noexcept {
  const Entry& entry = memory_->page(rank).log[number % RankPage::entries];
  const std::uint64_t call = entry.call.load(std::memory_order_acquire);  // then the bytes are of this call
  return {number, static_cast<std::uint8_t>(call >> 8), entry.bytes.load(std::memory_order_relaxed),
          (call & failed_flag) != 0, (call ^ (number << 16)) >> 16 == 0};
}

Error Arena::compare(std::uint32_t peer) noexcept {
  const Common own = entry(channel_.rank, number_);
  const Common theirs = entry(peer, number_);
  return theirs.known && !own.fits(theirs) ? judge_.misfit(peer, own, theirs, false) : Error{};
}

Error Arena::examine(std::uint32_t peer) noexcept {
  if (const Error error = compare(peer); !error.ok()) return error;
  return look_back(peer, number_ - 1);
}

Error Arena::look_back(std::uint32_t peer, std::uint64_t number) noexcept {
  for (const std::uint64_t end = number_ - RankPage::entries; number != end && number > told_; --number) {
    const Common before = entry(channel_.rank, number);
    const Common other = entry(peer, number);
    if (!before.known || !other.known || before.failed || other.failed || before.fits(other)) continue;
    told_ = before.number;
    return judge_.misfit(peer, before, other, true);
  }
  return {};
}

Error Arena::audit() noexcept {
  for (std::uint32_t peer = 0; peer < channel_.size; ++peer) {
    if (peer == channel_.rank) continue;
    if (Error found = look_back(peer, number_); !found.ok()) return found;
  }
  return {};
}

}  // namespace baton::schedule
