// SPDX-License-Identifier: BSD-3-Clause
// The table of algorithms with their costs, and the choice. Costs repeat what the algorithms' files state.
#include "collectives/select.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/parameters.hpp"
#include "base/text.hpp"
#include "collectives/algorithms.hpp"
#include "collectives/arena/algorithms.hpp"
#include "collectives/circulant.hpp"
#include "collectives/inter/inter.hpp"
#include "collectives/nodes.hpp"
#include "collectives/pieces.hpp"
#include "collectives/segment.hpp"

namespace baton::collectives {
namespace {

bool always(const Shape& /*shape*/) { return true; }
bool commutes(const Shape& shape) { return shape.commutative; }
bool on_one_node(const Shape& shape) { return shape.one_node; }
bool power_of_two(const Shape& shape) { return is_power_of_two(shape.size); }
/// Several nodes of several consecutive ranks each.
bool on_equal_nodes(const Shape& shape) {
  const std::uint32_t each = ranks_per_node(shape);
  return each > 1 && each < shape.size;
}
bool even_size(const Shape& shape) { return shape.size % 2 == 0; }
/// Cutting a vector pays only when each rank gets an element.
bool commutes_long(const Shape& shape) { return shape.commutative && shape.send.count >= std::int64_t{shape.size}; }

double rounds(double ranks) { return std::ceil(std::log2(ranks)); }
double beyond_core(double ranks) { return std::exp2(std::floor(std::log2(ranks))) == ranks ? 0 : 1; }
double share(double ranks) { return (ranks - 1) / ranks; }
double nothing(const CostModel& /*model*/, double /*ranks*/, double /*bytes*/) { return 0; }

/// Time from one message to the next of a rank that need not wait for the first one to arrive.
double start(const CostModel& model) { return model.message / 4; }
std::uint32_t whole(double ranks) { return static_cast<std::uint32_t>(ranks); }

/// Rounds in which a rank handles up to radix - 1 messages of n bytes, each of which costs `per_byte`.
double flat_rounds(const CostModel& m, double p, std::uint32_t radix, double n, double per_byte) {
  double sum = 0;
  for (double weight = 1; weight < p; weight *= radix) {
    const double messages = std::min<double>(radix - 1, std::floor((p - 1) / weight));
    sum += m.message + (messages - 1) * start(m) + messages * n * per_byte;
  }
  return sum;
}
/// The same where groups of the factors of a product exchange what they have, of n bytes each time.
double factor_rounds(const CostModel& m, double p, std::uint32_t radix, double n, double per_byte) {
  double sum = 0;
  for (const std::uint32_t factor : factors_of(largest_product(whole(p), radix), radix)) {
    sum += m.message + (factor - 2) * start(m) + (factor - 1) * n * per_byte;
  }
  return sum;
}
double beyond_product(double ranks, std::uint32_t radix) {
  return largest_product(whole(ranks), radix) == ranks ? 0 : 1;
}

/// A pipeline of a depth, in segments of some bytes, of which a rank handles `each` at a time.
double pipeline(const CostModel& m, double depth, double n, double segment, double each, double per_byte) {
  const double segments = std::max(1.0, std::ceil(n / segment));
  return (depth + segments - 1) * (m.message + (each - 1) * start(m) + each * std::min(segment, n) * per_byte);
}
double segment_of(double n, double depth) {
  return static_cast<double>(pipeline_segment(static_cast<std::int64_t>(n), whole(depth)));
}

template <std::uint32_t Radix>
double knomial_cost(const CostModel& m, double p, double n) {
  return flat_rounds(m, p, Radix, n, m.sent);
}
template <std::uint32_t Radix>
double knomial_reduce_cost(const CostModel& m, double p, double n) {
  return flat_rounds(m, p, Radix, n, m.sent + m.reduced);
}
/// Gather and scatter: the blocks add up.
template <std::uint32_t Radix>
double knomial_blocks_cost(const CostModel& m, double p, double n) {
  return flat_rounds(m, p, Radix, 0, 0) + (p - 1) * n * (m.sent + m.copied);
}
template <std::uint32_t Radix>
double multiplying_cost(const CostModel& m, double p, double n) {
  return factor_rounds(m, p, Radix, n, m.sent + m.reduced) +
         beyond_product(p, Radix) * (2 * m.message + n * (2 * m.sent + m.reduced));
}
double circulant_cost(const CostModel& m, double p, double n) {
  return pipeline(m, rounds(p), n, segment_of(n, rounds(p)), 1, m.sent);
}

constexpr auto tree_cost = [](const CostModel& m, double p, double n) { return rounds(p) * (m.message + n * m.sent); };
constexpr auto direct_cost = [](const CostModel& m, double p, double n) { return (p - 1) * (m.message + n * m.sent); };

/// With two ranks nobody is in between; with very many, one rank's messages outweigh the turns of the others.
bool is_crowded(const Shape& shape) { return shape.crowded && shape.size > 2 && shape.size <= 64; }

// Of rows that cost the same the first is taken.
constexpr Algorithm barriers[] = {
    {"dissemination", barrier_dissemination, always,
     [](const CostModel& m, double p, double) { return rounds(p) * m.message; }},
    {"central", barrier_central, is_crowded, nothing},
    {"dissemination4", barrier_dissemination4, always,
     [](const CostModel& m, double p, double) { return flat_rounds(m, p, 4, 0, 0); }},
    {"tree", barrier_tree, always, [](const CostModel& m, double p, double) { return 2 * flat_rounds(m, p, 4, 0, 0); }},
};

constexpr Algorithm bcasts[] = {
    {"binomial", bcast_binomial, always, tree_cost},
    {"scatter_allgather", bcast_scatter_allgather, always,
     [](const CostModel& m, double p, double n) {
       return (rounds(p) + p - 1) * m.message + 2 * n * share(p) * m.sent;
     }},
    {"chain", bcast_chain, always,
     [](const CostModel& m, double p, double n) {
       const auto segment =
           static_cast<double>(chain_segment(static_cast<std::int64_t>(n), static_cast<std::uint32_t>(p)));
       const double segments = std::ceil(n / segment);
       return (p - 2 + segments) * (m.message + std::min(segment, n) * m.sent);
     }},
    {"circulant", bcast_circulant, always, circulant_cost},
    {"binary_tree", bcast_binary_tree, always,
     [](const CostModel& m, double p, double n) {
       return pipeline(m, rounds(p + 1) - 1, n, segment_of(n, rounds(p)), std::min(2.0, p - 1), m.sent);
     }},
    {"pipelined_binomial", bcast_pipelined_binomial, always,
     [](const CostModel& m, double p, double n) {
       return pipeline(m, 1, n, segment_of(n, rounds(p)), rounds(p), m.sent) + (rounds(p) - 1) * m.message;
     }},
    {"knomial4", bcast_knomial4, always, knomial_cost<4>},
    {"knomial8", bcast_knomial8, always, knomial_cost<8>},
    {"bine", bcast_bine, always, tree_cost},
};

constexpr Algorithm reduces[] = {
    {"binomial", reduce_binomial, always, knomial_reduce_cost<2>},
    {"rabenseifner", reduce_rabenseifner, commutes_long,
     [](const CostModel& m, double p, double n) {
       return (2 * rounds(p) + beyond_core(p)) * m.message + (2 * share(p) + beyond_core(p)) * n * m.sent +
              (share(p) + beyond_core(p)) * n * m.reduced;
     }},
    {"circulant", reduce_circulant, commutes,
     [](const CostModel& m, double p, double n) {
       return pipeline(m, rounds(p), n, segment_of(n, rounds(p)), 1, m.sent + m.reduced);
     }},
    {"binary_tree", reduce_binary_tree, always,
     [](const CostModel& m, double p, double n) {
       return pipeline(m, rounds(p + 1) - 1, n, segment_of(n, rounds(p)), std::min(2.0, p - 1), m.sent + m.reduced);
     }},
    {"chain", reduce_chain, always,
     [](const CostModel& m, double p, double n) {
       return pipeline(m, p - 1, n, segment_of(n, p), 1, m.sent + m.reduced);
     }},
    {"bine", reduce_bine, commutes, knomial_reduce_cost<2>},
    {"knomial4", reduce_knomial4, always, knomial_reduce_cost<4>},
    {"knomial8", reduce_knomial8, always, knomial_reduce_cost<8>},
};

/// Bytes of a vector that travel as fast as one byte, beside a change of turns.
constexpr double short_bytes = 1024;

constexpr Algorithm allreduces[] = {
    {"recursive_doubling", allreduce_recursive_doubling, always,
     [](const CostModel& m, double p, double n) {
       return (rounds(p) + beyond_core(p)) * (m.message + n * m.sent) + rounds(p) * n * m.reduced;
     }},
    {"central", allreduce_central, is_crowded,
     [](const CostModel& m, double p, double n) {
       return n <= short_bytes ? 0 : 2 * m.message + (p - 1) * n * (2 * m.sent + m.reduced);
     }},
    // Before Rabenseifner's, which costs the same where all ranks are equally far.
    {"bine", allreduce_bine, commutes_long,
     [](const CostModel& m, double p, double n) {
       return 2 * (rounds(p) + beyond_core(p)) * m.message + 2 * (share(p) + beyond_core(p)) * n * m.sent +
              (share(p) + beyond_core(p)) * n * m.reduced;
     }},
    {"rabenseifner", allreduce_rabenseifner, commutes_long,
     [](const CostModel& m, double p, double n) {
       return 2 * (rounds(p) + beyond_core(p)) * m.message + 2 * (share(p) + beyond_core(p)) * n * m.sent +
              (share(p) + beyond_core(p)) * n * m.reduced;
     }},
    {"ring", allreduce_ring, commutes_long,
     [](const CostModel& m, double p, double n) {
       return 2 * (p - 1) * m.message + 2 * share(p) * n * m.sent + share(p) * n * m.reduced;
     }},
    {"circulant", allreduce_circulant, commutes_long,
     [](const CostModel& m, double p, double n) {
       return 2 * rounds(p) * (m.message + start(m)) + 2 * share(p) * n * m.sent + share(p) * n * m.reduced;
     }},
    {"circulant_blocks", allreduce_circulant_blocks, commutes,
     [](const CostModel& m, double p, double n) { return 2 * circulant_cost(m, p, n) + n * m.reduced; }},
    {"binary_tree", allreduce_binary_tree, always,
     [](const CostModel& m, double p, double n) {
       return pipeline(m, 2 * rounds(p), n, segment_of(n, 2 * rounds(p)), 2, 1.5 * m.sent + m.reduced);
     }},
    {"recursive_multiplying3", allreduce_recursive_multiplying3, always, multiplying_cost<3>},
    {"recursive_multiplying4", allreduce_recursive_multiplying4, always, multiplying_cost<4>},
    {"recursive_multiplying8", allreduce_recursive_multiplying8, always, multiplying_cost<8>},
};

constexpr Algorithm gathers[] = {
    {"binomial", gather_binomial, always,
     [](const CostModel& m, double p, double n) { return rounds(p) * m.message + (p - 1) * n * (m.sent + m.copied); }},
    {"knomial4", gather_knomial4, always, knomial_blocks_cost<4>},
    {"knomial8", gather_knomial8, always, knomial_blocks_cost<8>},
    // The root takes messages as they come, so their times overlap in part.
    {"linear", gather_linear, always,
     [](const CostModel& m, double p, double n) { return m.message + (p - 1) * (m.message / 4 + n * m.sent); }},
};
constexpr Algorithm gathervs[] = {{"linear", gather_linear, always, nothing}};

constexpr Algorithm scatters[] = {
    {"binomial", scatter_binomial, always,
     [](const CostModel& m, double p, double n) { return rounds(p) * m.message + (p - 1) * n * (m.sent + m.copied); }},
    {"knomial4", scatter_knomial4, always, knomial_blocks_cost<4>},
    {"knomial8", scatter_knomial8, always, knomial_blocks_cost<8>},
    {"linear", scatter_linear, always,
     [](const CostModel& m, double p, double n) { return m.message + (p - 1) * (m.message / 4 + n * m.sent); }},
};
constexpr Algorithm scattervs[] = {{"linear", scatter_linear, always, nothing}};

constexpr auto bruck_cost = [](const CostModel& m, double p, double n) {
  return rounds(p) * m.message + 2 * m.step + (p - 1) * n * (m.sent + m.copied);
};
/// Messages that need not wait for each other overlap, once they are long.
constexpr auto linear_cost = [](const CostModel& m, double p, double n) {
  return n < 4096 ? direct_cost(m, p, n) : (p - 1) * (m.message / 2 + n * m.sent);
};
constexpr Algorithm allgathers[] = {
    // Its rounds grow: half of all bytes pass between two ranks that both send.
    {"recursive_doubling", allgather_recursive_doubling, power_of_two,
     [](const CostModel& m, double p, double n) { return rounds(p) * m.message + (p - 1) * n * m.sent * 1.5; }},
    {"recursive_multiplying4", allgather_recursive_multiplying4, always,
     [](const CostModel& m, double p, double n) {
       return factor_rounds(m, p, 4, 0, 0) + (p - 1) * n * m.sent * 1.5 +
              beyond_product(p, 4) * (2 * m.message + (p + 1) * n * m.sent);
     }},
    {"bruck", allgather_bruck, always, bruck_cost},
    // Pays by what a message costs between nodes and on one, which this model does not tell apart.
    {"locality_bruck", allgather_locality_bruck, on_equal_nodes,
     [](const CostModel& m, double p, double n) { return bruck_cost(m, p, n) + 2 * m.message; }},
    {"circulant", allgather_circulant, always,
     [](const CostModel& m, double p, double n) {
       return rounds(p) * (m.message + start(m)) + (p - 1) * n * m.sent * 1.5;
     }},
    {"neighbor_exchange", allgather_neighbor_exchange, even_size,
     [](const CostModel& m, double p, double n) { return p / 2 * m.message + (p - 1) * n * m.sent; }},
    {"linear", allgather_linear, on_one_node, linear_cost},
    {"ring", allgather_ring, always, direct_cost},
};
constexpr Algorithm allgathervs[] = {
    {"bruck", allgather_bruck, always,
     [](const CostModel& m, double p, double n) { return bruck_cost(m, p, n) + p * m.step; }},
    {"linear", allgather_linear, on_one_node, linear_cost},
    {"ring", allgather_ring, always, direct_cost},
};

constexpr Algorithm alltoalls[] = {
    {"bruck", alltoall_bruck, always,
     [](const CostModel& m, double p, double n) {
       return rounds(p) * (m.message + n * p / 2 * (m.sent + 2 * m.copied)) + 3 * p * (m.step + n * m.copied);
     }},
    {"bruck4", alltoall_bruck4, always,
     [](const CostModel& m, double p, double n) {
       const double all = std::ceil(std::log2(p) / 2);
       return flat_rounds(m, p, 4, 0, 0) + all * n * p * 0.75 * (m.sent + 2 * m.copied) +
              3 * p * (m.step + n * m.copied);
     }},
    {"pairwise", alltoall_pairwise, always,
     [](const CostModel& m, double p, double n) { return (p - 1) * (m.message / 2 + n * m.sent); }},
    // More messages at once only fill queues.
    {"linear", alltoall_linear, always,
     [](const CostModel& m, double p, double n) { return (p - 1) * (m.message / 2 + n * m.sent) + p * m.step; }},
};
constexpr Algorithm alltoallvs[] = {
    {"linear", alltoall_linear, always, [](const CostModel& m, double, double) { return m.step; }},
    {"pairwise", alltoall_pairwise, always, nothing}};

constexpr Algorithm reduce_scatters[] = {
    {"recursive_halving", reduce_scatter_recursive_halving, commutes,
     [](const CostModel& m, double p, double n) {
       return (rounds(p) + 2 * beyond_core(p)) * m.message + (share(p) + beyond_core(p)) * n * (m.sent + m.reduced);
     }},
    {"circulant", reduce_scatter_circulant, commutes,
     [](const CostModel& m, double p, double n) {
       return rounds(p) * (m.message + start(m)) + share(p) * n * (m.sent + m.reduced);
     }},
    {"pairwise", reduce_scatter_pairwise, commutes,
     [](const CostModel& m, double p, double n) { return (p - 1) * m.message + share(p) * n * (m.sent + m.reduced); }},
    {"by_reduce", reduce_scatter_by_reduce, always,
     [](const CostModel& m, double p, double n) {
       return rounds(p) * (m.message + n * (m.sent + m.reduced)) + (p - 1) * m.message + n * m.sent;
     }},
};

constexpr auto scan_chain_cost = [](const CostModel& m, double p, double n) {
  return pipeline(m, p - 1, n, segment_of(n, p), 1, m.sent + m.reduced);
};
constexpr Algorithm scans[] = {
    {"recursive_doubling", scan_recursive_doubling, always, knomial_reduce_cost<2>},
    {"chain", scan_chain, always, scan_chain_cost},
};
constexpr Algorithm exscans[] = {
    {"recursive_doubling", exscan_recursive_doubling, always,
     [](const CostModel& m, double p, double n) { return rounds(p) * (m.message + n * (m.sent + 2 * m.reduced)); }},
    {"chain", exscan_chain, always, scan_chain_cost},
};
constexpr Algorithm neighbor_allgathers[] = {{"linear", neighbor_allgather_linear, always, nothing}};
constexpr Algorithm neighbor_alltoalls[] = {{"linear", neighbor_alltoall_linear, always, nothing}};

/// What a user may choose: the parameter, and the collectives that it rules.
struct Wish {
  const char* parameter;
  Collective collective;
};
constexpr Wish wishes[] = {
    {"ALLGATHER", Collective::allgather}, {"ALLGATHER", Collective::allgatherv},
    {"ALLREDUCE", Collective::allreduce}, {"ALLTOALL", Collective::alltoall},
    {"ALLTOALL", Collective::alltoallv},  {"BARRIER", Collective::barrier},
    {"BCAST", Collective::bcast},         {"EXSCAN", Collective::exscan},
    {"GATHER", Collective::gather},       {"REDUCE", Collective::reduce},
    {"SCAN", Collective::scan},           {"REDUCE_SCATTER", Collective::reduce_scatter},
    {"SCATTER", Collective::scatter},     {"REDUCE_SCATTER", Collective::reduce_scatter_block},
};

/// Bytes that the costs speak of: of the vector, or of one block (the mean one where they differ).
double bytes_of(Collective collective, const Shape& shape) noexcept {
  const bool at_root = shape.rank == shape.root;
  const auto vector = [](const Side& side) { return static_cast<double>(side.count) * static_cast<double>(side.size); };
  switch (collective) {
    case Collective::bcast: return vector(shape.recv);
    case Collective::gather: return vector(at_root ? shape.recv : shape.send);
    case Collective::scatter: return vector(at_root ? shape.send : shape.recv);
    case Collective::allgather:
    case Collective::alltoall: return vector(shape.recv);
    case Collective::allgatherv: {
      double sum = 0;
      for (std::uint32_t i = 0; i < shape.size; ++i) sum += static_cast<double>(shape.recv.bytes_of(i));
      return sum / shape.size;
    }
    default: return vector(shape.send);
  }
}

}  // namespace

std::span<const Algorithm> algorithms(Collective collective) noexcept {
  switch (collective) {
    case Collective::barrier: return barriers;
    case Collective::bcast: return bcasts;
    case Collective::reduce: return reduces;
    case Collective::allreduce: return allreduces;
    case Collective::gather: return gathers;
    case Collective::gatherv: return gathervs;
    case Collective::scatter: return scatters;
    case Collective::scatterv: return scattervs;
    case Collective::allgather: return allgathers;
    case Collective::allgatherv: return allgathervs;
    case Collective::alltoall: return alltoalls;
    case Collective::alltoallv: return alltoallvs;
    case Collective::reduce_scatter_block:
    case Collective::reduce_scatter: return reduce_scatters;
    case Collective::scan: return scans;
    case Collective::exscan: return exscans;
    case Collective::neighbor_allgather: return neighbor_allgathers;
    case Collective::neighbor_alltoall: return neighbor_alltoalls;
  }
  return barriers;
}

Result<Tuning> Tuning::from_parameters() {
  Tuning tuning;
  const auto arena = parameter_flag("ARENA");
  if (!arena) return arena.error();
  tuning.arena = *arena.operator->();
  const auto after = parameter_count("ARENA_AFTER");
  if (!after) return after.error();
  tuning.arena_after = *after.operator->();
  for (const Wish& wish : wishes) {
    const std::string text = parameter_text(wish.parameter);
    if (text == "auto") continue;
    const auto known = algorithms(wish.collective);
    const auto found = std::find_if(known.begin(), known.end(), [&](const Algorithm& a) { return text == a.name; });
    if (found != known.end()) {
      tuning.forced[static_cast<std::size_t>(wish.collective)] = &*found;
      continue;
    }
    // These have fewer; the name was good for the form with equal blocks.
    if (wish.collective == Collective::allgatherv || wish.collective == Collective::alltoallv) continue;
    std::string names = "auto";
    for (const Algorithm& algorithm : known) names += std::string(", ") + algorithm.name;
    return make_error(Code::invalid_argument, "BATON_{}='{}' is no algorithm: write one of {}", wish.parameter, text,
                      names);
  }
  return tuning;
}

const Algorithm& select(Collective collective, const Shape& shape, const Tuning& tuning) noexcept {
  const Algorithm* wish = tuning.forced[static_cast<std::size_t>(collective)];
  if (wish != nullptr && wish->fits(shape)) return *wish;
  if (shape.arena && wish == nullptr) {
    if (const Algorithm* const found = arena::select(collective, shape); found != nullptr) return *found;
  }
  const auto known = algorithms(collective);
  if (known.size() == 1 || shape.size < 2) return known.back();
  const double bytes = bytes_of(collective, shape);
  const Algorithm* best = nullptr;
  double least = 0;
  for (const Algorithm& algorithm : known) {
    if (!algorithm.fits(shape)) continue;
    const double cost = algorithm.cost(tuning.model, shape.size, bytes);
    if (best != nullptr && cost >= least) continue;
    best = &algorithm;
    least = cost;
  }
  return *best;
}

Schedule build(Collective collective, const Shape& shape, const Tuning& tuning) {
  if (shape.remote_size != 0) return build_inter(collective, shape);
  return select(collective, shape, tuning).build(shape);
}

}  // namespace baton::collectives
