// SPDX-License-Identifier: BSD-3-Clause
// Which algorithm a call takes: the cheapest by a cost model among those that fit, or the one that BATON_<COLLECTIVE>
// names. All ranks must choose alike, so a choice rests only on what MPI makes equal on all of them: ranks, bytes, the
// operation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/result.hpp"
#include "collectives/cost_model.hpp"
#include "collectives/schedule.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives {

enum class Collective : std::uint8_t {
  barrier,
  bcast,
  reduce,
  allreduce,
  gather,
  gatherv,
  scatter,
  scatterv,
  allgather,
  allgatherv,
  alltoall,
  alltoallv,  // alltoallw, too
  reduce_scatter_block,
  reduce_scatter,
  scan,
  exscan,
  neighbor_allgather,  // neighbor_allgatherv, too
  neighbor_alltoall,   // neighbor_alltoallv, neighbor_alltoallw, too
};
inline constexpr std::size_t collective_count = static_cast<std::size_t>(Collective::neighbor_alltoall) + 1;

/// An algorithm with what the choice needs.
struct Algorithm {
  const char* name;
  Schedule (*build)(const Shape&);
  bool (*fits)(const Shape&);
  double (*cost)(const CostModel&, double ranks, double bytes);
};

/// The algorithms of a collective, never empty; the last one fits every shape.
[[nodiscard]] std::span<const Algorithm> algorithms(Collective collective) noexcept;

/// The constants of the cost model and the user's wishes, which may be algorithms of the arena.
struct Tuning {
  Constants constants;
  std::array<const Algorithm*, collective_count> forced{};
  /// Whether ranks of a node share an arena, and after how many collectives of a communicator they set it up.
  bool arena = true;
  std::int64_t arena_after = 16;
  bool arena_levels = true;  // and whether they divide themselves there by where they stand

  /// Reads the BATON_<COLLECTIVE> parameters. Error: a name that is no algorithm of that collective.
  static Result<Tuning> from_parameters();
};

/// The cheapest algorithm that fits, and its cost.
struct Choice {
  const Algorithm* algorithm = nullptr;
  double cost = 0;
};
[[nodiscard]] Choice cheapest(Collective collective, const Shape& shape, const CostModel& model) noexcept;
/// Bytes that the costs speak of: of the vector, or of one block (the mean one where they differ).
[[nodiscard]] double cost_bytes(Collective collective, const Shape& shape) noexcept;

/// The algorithm for this call. A wish that does not fit the shape is passed over.
[[nodiscard]] const Algorithm& select(Collective collective, const Shape& shape, const Tuning& tuning) noexcept;

/// Whether this call takes a schedule that is the same for all lengths (Schedule::any_length).
[[nodiscard]] bool takes_any_length(Collective collective, const Shape& shape, const Tuning& tuning) noexcept;

/// The schedule of this rank. `taken` is set to its algorithm, which intercommunicators have none of.
[[nodiscard]] Schedule build(Collective collective, const Shape& shape, const Tuning& tuning,
                             const Algorithm** taken = nullptr);

}  // namespace baton::collectives
