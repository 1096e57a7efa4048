// SPDX-License-Identifier: BSD-3-Clause
// Tables of barrier, exchanges and neighbourhoods. Of rows that cost the same the first is taken; the last one of each
// table fits every shape. Costs repeat what the algorithms' files state.
#include "collectives/algorithms.hpp"
#include "collectives/cost.hpp"
#include "collectives/stage.hpp"
#include "collectives/tables/tables.hpp"

namespace baton::collectives {
namespace {

constexpr Algorithm barriers[] = {
    {"dissemination", barrier_dissemination, always,
     [](const CostModel& m, double p, double) { return rounds(p) * m.message; }},
    {"central", barrier_central, is_crowded, nothing},
    {"dissemination4", barrier_dissemination4, always,
     [](const CostModel& m, double p, double) { return flat_rounds(m, p, 4, 0, 0); }},
    {"leaders", barrier_leaders, on_nodes,
     [](const CostModel& m, double, double) {
       return stage_cost(Collective::barrier, m.leaders(), m.nodes, 0) + 2 * flat_rounds(m.on_node(), m.each, 4, 0, 0);
     }},
    {"tree", barrier_tree, always, [](const CostModel& m, double p, double) { return 2 * flat_rounds(m, p, 4, 0, 0); }},
};

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
    {"locality_bruck", allgather_locality_bruck, on_equal_nodes,
     [](const CostModel& m, double p, double n) {
       const double crossings = std::ceil(std::log2(m.nodes) / std::log2(m.each));
       return crossings * m.message + (p - 1) * n / m.each * m.sent + 3 * p * n * m.inside.sent +
              (crossings + 1) * (m.inside.message + m.each * m.inside.message / 4) + p * n * m.copied;
     }},
    {"circulant", allgather_circulant, always,
     [](const CostModel& m, double p, double n) {
       return rounds(p) * (m.message + start(m)) + (p - 1) * n * m.sent * 1.5;
     }},
    {"neighbor_exchange", allgather_neighbor_exchange, even_size,
     [](const CostModel& m, double p, double n) { return p / 2 * m.message + (p - 1) * n * m.sent; }},
    {"linear", allgather_linear, on_one_node, linear_cost},
    {"leaders", allgather_leaders, on_nodes,
     [](const CostModel& m, double p, double n) {
       return stage_cost(Collective::gather, m.on_node(), m.each, n) +
              stage_cost(Collective::allgather, m.leaders(), m.nodes, n * m.each) +
              stage_cost(Collective::bcast, m.on_node(), m.each, n * p) + n * p * m.copied;
     }},
    {"lanes", allgather_lanes, on_even_nodes,
     [](const CostModel& m, double p, double n) {
       return stage_cost(Collective::allgather, m.lanes(), m.nodes, n) +
              stage_cost(Collective::allgather, m.on_node(), m.each, n * m.nodes) + p * (m.step + n * m.copied);
     }},
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
    {"lanes", alltoall_lanes, on_even_nodes,
     [](const CostModel& m, double p, double n) {
       return stage_cost(Collective::alltoall, m.on_node(), m.each, n * m.nodes) +
              stage_cost(Collective::alltoall, m.lanes(), m.nodes, n * m.each) + 3 * p * (m.step + n * m.copied);
     }},
    // More messages at once only fill queues.
    {"linear", alltoall_linear, always,
     [](const CostModel& m, double p, double n) { return (p - 1) * (m.message / 2 + n * m.sent) + p * m.step; }},
};
// Bytes are each rank's own, and must not decide: what costs less does so for any.
constexpr Algorithm alltoallvs[] = {
    {"pairwise", alltoall_pairwise, always,
     [](const CostModel& m, double p, double n) { return (p - 1) * (m.message / 2 + n * m.sent); }},
    {"linear", alltoall_linear, always,
     [](const CostModel& m, double p, double n) { return (p - 1) * (m.message / 2 + n * m.sent) + p * m.step; }}};

/// Of two neighbours.
constexpr auto neighbor_cost = [](const CostModel& m, double, double n) {
  return m.message + start(m) + 2 * n * m.sent;
};
constexpr Algorithm neighbor_allgathers[] = {{"linear", neighbor_allgather_linear, always, neighbor_cost}};
constexpr Algorithm neighbor_alltoalls[] = {{"linear", neighbor_alltoall_linear, always, neighbor_cost}};

}  // namespace

std::span<const Algorithm> barrier_table() noexcept { return barriers; }
std::span<const Algorithm> allgather_table() noexcept { return allgathers; }
std::span<const Algorithm> allgatherv_table() noexcept { return allgathervs; }
std::span<const Algorithm> alltoall_table() noexcept { return alltoalls; }
std::span<const Algorithm> alltoallv_table() noexcept { return alltoallvs; }
std::span<const Algorithm> neighbor_allgather_table() noexcept { return neighbor_allgathers; }
std::span<const Algorithm> neighbor_alltoall_table() noexcept { return neighbor_alltoalls; }

}  // namespace baton::collectives
