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
#include "collectives/inter/inter.hpp"
#include "collectives/pieces.hpp"
#include "collectives/segment.hpp"

namespace baton::collectives {
namespace {

bool always(const Shape& /*shape*/) { return true; }
bool commutes(const Shape& shape) { return shape.commutative; }
bool on_one_node(const Shape& shape) { return shape.one_node; }
bool power_of_two(const Shape& shape) { return is_power_of_two(shape.size); }
/// Cutting a vector pays only when each rank gets an element.
bool commutes_long(const Shape& shape) { return shape.commutative && shape.send.count >= std::int64_t{shape.size}; }

double rounds(double ranks) { return std::ceil(std::log2(ranks)); }
double beyond_core(double ranks) { return std::exp2(std::floor(std::log2(ranks))) == ranks ? 0 : 1; }
double share(double ranks) { return (ranks - 1) / ranks; }
double nothing(const CostModel& /*model*/, double /*ranks*/, double /*bytes*/) { return 0; }

constexpr auto tree_cost = [](const CostModel& m, double p, double n) { return rounds(p) * (m.message + n * m.sent); };
constexpr auto direct_cost = [](const CostModel& m, double p, double n) { return (p - 1) * (m.message + n * m.sent); };

/// With two ranks nobody is in between; with very many, one rank's messages outweigh the turns of the others.
bool is_crowded(const Shape& shape) { return shape.crowded && shape.size > 2 && shape.size <= 64; }

constexpr Algorithm barriers[] = {{"central", barrier_central, is_crowded, nothing},
                                  {"dissemination", barrier_dissemination, always, nothing}};

constexpr Algorithm bcasts[] = {
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
    {"binomial", bcast_binomial, always, tree_cost},
};

constexpr Algorithm reduces[] = {
    {"rabenseifner", reduce_rabenseifner, commutes_long,
     [](const CostModel& m, double p, double n) {
       return (2 * rounds(p) + beyond_core(p)) * m.message + (2 * share(p) + beyond_core(p)) * n * m.sent +
              (share(p) + beyond_core(p)) * n * m.reduced;
     }},
    {"binomial", reduce_binomial, always,
     [](const CostModel& m, double p, double n) { return rounds(p) * (m.message + n * (m.sent + m.reduced)); }},
};

/// Bytes of a vector that travel as fast as one byte, beside a change of turns.
constexpr double short_bytes = 1024;

constexpr Algorithm allreduces[] = {
    {"central", allreduce_central, is_crowded,
     [](const CostModel& m, double p, double n) {
       return n <= short_bytes ? 0 : 2 * m.message + (p - 1) * n * (2 * m.sent + m.reduced);
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
    {"recursive_doubling", allreduce_recursive_doubling, always,
     [](const CostModel& m, double p, double n) {
       return (rounds(p) + beyond_core(p)) * (m.message + n * m.sent) + rounds(p) * n * m.reduced;
     }},
};

constexpr Algorithm gathers[] = {
    {"binomial", gather_binomial, always,
     [](const CostModel& m, double p, double n) { return rounds(p) * m.message + (p - 1) * n * (m.sent + m.copied); }},
    // The root takes messages as they come, so their times overlap in part.
    {"linear", gather_linear, always,
     [](const CostModel& m, double p, double n) { return m.message + (p - 1) * (m.message / 4 + n * m.sent); }},
};
constexpr Algorithm gathervs[] = {{"linear", gather_linear, always, nothing}};

constexpr Algorithm scatters[] = {
    {"binomial", scatter_binomial, always,
     [](const CostModel& m, double p, double n) { return rounds(p) * m.message + (p - 1) * n * (m.sent + m.copied); }},
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
    {"bruck", allgather_bruck, always, bruck_cost},
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
    {"pairwise", alltoall_pairwise, always,
     [](const CostModel& m, double p, double n) { return (p - 1) * (m.message / 2 + n * m.sent); }},
};
constexpr Algorithm alltoallvs[] = {{"pairwise", alltoall_pairwise, always, nothing}};

constexpr Algorithm reduce_scatters[] = {
    {"recursive_halving", reduce_scatter_recursive_halving, commutes,
     [](const CostModel& m, double p, double n) {
       return (rounds(p) + 2 * beyond_core(p)) * m.message + (share(p) + beyond_core(p)) * n * (m.sent + m.reduced);
     }},
    {"pairwise", reduce_scatter_pairwise, commutes,
     [](const CostModel& m, double p, double n) { return (p - 1) * m.message + share(p) * n * (m.sent + m.reduced); }},
    {"by_reduce", reduce_scatter_by_reduce, always,
     [](const CostModel& m, double p, double n) {
       return rounds(p) * (m.message + n * (m.sent + m.reduced)) + (p - 1) * m.message + n * m.sent;
     }},
};

constexpr Algorithm scans[] = {{"recursive_doubling", scan_recursive_doubling, always, nothing}};
constexpr Algorithm exscans[] = {{"recursive_doubling", exscan_recursive_doubling, always, nothing}};
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
    {"BCAST", Collective::bcast},         {"GATHER", Collective::gather},
    {"REDUCE", Collective::reduce},       {"REDUCE_SCATTER", Collective::reduce_scatter},
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
    if (wish.collective == Collective::allgatherv) continue;  // has fewer; the name was good for allgather
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
