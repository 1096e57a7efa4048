// SPDX-License-Identifier: BSD-3-Clause
// Bodies of graphs and distributed graphs (MPI 5.0, 8.5.3, 8.5.4 and 8.5.8).
#include <algorithm>
#include <array>

#include "communicator/exchange.hpp"
#include "mpi/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_communicator.hpp"
#include "mpi/generated/api_topology.hpp"
#include "mpi/hints.hpp"
#include "mpi/topology_access.hpp"

namespace baton::mpi::api {
namespace {

using communicator::DistributedGraph;
using communicator::Words;
using GraphShape = communicator::Graph;

int look_up_graph(MPI_Comm comm, Communicator** communicator, const GraphShape** graph) noexcept {
  if (const int code = look_up_comm("comm", comm, communicator); code != MPI_SUCCESS) return code;
  *graph = shape_of<GraphShape>(**communicator);
  return *graph != nullptr ? MPI_SUCCESS : wrong_topology(comm, "graph");
}

int check_graph(MPI_Comm comm, const Communicator& parent, int nnodes, const int indx[], const int edges[],
                GraphShape* graph) {
  if (nnodes < 0 || nnodes > parent.size()) {
    return fail(comm, MPI_ERR_ARG, "argument 'nnodes' = {}: must be 0..{} (the size of the communicator)", nnodes,
                parent.size());
  }
  if (nnodes > 0 && indx == nullptr) return null_output(comm, "indx");
  int last = 0;
  for (int i = 0; i < nnodes; ++i) {
    if (indx[i] < last)
      return fail(comm, MPI_ERR_ARG, "argument 'indx[{}]' = {}: less than the entry before it ({})", i, indx[i], last);
    last = indx[i];
  }
  if (last > 0 && edges == nullptr) return null_output(comm, "edges");
  for (int i = 0; i < last; ++i) {
    if (edges[i] < 0 || edges[i] >= nnodes) {
      return fail(comm, MPI_ERR_ARG, "argument 'edges[{}]' = {}: not a node; nodes are 0..{}", i, edges[i], nnodes - 1);
    }
  }
  if (nnodes > 0) graph->index.assign(indx, indx + nnodes);
  if (last > 0) graph->edges.assign(edges, edges + last);
  return MPI_SUCCESS;
}

int check_ranks(MPI_Comm comm, const Communicator& parent, const char* name, int n, const int ranks[]) {
  if (n > 0 && ranks == nullptr) return null_output(comm, name);
  for (int i = 0; i < n; ++i) {
    if (ranks[i] < 0 || ranks[i] >= parent.size()) {
      return fail(comm, MPI_ERR_RANK, "argument '{}[{}]' = {}: not a rank of the communicator (size {})", name, i,
                  ranks[i], parent.size());
    }
  }
  return MPI_SUCCESS;
}

/// Gives the new communicator, if there is one, its topology.
int give(int code, MPI_Comm made, decltype(Topology::shape) shape) {
  if (code != MPI_SUCCESS || made == MPI_COMM_NULL) return code;
  auto topology = std::make_unique<Topology>();
  topology->shape = std::move(shape);
  extension_of(*comms().lookup(made)).topology = std::move(topology);
  return MPI_SUCCESS;
}

/// MPI_UNWEIGHTED and MPI_WEIGHTS_EMPTY are addresses that mean "no array".
bool has_weights(const int weights[]) noexcept { return weights != MPI_UNWEIGHTED; }
int weight(const int weights[], int i) noexcept {
  return weights == MPI_UNWEIGHTED || weights == MPI_WEIGHTS_EMPTY ? 0 : weights[i];
}

int check_weights(MPI_Comm comm, const char* name, int n, const int weights[]) {
  if (weights == MPI_UNWEIGHTED || n == 0) return MPI_SUCCESS;
  if (weights == nullptr || weights == MPI_WEIGHTS_EMPTY) {
    return fail(comm, MPI_ERR_ARG, "argument '{}' is {}, but there are {} edges; pass their weights or MPI_UNWEIGHTED",
                name, weights == nullptr ? "a null pointer" : "MPI_WEIGHTS_EMPTY", n);
  }
  for (int i = 0; i < n; ++i) {
    if (weights[i] < 0)
      return fail(comm, MPI_ERR_ARG, "argument '{}[{}]' = {}: must not be negative", name, i, weights[i]);
  }
  return MPI_SUCCESS;
}

/// Everybody learns all edges (three words each), padded to the longest list, and keeps its own.
Result<DistributedGraph> share_edges(Communicator& parent, communicator::Construction& construction, Words own,
                                     bool weighted) {
  const Words summary{static_cast<std::int64_t>(own.size()), weighted ? 1 : 0};
  const auto summaries = construction.gather_all(summary);
  if (!summaries) return summaries.error();
  DistributedGraph graph;
  graph.weighted = true;
  std::int64_t longest = 0;
  for (std::size_t i = 0; i + 1 < summaries->size(); i += 2) {
    longest = std::max(longest, (*summaries)[i]);
    if ((*summaries)[i] > 0 || summary[0] == 0) graph.weighted = graph.weighted && (*summaries)[i + 1] != 0;
  }
  own.resize(static_cast<std::size_t>(longest), -1);
  const auto all = construction.gather_all(own);
  if (!all) return all.error();
  for (std::size_t i = 0; i + 2 < all->size(); i += 3) {
    const auto source = static_cast<int>((*all)[i]);
    if (source < 0) continue;
    const auto destination = static_cast<int>((*all)[i + 1]);
    const auto value = static_cast<int>((*all)[i + 2]);
    if (destination == parent.rank()) {
      graph.sources.push_back(source);
      graph.source_weights.push_back(value);
    }
    if (source == parent.rank()) {
      graph.destinations.push_back(destination);
      graph.destination_weights.push_back(value);
    }
  }
  return graph;
}

}  // namespace

int graph_create(MPI_Comm comm_old, int nnodes, const int indx[], const int edges[], int /*reorder*/,
                 MPI_Comm* comm_graph) {
  Communicator* parent = nullptr;
  if (const int code = look_up_intra("comm_old", comm_old, &parent); code != MPI_SUCCESS) return code;
  Refusal refusal(comm_old, *parent, schedule::Constructor::graph_create);
  GraphShape graph;
  if (const int code = check_graph(comm_old, *parent, nnodes, indx, edges, &graph); code != MPI_SUCCESS) return code;
  if (comm_graph == nullptr) return null_output(comm_old, "comm_graph");
  refusal.dismiss();
  const int color = parent->rank() < nnodes ? 0 : MPI_UNDEFINED;
  const int code =
      split_intra(comm_old, *parent, color, parent->rank(), schedule::Constructor::graph_create, comm_graph);
  return give(code, *comm_graph, std::move(graph));
}

int graph_map(MPI_Comm comm, int nnodes, const int indx[], const int edges[], int* newrank) {
  Communicator* parent = nullptr;
  if (const int code = look_up_intra("comm", comm, &parent); code != MPI_SUCCESS) return code;
  GraphShape graph;
  if (const int code = check_graph(comm, *parent, nnodes, indx, edges, &graph); code != MPI_SUCCESS) return code;
  if (newrank == nullptr) return null_output(comm, "newrank");
  *newrank = parent->rank() < nnodes ? parent->rank() : MPI_UNDEFINED;
  return MPI_SUCCESS;
}

int graphdims_get(MPI_Comm comm, int* nnodes, int* nedges) {
  Communicator* communicator = nullptr;
  const GraphShape* graph = nullptr;
  if (const int code = look_up_graph(comm, &communicator, &graph); code != MPI_SUCCESS) return code;
  if (nnodes == nullptr) return null_output(comm, "nnodes");
  if (nedges == nullptr) return null_output(comm, "nedges");
  *nnodes = static_cast<int>(graph->index.size());
  *nedges = static_cast<int>(graph->edges.size());
  return MPI_SUCCESS;
}

int graph_get(MPI_Comm comm, int maxindex, int maxedges, int indx[], int edges[]) {
  Communicator* communicator = nullptr;
  const GraphShape* graph = nullptr;
  if (const int code = look_up_graph(comm, &communicator, &graph); code != MPI_SUCCESS) return code;
  if (maxindex < 0) return fail(comm, MPI_ERR_ARG, "argument 'maxindex' = {}: must not be negative", maxindex);
  if (maxedges < 0) return fail(comm, MPI_ERR_ARG, "argument 'maxedges' = {}: must not be negative", maxedges);
  const auto nodes = std::min(static_cast<std::size_t>(maxindex), graph->index.size());
  const auto count = std::min(static_cast<std::size_t>(maxedges), graph->edges.size());
  if (nodes > 0 && indx == nullptr) return null_output(comm, "indx");
  if (count > 0 && edges == nullptr) return null_output(comm, "edges");
  std::copy_n(graph->index.begin(), nodes, indx);
  std::copy_n(graph->edges.begin(), count, edges);
  return MPI_SUCCESS;
}

int graph_neighbors_count(MPI_Comm comm, int rank, int* nneighbors) {
  Communicator* communicator = nullptr;
  const GraphShape* graph = nullptr;
  if (const int code = look_up_graph(comm, &communicator, &graph); code != MPI_SUCCESS) return code;
  if (const int code = check_ranks(comm, *communicator, "rank", 1, &rank); code != MPI_SUCCESS) return code;
  if (nneighbors == nullptr) return null_output(comm, "nneighbors");
  *nneighbors = static_cast<int>(graph->neighbors(rank).size());
  return MPI_SUCCESS;
}

int graph_neighbors(MPI_Comm comm, int rank, int maxneighbors, int neighbors[]) {
  Communicator* communicator = nullptr;
  const GraphShape* graph = nullptr;
  if (const int code = look_up_graph(comm, &communicator, &graph); code != MPI_SUCCESS) return code;
  if (const int code = check_ranks(comm, *communicator, "rank", 1, &rank); code != MPI_SUCCESS) return code;
  if (maxneighbors < 0)
    return fail(comm, MPI_ERR_ARG, "argument 'maxneighbors' = {}: must not be negative", maxneighbors);
  const auto list = graph->neighbors(rank);
  const auto count = std::min(static_cast<std::size_t>(maxneighbors), list.size());
  if (count > 0 && neighbors == nullptr) return null_output(comm, "neighbors");
  std::copy_n(list.begin(), count, neighbors);
  return MPI_SUCCESS;
}

int dist_graph_create_adjacent(MPI_Comm comm_old, int indegree, const int sources[], const int sourceweights[],
                               int outdegree, const int destinations[], const int destweights[], MPI_Info info,
                               int /*reorder*/, MPI_Comm* comm_dist_graph) {
  Communicator* parent = nullptr;
  if (const int code = look_up_intra("comm_old", comm_old, &parent); code != MPI_SUCCESS) return code;
  Refusal refusal(comm_old, *parent, schedule::Constructor::dist_graph_create_adjacent);
  if (!info_exists(info)) return fail_handle(comm_old, "info", info);
  if (indegree < 0) return fail(comm_old, MPI_ERR_ARG, "argument 'indegree' = {}: must not be negative", indegree);
  if (outdegree < 0) return fail(comm_old, MPI_ERR_ARG, "argument 'outdegree' = {}: must not be negative", outdegree);
  if (const int code = check_ranks(comm_old, *parent, "sources", indegree, sources); code != MPI_SUCCESS) return code;
  if (const int code = check_ranks(comm_old, *parent, "destinations", outdegree, destinations); code != MPI_SUCCESS)
    return code;
  if (const int code = check_weights(comm_old, "sourceweights", indegree, sourceweights); code != MPI_SUCCESS)
    return code;
  if (const int code = check_weights(comm_old, "destweights", outdegree, destweights); code != MPI_SUCCESS) return code;
  if (comm_dist_graph == nullptr) return null_output(comm_old, "comm_dist_graph");
  refusal.dismiss();
  DistributedGraph graph;
  graph.weighted = has_weights(sourceweights) && has_weights(destweights);
  for (int i = 0; i < indegree; ++i) {
    graph.sources.push_back(sources[i]);
    graph.source_weights.push_back(weight(sourceweights, i));
  }
  for (int i = 0; i < outdegree; ++i) {
    graph.destinations.push_back(destinations[i]);
    graph.destination_weights.push_back(weight(destweights, i));
  }
  const int code = split_intra(comm_old, *parent, 0, parent->rank(), schedule::Constructor::dist_graph_create_adjacent,
                               comm_dist_graph);
  return give(code, *comm_dist_graph, std::move(graph));
}

int dist_graph_create(MPI_Comm comm_old, int n, const int sources[], const int degrees[], const int destinations[],
                      const int weights[], MPI_Info info, int /*reorder*/, MPI_Comm* comm_dist_graph) {
  Communicator* parent = nullptr;
  if (const int code = look_up_intra("comm_old", comm_old, &parent); code != MPI_SUCCESS) return code;
  Refusal refusal(comm_old, *parent, schedule::Constructor::dist_graph_create);
  if (!info_exists(info)) return fail_handle(comm_old, "info", info);
  if (n < 0) return fail(comm_old, MPI_ERR_ARG, "argument 'n' = {}: must not be negative", n);
  if (const int code = check_ranks(comm_old, *parent, "sources", n, sources); code != MPI_SUCCESS) return code;
  if (n > 0 && degrees == nullptr) return null_output(comm_old, "degrees");
  int edges = 0;
  for (int i = 0; i < n; ++i) {
    if (degrees[i] < 0)
      return fail(comm_old, MPI_ERR_ARG, "argument 'degrees[{}]' = {}: must not be negative", i, degrees[i]);
    edges += degrees[i];
  }
  if (const int code = check_ranks(comm_old, *parent, "destinations", edges, destinations); code != MPI_SUCCESS)
    return code;
  if (const int code = check_weights(comm_old, "weights", edges, weights); code != MPI_SUCCESS) return code;
  if (comm_dist_graph == nullptr) return null_output(comm_old, "comm_dist_graph");
  refusal.dismiss();

  Words own;  // source, destination, weight of each edge that is given here
  int edge = 0;
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < degrees[i]; ++k, ++edge) {
      own.insert(own.end(), {sources[i], destinations[edge], weight(weights, edge)});
    }
  }
  DistributedGraph graph;
  const auto made = [&]() -> Result<communicator::Ref> {
    const p2p::Engine::Guard guard(parent->engine());
    communicator::Construction construction(*parent, schedule::Constructor::dist_graph_create);
    auto shared = share_edges(*parent, construction, std::move(own), has_weights(weights));
    if (!shared) return shared.error();
    graph = std::move(*shared);
    return Communicator::make(parent->engine(), parent->registry(), construction.child(), parent->group(),
                              parent->rank());
  }();
  *comm_dist_graph = MPI_COMM_NULL;
  if (!made) return fail(comm_old, made.error());
  *comm_dist_graph = adopt(*made, parent);
  return give(MPI_SUCCESS, *comm_dist_graph, std::move(graph));
}

int dist_graph_neighbors_count(MPI_Comm comm, int* indegree, int* outdegree, int* weighted) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  const auto* graph = shape_of<DistributedGraph>(*communicator);
  if (graph == nullptr) return wrong_topology(comm, "distributed graph");
  if (indegree == nullptr) return null_output(comm, "indegree");
  if (outdegree == nullptr) return null_output(comm, "outdegree");
  if (weighted == nullptr) return null_output(comm, "weighted");
  *indegree = static_cast<int>(graph->sources.size());
  *outdegree = static_cast<int>(graph->destinations.size());
  *weighted = graph->weighted ? 1 : 0;
  return MPI_SUCCESS;
}

int dist_graph_neighbors(MPI_Comm comm, int maxindegree, int sources[], int sourceweights[], int maxoutdegree,
                         int destinations[], int destweights[]) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  const auto* graph = shape_of<DistributedGraph>(*communicator);
  if (graph == nullptr) return wrong_topology(comm, "distributed graph");
  if (maxindegree < 0) return fail(comm, MPI_ERR_ARG, "argument 'maxindegree' = {}: must not be negative", maxindegree);
  if (maxoutdegree < 0)
    return fail(comm, MPI_ERR_ARG, "argument 'maxoutdegree' = {}: must not be negative", maxoutdegree);
  const auto in = std::min(static_cast<std::size_t>(maxindegree), graph->sources.size());
  const auto out = std::min(static_cast<std::size_t>(maxoutdegree), graph->destinations.size());
  if (in > 0 && sources == nullptr) return null_output(comm, "sources");
  if (out > 0 && destinations == nullptr) return null_output(comm, "destinations");
  std::copy_n(graph->sources.begin(), in, sources);
  std::copy_n(graph->destinations.begin(), out, destinations);
  const auto wanted = [&](const int* weights) {
    return graph->weighted && weights != nullptr && weights != MPI_UNWEIGHTED && weights != MPI_WEIGHTS_EMPTY;
  };
  if (wanted(sourceweights)) std::copy_n(graph->source_weights.begin(), in, sourceweights);
  if (wanted(destweights)) std::copy_n(graph->destination_weights.begin(), out, destweights);
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
