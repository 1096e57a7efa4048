// SPDX-License-Identifier: BSD-3-Clause
// Tables of collectives with a root. Of rows that cost the same the first is taken; the last one of each table fits
// every shape. Costs repeat what the algorithms' files state.
#include "collectives/algorithms.hpp"
#include "collectives/cost.hpp"
#include "collectives/stage.hpp"
#include "collectives/tables/tables.hpp"

namespace baton::collectives {
namespace {

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
    {"leaders", bcast_leaders, on_nodes,
     [](const CostModel& m, double, double n) {
       return stage_cost(Collective::bcast, m.leaders(), m.nodes, n) +
              stage_cost(Collective::bcast, m.on_node(), m.each, n);
     }},
    {"lanes", bcast_lanes, on_even_nodes,
     [](const CostModel& m, double, double n) {
       return (m.each - 1) * m.inside.message / 4 + m.inside.message + n * m.inside.sent +
              stage_cost(Collective::bcast, m.lanes(), m.nodes, n / m.each) +
              stage_cost(Collective::allgatherv, m.on_node(), m.each, n / m.each);
     }},
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
    {"leaders", reduce_leaders, on_nodes_in_order,
     [](const CostModel& m, double, double n) {
       return stage_cost(Collective::reduce, m.on_node(), m.each, n) +
              stage_cost(Collective::reduce, m.leaders(), m.nodes, n);
     }},
    {"lanes", reduce_lanes, on_even_nodes_in_order,
     [](const CostModel& m, double, double n) {
       return stage_cost(Collective::reduce_scatter, m.on_node(), m.each, n) +
              stage_cost(Collective::reduce, m.lanes(), m.nodes, n / m.each) + m.each * m.inside.message / 4 +
              m.inside.message + n * m.inside.sent;
     }},
    {"knomial8", reduce_knomial8, always, knomial_reduce_cost<8>},
};

template <Collective Which>
double leaders_blocks_cost(const CostModel& m, double p, double n) {
  return stage_cost(Which, m.on_node(), m.each, n) + stage_cost(Which, m.leaders(), m.nodes, n * m.each) + 2 * m.step +
         p * n * m.copied;
}

/// The root takes or sends messages as they come, so their times overlap in part.
constexpr auto linear_blocks_cost = [](const CostModel& m, double p, double n) {
  return m.message + (p - 1) * (m.message / 4 + n * m.sent);
};

constexpr Algorithm gathers[] = {
    {"binomial", gather_binomial, always,
     [](const CostModel& m, double p, double n) { return rounds(p) * m.message + (p - 1) * n * (m.sent + m.copied); }},
    {"knomial4", gather_knomial4, always, knomial_blocks_cost<4>},
    {"knomial8", gather_knomial8, always, knomial_blocks_cost<8>},
    {"leaders", gather_leaders, on_nodes, leaders_blocks_cost<Collective::gather>},
    {"linear", gather_linear, always, linear_blocks_cost},
};
constexpr Algorithm gathervs[] = {{"linear", gather_linear, always, linear_blocks_cost}};

constexpr Algorithm scatters[] = {
    {"binomial", scatter_binomial, always,
     [](const CostModel& m, double p, double n) { return rounds(p) * m.message + (p - 1) * n * (m.sent + m.copied); }},
    {"knomial4", scatter_knomial4, always, knomial_blocks_cost<4>},
    {"knomial8", scatter_knomial8, always, knomial_blocks_cost<8>},
    {"leaders", scatter_leaders, on_nodes, leaders_blocks_cost<Collective::scatter>},
    {"linear", scatter_linear, always, linear_blocks_cost},
};
constexpr Algorithm scattervs[] = {{"linear", scatter_linear, always, linear_blocks_cost}};

}  // namespace

std::span<const Algorithm> bcast_table() noexcept { return bcasts; }
std::span<const Algorithm> reduce_table() noexcept { return reduces; }
std::span<const Algorithm> gather_table() noexcept { return gathers; }
std::span<const Algorithm> gatherv_table() noexcept { return gathervs; }
std::span<const Algorithm> scatter_table() noexcept { return scatters; }
std::span<const Algorithm> scatterv_table() noexcept { return scattervs; }

}  // namespace baton::collectives
