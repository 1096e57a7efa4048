// SPDX-License-Identifier: BSD-3-Clause
// Process topologies as plain data (MPI 5.0, chapter 8): grids, graphs, distributed graphs. Pure arithmetic; no
// messages.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace baton::communicator {

/// A grid of processes, row-major: the last dimension runs fastest.
struct Cartesian {
  std::vector<int> dims;
  std::vector<bool> periods;

  [[nodiscard]] std::int64_t size() const noexcept;
  [[nodiscard]] std::vector<int> coordinates(int rank) const;
  /// Coordinates of periodic dimensions wrap round. -1 when one lies outside a dimension without period; `*bad` says
  /// which.
  [[nodiscard]] int rank(std::span<const int> coordinates, std::size_t* bad = nullptr) const noexcept;
  /// The neighbour `displacement` steps along `dimension`, or -1.
  [[nodiscard]] int neighbor(int rank, int dimension, int displacement) const;
};

/// MPI_Graph_create's: `index` holds cumulated degrees.
struct Graph {
  std::vector<int> index;
  std::vector<int> edges;
  [[nodiscard]] std::span<const int> neighbors(int rank) const noexcept;
};

/// This process's part of a distributed graph.
struct DistributedGraph {
  std::vector<int> sources, source_weights, destinations, destination_weights;
  bool weighted = false;
};

/// Fills the zeros of `dims` so that the product is `nodes` and the filled ones are as close to each other as possible
/// and in non-increasing order (8.5.2). False when the fixed ones do not divide `nodes`.
bool fill_dimensions(int nodes, std::span<int> dims);

}  // namespace baton::communicator
