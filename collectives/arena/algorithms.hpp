// SPDX-License-Identifier: BSD-3-Clause
// All algorithms for the arena of a node, and which of them a call takes. They are right for 2 to `most_ranks` ranks,
// any root and any length up to what fits_arena() says.
#pragma once

#include "collectives/schedule.hpp"
#include "collectives/select.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives::arena {

[[nodiscard]] Schedule barrier(const Shape& shape);
[[nodiscard]] Schedule bcast(const Shape& shape);
[[nodiscard]] Schedule gather(const Shape& shape);
[[nodiscard]] Schedule scatter(const Shape& shape);
[[nodiscard]] Schedule allgather(const Shape& shape);
[[nodiscard]] Schedule alltoall(const Shape& shape);

// Reductions of dense predefined types. The order of operands is that of the ranks, the same on all ranks: results are
// equal bit by bit.
[[nodiscard]] Schedule reduce_at_once(const Shape& shape);     // the root reads all vectors
[[nodiscard]] Schedule reduce_by_parts(const Shape& shape);    // each rank reduces its part
[[nodiscard]] Schedule allreduce_at_once(const Shape& shape);  // each rank reads all vectors
[[nodiscard]] Schedule allreduce_by_parts(const Shape& shape);
[[nodiscard]] Schedule reduce_pair(const Shape& shape);     // of two ranks, past the caches
[[nodiscard]] Schedule allreduce_pair(const Shape& shape);  // the same
[[nodiscard]] Schedule reduce_scatter_block(const Shape& shape);
[[nodiscard]] Schedule reduce_scatter(const Shape& shape);
[[nodiscard]] Schedule scan_at_once(const Shape& shape);
[[nodiscard]] Schedule exscan_at_once(const Shape& shape);

// Through the domains of the node, where these are known (Nodes::levels): by trees of speakers, and by lanes. An
// operation that does not commute must find the ranks of each domain in a row.
[[nodiscard]] Schedule barrier_levels(const Shape& shape);
[[nodiscard]] Schedule bcast_levels(const Shape& shape);
[[nodiscard]] Schedule gather_levels(const Shape& shape);     // all blocks in one slice
[[nodiscard]] Schedule scatter_levels(const Shape& shape);    // all blocks in one slice
[[nodiscard]] Schedule allgather_levels(const Shape& shape);  // all blocks in one slice
[[nodiscard]] Schedule allgather_lanes(const Shape& shape);
[[nodiscard]] Schedule reduce_levels(const Shape& shape);
[[nodiscard]] Schedule reduce_lanes(const Shape& shape);  // domains of equally many ranks
[[nodiscard]] Schedule allreduce_levels(const Shape& shape);
[[nodiscard]] Schedule allreduce_lanes(const Shape& shape);       // domains of equally many ranks
[[nodiscard]] Schedule alltoall_lanes(const Shape& shape);        // the same; all blocks of a rank in one slice
[[nodiscard]] Schedule reduce_scatter_lanes(const Shape& shape);  // the same; not in place
[[nodiscard]] Schedule scan_lanes(const Shape& shape);            // the ranks of each domain in a row
[[nodiscard]] Schedule exscan_lanes(const Shape& shape);

// Long vectors: ranks read and write each other's buffers. Reductions as above, but in place of commutative operations
// only; the result is the same on all ranks.
[[nodiscard]] Schedule bcast_direct(const Shape& shape);
[[nodiscard]] Schedule gather_direct(const Shape& shape);
[[nodiscard]] Schedule scatter_direct(const Shape& shape);
[[nodiscard]] Schedule allgather_direct(const Shape& shape);
[[nodiscard]] Schedule alltoall_direct(const Shape& shape);  // not in place
[[nodiscard]] Schedule reduce_direct(const Shape& shape);
[[nodiscard]] Schedule allreduce_direct(const Shape& shape);

// Messages of any length, of which only the two ranks at its ends know how long it is. Ranks can read each other's
// memory.
[[nodiscard]] Schedule gatherv(const Shape& shape);
[[nodiscard]] Schedule scatterv(const Shape& shape);
[[nodiscard]] Schedule allgatherv(const Shape& shape);
[[nodiscard]] Schedule alltoallv(const Shape& shape);

/// The algorithm for this call, nullptr where the arena does not serve it. Rests on what is equal on all ranks.
[[nodiscard]] const Algorithm* select(Collective collective, const Shape& shape) noexcept;

/// Bytes that all ranks know alike: of the vector, or of one block, or of all blocks of allgatherv. 0 where they do
/// not.
[[nodiscard]] std::int64_t agreed_bytes(Collective collective, const Shape& shape) noexcept;

/// All of them, with what each fits.
[[nodiscard]] std::span<const Algorithm> algorithms(Collective collective) noexcept;

}  // namespace baton::collectives::arena
