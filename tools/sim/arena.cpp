// SPDX-License-Identifier: BSD-3-Clause
#include "sim/arena.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <queue>
#include <tuple>
#include <utility>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/program.hpp"

namespace baton::sim {
namespace {

namespace arena = collectives::arena;
using arena::Distance;
using collectives::Algorithm;
using collectives::Block;
using collectives::Buffer;
using collectives::Step;
using collectives::StepKind;

constexpr std::int64_t element = 8;
constexpr std::int64_t line_bytes = 64;
constexpr std::int64_t in_line = 48;

/// Shapes of the ranks of one node.
class NodeShapes {
 public:
  NodeShapes(const Node& node, const Call& call)
      : levels_(arena::Levels::of(node.domains(call.ranks))),
        here_(collectives::Nodes::of(std::vector<std::uint32_t>(call.ranks, 0))),
        shapes_(Cluster{.hosts = 1, .numas = 1, .cores = std::max(node.size(), call.ranks)}, call) {
    here_.levels = &levels_;
  }
  [[nodiscard]] collectives::Shape of(std::uint32_t rank) {
    collectives::Shape shape = shapes_.of(rank);
    shape.nodes = levels_.ways.empty() ? nullptr : &here_;
    shape.arena = true;
    return shape;
  }
  [[nodiscard]] const arena::Levels& levels() const noexcept { return levels_; }

 private:
  arena::Levels levels_;
  collectives::Nodes here_;
  Shapes shapes_;
};

class NodeWorld {
 public:
  NodeWorld(const Node& node, const Call& call, const Algorithm& algorithm)
      : lines_(node.lines), call_(call), shapes_(node, call), ranks_(call.ranks) {
    for (std::uint32_t rank = 0; rank < call.ranks; ++rank) {
      ranks_[rank].steps = algorithm.build(shapes_.of(rank));
      push(rank);
    }
    at_once_ = ranks_[0].steps.slice_bytes <= arena::small_bytes ? arena::cells : arena::slices;
    apart_ = ranks_[0].steps.slice_bytes > in_line;
  }

  ArenaPrediction run() {
    while (!ready_.empty()) {
      const std::uint32_t rank = ready_.top().second;
      ready_.pop();
      State& state = ranks_[rank];
      if (state.next == state.steps.steps.size()) {
        done_ = std::max(done_, state.now);
        state.passed = never;
        ++ended_;
        wake(state.watched_passage, state.now);
        continue;
      }
      if (perform(rank, state.steps.steps[state.next])) {
        ++state.next;
        push(rank);
      }
    }
    result_.time = done_ + lines_.call;
    if (ended_ != ranks_.size()) result_.problem = "ranks wait for each other";
    return result_;
  }

 private:
  static constexpr std::int64_t never = std::int64_t{1} << 60;
  struct Round {
    bool there = false;
    double at = 0;    // when it was published
    double free = 0;  // when its line can serve the next reader
    std::uint32_t reader = arena::everyone;
    std::vector<std::uint32_t> waiting;
  };
  struct State {
    collectives::Schedule steps;
    std::size_t next = 0;
    double now = 0;
    std::int64_t passed = -1;
    std::map<std::uint32_t, Round> rounds;
    std::vector<std::uint32_t> watched_passage;  // who waits until this rank passes
  };

  void push(std::uint32_t rank) { ready_.emplace(ranks_[rank].now, rank); }
  void wake(std::vector<std::uint32_t>& waiting, double now) {
    for (const std::uint32_t rank : std::exchange(waiting, {})) {
      ranks_[rank].now = std::max(ranks_[rank].now, now);
      push(rank);
    }
  }
  [[nodiscard]] static std::int64_t bytes_of(const Block& block) noexcept {
    return block.count * (block.type == collectives::slot::byte ? 1 : element);
  }

  /// Whether the slice of a round may be written; else the rank waits for a reader of what lay there before.
  bool is_free(std::uint32_t rank, std::uint32_t round) {
    if (round < at_once_) return true;
    const auto used = ranks_[rank].rounds.find(round - at_once_);
    if (used == ranks_[rank].rounds.end() || !used->second.there) return true;
    const std::uint32_t reader = used->second.reader;
    for (std::uint32_t other = 0; other < call_.ranks; ++other) {
      if (other == rank || (reader != arena::everyone && reader != other)) continue;
      if (ranks_[other].passed >= std::int64_t{used->first}) continue;
      ranks_[other].watched_passage.push_back(rank);
      return false;
    }
    return true;
  }

  /// False: it must wait.
  bool perform(std::uint32_t rank, const Step& step) {
    State& state = ranks_[rank];
    switch (step.kind) {
      case StepKind::expose:
      case StepKind::publish: {
        if (!is_free(rank, step.target.round)) return false;
        Round& round = state.rounds[step.target.round];
        round.there = true;
        round.reader = step.peer;
        round.at = round.free = state.now;
        wake(round.waiting, state.now);
        return true;
      }
      case StepKind::early: return true;  // what it saves is within what the model can tell
      case StepKind::pass:
        state.passed = step.source.round;
        wake(state.watched_passage, state.now);
        return true;
      default: break;
    }
    const bool direct = step.kind == StepKind::pull || step.kind == StepKind::push;
    const Block& there = step.kind == StepKind::push ? step.target : step.source;
    const bool from_arena = there.buffer == Buffer::arena && (there.count != 0 || step.peer != rank);
    if (from_arena && step.peer != rank) {
      Round& round = ranks_[step.peer].rounds[there.round];
      if (!round.there) {
        round.waiting.push_back(rank);
        return false;
      }
    }
    if (direct) {
      fetch(rank, step.peer, there);
      copy_by_kernel(state, static_cast<double>(bytes_of(step.kind == StepKind::push ? step.source : step.target)));
      return true;
    }
    if (step.target.buffer == Buffer::arena && !is_free(rank, step.target.round)) return false;
    if (from_arena && step.peer != rank) fetch(rank, step.peer, there);
    const auto bytes = static_cast<double>(bytes_of(step.source));
    if (step.kind == StepKind::reduce || step.kind == StepKind::merge || step.kind == StepKind::merge_early) {
      state.now += lines_.operand + bytes * lines_.reduced;
    } else if (bytes > 0) {
      state.now += lines_.step + (from_arena && step.peer != rank ? 0 : bytes * lines_.copied);
    }
    return true;
  }

  /// Straight between two ranks' buffers; all that do so share the node's memory.
  void copy_by_kernel(State& state, double bytes) {
    memory_ = std::max(memory_, state.now) + bytes * lines_.kernel_shared;
    state.now = std::max(state.now + lines_.kernel + bytes * lines_.kernel_byte, memory_);
  }

  /// The line of a peer's flag, and the data that does not lie in it.
  void fetch(std::uint32_t rank, std::uint32_t peer, const Block& block) {
    State& state = ranks_[rank];
    Round& round = ranks_[peer].rounds[block.round];
    const arena::Levels& levels = shapes_.levels();
    Distance distance = levels.between(rank, peer);
    const std::int64_t bytes = bytes_of(block);
    // What a core of the same cache has read before comes from there.
    double& known = read_[{levels.domains[rank][2], peer, block.round, block.offset}];
    if (known > 0 && known <= state.now) distance = Distance::cache;
    const arena::Reach& reach = lines_.of(distance);
    const double start = std::max({round.at, state.now, round.free});
    round.free = start + reach.turn;
    state.now = round.at >= state.now ? start + reach.line : std::max(start + reach.next, round.at + reach.line);
    ++result_.lines[static_cast<std::size_t>(distance)];
    if (apart_ && bytes > 0) {
      const double begun = state.now;
      state.now += reach.next + static_cast<double>(bytes) * reach.byte;
      result_.lines[static_cast<std::size_t>(distance)] +=
          static_cast<std::uint64_t>((bytes + line_bytes - 1) / line_bytes);
      if (distance != Distance::cache) {
        const double busy = static_cast<double>(bytes) * reach.border;
        double last = 0;
        for (const auto& border : {std::pair{levels.domains[rank][2], 0}, std::pair{levels.domains[peer][2], 1}}) {
          double& free = borders_[border];
          free = std::max(free, begun) + busy;
          last = std::max(last, free);
        }
        state.now = std::max(state.now, last);
      }
    }
    if (known == 0 || state.now < known) known = state.now;
  }

  arena::Lines lines_;
  Call call_;
  NodeShapes shapes_;
  std::vector<State> ranks_;
  std::uint32_t at_once_ = arena::slices;
  bool apart_ = false;  // data lies beside the flags
  std::priority_queue<std::pair<double, std::uint32_t>, std::vector<std::pair<double, std::uint32_t>>, std::greater<>>
      ready_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint16_t, std::int64_t>, double> read_;
  std::map<std::pair<std::uint32_t, int>, double> borders_;
  double memory_ = 0;  // when the copies of the kernel so far are through
  double done_ = 0;
  std::size_t ended_ = 0;
  ArenaPrediction result_;
};

/// The shape of a call as one that fits, however many ranks there are.
collectives::Shape fitting(collectives::Shape shape) {
  shape.size = std::min(shape.size, arena::most_ranks);
  return shape;
}

/// Whether its programs do not say how long messages are.
bool is_of_any_length(collectives::Collective collective) noexcept {
  using enum collectives::Collective;
  return collective == gatherv || collective == scatterv || collective == allgatherv || collective == alltoallv ||
         collective == reduce_scatter;
}

}  // namespace

std::vector<arena::Domains> Node::domains(std::uint32_t ranks) const {
  std::vector<arena::Domains> all;
  for (std::uint32_t rank = 0; rank < ranks; ++rank) {
    const auto core = static_cast<std::uint32_t>(std::uint64_t{rank} * size() / ranks);
    const std::uint32_t cache = core / cores;
    all.push_back({cache / caches / numas, cache / caches, cache});
  }
  return all;
}

std::string read_node(const std::string& text, Node& node) {
  Node read = node;
  char beyond = 0;
  // NOLINTNEXTLINE(cert-err34-c): what is out of range is found below
  if (std::sscanf(text.c_str(), "%ux%ux%ux%u%c", &read.packages, &read.numas, &read.caches, &read.cores, &beyond) != 4)
    return "'" + text + "' is no node: write packages x NUMA nodes x caches x cores, as 2x4x2x8";
  constexpr std::uint32_t most = 4096;
  for (const std::uint32_t part : {read.packages, read.numas, read.caches, read.cores}) {
    if (part == 0 || part > most) return "'" + text + "' has a part that is 0 or above 4096";
  }
  node = read;
  return {};
}

ArenaPrediction simulate(const Node& node, const Call& call, const Algorithm& algorithm) {
  return NodeWorld(node, call, algorithm).run();
}

std::vector<const Algorithm*> arena_algorithms(const Node& node, const Call& call, bool direct) {
  NodeShapes shapes(node, call);
  collectives::Shape shape = fitting(shapes.of(0));
  shape.direct = shape.streams = direct;
  std::vector<const Algorithm*> found;
  for (const Algorithm& algorithm : arena::algorithms(call.collective)) {
    if (algorithm.fits(shape) && !is_of_any_length(call.collective)) found.push_back(&algorithm);
  }
  return found;
}

const Algorithm* choice(const Node& node, const Call& call) {
  NodeShapes shapes(node, call);
  return arena::select(call.collective, fitting(shapes.of(0)));
}

}  // namespace baton::sim
