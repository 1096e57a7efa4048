// SPDX-License-Identifier: BSD-3-Clause
// The simulator: a bag of things that could happen next, of which one after another happens.
#include "tests/collectives/simulator.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <unordered_map>

namespace baton::collectives::test {

std::uint64_t Random::next() noexcept {  // splitmix64
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

Memory gather_bytes(const Memory& memory, Type type, std::int64_t offset, std::int64_t count) {
  Memory bytes(static_cast<std::size_t>(type.size * count));
  for (std::int64_t i = 0; i < count; ++i) {
    std::memcpy(bytes.data() + i * type.size,
                &memory.at(static_cast<std::size_t>(offset * type.unit + i * type.stride)),
                static_cast<std::size_t>(type.size));
  }
  return bytes;
}

void scatter_bytes(Memory& memory, Type type, std::int64_t offset, std::int64_t count, const Memory& bytes) {
  for (std::int64_t i = 0; i < count; ++i) {
    std::memcpy(&memory.at(static_cast<std::size_t>(offset * type.unit + i * type.stride)),
                bytes.data() + i * type.size, static_cast<std::size_t>(type.size));
  }
}

void combine(const Memory& left, Memory& target, std::int64_t size) {
  const auto load = [](const Memory& m, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, m.data() + at, sizeof word);
    return word;
  };
  const auto store = [&](std::size_t at, std::uint64_t word) { std::memcpy(target.data() + at, &word, sizeof word); };
  for (std::size_t at = 0; at < target.size(); at += static_cast<std::size_t>(size)) {
    if (size == 8) {
      store(at, load(left, at) + load(target, at));
    } else {  // x -> a (c x + d) + b
      const std::uint64_t a = load(left, at), b = load(left, at + 8), c = load(target, at), d = load(target, at + 8);
      store(at, a * c);
      store(at + 8, a * d + b);
    }
  }
}

namespace {

struct Place {
  std::uint32_t rank;
  std::uint32_t step;
};

/// A started send or receive that waits for the other side.
struct Half {
  Place place;
  Memory data;  // eager sends only
};
struct Channel {
  std::deque<Half> sends;
  std::deque<Half> recvs;
};
struct Delivery {
  Half send;
  Half recv;
};

class World {
 public:
  World(std::vector<Rank>& ranks, Sending sending, std::uint64_t seed)
      : ranks_(ranks), eager_(sending == Sending::eager), random_(seed), waits_(ranks.size()), depth_(ranks.size()) {}

  Report run() {
    std::size_t total = 0;
    for (std::uint32_t r = 0; r < ranks_.size(); ++r) {
      Rank& rank = ranks_[r];
      const auto steps = rank.schedule.steps.size();
      total += steps;
      rank.scratch.assign(static_cast<std::size_t>(rank.schedule.scratch_elements * rank.types[slot::recv].stride),
                          0xA5);
      rank.packed.assign(static_cast<std::size_t>(rank.schedule.packed_bytes), 0x5A);
      depth_[r].assign(steps, 0);
      for (std::uint32_t s = 0; s < steps; ++s) {
        waits_[r].push_back(rank.schedule.steps[s].waits);
        if (waits_[r].back() == 0) ready_.push_back({r, s});
      }
    }
    while (report_.problem.empty() && !(ready_.empty() && deliveries_.empty())) {
      const auto pick = random_.below(ready_.size() + deliveries_.size());
      if (pick < ready_.size()) {
        std::swap(ready_[pick], ready_.back());
        const Place place = ready_.back();
        ready_.pop_back();
        start(place);
      } else {
        std::swap(deliveries_[pick - ready_.size()], deliveries_.back());
        Delivery delivery = std::move(deliveries_.back());
        deliveries_.pop_back();
        deliver(delivery);
      }
    }
    if (report_.problem.empty() && done_ != total) {
      report_.problem =
          "deadlock: " + std::to_string(total - done_) + " steps of " + std::to_string(total) + " did not run";
    }
    for (const auto& [key, channel] : channels_) {
      if (report_.problem.empty() && !channel.sends.empty()) report_.problem = "a message was never received";
    }
    count_traffic();
    return report_;
  }

 private:
  const Step& step(Place place) const { return ranks_[place.rank].schedule.steps[place.step]; }

  Memory& memory(Rank& rank, Buffer buffer) {
    switch (buffer) {
      case Buffer::send: return rank.send;
      case Buffer::recv: return rank.recv;
      case Buffer::scratch: return rank.scratch;
      default: return rank.packed;  // programs for the arena: arena_test.cpp
    }
  }
  Memory read(std::uint32_t r, const Block& block) {
    return gather_bytes(memory(ranks_[r], block.buffer), ranks_[r].types[block.type], block.offset, block.count);
  }
  void write(std::uint32_t r, const Block& block, const Memory& bytes) {
    scatter_bytes(memory(ranks_[r], block.buffer), ranks_[r].types[block.type], block.offset, block.count, bytes);
  }
  std::int64_t bytes(std::uint32_t r, const Block& block) const {
    return ranks_[r].types[block.type].size * block.count;
  }

  void start(Place place) {
    const Step& s = step(place);
    release(place, true);
    switch (s.kind) {
      case StepKind::send: {
        Channel& channel = channels_[key(place.rank, s.peer)];
        channel.sends.push_back({place, eager_ ? read(place.rank, s.source) : Memory{}});
        if (eager_) complete(place);
        match(channel);
        return;
      }
      case StepKind::recv: {
        Channel& channel = channels_[key(s.peer, place.rank)];
        channel.recvs.push_back({place, {}});
        match(channel);
        return;
      }
      case StepKind::copy: {
        if (bytes(place.rank, s.source) != bytes(place.rank, s.target)) return fail(place, "a copy changes the length");
        write(place.rank, s.target, read(place.rank, s.source));
        break;
      }
      case StepKind::reduce: {
        if (s.source.type != s.target.type) {
          if (s.source.type != slot::send || s.target.type != slot::recv) return fail(place, "a reduction of bytes");
        }
        Memory target = read(place.rank, s.target);
        const Memory left = read(place.rank, s.source);
        if (left.size() != target.size()) return fail(place, "a reduction of different lengths");
        combine(left, target, ranks_[place.rank].types[slot::recv].size);
        write(place.rank, s.target, target);
        break;
      }
      default: break;  // join
    }
    complete(place);
  }

  void match(Channel& channel) {
    if (channel.sends.empty() || channel.recvs.empty()) return;
    deliveries_.push_back({std::move(channel.sends.front()), std::move(channel.recvs.front())});
    channel.sends.pop_front();
    channel.recvs.pop_front();
  }

  void deliver(Delivery& delivery) {
    const Place from = delivery.send.place;
    const Place to = delivery.recv.place;
    if (bytes(from.rank, step(from).source) != bytes(to.rank, step(to).target)) {
      return fail(to, "a message of " + std::to_string(bytes(from.rank, step(from).source)) + " bytes from rank " +
                          std::to_string(from.rank) + " meets a receive of " +
                          std::to_string(bytes(to.rank, step(to).target)));
    }
    const Memory data = eager_ ? std::move(delivery.send.data) : read(from.rank, step(from).source);
    write(to.rank, step(to).target, data);
    auto& depth = depth_[to.rank][to.step];
    depth = std::max(depth, depth_[from.rank][from.step]) + 1;
    if (!eager_) complete(from);
    complete(to);
  }

  void complete(Place place) {
    ++done_;
    report_.rounds = std::max(report_.rounds, depth_[place.rank][place.step]);
    release(place, false);
  }

  void release(Place place, bool started) {
    const Schedule& schedule = ranks_[place.rank].schedule;
    const Step& s = step(place);
    for (auto e = s.first_edge; e < s.last_edge; ++e) {
      const Edge& edge = schedule.edges[e];
      if (edge.on_start != started) continue;
      auto& depths = depth_[place.rank];
      depths[edge.step] = std::max(depths[edge.step], depths[place.step]);
      if (--waits_[place.rank][edge.step] == 0) ready_.push_back({place.rank, edge.step});
    }
  }

  void count_traffic() {
    for (std::uint32_t r = 0; r < ranks_.size(); ++r) {
      std::int64_t sum = 0, messages = 0;
      for (const Step& s : ranks_[r].schedule.steps) {
        if (s.kind != StepKind::send) continue;
        sum += bytes(r, s.source);
        ++messages;
      }
      report_.bytes_sent = std::max(report_.bytes_sent, sum);
      report_.messages = std::max(report_.messages, messages);
    }
  }

  void fail(Place place, const std::string& what) {
    report_.problem = "rank " + std::to_string(place.rank) + " step " + std::to_string(place.step) + ": " + what;
  }
  static std::uint64_t key(std::uint32_t from, std::uint32_t to) { return (std::uint64_t{from} << 32) | to; }

  std::vector<Rank>& ranks_;
  bool eager_;
  Random random_;
  std::vector<std::vector<std::uint32_t>> waits_;
  std::vector<std::vector<std::uint32_t>> depth_;
  std::vector<Place> ready_;
  std::vector<Delivery> deliveries_;
  std::unordered_map<std::uint64_t, Channel> channels_;
  std::size_t done_ = 0;
  Report report_;
};

}  // namespace

Report simulate(std::vector<Rank>& ranks, Sending sending, std::uint64_t seed) {
  return World(ranks, sending, seed).run();
}

}  // namespace baton::collectives::test
