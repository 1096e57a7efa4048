// SPDX-License-Identifier: BSD-3-Clause
#include "transport/sim/sim.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <utility>

#include "base/check.hpp"

namespace baton::transport {

struct SimNetwork::Frame {
  Header header{};
  std::vector<std::byte> payload;
  std::uint64_t due = 0;
  // Large sends only:
  std::span<const std::byte> source;
  bool large = false;
  Token token = 0;
  std::byte* target = nullptr;
  bool asked = false;  // the receiver said where it goes
  std::size_t moved = 0;

  [[nodiscard]] std::size_t bytes() const { return large ? 0 : payload.size() + sizeof(Header); }
};

struct SimNetwork::Queue {
  std::deque<Frame> frames;
  std::uint64_t last_due = 0;
};

struct SimNetwork::Link {
  std::array<Queue, 2> lanes;
  std::size_t under_way = 0;
  std::vector<Token> ended;  // for the sender to collect
};

SimNetwork::SimNetwork(std::uint32_t ranks, SimFaults faults)
    : ranks_(ranks),
      faults_(faults),
      state_(faults.seed * 2 + 1),
      gone_(ranks, false),
      links_(std::size_t{ranks} * ranks) {}

SimNetwork::~SimNetwork() = default;

std::uint32_t SimNetwork::random(std::uint32_t below) {
  state_ ^= state_ << 13;
  state_ ^= state_ >> 7;
  state_ ^= state_ << 17;
  return below == 0 ? 0 : static_cast<std::uint32_t>((state_ >> 20) % below);
}

SimNetwork::Link& SimNetwork::between(PeerId from, PeerId to) {
  auto& link = links_[std::size_t{from} * ranks_ + to];
  if (link == nullptr) link = std::make_unique<Link>();
  return *link;
}

std::uint64_t SimNetwork::resets() const {
  const std::lock_guard lock(mutex_);
  return resets_;
}

void SimNetwork::kill(PeerId rank) {
  const std::lock_guard lock(mutex_);
  leave(rank, false);
}

void SimNetwork::leave(PeerId rank, bool in_order) {
  if (gone_[rank]) return;
  gone_[rank] = true;
  for (PeerId peer = 0; peer < ranks_; ++peer) {
    Link& out = between(rank, peer);
    for (Queue& queue : out.lanes) {
      // A large send needs the memory of its sender.
      const auto first_large =
          std::find_if(queue.frames.begin(), queue.frames.end(), [](const Frame& frame) { return frame.large; });
      auto kept = static_cast<std::size_t>(first_large - queue.frames.begin());
      if (!in_order) kept = random(static_cast<std::uint32_t>(kept) + 1);
      queue.frames.resize(kept);
    }
    // What it can receive no more: the senders' memory is theirs again.
    Link& in = between(peer, rank);
    for (Queue& queue : in.lanes) {
      for (const Frame& frame : queue.frames) {
        if (frame.large) in.ended.push_back(frame.token);
      }
      queue.frames.clear();
    }
    in.under_way = 0;
  }
}

Sim::Sim(std::shared_ptr<SimNetwork> network, PeerId self)
    : network_(std::move(network)), self_(self), claimed_(network_->ranks_), told_(network_->ranks_, false) {}

Sim::~Sim() {
  const std::lock_guard lock(network_->mutex_);
  network_->leave(self_, true);
}

std::size_t Sim::max_frame(PeerId, Lane) const noexcept { return network_->faults_.largest_frame; }
bool Sim::has_large(PeerId) const noexcept { return network_->faults_.large_sends; }

Slot Sim::claim(PeerId peer, std::size_t bytes, Lane) noexcept {
  BATON_CHECK(bytes <= network_->faults_.largest_frame);
  const std::lock_guard lock(network_->mutex_);
  if (!network_->gone_[peer] && !network_->gone_[self_]) {
    const std::size_t under_way = network_->between(self_, peer).under_way;
    if (under_way != 0 && under_way + bytes > network_->faults_.window_bytes) return {};
    if (network_->random(1000) < network_->faults_.refusal) return {};
  }
  claimed_[peer].assign(bytes + 1, std::byte{0});  // never empty: it has an address
  return {claimed_[peer].data()};
}

void Sim::commit(PeerId peer, const Header& header, std::size_t bytes, Lane lane) noexcept {
  const std::lock_guard lock(network_->mutex_);
  if (network_->gone_[peer] || network_->gone_[self_]) return;
  SimNetwork::Link& link = network_->between(self_, peer);
  SimNetwork::Queue& queue = link.lanes[static_cast<std::size_t>(lane)];
  SimNetwork::Frame frame;
  frame.header = header;
  frame.payload = std::exchange(claimed_[peer], {});
  BATON_CHECK(bytes < frame.payload.size());
  frame.payload.resize(bytes);
  frame.due = std::max(queue.last_due, network_->now_ + network_->random(network_->faults_.longest_delay + 1));
  queue.last_due = frame.due;
  link.under_way += frame.bytes();
  queue.frames.push_back(std::move(frame));
}

Post Sim::send_large(PeerId peer, const Header& header, std::span<const std::byte> payload, Token token) noexcept {
  const std::lock_guard lock(network_->mutex_);
  if (network_->gone_[peer] || network_->gone_[self_]) return Post::done;
  if (network_->random(1000) < network_->faults_.refusal) return Post::retry;
  SimNetwork::Queue& queue = network_->between(self_, peer).lanes[static_cast<std::size_t>(Lane::bulk)];
  SimNetwork::Frame frame;
  frame.header = header;
  frame.source = payload;
  frame.large = true;
  frame.token = token;
  frame.due = std::max(queue.last_due, network_->now_ + network_->random(network_->faults_.longest_delay + 1));
  queue.last_due = frame.due;
  queue.frames.push_back(std::move(frame));
  return Post::posted;
}

bool Sim::poll_large(PeerId from, std::unique_lock<std::mutex>& lock, Sink& sink) {
  SimNetwork::Link& link = network_->between(from, self_);
  auto& frames = link.lanes[static_cast<std::size_t>(Lane::bulk)].frames;
  SimNetwork::Frame& frame = frames.front();
  const std::size_t bytes = frame.source.size();
  if (!frame.asked) {
    const Header header = frame.header;
    lock.unlock();
    std::byte* const target = sink.place(from, header, bytes);
    lock.lock();
    if (frames.empty()) return true;  // the sender was killed meanwhile
    SimNetwork::Frame& again = frames.front();
    again.asked = true;
    again.target = target;
    if (target == nullptr) again.payload.resize(bytes);
    return true;
  }
  std::byte* const to = frame.target != nullptr ? frame.target : frame.payload.data();
  const std::size_t piece = std::min(network_->faults_.piece_bytes, bytes - frame.moved);
  if (piece != 0) std::memcpy(to + frame.moved, frame.source.data() + frame.moved, piece);
  frame.moved += piece;
  if (frame.moved < bytes) return true;
  SimNetwork::Frame whole = std::move(frame);
  frames.pop_front();
  link.ended.push_back(whole.token);
  lock.unlock();
  if (whole.target != nullptr) {
    sink.landed(from, whole.header, bytes);
  } else {
    sink.frame(from, whole.header, whole.payload);
  }
  lock.lock();
  return true;
}

bool Sim::poll_lane(PeerId from, Lane lane, Sink& sink) {
  constexpr int frames_a_visit = 16;
  std::unique_lock lock(network_->mutex_);
  SimNetwork::Link& link = network_->between(from, self_);
  auto& frames = link.lanes[static_cast<std::size_t>(lane)].frames;
  if (!frames.empty() && network_->random(1000) < network_->faults_.reset) {
    ++network_->resets_;
    frames.front().moved = 0;
    frames.front().due = network_->now_ + network_->faults_.longest_delay;
    return false;
  }
  bool moved = false;
  for (int i = 0; i < frames_a_visit && !frames.empty() && frames.front().due <= network_->now_; ++i) {
    moved = true;
    if (frames.front().large) {
      (void)poll_large(from, lock, sink);
      break;
    }
    const SimNetwork::Frame frame = std::move(frames.front());
    frames.pop_front();
    link.under_way -= frame.bytes();
    lock.unlock();
    sink.frame(from, frame.header, frame.payload);
    lock.lock();
  }
  return moved;
}

bool Sim::poll(Sink& sink) noexcept {
  const PeerId ranks = network_->ranks_;
  bool moved = false;
  {
    const std::lock_guard lock(network_->mutex_);
    ++network_->now_;
    if (network_->gone_[self_]) return false;
    for (PeerId peer = 0; peer < ranks; ++peer) {
      auto& ended = network_->between(self_, peer).ended;
      ended_.insert(ended_.end(), ended.begin(), ended.end());
      ended.clear();
    }
  }
  for (const Token token : std::exchange(ended_, {})) {
    sink.sent(token);
    moved = true;
  }
  for (PeerId i = 0; i < ranks; ++i) {
    const PeerId from = static_cast<PeerId>((cursor_ + i) % ranks);
    moved |= poll_lane(from, Lane::ordered, sink);
    moved |= poll_lane(from, Lane::bulk, sink);
    if (told_[from] || from == self_) continue;
    {
      const std::lock_guard lock(network_->mutex_);
      const auto& lanes = network_->between(from, self_).lanes;
      const bool drained =
          std::all_of(lanes.begin(), lanes.end(), [](const auto& queue) { return queue.frames.empty(); });
      if (!network_->gone_[from] || !drained || !network_->between(self_, from).ended.empty()) continue;
    }
    told_[from] = true;
    sink.lost(from, Error{Code::peer_lost, 0, "its process has ended (in a simulation)"});
    moved = true;
  }
  ++cursor_;
  return moved;
}

bool Sim::idle() const noexcept {
  const std::lock_guard lock(network_->mutex_);
  for (PeerId peer = 0; peer < network_->ranks_; ++peer) {
    const auto& queue = network_->between(self_, peer).lanes[static_cast<std::size_t>(Lane::bulk)];
    if (std::any_of(queue.frames.begin(), queue.frames.end(), [](const auto& frame) { return frame.large; }))
      return false;
  }
  return true;
}

}  // namespace baton::transport
