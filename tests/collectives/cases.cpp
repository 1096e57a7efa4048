// SPDX-License-Identifier: BSD-3-Clause
// Builds calls of collectives and their expected results.
#include "tests/collectives/cases.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace baton::collectives::test {
namespace {

using std::uint32_t;

/// The data that goes from one rank to another (or a rank's contribution, with `to` 0): a stream of bytes.
Memory stream(const Case& call, uint32_t from, uint32_t to, std::int64_t bytes) {
  Random random((call.seed << 40) ^ (std::uint64_t{from} << 20) ^ to);
  Memory data(static_cast<std::size_t>(bytes));
  for (auto& byte : data) byte = static_cast<std::uint8_t>(random.next());
  return data;
}

void overlay(Memory& memory, Type type, std::int64_t offset, const Memory& bytes) {
  if (type.size > 0) scatter_bytes(memory, type, offset, static_cast<std::int64_t>(bytes.size()) / type.size, bytes);
}

bool is_reduction(Collective c) {
  return c == Collective::reduce || c == Collective::allreduce || c == Collective::reduce_scatter ||
         c == Collective::reduce_scatter_block || c == Collective::scan || c == Collective::exscan;
}

/// Of data without gaps this may be said, and need not be; of other data nothing is said.
void say_contiguous(const Case& call, Side& side, Type type, uint32_t rank) {
  if (type.size == type.stride && (call.seed + rank) % 4 != 0) side.contiguous = true;
}

/// A side of a rank: equal blocks or varied ones, its memory filled with a pattern that must survive in the gaps.
class SideMaker {
 public:
  SideMaker(const Case& call, Rank& rank, bool sending) : call_(call), rank_(rank), sending_(sending) {}

  /// Block i holds unit_counts[i] units of 8 bytes. Types of this rank: 8 bytes dense, 4 bytes with gaps, or 2 bytes
  /// dense.
  void make(const std::vector<std::int64_t>& unit_counts) {
    Side& side = sending_ ? rank_.shape.send : rank_.shape.recv;
    const int which = sending_ ? 0 : 1;
    const Type type = pick_type(rank_.shape.rank + (sending_ ? 1U : 0U));
    rank_.types[sending_ ? slot::send : slot::recv] = type;
    side.size = type.size;
    say_contiguous(call_, side, type, rank_.shape.rank);
    auto& counts = rank_.counts[which];
    auto& displacements = rank_.displacements[which];
    auto& sizes = rank_.sizes[which];
    types_.assign(unit_counts.size(), type);
    offsets_.assign(unit_counts.size(), 0);
    std::int64_t end = 0;
    // Varied blocks lie in reverse order with holes between them.
    for (std::size_t k = 0; k < unit_counts.size(); ++k) {
      const std::size_t i = call_.varied ? unit_counts.size() - 1 - k : k;
      Type t = type;
      if (call_.per_peer_types) {
        t = pick_type(static_cast<uint32_t>(i) + rank_.shape.rank);
        t.unit = 1;
      }
      const std::int64_t n = unit_counts[i] * 8 / t.size;
      types_[i] = t;
      offsets_[i] = end;
      end += call_.per_peer_types ? n * t.stride + 8 : n + (call_.varied ? 1 : 0);
    }
    if (call_.varied || call_.per_peer_types) {
      for (std::size_t i = 0; i < unit_counts.size(); ++i) {
        counts.push_back(unit_counts[i] * 8 / types_[i].size);
        displacements.push_back(offsets_[i]);
        if (call_.per_peer_types) sizes.push_back(types_[i].size);
      }
      if (call_.per_peer_types) rank_.peer_types[which] = types_;
      side.counts = counts;
      side.displacements = displacements;
      side.sizes = sizes;
    } else {
      side.count = unit_counts.empty() ? 0 : unit_counts[0] * 8 / type.size;
    }
    Memory& memory = sending_ ? rank_.send : rank_.recv;
    memory.assign(static_cast<std::size_t>((end + 1) * (call_.per_peer_types ? 1 : type.stride)), 0xEE);
  }

  void put(Memory& memory, uint32_t block, const Memory& bytes) const {
    overlay(memory, types_[block], offsets_[block], bytes);
  }

 private:
  [[nodiscard]] Type pick_type(uint32_t turn) const {
    if (!call_.mixed_types) return {8, 8};
    const Type choices[] = {{8, 8}, {4, 12}, {2, 2}};
    return choices[turn % 3];
  }

  const Case& call_;
  Rank& rank_;
  bool sending_;
  std::vector<Type> types_;
  std::vector<std::int64_t> offsets_;
};

/// Units of the block that goes from one rank to another.
std::int64_t units(const Case& call, uint32_t from, uint32_t to) {
  if (!call.varied) return call.count;
  // In place, MPI wants the same length both ways between two ranks.
  if (call.in_place && call.collective == Collective::alltoallv && from > to) std::swap(from, to);
  return static_cast<std::int64_t>(Random((call.seed << 40) ^ (std::uint64_t{from} << 20) ^ (to + 7))
                                       .below(static_cast<std::uint64_t>(call.count) * 2 + 1));
}

/// A side with a single block is a plain vector in the shape.
void make_plain(Side& side) {
  if (!side.counts.empty()) side.count = side.counts[0];
  side.counts = side.displacements = {};
}

/// Fills send from `sent` and expected from `received`, lists of (peer) blocks.
struct Flow {
  std::vector<std::pair<uint32_t, uint32_t>> sent;      // (from, to) of each block of the send side
  std::vector<std::pair<uint32_t, uint32_t>> received;  // of the receive side
};

void make_movement(const Case& call, Rank& rank, const Flow& flow, int own_block) {
  const auto lengths = [&](const auto& list) {
    std::vector<std::int64_t> all;
    for (const auto& [from, to] : list) all.push_back(units(call, from, to));
    return all;
  };
  SideMaker send(call, rank, true);
  SideMaker recv(call, rank, false);
  send.make(lengths(flow.sent));
  recv.make(lengths(flow.received));
  const auto data = [&](const std::pair<uint32_t, uint32_t>& edge) {
    return stream(call, edge.first, edge.second, units(call, edge.first, edge.second) * 8);
  };
  for (uint32_t i = 0; i < flow.sent.size(); ++i) send.put(rank.send, i, data(flow.sent[i]));
  rank.expected = rank.recv;
  for (uint32_t i = 0; i < flow.received.size(); ++i) recv.put(rank.expected, i, data(flow.received[i]));
  if (!rank.shape.in_place) return;
  // What MPI_IN_PLACE says lies in the receive buffer: the own block, or for alltoall all that is to be sent.
  if (own_block >= 0) {
    recv.put(rank.recv, static_cast<uint32_t>(own_block), data(flow.received[static_cast<std::size_t>(own_block)]));
  } else {
    for (uint32_t i = 0; i < flow.received.size(); ++i) {
      const auto& [from, to] = flow.received[i];
      recv.put(rank.recv, i, data({to, from}));
    }
  }
}

void make_reduction(const Case& call, std::vector<Rank>& ranks) {
  const std::int64_t size = call.commutative ? 8 : 16;
  const Type type{size, size + (call.mixed_types ? 8 : 0)};
  const bool scatters =
      call.collective == Collective::reduce_scatter || call.collective == Collective::reduce_scatter_block;
  std::vector<std::int64_t> counts, displacements;
  std::int64_t total = scatters ? 0 : call.count;
  if (scatters) {
    for (uint32_t i = 0; i < call.size; ++i) {
      counts.push_back(call.varied ? units(call, i, 0) : call.count);
      displacements.push_back(total);
      total += counts.back();
    }
  }
  Memory running;
  std::vector<Memory> below(call.size), upto(call.size);
  for (uint32_t r = 0; r < call.size; ++r) {
    Memory own = stream(call, r, 0, total * size);
    below[r] = running;
    if (r > 0) {  // running op own
      Memory result = own;
      combine(running, result, size);
      running = std::move(result);
    } else {
      running = own;
    }
    if (call.collective == Collective::scan || call.collective == Collective::exscan) upto[r] = running;
  }
  for (uint32_t r = 0; r < call.size; ++r) {
    Rank& rank = ranks[r];
    rank.types[slot::send] = rank.types[slot::recv] = type;
    rank.shape.send.count = total;
    rank.shape.send.size = rank.shape.recv.size = size;
    say_contiguous(call, rank.shape.recv, type, r);
    rank.shape.recv.count = scatters ? call.count : total;
    if (scatters && call.varied) {
      rank.counts[1] = counts;
      rank.displacements[1] = displacements;
      rank.shape.recv.counts = rank.counts[1];
      rank.shape.recv.displacements = rank.displacements[1];
    }
    const Memory own = stream(call, r, 0, total * size);
    const auto memory = static_cast<std::size_t>((total + 1) * type.stride);
    rank.recv.assign(memory, 0xEE);
    if (rank.shape.in_place) {
      overlay(rank.recv, type, 0, own);
    } else {
      rank.send.assign(memory, 0xDD);
      overlay(rank.send, type, 0, own);
    }
    rank.expected = rank.recv;
    switch (call.collective) {
      case Collective::reduce:
        if (r == call.root) overlay(rank.expected, type, 0, running);
        break;
      case Collective::allreduce: overlay(rank.expected, type, 0, running); break;
      case Collective::scan: overlay(rank.expected, type, 0, upto[r]); break;
      case Collective::exscan:
        if (r > 0) overlay(rank.expected, type, 0, below[r]);
        break;
      default: {
        const Memory block(running.begin() + displacements[r] * size,
                           running.begin() + (displacements[r] + counts[r]) * size);
        overlay(rank.expected, type, 0, block);
        // In place the rest of the buffer is left undefined.
        if (rank.shape.in_place) rank.expected.resize(static_cast<std::size_t>(counts[r] * type.stride));
      }
    }
  }
}

/// A grid of dims 2 x (size / 2) with wrap-around where it divides, else a random graph with repeated edges.
void make_neighbours(const Case& call, std::vector<Rank>& ranks) {
  if (call.size % 2 == 0) {
    const uint32_t rows = 2, columns = call.size / 2;
    for (uint32_t r = 0; r < call.size; ++r) {
      const uint32_t row = r / columns, column = r % columns;
      const auto at = [&](uint32_t i, uint32_t j) { return i % rows * columns + j % columns; };
      std::vector<uint32_t> list = {at(row + rows - 1, column), at(row + 1, column), at(row, column + columns - 1),
                                    at(row, column + 1)};
      if (call.root == 0 && columns > 1) {  // not periodic along the columns
        if (column == 0) list[2] = Shape::nobody;
        if (column == columns - 1) list[3] = Shape::nobody;
      }
      ranks[r].sources = ranks[r].destinations = list;
      ranks[r].shape.cartesian = true;
    }
  } else {
    Random random(call.seed);
    for (uint32_t edge = 0; edge < 3 * call.size; ++edge) {
      const auto from = static_cast<uint32_t>(random.below(call.size));
      const auto to = static_cast<uint32_t>(random.below(call.size));
      ranks[from].destinations.push_back(to);
      ranks[to].sources.push_back(from);
    }
  }
  for (Rank& rank : ranks) {
    rank.shape.sources = rank.sources;
    rank.shape.destinations = rank.destinations;
  }
}

/// Data of neighbour blocks: named by the sender and the index of the edge at the sender.
void make_neighbour_data(const Case& call, std::vector<Rank>& ranks) {
  const bool same = call.collective == Collective::neighbor_allgather;
  std::vector<uint32_t> taken(call.size * call.size, 0);
  for (Rank& rank : ranks) {
    const uint32_t me = rank.shape.rank;
    Flow flow;
    for (uint32_t i = 0; i < rank.destinations.size(); ++i) flow.sent.emplace_back(me, same ? 0 : i);
    if (same) flow.sent.assign(1, {me, 0});
    for (uint32_t i = 0; i < rank.sources.size(); ++i) {
      const uint32_t from = rank.sources[i];
      if (from == Shape::nobody) {
        flow.received.emplace_back(me, 999);
        continue;
      }
      uint32_t index = i ^ 1U;      // what arrives from below was sent up
      if (!rank.shape.cartesian) {  // the k-th edge here is the k-th edge there
        const auto& list = ranks[from].destinations;
        uint32_t skip = taken[from * call.size + me]++;
        for (index = 0; list[index] != me || skip-- > 0; ++index) {
        }
      }
      flow.received.emplace_back(from, same ? 0 : index);
    }
    make_movement(call, rank, flow, 0);
    if (same) make_plain(rank.shape.send);
    // Where there is no neighbour the block stays as it was.
    for (uint32_t i = 0; i < rank.sources.size(); ++i) {
      if (rank.sources[i] != Shape::nobody) continue;
      const Side& side = rank.shape.recv;
      const Type type = side.sizes.empty() ? rank.types[slot::recv] : rank.peer_types[1][i];
      const auto first = side.offset_of(i) * type.unit;
      const auto length = side.count_of(i) * type.stride;
      std::copy_n(rank.recv.begin() + first, length, rank.expected.begin() + first);
    }
  }
}

void make_exchange(const Case& call, Rank& rank) {
  const uint32_t me = rank.shape.rank;
  const bool at_root = me == call.root;
  Flow flow;
  const auto each = [&](auto&& act) {
    for (uint32_t i = 0; i < call.size; ++i) act(i);
  };
  int own = static_cast<int>(me);
  switch (call.collective) {
    case Collective::gather:
    case Collective::gatherv:
      flow.sent = {{me, 0}};
      if (at_root) each([&](uint32_t i) { flow.received.emplace_back(i, 0); });
      break;
    case Collective::scatter:
    case Collective::scatterv:
      if (at_root) each([&](uint32_t i) { flow.sent.emplace_back(call.root, i); });
      flow.received = {{call.root, me}};
      own = 0;
      break;
    case Collective::allgather:
    case Collective::allgatherv:
      flow.sent = {{me, 0}};
      each([&](uint32_t i) { flow.received.emplace_back(i, 0); });
      break;
    default:
      each([&](uint32_t i) {
        flow.sent.emplace_back(me, i);
        flow.received.emplace_back(i, me);
      });
      own = -1;
  }
  make_movement(call, rank, flow, own);
  if (flow.sent.size() == 1 && call.collective != Collective::alltoall && call.collective != Collective::alltoallv &&
      !(at_root && (call.collective == Collective::scatterv || call.collective == Collective::scatter))) {
    make_plain(rank.shape.send);
  }
  if (call.collective == Collective::scatter || call.collective == Collective::scatterv) make_plain(rank.shape.recv);
}

}  // namespace

bool wants_all() {
  const char* const wish = std::getenv("SIMULATE");  // NOLINT(concurrency-mt-unsafe): one thread
  return wish != nullptr && std::string_view(wish) == "all";
}

Nodes nodes_of(const Case& call) {
  std::vector<uint32_t> ids;
  for (uint32_t r = 0; r < call.size; ++r) {
    ids.push_back(!call.node_of.empty() ? call.node_of[r] : call.ranks_per_node > 0 ? r / call.ranks_per_node : 0);
  }
  Nodes nodes = Nodes::of(ids);
  nodes.levels = call.levels;
  return nodes;
}

std::vector<Rank> make_ranks(const Case& call) {
  std::vector<Rank> ranks(call.size);
  const Nodes nodes = nodes_of(call);
  for (uint32_t r = 0; r < call.size; ++r) {
    Rank& rank = ranks[r];
    if (nodes.count() > 1 || call.levels != nullptr) rank.shape.nodes = &nodes;
    rank.types.assign(3, Type{});
    rank.shape.rank = r;
    rank.shape.size = call.size;
    rank.shape.root = call.root;
    rank.shape.commutative = call.commutative;
    const bool only_root = call.collective == Collective::gather || call.collective == Collective::gatherv ||
                           call.collective == Collective::scatter || call.collective == Collective::scatterv ||
                           call.collective == Collective::reduce;
    rank.shape.in_place = call.in_place && (!only_root || r == call.root);
  }
  if (is_reduction(call.collective)) {
    make_reduction(call, ranks);
  } else if (call.collective == Collective::neighbor_allgather || call.collective == Collective::neighbor_alltoall) {
    make_neighbours(call, ranks);
    make_neighbour_data(call, ranks);
  } else if (call.collective == Collective::bcast) {
    for (Rank& rank : ranks) {
      SideMaker recv(call, rank, false);
      recv.make({call.count});
      const Memory data = stream(call, call.root, 0, call.count * 8);
      rank.expected = rank.recv;
      recv.put(rank.expected, 0, data);
      if (rank.shape.rank == call.root) recv.put(rank.recv, 0, data);
    }
  } else if (call.collective != Collective::barrier) {
    for (Rank& rank : ranks) make_exchange(call, rank);
  }
  for (Rank& rank : ranks) {
    for (const auto& types : rank.peer_types) rank.types.insert(rank.types.end(), types.begin(), types.end());
    if (call.algorithm != nullptr) rank.schedule = call.algorithm->build(rank.shape);
    rank.shape.nodes = nullptr;
  }
  return ranks;
}

std::string describe(const Case& call, Sending sending) {
  return std::string(call.algorithm->name) + " (collective " + std::to_string(static_cast<int>(call.collective)) +
         ") ranks " + std::to_string(call.size) + " root " + std::to_string(call.root) + " count " +
         std::to_string(call.count) + (call.in_place ? " in place" : "") +
         (call.commutative ? "" : " not commutative") + (call.varied ? " varied" : "") +
         (call.per_peer_types ? " per-peer types" : "") + (call.mixed_types ? " mixed types" : "") +
         (sending == Sending::eager ? " eager" : " synchronous");
}

std::string problem_of(const Case& call, Sending sending, Report* report) {
  std::vector<Rank> ranks = make_ranks(call);
  const Report found = simulate(ranks, sending, call.seed);
  if (report != nullptr) *report = found;
  if (!found.problem.empty()) return found.problem;
  for (const Rank& rank : ranks) {
    if (!std::equal(rank.expected.begin(), rank.expected.end(), rank.recv.begin()))
      return "wrong data at rank " + std::to_string(rank.shape.rank);
  }
  return {};
}

}  // namespace baton::collectives::test
