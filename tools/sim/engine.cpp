// SPDX-License-Identifier: BSD-3-Clause
#include "sim/engine.hpp"

#include <algorithm>
#include <queue>
#include <unordered_map>

namespace baton::sim {
namespace {

using collectives::StepKind;

constexpr std::uint32_t none = 0xFFFFFFFF;

/// What happens to a step of a rank: its dependencies are done; it is a receive and its message is there; it is a long
/// send and step `other` of its receiver takes it.
enum class Kind : std::uint8_t { ready, arrived, granted };
struct Event {
  double time;
  std::uint64_t order;  // of events of one time the first one made comes first
  std::uint32_t rank;
  std::uint32_t step;
  std::uint32_t other;
  Kind kind;
  bool operator>(const Event& that) const noexcept { return time != that.time ? time > that.time : order > that.order; }
};

/// A send or a receive that waits for its partner; a list for each pair of ranks.
struct Half {
  double time;  // eager send: when the message is there. Else when the step was ready
  std::uint32_t step;
  std::uint32_t next = none;
};
struct Waiting {
  std::uint32_t first = none;
  std::uint32_t last = none;
  bool sends = false;
};

class World {
 public:
  World(const Cluster& cluster, std::uint32_t ranks, const std::function<Program(std::uint32_t)>& program_of)
      : cluster_(cluster), programs_(ranks), out_(ranks, 0), in_(ranks, 0) {
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
      result_.steps += program.operations.size();
      for (std::uint32_t step = 0; step < program.operations.size(); ++step) {
        if (program.operations[step].waits == 0) push(0, rank, step, Kind::ready);
      }
      programs_[rank] = std::move(program);
    }
  }

  Prediction run() {
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
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

  Operation& at(std::uint32_t rank, std::uint32_t step) { return programs_[rank].operations[step]; }
  const Level& level(std::uint32_t a, std::uint32_t b) const { return cluster_.between(places_[a], places_[b]); }
  void push(double time, std::uint32_t rank, std::uint32_t step, Kind kind, std::uint32_t other = none) {
    events_.push({time, order_++, rank, step, other, kind});
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
    const Operation operation = at(event.rank, event.step);
    const auto bytes = static_cast<double>(operation.bytes);
    switch (operation.kind) {
      case StepKind::send: return send(event, operation);
      case StepKind::recv: {
        release(event.rank, event.step, true, event.time);
        meet(operation.peer, event.rank, {event.time, event.step}, false);
        return;
      }
      case StepKind::copy:
        return complete(event.rank, event.step, work(event.rank, event.time, cluster_.step + bytes * cluster_.copied));
      case StepKind::reduce:
        return complete(event.rank, event.step, work(event.rank, event.time, cluster_.step + bytes * cluster_.reduced));
      default: return complete(event.rank, event.step, event.time);
    }
  }

  void send(const Event& event, const Operation& operation) {
    ++result_.messages;
    if (places_[event.rank].node != places_[operation.peer].node) ++result_.crossings;
    const Level& wire = level(event.rank, operation.peer);
    const double begun = work(event.rank, event.time, wire.overhead);
    release(event.rank, event.step, true, begun);
    if (operation.bytes > cluster_.eager) {
      meet(event.rank, operation.peer, {begun, event.step}, true);
      return;
    }
    double end = begun;
    const double there = travel(event.rank, operation.peer, operation.bytes, begun, end);
    meet(event.rank, operation.peer, {there, event.step}, true);
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
  void meet(std::uint32_t from, std::uint32_t to, Half half, bool is_send) {
    const std::uint64_t pair = (std::uint64_t{from} << 32) | to;
    Waiting& waiting = waiting_[pair];
    if (waiting.first == none || waiting.sends == is_send) {
      const auto index = free_.empty() ? static_cast<std::uint32_t>(halves_.size()) : free_.back();
      if (free_.empty()) {
        halves_.push_back(half);
      } else {
        free_.pop_back();
        halves_[index] = half;
      }
      (waiting.first == none ? waiting.first : halves_[waiting.last].next) = index;
      waiting.last = index;
      waiting.sends = is_send;
      return;
    }
    const std::uint32_t index = waiting.first;
    const Half other = halves_[index];
    free_.push_back(index);
    waiting.first = other.next;
    if (waiting.first == none) waiting_.erase(pair);
    const Half& sent = is_send ? half : other;
    const Half& posted = is_send ? other : half;
    deliver(from, sent, to, posted);
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
    const Operation operation = at(event.rank, event.step);
    double end = 0;
    const double there = travel(event.rank, operation.peer, operation.bytes, event.time, end);
    push(there, operation.peer, event.other, Kind::arrived);
    complete(event.rank, event.step, end);
  }

  void take(const Event& event) {
    const Operation operation = at(event.rank, event.step);
    const Level& wire = level(operation.peer, event.rank);
    const bool eager = operation.bytes <= cluster_.eager;
    const double copying = wire.by_cores ? static_cast<double>(operation.bytes) * wire.rate(eager) / 2 : 0;
    complete(event.rank, event.step, work(event.rank, event.time, wire.overhead + copying));
  }

  void complete(std::uint32_t rank, std::uint32_t step, double time) {
    ++done_;
    result_.time = std::max(result_.time, time);
    release(rank, step, false, time);
    if (--programs_[rank].left == 0) programs_[rank] = Program();
  }

  void release(std::uint32_t rank, std::uint32_t step, bool started, double time) {
    Program& program = programs_[rank];
    const Operation& operation = program.operations[step];
    for (std::uint32_t e = operation.first_edge; e < operation.last_edge; ++e) {
      const std::uint32_t edge = program.edges[e];
      if (((edge & 1) != 0) != started) continue;
      Operation& next = program.operations[edge >> 1];
      next.ready = std::max(next.ready, time);
      if (--next.waits == 0) push(next.ready, rank, edge >> 1, Kind::ready);
    }
  }

  const Cluster& cluster_;
  std::vector<topology::Place> places_;
  std::vector<Program> programs_;
  std::vector<double> out_;  // when a rank's port is free
  std::vector<double> in_;
  std::vector<double> host_out_;
  std::vector<double> host_in_;
  std::vector<Core> cores_;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
  std::unordered_map<std::uint64_t, Waiting> waiting_;
  std::vector<Half> halves_;
  std::vector<std::uint32_t> free_;
  std::uint64_t order_ = 0;
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
