// SPDX-License-Identifier: BSD-3-Clause
// Tables of reductions without a root. Of rows that cost the same the first is taken; the last one of each table fits
// every shape. Costs repeat what the algorithms' files state.
#include "collectives/algorithms.hpp"
#include "collectives/cost.hpp"
#include "collectives/stage.hpp"
#include "collectives/tables/tables.hpp"

namespace baton::collectives {
namespace {

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
    {"leaders", allreduce_leaders, on_nodes_in_order,
     [](const CostModel& m, double, double n) {
       return stage_cost(Collective::reduce, m.on_node(), m.each, n) +
              stage_cost(Collective::allreduce, m.leaders(), m.nodes, n) +
              stage_cost(Collective::bcast, m.on_node(), m.each, n);
     }},
    {"lanes", allreduce_lanes, on_even_nodes_in_order,
     [](const CostModel& m, double, double n) {
       return stage_cost(Collective::reduce_scatter, m.on_node(), m.each, n) +
              stage_cost(Collective::allreduce, m.lanes(), m.nodes, n / m.each) +
              stage_cost(Collective::allgatherv, m.on_node(), m.each, n / m.each);
     }},
    {"recursive_multiplying8", allreduce_recursive_multiplying8, always, multiplying_cost<8>},
};

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
    {"lanes", reduce_scatter_lanes, on_even_nodes_in_order,
     [](const CostModel& m, double p, double n) {
       return stage_cost(Collective::reduce_scatter, m.on_node(), m.each, n) +
              stage_cost(Collective::reduce_scatter, m.lanes(), m.nodes, n / m.each) + p * m.step + n * m.copied;
     }},
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

}  // namespace

std::span<const Algorithm> allreduce_table() noexcept { return allreduces; }
std::span<const Algorithm> reduce_scatter_table() noexcept { return reduce_scatters; }
std::span<const Algorithm> scan_table() noexcept { return scans; }
std::span<const Algorithm> exscan_table() noexcept { return exscans; }

}  // namespace baton::collectives
