// SPDX-License-Identifier: BSD-3-Clause
// What rows of the tables are written with: where an algorithm fits, and terms of its cost. Costs take the model as one
// call sees it (cost_model.hpp), the ranks, and the bytes of the vector or of a block.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "collectives/cost_model.hpp"
#include "collectives/nodes.hpp"
#include "collectives/pieces.hpp"
#include "collectives/segment.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives {

inline bool always(const Shape& /*shape*/) { return true; }
inline bool commutes(const Shape& shape) { return shape.commutative; }
inline bool on_one_node(const Shape& shape) { return shape.one_node; }
inline bool power_of_two(const Shape& shape) { return is_power_of_two(shape.size); }
/// Several nodes of several consecutive ranks each.
inline bool on_equal_nodes(const Shape& shape) {
  const std::uint32_t each = ranks_per_node(shape);
  return each > 1 && each < shape.size;
}
/// Several nodes, of which one at least holds several ranks: any numbers of them in any order, or equally many a node;
/// and such that an operation that does not commute keeps the order of ranks.
inline bool on_nodes(const Shape& shape) {
  return shape.nodes != nullptr && shape.nodes->count() > 1 && shape.nodes->most > 1;
}
inline bool on_even_nodes(const Shape& shape) { return on_nodes(shape) && shape.nodes->each > 1; }
inline bool keeps_order(const Shape& shape) { return shape.commutative || shape.nodes->runs; }
inline bool on_nodes_in_order(const Shape& shape) { return on_nodes(shape) && keeps_order(shape); }
inline bool on_even_nodes_in_order(const Shape& shape) { return on_even_nodes(shape) && keeps_order(shape); }
inline bool even_size(const Shape& shape) { return shape.size % 2 == 0; }
/// Cutting a vector pays only when each rank gets an element.
inline bool commutes_long(const Shape& shape) {
  return shape.commutative && shape.send.count >= std::int64_t{shape.size};
}

inline double rounds(double ranks) { return std::ceil(std::log2(ranks)); }
inline double beyond_core(double ranks) { return std::exp2(std::floor(std::log2(ranks))) == ranks ? 0 : 1; }
inline double share(double ranks) { return (ranks - 1) / ranks; }
inline double nothing(const CostModel& /*model*/, double /*ranks*/, double /*bytes*/) { return 0; }

/// Time from one message to the next of a rank that need not wait for the first one to arrive.
inline double start(const CostModel& model) { return model.message / 4; }
inline std::uint32_t whole(double ranks) { return static_cast<std::uint32_t>(ranks); }

/// Rounds in which a rank handles up to radix - 1 messages of n bytes, each of which costs `per_byte`.
inline double flat_rounds(const CostModel& m, double p, std::uint32_t radix, double n, double per_byte) {
  double sum = 0;
  for (double weight = 1; weight < p; weight *= radix) {
    const double messages = std::min<double>(radix - 1, std::floor((p - 1) / weight));
    sum += m.message + (messages - 1) * start(m) + messages * n * per_byte;
  }
  return sum;
}
/// The same where groups of the factors of a product exchange what they have, of n bytes each time.
inline double factor_rounds(const CostModel& m, double p, std::uint32_t radix, double n, double per_byte) {
  double sum = 0;
  for (const std::uint32_t factor : factors_of(largest_product(whole(p), radix), radix)) {
    sum += m.message + (factor - 2) * start(m) + (factor - 1) * n * per_byte;
  }
  return sum;
}
inline double beyond_product(double ranks, std::uint32_t radix) {
  return largest_product(whole(ranks), radix) == ranks ? 0 : 1;
}

/// A pipeline of a depth, in segments of some bytes, of which a rank handles `each` at a time.
inline double pipeline(const CostModel& m, double depth, double n, double segment, double each, double per_byte) {
  const double segments = std::max(1.0, std::ceil(n / segment));
  return (depth + segments - 1) * (m.message + (each - 1) * start(m) + each * std::min(segment, n) * per_byte);
}
inline double segment_of(double n, double depth) {
  return static_cast<double>(pipeline_segment(static_cast<std::int64_t>(n), whole(depth)));
}

template <std::uint32_t Radix>
inline double knomial_cost(const CostModel& m, double p, double n) {
  return flat_rounds(m, p, Radix, n, m.sent);
}
template <std::uint32_t Radix>
inline double knomial_reduce_cost(const CostModel& m, double p, double n) {
  return flat_rounds(m, p, Radix, n, m.sent + m.reduced);
}
/// Gather and scatter: the blocks add up.
template <std::uint32_t Radix>
inline double knomial_blocks_cost(const CostModel& m, double p, double n) {
  return flat_rounds(m, p, Radix, 0, 0) + (p - 1) * n * (m.sent + m.copied);
}
template <std::uint32_t Radix>
inline double multiplying_cost(const CostModel& m, double p, double n) {
  return factor_rounds(m, p, Radix, n, m.sent + m.reduced) +
         beyond_product(p, Radix) * (2 * m.message + n * (2 * m.sent + m.reduced));
}
inline double circulant_cost(const CostModel& m, double p, double n) {
  return pipeline(m, rounds(p), n, segment_of(n, rounds(p)), 1, m.sent);
}

inline constexpr auto tree_cost = [](const CostModel& m, double p, double n) {
  return rounds(p) * (m.message + n * m.sent);
};
inline constexpr auto direct_cost = [](const CostModel& m, double p, double n) {
  return (p - 1) * (m.message + n * m.sent);
};

/// With two ranks nobody is in between; with very many, one rank's messages outweigh the turns of the others.
inline bool is_crowded(const Shape& shape) { return shape.crowded && shape.size > 2 && shape.size <= 64; }

}  // namespace baton::collectives
