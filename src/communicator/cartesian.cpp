// SPDX-License-Identifier: BSD-3-Clause
#include "communicator/cartesian.hpp"

#include <algorithm>
#include <cmath>

namespace baton::communicator {

std::int64_t Cartesian::size() const noexcept {
  std::int64_t product = 1;
  for (const int dim : dims) product *= dim;
  return product;
}

std::vector<int> Cartesian::coordinates(int rank) const {
  std::vector<int> coordinates(dims.size());
  for (std::size_t i = dims.size(); i-- > 0;) {
    coordinates[i] = rank % dims[i];
    rank /= dims[i];
  }
  return coordinates;
}

int Cartesian::rank(std::span<const int> coordinates, std::size_t* bad) const noexcept {
  int rank = 0;
  for (std::size_t i = 0; i < dims.size(); ++i) {
    int at = coordinates[i];
    if (at < 0 || at >= dims[i]) {
      if (!periods[i]) {
        if (bad != nullptr) *bad = i;
        return -1;
      }
      at = ((at % dims[i]) + dims[i]) % dims[i];
    }
    rank = rank * dims[i] + at;
  }
  return rank;
}

int Cartesian::neighbor(int rank, int dimension, int displacement) const {
  std::vector<int> at = coordinates(rank);
  const auto d = static_cast<std::size_t>(dimension);
  const std::int64_t moved = static_cast<std::int64_t>(at[d]) + displacement;
  if (moved < 0 || moved >= dims[d]) {
    if (!periods[d]) return -1;
    at[d] = static_cast<int>(((moved % dims[d]) + dims[d]) % dims[d]);
  } else {
    at[d] = static_cast<int>(moved);
  }
  return this->rank(at);
}

std::span<const int> Graph::neighbors(int rank) const noexcept {
  const auto r = static_cast<std::size_t>(rank);
  const int first = rank == 0 ? 0 : index[r - 1];
  return std::span(edges).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(index[r] - first));
}

namespace {

/// Writes `nodes` as a product of out.size() factors, none above `limit`, non-increasing, with the largest as small as
/// can be, then the second largest, and so on. False when there is none.
bool factor(int nodes, int limit, std::span<int> out) {
  if (out.size() == 1) {
    if (nodes > limit) return false;
    out[0] = nodes;
    return true;
  }
  // The largest factor is at least the root; the first divisor from there on that leaves a factorable rest is the best.
  const double root = std::pow(static_cast<double>(nodes), 1.0 / static_cast<double>(out.size()));
  int first = static_cast<int>(root);
  while (std::pow(static_cast<double>(first), static_cast<double>(out.size())) < static_cast<double>(nodes)) ++first;
  for (int candidate = std::max(1, first); candidate <= limit && candidate <= nodes; ++candidate) {
    if (nodes % candidate != 0) continue;
    if (factor(nodes / candidate, candidate, out.subspan(1))) {
      out[0] = candidate;
      return true;
    }
  }
  return false;
}

}  // namespace

bool fill_dimensions(int nodes, std::span<int> dims) {
  std::int64_t fixed = 1;
  std::size_t open = 0;
  for (const int dim : dims) {
    if (dim == 0) {
      ++open;
    } else {
      fixed *= dim;
    }
  }
  if (fixed == 0 || nodes % fixed != 0) return false;
  if (open == 0) return nodes == fixed;
  std::vector<int> factors(open);
  const int rest = static_cast<int>(nodes / fixed);
  if (!factor(rest, rest, factors)) return false;
  std::size_t next = 0;
  for (int& dim : dims) {
    if (dim == 0) dim = factors[next++];
  }
  return true;
}

}  // namespace baton::communicator
