// SPDX-License-Identifier: BSD-3-Clause
// Random process topologies: what their queries answer, and neighbourhood collectives over them, blocking, immediate
// and persistent.
#include <algorithm>
#include <numeric>

#include "group_calls.hpp"

namespace differential {

namespace {

/// Who sends to a rank and to whom it sends, in order. An edge that occurs twice is met in order.
struct Graph {
  std::vector<std::vector<int>> in, out;  // per rank; MPI_PROC_NULL at the rim of a grid
  std::string made;
};

int words(std::uint64_t key, int from, int to, int nth) {
  Random random(key + static_cast<std::uint64_t>((from * 17 + to) * 31 + nth));
  random.next();
  return random.below(5);
}

int value(std::uint64_t key, int from, int to, int nth, int i) {
  return static_cast<int>((key % 1000) * 1000000 +
                          static_cast<std::uint64_t>(((from * 10 + to) * 10 + nth) * 100 + i % 100));
}

class Neighborhood {
 public:
  Neighborhood(Script& script, MPI_Comm comm, const Graph& graph) : script_(script), comm_(comm), graph_(graph) {
    MPI_Comm_rank(comm, &rank_);
  }

  void run(Flights& flights) {
    const std::uint64_t key = script_.random.next();
    const int kind = script_.random.below(5), same = script_.random.below(4);
    static const char* const names[] = {"Neighbor_allgather", "Neighbor_allgatherv", "Neighbor_alltoall",
                                        "Neighbor_alltoallv", "Neighbor_alltoallw"};
    const auto& in = graph_.in[static_cast<std::size_t>(rank_)];
    const auto& out = graph_.out[static_cast<std::size_t>(rank_)];
    const bool all_same = kind == 0 || kind == 2, gathers = kind < 2;
    auto flight = std::make_unique<Flight>();
    Flight& f = *flight;
    f.call = text(names[kind], "(", same, ") on ", graph_.made);
    f.sent = std::make_shared<std::vector<int>>();
    f.got = std::make_shared<std::vector<int>>();
    int place = 0;
    for (std::size_t k = 0; k < out.size(); ++k) {
      if (gathers && k > 0) break;
      const int to = gathers ? 99 : out[k], nth = gathers ? 0 : nth_of(out, k);
      const int count = all_same ? same : to == MPI_PROC_NULL ? 2 : words(key, rank_, to, nth);
      f.other_counts.push_back(count);
      f.other_places.push_back(place);
      for (int i = 0; i < count; ++i) f.sent->push_back(value(key, rank_, to, nth, i));
      place += count;
    }
    if (out.empty()) f.other_counts.push_back(gathers && all_same ? same : 0);
    place = 0;
    for (std::size_t k = 0; k < in.size(); ++k) {
      const int from = in[k];
      const int to = gathers ? 99 : rank_;
      const int count = all_same                ? same
                        : from == MPI_PROC_NULL ? 2
                                                : words(key, from, to, nth_in_sender(from, k, gathers));
      f.counts.push_back(count);
      f.places.push_back(place);
      for (int i = 0; i < count; ++i) {
        f.got->push_back(-1);
        f.ints_wanted.push_back(from == MPI_PROC_NULL ? -1 : value(key, from, to, nth_in_sender(from, k, gathers), i));
      }
      place += count;
    }
    f.sent->push_back(0);
    f.got->push_back(-1);
    f.ints_wanted.push_back(-1);
    f.types.assign(std::max(in.size(), out.size()) + 1, MPI_INT);
    for (std::size_t k = 0; k < in.size() || k < out.size(); ++k) {
      f.far_places.push_back(k < in.size() ? f.places[k] * 4 : 0);
      f.other_far_places.push_back(!gathers && k < out.size() ? f.other_places[k] * 4 : 0);
    }
    f.far_places.push_back(0);
    f.other_far_places.push_back(0);
    call(kind, same, std::move(flight), flights);
  }

 private:
  static int nth_of(const std::vector<int>& list, std::size_t k) {
    return static_cast<int>(std::count(list.begin(), list.begin() + static_cast<long>(k), list[k]));
  }
  /// The k-th source's message is that of its n-th edge to here, n counted among equal sources.
  int nth_in_sender(int from, std::size_t k, bool gathers) const {
    const auto& in = graph_.in[static_cast<std::size_t>(rank_)];
    if (gathers || from == MPI_PROC_NULL) return 0;
    const int nth = nth_of(in, k);
    // In a grid of one or two the neighbours to both sides are one rank: what it sends up comes from below.
    if (graph_.made.rfind("Cart", 0) == 0) {
      const auto& out = graph_.out[static_cast<std::size_t>(from)];
      const std::size_t opposite = k % 2 == 0 ? k + 1 : k - 1;
      return nth_of(out, opposite);
    }
    return nth;
  }

  void call(int kind, int same, std::unique_ptr<Flight> flight, Flights& flights) {
    const int* sent = flight->sent->data();
    int* got = flight->got->data();
    const int mine = flight->other_counts.front();
    const int *sn = flight->other_counts.data(), *sd = flight->other_places.data(), *rn = flight->counts.data(),
              *rd = flight->places.data();
    const MPI_Datatype* types = flight->types.data();
    const MPI_Aint *far_s = flight->other_far_places.data(), *far_r = flight->far_places.data();
    const MPI_Comm comm = comm_;
    const MPI_Datatype type = MPI_INT;
    switch (kind) {
      case 0:
        return flights.make(
            std::move(flight), [=] { return MPI_Neighbor_allgather(sent, same, type, got, same, type, comm); },
            [=](MPI_Request* q) { return MPI_Ineighbor_allgather(sent, same, type, got, same, type, comm, q); },
            [=](MPI_Request* q) {
              return MPI_Neighbor_allgather_init(sent, same, type, got, same, type, comm, MPI_INFO_NULL, q);
            });
      case 1:
        return flights.make(
            std::move(flight), [=] { return MPI_Neighbor_allgatherv(sent, mine, type, got, rn, rd, type, comm); },
            [=](MPI_Request* q) { return MPI_Ineighbor_allgatherv(sent, mine, type, got, rn, rd, type, comm, q); },
            [=](MPI_Request* q) {
              return MPI_Neighbor_allgatherv_init(sent, mine, type, got, rn, rd, type, comm, MPI_INFO_NULL, q);
            });
      case 2:
        return flights.make(
            std::move(flight), [=] { return MPI_Neighbor_alltoall(sent, same, type, got, same, type, comm); },
            [=](MPI_Request* q) { return MPI_Ineighbor_alltoall(sent, same, type, got, same, type, comm, q); },
            [=](MPI_Request* q) {
              return MPI_Neighbor_alltoall_init(sent, same, type, got, same, type, comm, MPI_INFO_NULL, q);
            });
      case 3:
        return flights.make(
            std::move(flight), [=] { return MPI_Neighbor_alltoallv(sent, sn, sd, type, got, rn, rd, type, comm); },
            [=](MPI_Request* q) { return MPI_Ineighbor_alltoallv(sent, sn, sd, type, got, rn, rd, type, comm, q); },
            [=](MPI_Request* q) {
              return MPI_Neighbor_alltoallv_init(sent, sn, sd, type, got, rn, rd, type, comm, MPI_INFO_NULL, q);
            });
      default:
        return flights.make(
            std::move(flight),
            [=] { return MPI_Neighbor_alltoallw(sent, sn, far_s, types, got, rn, far_r, types, comm); },
            [=](MPI_Request* q) {
              return MPI_Ineighbor_alltoallw(sent, sn, far_s, types, got, rn, far_r, types, comm, q);
            },
            [=](MPI_Request* q) {
              return MPI_Neighbor_alltoallw_init(sent, sn, far_s, types, got, rn, far_r, types, comm, MPI_INFO_NULL, q);
            });
    }
  }

  Script& script_;
  MPI_Comm comm_;
  const Graph& graph_;
  int rank_ = 0;
};

void grid(Script& script) {
  const int dims = script.random.between(1, 3);
  std::vector<int> sizes(static_cast<std::size_t>(dims), 0), periods;
  script.doing(text("Dims_create(", script.size, ", ", dims, ")"));
  script.success(MPI_Dims_create(script.size, dims, sizes.data()));
  const int product = std::accumulate(sizes.begin(), sizes.end(), 1, [](int a, int b) { return a * b; });
  script.expect("product", product, script.size);
  script.expect("falling", std::is_sorted(sizes.rbegin(), sizes.rend()), true);
  script.random.shuffle(sizes);
  for (int d = 0; d < dims; ++d) periods.push_back(script.random.chance(50));
  MPI_Comm comm = MPI_COMM_NULL;
  Graph graph;
  graph.made = text("Cart_create(", list(sizes), " ", list(periods), ")");
  script.doing(graph.made);
  script.success(MPI_Cart_create(script.comm, dims, sizes.data(), periods.data(), 0, &comm));
  int rank = -1, kind = -1, got_dims = -1;
  script.success(MPI_Comm_rank(comm, &rank));
  script.expect("rank", rank, script.rank);
  script.success(MPI_Topo_test(comm, &kind));
  script.expect("kind", kind == MPI_CART, true);
  script.success(MPI_Cartdim_get(comm, &got_dims));
  script.expect("dims", got_dims, dims);
  const auto coords_of = [&](int of) {
    std::vector<int> coords(sizes.size());
    for (std::size_t d = sizes.size(); d-- > 0;) {
      coords[d] = of % sizes[d];
      of /= sizes[d];
    }
    return coords;
  };
  const auto moved = [&](int of, std::size_t d, int by) {
    std::vector<int> coords = coords_of(of);
    coords[d] += by;
    if (coords[d] < 0 || coords[d] >= sizes[d]) {
      if (!periods[d]) return static_cast<int>(MPI_PROC_NULL);
      coords[d] = ((coords[d] % sizes[d]) + sizes[d]) % sizes[d];
    }
    int found = 0;
    for (std::size_t k = 0; k < sizes.size(); ++k) found = found * sizes[k] + coords[k];
    return found;
  };
  std::vector<int> got_sizes(sizes.size()), got_periods(sizes.size()), coords(sizes.size());
  script.success(MPI_Cart_get(comm, dims, got_sizes.data(), got_periods.data(), coords.data()));
  script.expect("Cart_get", list(got_sizes) + list(got_periods) + list(coords),
                list(sizes) + list(periods) + list(coords_of(rank)));
  for (int r = 0; r < script.size; ++r) {
    std::vector<int> there(sizes.size());
    int back = -1;
    script.success(MPI_Cart_coords(comm, r, dims, there.data()));
    script.expect("coords", list(there), list(coords_of(r)));
    script.success(MPI_Cart_rank(comm, there.data(), &back));
    script.expect("rank", back, r);
    graph.in.emplace_back();
    for (std::size_t d = 0; d < sizes.size(); ++d) {
      graph.in.back().push_back(moved(r, d, -1));
      graph.in.back().push_back(moved(r, d, 1));
    }
    graph.out.push_back(graph.in.back());
  }
  const int by = script.random.between(-3, 3), along = script.random.below(dims);
  int source = -9, dest = -9;
  script.doing(text(graph.made, ", Cart_shift(", along, ", ", by, ")"));
  script.success(MPI_Cart_shift(comm, along, by, &source, &dest));
  script.expect(
      "source dest", text(source, " ", dest),
      text(moved(rank, static_cast<std::size_t>(along), -by), " ", moved(rank, static_cast<std::size_t>(along), by)));
  std::vector<int> keep;
  for (int d = 0; d < dims; ++d) keep.push_back(script.random.chance(50));
  MPI_Comm sub = MPI_COMM_NULL;
  script.doing(text(graph.made, ", Cart_sub(", list(keep), ")"));
  script.success(MPI_Cart_sub(comm, keep.data(), &sub));
  int sub_size = -1, sub_rank = -1, wanted_size = 1, wanted_rank = 0;
  script.success(MPI_Comm_size(sub, &sub_size));
  script.success(MPI_Comm_rank(sub, &sub_rank));
  for (std::size_t d = 0; d < sizes.size(); ++d) {
    if (!keep[d]) continue;
    wanted_size *= sizes[d];
    wanted_rank = wanted_rank * sizes[d] + coords[d];
  }
  script.expect("size rank", text(sub_size, " ", sub_rank), text(wanted_size, " ", wanted_rank));
  script.success(MPI_Comm_free(&sub));
  Flights flights(script);
  Neighborhood neighborhood(script, comm, graph);
  for (int i = 0, calls = script.random.between(1, 4); i < calls; ++i) neighborhood.run(flights);
  flights.finish();
  script.doing("Comm_free");
  script.success(MPI_Comm_free(&comm));
}

void distributed(Script& script) {
  Graph graph;
  graph.in.resize(static_cast<std::size_t>(script.size));
  graph.out.resize(static_cast<std::size_t>(script.size));
  const bool weighted = script.random.chance(50);
  // Edges in one order that all know: the n-th edge of a pair at the sender is the n-th at the receiver.
  for (int i = 0, edges = script.random.below(3 * script.size); i < edges; ++i) {
    const int from = script.random.below(script.size), to = script.random.below(script.size);
    graph.out[static_cast<std::size_t>(from)].push_back(to);
    graph.in[static_cast<std::size_t>(to)].push_back(from);
  }
  const auto& in = graph.in[static_cast<std::size_t>(script.rank)];
  const auto& out = graph.out[static_cast<std::size_t>(script.rank)];
  std::vector<int> in_weights(in.size() + 1), out_weights(out.size() + 1);
  std::iota(in_weights.begin(), in_weights.end(), 10);
  std::iota(out_weights.begin(), out_weights.end(), 50);
  MPI_Comm comm = MPI_COMM_NULL;
  graph.made = text("Dist_graph_create_adjacent(", list(in), " ", list(out), weighted ? ", weighted)" : ")");
  script.doing(graph.made);
  const int in_size = static_cast<int>(in.size()), out_size = static_cast<int>(out.size());
  script.success(MPI_Dist_graph_create_adjacent(
      script.comm, in_size, in.data(), weighted ? in_weights.data() : MPI_UNWEIGHTED, out_size, out.data(),
      weighted ? out_weights.data() : MPI_UNWEIGHTED, MPI_INFO_NULL, 0, &comm));
  int got_in = -1, got_out = -1, got_weighted = -1, kind = -1;
  script.success(MPI_Topo_test(comm, &kind));
  script.expect("kind", kind == MPI_DIST_GRAPH, true);
  script.success(MPI_Dist_graph_neighbors_count(comm, &got_in, &got_out, &got_weighted));
  script.expect("counts", text(got_in, " ", got_out, " ", got_weighted != 0),
                text(in_size, " ", out_size, " ", weighted));
  std::vector<int> sources(in.size() + 1), dests(out.size() + 1), weights_in(in.size() + 1),
      weights_out(out.size() + 1);
  script.success(MPI_Dist_graph_neighbors(comm, in_size, sources.data(), weights_in.data(), out_size, dests.data(),
                                          weights_out.data()));
  sources.resize(in.size());
  dests.resize(out.size());
  script.expect("neighbors", list(sources) + list(dests), list(in) + list(out));
  if (weighted) {
    weights_in.back() = in_weights.back();
    weights_out.back() = out_weights.back();
    script.expect("weights", list(weights_in) + list(weights_out), list(in_weights) + list(out_weights));
  }
  Flights flights(script);
  Neighborhood neighborhood(script, comm, graph);
  for (int i = 0, calls = script.random.between(1, 4); i < calls; ++i) neighborhood.run(flights);
  flights.finish();
  MPI_Comm copy = MPI_COMM_NULL;
  script.doing(graph.made + ", Comm_dup");
  script.success(MPI_Comm_dup(comm, &copy));
  script.success(MPI_Topo_test(copy, &kind));
  script.expect("kind of the copy", kind == MPI_DIST_GRAPH, true);
  script.success(MPI_Comm_free(&copy));
  script.success(MPI_Comm_free(&comm));
}

void old_graph(Script& script) {
  // Edges both ways, so that neighbours mean the same to both ends.
  std::vector<std::vector<int>> of(static_cast<std::size_t>(script.size));
  for (int i = 0, edges = script.random.below(2 * script.size); i < edges; ++i) {
    const int a = script.random.below(script.size), b = script.random.below(script.size);
    auto& list_a = of[static_cast<std::size_t>(a)];
    if (a == b || std::count(list_a.begin(), list_a.end(), b) > 0) continue;
    list_a.push_back(b);
    of[static_cast<std::size_t>(b)].push_back(a);
  }
  std::vector<int> index, edges;
  for (const auto& one : of) {
    edges.insert(edges.end(), one.begin(), one.end());
    index.push_back(static_cast<int>(edges.size()));
  }
  if (edges.empty()) return;
  Graph graph{of, of, text("Graph_create(", list(index), " ", list(edges), ")")};
  MPI_Comm comm = MPI_COMM_NULL;
  script.doing(graph.made);
  script.success(MPI_Graph_create(script.comm, script.size, index.data(), edges.data(), 0, &comm));
  int nodes = -1, edge_count = -1, kind = -1;
  script.success(MPI_Topo_test(comm, &kind));
  script.expect("kind", kind == MPI_GRAPH, true);
  script.success(MPI_Graphdims_get(comm, &nodes, &edge_count));
  script.expect("dims", text(nodes, " ", edge_count), text(script.size, " ", edges.size()));
  std::vector<int> got_index(index.size()), got_edges(edges.size());
  script.success(MPI_Graph_get(comm, nodes, edge_count, got_index.data(), got_edges.data()));
  script.expect("graph", list(got_index) + list(got_edges), list(index) + list(edges));
  for (int r = 0; r < script.size; ++r) {
    int count = -1;
    script.success(MPI_Graph_neighbors_count(comm, r, &count));
    std::vector<int> there(of[static_cast<std::size_t>(r)].size());
    script.expect("count", count, there.size());
    there.push_back(-1);
    script.success(MPI_Graph_neighbors(comm, r, count, there.data()));
    there.pop_back();
    script.expect("neighbors", list(there), list(of[static_cast<std::size_t>(r)]));
  }
  Flights flights(script);
  Neighborhood neighborhood(script, comm, graph);
  for (int i = 0, calls = script.random.between(1, 3); i < calls; ++i) neighborhood.run(flights);
  flights.finish();
  script.success(MPI_Comm_free(&comm));
}

}  // namespace

void neighbors(Script& script) {
  for (int i = 0, rounds = script.random.between(1, 2); i < rounds; ++i) {
    switch (script.random.below(3)) {
      case 0: grid(script); break;
      case 1: distributed(script); break;
      default: old_graph(script); break;
    }
  }
}

}  // namespace differential
