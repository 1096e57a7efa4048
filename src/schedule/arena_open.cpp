// SPDX-License-Identifier: BSD-3-Clause
// How the ranks of a communicator come to an arena, in the middle of a blocking collective that all of them call: the
// first rank makes the memory and tells where it is to be had, the others take it, each meets each (so that it can wake
// it and hears of its end), and all agree on whether all have it. The messages are part of that collective, so a rank
// that calls something else is told as always. Without agreement collectives go on by messages.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "base/clock.hpp"
#include "collectives/arena/algorithms.hpp"
#include "p2p/share.hpp"
#include "schedule/arena_probe.hpp"
#include "schedule/runner.hpp"

namespace baton::schedule {

using collectives::Collective;

namespace {

/// What the first rank tells.
struct Offer {
  std::array<std::int64_t, 8> words{};
  static constexpr std::size_t there = 0;    // 1: there is memory to be had
  static constexpr std::size_t address = 1;  // five words
  static constexpr std::size_t object = 6;   // the mapping, for ranks in the same process
};

/// What a rank says of itself; all must say 1.
struct Vote {
  std::array<std::int64_t, 2> words{};
  static constexpr std::size_t ready = 0;
  static constexpr std::size_t membarrier = 1;
};

/// What a rank found of the others' memory; the first one says which way is quicker.
struct Ways {
  std::array<std::int64_t, 2> words{1, 1};
  static constexpr std::size_t direct = 0;
  static constexpr std::size_t streams = 1;
};

}  // namespace

bool Runner::wants_arena(const Call& call) const noexcept {
  return !is_settled() && call.constructor == Constructor::none && call.tag >= tuning_.arena_after &&
         !collectives::arena::algorithms(call.collective).empty();
}

Error Runner::exchange(const Call& call, Collective collective, std::span<std::int64_t> words,
                       datatype::Operation operation, p2p::Giver* giver) {
  Call part;
  part.collective = collective;
  part.constructor = Constructor::none;
  part.tag = call.tag;
  part.shape.in_place = collective == Collective::allreduce;
  part.shape.send.count = part.shape.recv.count = static_cast<std::int64_t>(words.size());
  part.shape.send.size = part.shape.recv.size = sizeof(std::int64_t);
  part.binding.recv = words.data();
  part.binding.send_type = part.binding.recv_type = &datatype::builtin(datatype::Kind::int64);
  part.binding.op = &datatype::builtin(operation);
  complete_shape(part);
  // It goes for the user's call.
  auto plan = std::make_unique<Plan>(collectives::build(collective, part.shape, tuning_), subject_of(call));
  Execution& execution = borrow();
  execution.on_complete(nullptr, nullptr);
  execution.start(std::move(plan), channel_, part.binding, part.tag);
  constexpr std::int64_t stalled_ns = 1'000'000'000;
  std::int64_t asked_ns = now_ns();
  while (giver != nullptr && !execution.done()) {
    giver->serve(*channel_.engine);
    (void)channel_.engine->progress();
    // As any wait does: who has left the collective will never come for the file.
    if (now_ns() - asked_ns < stalled_ns) continue;
    asked_ns = now_ns();
    channel_.engine->inquire(stalled_ns);
  }
  channel_.engine->wait_until([&] { return execution.done(); });
  const Error error = execution.error();
  give_back(execution);
  return error;
}

/// Whether each other rank is reached through shared memory, and has answered.
bool Runner::meet_all() noexcept {
  p2p::Engine& engine = *channel_.engine;
  for (std::uint32_t rank = 0; rank < channel_.size; ++rank) {
    if (rank == channel_.rank) continue;
    if (!engine.wires().shares_memory(channel_.peers[rank])) return false;
    engine.wires().watch(channel_.peers[rank]);
  }
  for (std::uint32_t rank = 0; rank < channel_.size; ++rank) {
    if (rank == channel_.rank) continue;
    const p2p::PeerId peer = channel_.peers[rank];
    engine.wait_until([&] { return engine.wires().can_ring(peer) || engine.is_lost(peer); });
    if (engine.is_lost(peer)) return false;
  }
  return true;
}

/// Before all have voted: this rank's card, where nothing of a collective lies yet.
void Runner::tell_place(const ArenaMemory& memory) const {
  if (surveyor_ == nullptr || channel_.size < 4) return;
  const std::string card = surveyor_->card();
  std::byte* const into = memory.small(channel_.rank, 0);
  const std::size_t length = card.size() < Surveyor::card_bytes ? card.size() : 0;
  std::memcpy(into, card.data(), length);
  into[length] = std::byte{0};
}

/// Of the first rank, after all have voted and before the next exchange.
void Runner::survey(const ArenaMemory& memory) const {
  if (surveyor_ == nullptr || channel_.size < 4 || !tuning_.arena_levels) return;
  std::vector<std::string> cards;
  for (std::uint32_t rank = 0; rank < channel_.size; ++rank)
    cards.emplace_back(reinterpret_cast<const char*>(memory.small(rank, 0)));
  const auto domains = surveyor_->domains(cards);
  if (domains.size() != channel_.size) return;
  std::copy(domains.begin(), domains.end(), memory.head().domains.begin());
  memory.head().known = channel_.size;
}

/// After that exchange.
void Runner::learn_levels(const ArenaMemory& memory) {
  const Head& head = memory.head();
  if (head.known != channel_.size) return;
  levels_ = collectives::arena::Levels::of(std::span(head.domains).first(channel_.size));
  here_ = collectives::Nodes::of(std::vector<std::uint32_t>(channel_.size, 0));
  here_.levels = &levels_;
}

Error Runner::open_arena(const Call& call) {
  struct Opening {  // ranks that ask meanwhile are told that this one is busy
    explicit Opening(ArenaState& s) noexcept : state(s) { state = ArenaState::opening; }
    ~Opening() {
      if (state == ArenaState::opening) state = ArenaState::none;
    }
    Opening(const Opening&) = delete;
    Opening& operator=(const Opening&) = delete;
    ArenaState& state;
  };
  const Opening opening(arena_state_);
  Call shaped = call;
  complete_shape(shaped);
  note(call.tag, subject_of(shaped), Form::blocking);

  std::shared_ptr<ArenaMemory> memory;
  std::unique_ptr<p2p::Giver> giver;
  UniqueFd file;
  Offer offer;
  if (channel_.rank == 0) {
    if (auto made = ArenaMemory::make(channel_.size, file); made) {
      memory = std::move(*made);
      if (auto opened = p2p::Giver::open(UniqueFd(::dup(file.get()))); opened) {
        giver = std::move(*opened);
        offer.words[Offer::there] = 1;
        const p2p::Whereabouts address = giver->whereabouts();
        std::copy(address.begin(), address.end(), offer.words.begin() + Offer::address);
        offer.words[Offer::object] = static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(&memory));
      }
    }
  }
  if (const Error error = exchange(shaped, Collective::bcast, offer.words, datatype::Operation::sum); !error.ok()) {
    note_failure(call.tag);
    return error;
  }
  if (offer.words[Offer::there] != 0 && channel_.rank != 0) {
    p2p::Whereabouts address{};
    std::copy_n(offer.words.begin() + Offer::address, address.size(), address.begin());
    if (auto gift = p2p::take(*channel_.engine, address, channel_.peers[0]); gift) {
      file = std::move(gift->file);
      if (gift->same_process) {
        // One mapping for all ranks of a process, so that ThreadSanitizer sees one memory. Rank 0 keeps the pointer
        // until all have voted.
        memory = *reinterpret_cast<const std::shared_ptr<ArenaMemory>*>(
            static_cast<std::uintptr_t>(offer.words[Offer::object]));
      } else if (auto mapped = ArenaMemory::map(channel_.size, file.get()); mapped) {
        memory = std::move(*mapped);
      }
    }
  }
  ArenaProbe probe(channel_.size);  // others read it where it lies
  Vote vote;
  if (memory != nullptr && offer.words[Offer::there] != 0 && memory->populate(channel_.rank, file.get()) &&
      meet_all()) {
    vote.words[Vote::ready] = 1;
    tell_place(*memory);
    probe.leave(*memory, channel_.rank);
  }
  vote.words[Vote::membarrier] = channel_.engine->wires().has_membarrier() ? 1 : 0;
  std::unique_ptr<Arena> arena;
  if (memory != nullptr) arena = std::make_unique<Arena>(channel_, *this, memory, call.tag - 1);
  if (const Error error = exchange(shaped, Collective::allreduce, vote.words, datatype::Operation::min, giver.get());
      !error.ok()) {
    note_failure(call.tag);
    return error;
  }
  if (vote.words[Vote::ready] == 0) {
    arena_state_ = ArenaState::refused;
    return {};
  }
  arena->set_fences(vote.words[Vote::membarrier] == 0);
  if (channel_.rank == 0) survey(*memory);
  Ways ways;
  for (std::uint32_t rank = 0; rank < channel_.size; ++rank) {
    if (rank == channel_.rank) continue;
    const auto pull = [&](std::uint64_t address, std::span<std::byte> into) {
      return channel_.engine->wires().pull(channel_.peers[rank], address, into);
    };
    if (!probe.take(*memory, rank, pull)) ways.words[Ways::direct] = 0;
  }
  if (channel_.rank == 0) ways.words[Ways::streams] = channel_.size == 2 && probe.streams() ? 1 : 0;
  if (const Error error = exchange(shaped, Collective::allreduce, ways.words, datatype::Operation::min); !error.ok()) {
    note_failure(call.tag);
    return error;
  }
  arena->set_direct(ways.words[Ways::direct] != 0);
  arena->set_streams(ways.words[Ways::streams] != 0);
  learn_levels(*memory);
  arena_ = std::move(arena);
  return {};
}

}  // namespace baton::schedule
