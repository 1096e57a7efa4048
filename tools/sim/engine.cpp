// SPDX-License-Identifier: BSD-3-Clause
#include "sim/engine.hpp"

#include <algorithm>
#include <list>
#include <unordered_map>

#include "sim/agenda.hpp"
#include "sim/halves.hpp"

namespace baton::sim {
namespace {

using collectives::StepKind;

/// What happens to a step of a rank: its dependencies are done; it is a receive and its message is there; it is a long
/// send and step `other` of its receiver takes it.
enum class Kind : std::uint8_t { ready, arrived, granted };
struct Event {
  double time;
  std::uint32_t rank;
  std::uint32_t step;
  std::uint32_t other;
  Kind kind;
};

/// What ranks have in common whose programs differ in their peers only.
struct Outline {
  std::vector<Operation> operations;
  std::vector<std::uint32_t> edges;

  [[nodiscard]] bool operator==(const Outline& that) const noexcept {
    return edges == that.edges && std::equal(operations.begin(), operations.end(), that.operations.begin(),
                                             that.operations.end(), [](const Operation& a, const Operation& b) {
                                               return a.bytes == b.bytes && a.waits == b.waits &&
                                                      a.first_edge == b.first_edge && a.last_edge == b.last_edge &&
                                                      a.kind == b.kind;
                                             });
  }
  [[nodiscard]] std::uint64_t hash() const noexcept {
    std::uint64_t hash = operations.size();
    const auto add = [&hash](std::uint64_t value) {
      hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29;
    };
    for (const Operation& each : operations) {
      add(static_cast<std::uint64_t>(each.bytes));
      add((std::uint64_t{each.waits} << 32) | each.last_edge | (static_cast<std::uint64_t>(each.kind) << 56));
    }
    for (const std::uint32_t edge : edges) add(edge);
    return hash;
  }
};

class World {
 public:
  World(const Cluster& cluster, std::uint32_t ranks, const std::function<Program(std::uint32_t)>& program_of)
      : cluster_(cluster), ranks_(ranks), out_(ranks, 0), in_(ranks, 0) {
    places_.reserve(ranks);
    for (std::uint32_t rank = 0; rank < ranks; ++rank) places_.push_back(cluster.place(rank, ranks));
    const std::uint32_t hosts = cluster.hosts_of(ranks);
    host_out_.assign(hosts, 0);
    host_in_.assign(hosts, 0);
    cores_.assign(std::size_t{hosts} * cluster.cores_of_host(), Core{});
    for (std::uint32_t rank = 0; rank < ranks; ++rank) {
      Program program = program_of(rank);
      result_.memory = std::max(result_.memory, program.memory);
      result_.schedule = std::max(result_.schedule, program.schedule);
      ranks_[rank].first = result_.steps;
      result_.steps += program.operations.size();
      for (std::uint32_t step = 0; step < program.operations.size(); ++step) {
        const Operation& operation = program.operations[step];
        states_.push_back({0, operation.peer, operation.waits});
        if (operation.waits == 0) push(0, rank, step, Kind::ready);
      }
      ranks_[rank].outline = outline_of({std::move(program.operations), std::move(program.edges)});
    }
  }

  Prediction run() {
    while (!events_.empty()) {
      const Event event = events_.pop();
      switch (event.kind) {
        case Kind::ready: start(event); break;
        case Kind::arrived: take(event); break;
        case Kind::granted: move(event); break;
      }
    }
    if (done_ != result_.steps) {
      result_.problem = std::to_string(result_.steps - done_) + " steps of " + std::to_string(result_.steps) +
                        " never came to their end";
    }
    return result_;
  }

 private:
  struct Core {
    double free = 0;
    std::uint32_t rank = none;  // who ran last
  };

  struct Rank {
    std::uint64_t first = 0;  // of its states
    const Outline* outline = nullptr;
  };
  struct State {   // of a step
    double ready;  // when the last of what it waits for was done, as far as that is known
    std::uint32_t peer;
    std::uint32_t waits;
  };

  const Outline* outline_of(Outline outline) {
    auto& alike = outlines_[outline.hash()];
    for (const Outline& known : alike) {
      if (known == outline) return &known;
    }
    return &alike.emplace_back(std::move(outline));
  }
  State& state(std::uint32_t rank, std::uint32_t step) { return states_[ranks_[rank].first + step]; }
  const Operation& at(std::uint32_t rank, std::uint32_t step) const { return ranks_[rank].outline->operations[step]; }
  const Level& level(std::uint32_t a, std::uint32_t b) const { return cluster_.between(places_[a], places_[b]); }
  void push(double time, std::uint32_t rank, std::uint32_t step, Kind kind, std::uint32_t other = none) {
    events_.push({time, rank, step, other, kind});
  }

  /// The core of a rank works for so long; returns the end.
  double work(std::uint32_t rank, double from, double length) {
    Core& core = cores_[std::size_t{places_[rank].node} * cluster_.cores_of_host() + places_[rank].core];
    double begin = std::max(from, core.free);
    if (core.rank != rank && core.rank != none) begin += cluster_.turn;
    core.rank = rank;
    core.free = begin + length;
    return core.free;
  }

  void start(const Event& event) {
    const Operation& operation = at(event.rank, event.step);
    const auto bytes = static_cast<double>(operation.bytes);
    switch (operation.kind) {
      case StepKind::send: return send(event, operation.bytes, state(event.rank, event.step).peer);
      case StepKind::recv: {
        release(event.rank, event.step, true, event.time);
        meet(state(event.rank, event.step).peer, event.rank, {event.time, event.step}, false);
        return;
      }
      case StepKind::copy:
        return complete(event.rank, event.step, work(event.rank, event.time, cluster_.step + bytes * cluster_.copied));
      case StepKind::reduce:
        return complete(event.rank, event.step, work(event.rank, event.time, cluster_.step + bytes * cluster_.reduced));
      default: return complete(event.rank, event.step, event.time);
    }
  }

  void send(const Event& event, std::int64_t bytes, std::uint32_t peer) {
    ++result_.messages;
    if (places_[event.rank].node != places_[peer].node) ++result_.crossings;
    const Level& wire = level(event.rank, peer);
    const double begun = work(event.rank, event.time, wire.overhead);
    release(event.rank, event.step, true, begun);
    if (bytes > cluster_.eager) {
      meet(event.rank, peer, {begun, event.step}, true);
      return;
    }
    double end = begun;
    const double there = travel(event.rank, peer, bytes, begun, end);
    meet(event.rank, peer, {there, event.step}, true);
    complete(event.rank, event.step, wire.by_cores ? end : begun);
  }

  /// Moves the bytes; returns when the last one is there. `end`: when the sender is done with them.
  double travel(std::uint32_t from, std::uint32_t to, std::int64_t length, double begun, double& end) {
    const Level& wire = level(from, to);
    const double bytes = static_cast<double>(length);
    const double moving = bytes * wire.rate(length <= cluster_.eager);
    if (wire.by_cores) {
      end = work(from, begun, moving / 2);
      return end + wire.latency;
    }
    // A host's port serves messages in the order of their start or arrival; that one of them waits for the port of its
    // rank as well delays no other.
    double first = begun;
    const std::uint32_t host = places_[from].node;
    const std::uint32_t other = places_[to].node;
    const double shared = bytes * cluster_.host_per_byte;
    if (host != other) {
      first = std::max(first, host_out_[host]);
      host_out_[host] = first + shared;
    }
    first = std::max(first, out_[from]);
    const double busy = std::max(wire.gap, moving);
    end = out_[from] = first + busy;
    double arrives = first + wire.latency;
    if (host != other) {
      arrives = std::max(arrives, host_in_[other]);
      host_in_[other] = arrives + shared;
    }
    arrives = std::max(arrives, in_[to]);
    in_[to] = arrives + busy;
    return arrives + moving;
  }

  /// One half of a message is there; with the other half it goes on.
  void meet(std::uint32_t from, std::uint32_t to, const Half& half, bool is_send) {
    Half other{};
    if (!halves_.meet((std::uint64_t{from} << 32) | to, half, is_send, other)) return;
    deliver(from, is_send ? half : other, to, is_send ? other : half);
  }

  void deliver(std::uint32_t from, const Half& sent, std::uint32_t to, const Half& posted) {
    const Operation& operation = at(to, posted.step);
    if (operation.bytes <= cluster_.eager) {
      push(std::max(sent.time, posted.time), to, posted.step, Kind::arrived);
      return;
    }
    // The sender announces, the receiver grants.
    const double wire = level(from, to).latency;
    push(std::max(sent.time + wire, posted.time) + wire + cluster_.announce, from, sent.step, Kind::granted,
         posted.step);
  }

  void move(const Event& event) {
    const std::uint32_t peer = state(event.rank, event.step).peer;
    double end = 0;
    const double there = travel(event.rank, peer, at(event.rank, event.step).bytes, event.time, end);
    push(there, peer, event.other, Kind::arrived);
    complete(event.rank, event.step, end);
  }

  void take(const Event& event) {
    const std::int64_t bytes = at(event.rank, event.step).bytes;
    const Level& wire = level(state(event.rank, event.step).peer, event.rank);
    const double copying = wire.by_cores ? static_cast<double>(bytes) * wire.rate(bytes <= cluster_.eager) / 2 : 0;
    complete(event.rank, event.step, work(event.rank, event.time, wire.overhead + copying));
  }

  void complete(std::uint32_t rank, std::uint32_t step, double time) {
    ++done_;
    result_.time = std::max(result_.time, time);
    release(rank, step, false, time);
  }

  void release(std::uint32_t rank, std::uint32_t step, bool started, double time) {
    const Outline& outline = *ranks_[rank].outline;
    const Operation& operation = outline.operations[step];
    for (std::uint32_t e = operation.first_edge; e < operation.last_edge; ++e) {
      const std::uint32_t edge = outline.edges[e];
      if (((edge & 1) != 0) != started) continue;
      State& next = state(rank, edge >> 1);
      next.ready = std::max(next.ready, time);
      if (--next.waits == 0) push(next.ready, rank, edge >> 1, Kind::ready);
    }
  }

  const Cluster& cluster_;
  std::vector<topology::Place> places_;
  std::vector<Rank> ranks_;
  std::vector<State> states_;
  std::unordered_map<std::uint64_t, std::list<Outline>> outlines_;  // by their hash
  std::vector<double> out_;                                         // when a rank's port is free
  std::vector<double> in_;
  std::vector<double> host_out_;
  std::vector<double> host_in_;
  std::vector<Core> cores_;
  Agenda<Event> events_;
  Halves halves_;
  std::uint64_t done_ = 0;
  Prediction result_;
};

}  // namespace

Prediction simulate(const Cluster& cluster, std::uint32_t ranks,
                    const std::function<Program(std::uint32_t)>& program_of) {
  return World(cluster, ranks, program_of).run();
}

Prediction simulate(const Cluster& cluster, const Call& call, const collectives::Algorithm& algorithm) {
  Shapes shapes(cluster, call);
  Prediction found =
      simulate(cluster, call.ranks, [&](std::uint32_t rank) { return compile(algorithm.build(shapes.of(rank))); });
  found.time += cluster.call;
  return found;
}

}  // namespace baton::sim
