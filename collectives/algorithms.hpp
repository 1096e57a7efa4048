// SPDX-License-Identifier: BSD-3-Clause
// All algorithms: pure functions from the shape of a call to the schedule of one rank. Each is right for any number of
// ranks unless its comment says otherwise; sources and costs stand in the files named after them. Which one to take:
// select.hpp. Cost terms: a = time of a message, b = per byte sent, g = per byte reduced, P = ranks, n = bytes of the
// whole vector or of a block.
#pragma once

#include "collectives/schedule.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives {

[[nodiscard]] Schedule barrier_dissemination(const Shape& shape);
[[nodiscard]] Schedule barrier_dissemination4(const Shape& shape);
[[nodiscard]] Schedule barrier_tree(const Shape& shape);
[[nodiscard]] Schedule barrier_central(const Shape& shape);

[[nodiscard]] Schedule bcast_binomial(const Shape& shape);
[[nodiscard]] Schedule bcast_knomial4(const Shape& shape);
[[nodiscard]] Schedule bcast_knomial8(const Shape& shape);
[[nodiscard]] Schedule bcast_bine(const Shape& shape);
[[nodiscard]] Schedule bcast_binary_tree(const Shape& shape);
[[nodiscard]] Schedule bcast_pipelined_binomial(const Shape& shape);
[[nodiscard]] Schedule bcast_circulant(const Shape& shape);
[[nodiscard]] Schedule bcast_scatter_allgather(const Shape& shape);
[[nodiscard]] Schedule bcast_chain(const Shape& shape);

[[nodiscard]] Schedule reduce_binomial(const Shape& shape);
[[nodiscard]] Schedule reduce_knomial4(const Shape& shape);
[[nodiscard]] Schedule reduce_knomial8(const Shape& shape);
[[nodiscard]] Schedule reduce_binary_tree(const Shape& shape);
[[nodiscard]] Schedule reduce_chain(const Shape& shape);
[[nodiscard]] Schedule reduce_bine(const Shape& shape);          // commutative
[[nodiscard]] Schedule reduce_circulant(const Shape& shape);     // commutative
[[nodiscard]] Schedule reduce_rabenseifner(const Shape& shape);  // commutative

[[nodiscard]] Schedule allreduce_recursive_doubling(const Shape& shape);
[[nodiscard]] Schedule allreduce_central(const Shape& shape);
[[nodiscard]] Schedule allreduce_recursive_multiplying3(const Shape& shape);
[[nodiscard]] Schedule allreduce_recursive_multiplying4(const Shape& shape);
[[nodiscard]] Schedule allreduce_recursive_multiplying8(const Shape& shape);
[[nodiscard]] Schedule allreduce_binary_tree(const Shape& shape);
[[nodiscard]] Schedule allreduce_bine(const Shape& shape);              // commutative
[[nodiscard]] Schedule allreduce_circulant(const Shape& shape);         // commutative
[[nodiscard]] Schedule allreduce_circulant_blocks(const Shape& shape);  // commutative
[[nodiscard]] Schedule allreduce_rabenseifner(const Shape& shape);      // commutative
[[nodiscard]] Schedule allreduce_ring(const Shape& shape);              // commutative

[[nodiscard]] Schedule gather_linear(const Shape& shape);  // gatherv, too
[[nodiscard]] Schedule gather_binomial(const Shape& shape);
[[nodiscard]] Schedule gather_knomial4(const Shape& shape);
[[nodiscard]] Schedule gather_knomial8(const Shape& shape);
[[nodiscard]] Schedule scatter_linear(const Shape& shape);  // scatterv, too
[[nodiscard]] Schedule scatter_binomial(const Shape& shape);
[[nodiscard]] Schedule scatter_knomial4(const Shape& shape);
[[nodiscard]] Schedule scatter_knomial8(const Shape& shape);

[[nodiscard]] Schedule allgather_recursive_doubling(const Shape& shape);      // equal blocks, P a power of two
[[nodiscard]] Schedule allgather_recursive_multiplying4(const Shape& shape);  // equal blocks
[[nodiscard]] Schedule allgather_circulant(const Shape& shape);               // equal blocks
[[nodiscard]] Schedule allgather_neighbor_exchange(const Shape& shape);       // equal blocks, P even
[[nodiscard]] Schedule allgather_locality_bruck(const Shape& shape);          // equal blocks, nodes of equal size
[[nodiscard]] Schedule allgather_bruck(const Shape& shape);                   // allgatherv, too
[[nodiscard]] Schedule allgather_ring(const Shape& shape);                    // allgatherv, too
[[nodiscard]] Schedule allgather_linear(const Shape& shape);                  // allgatherv, too

[[nodiscard]] Schedule alltoall_bruck(const Shape& shape);     // equal blocks
[[nodiscard]] Schedule alltoall_bruck4(const Shape& shape);    // equal blocks
[[nodiscard]] Schedule alltoall_pairwise(const Shape& shape);  // alltoallv, alltoallw, too
[[nodiscard]] Schedule alltoall_linear(const Shape& shape);    // alltoallv, alltoallw, too

[[nodiscard]] Schedule reduce_scatter_recursive_halving(const Shape& shape);  // commutative
[[nodiscard]] Schedule reduce_scatter_circulant(const Shape& shape);          // commutative
[[nodiscard]] Schedule reduce_scatter_pairwise(const Shape& shape);           // commutative
[[nodiscard]] Schedule reduce_scatter_by_reduce(const Shape& shape);

[[nodiscard]] Schedule scan_recursive_doubling(const Shape& shape);
[[nodiscard]] Schedule exscan_recursive_doubling(const Shape& shape);
[[nodiscard]] Schedule scan_chain(const Shape& shape);
[[nodiscard]] Schedule exscan_chain(const Shape& shape);

[[nodiscard]] Schedule neighbor_allgather_linear(const Shape& shape);  // neighbor_allgatherv, too
[[nodiscard]] Schedule neighbor_alltoall_linear(const Shape& shape);   // neighbor_alltoallv, neighbor_alltoallw, too

// For several nodes (stage.hpp): one rank of each speaks for the others, or each drives a part of the vector.
[[nodiscard]] Schedule barrier_leaders(const Shape& shape);
[[nodiscard]] Schedule bcast_leaders(const Shape& shape);
[[nodiscard]] Schedule bcast_lanes(const Shape& shape);
[[nodiscard]] Schedule reduce_leaders(const Shape& shape);  // commutative, or nodes of consecutive ranks; the next, too
[[nodiscard]] Schedule reduce_lanes(const Shape& shape);
[[nodiscard]] Schedule allreduce_leaders(const Shape& shape);
[[nodiscard]] Schedule allreduce_lanes(const Shape& shape);
[[nodiscard]] Schedule reduce_scatter_lanes(const Shape& shape);
[[nodiscard]] Schedule gather_leaders(const Shape& shape);
[[nodiscard]] Schedule scatter_leaders(const Shape& shape);
[[nodiscard]] Schedule allgather_leaders(const Shape& shape);  // equal blocks
[[nodiscard]] Schedule allgather_lanes(const Shape& shape);    // equal blocks
[[nodiscard]] Schedule alltoall_lanes(const Shape& shape);     // equal blocks

}  // namespace baton::collectives
