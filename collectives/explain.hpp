// SPDX-License-Identifier: BSD-3-Clause
// Why a call takes the algorithm it takes: all candidates with their predicted times. Not here: the choice
// (select.hpp).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "collectives/select.hpp"

namespace baton::collectives {

/// "allreduce" and so on, as in MPI.
[[nodiscard]] const char* name_of(Collective collective) noexcept;
[[nodiscard]] std::optional<Collective> collective_named(std::string_view name) noexcept;
/// The parameter that rules a collective, without BATON_; nullptr: none does.
[[nodiscard]] const char* parameter_of(Collective collective) noexcept;

struct Candidate {
  const Algorithm* algorithm = nullptr;
  bool fits = false;
  bool taken = false;
  bool arena = false;  // of those for the memory that ranks of a node share; chosen by measured lengths
  double cost = 0;     // predicted nanoseconds, where it fits and is none of these
};
struct Explanation {
  std::vector<Candidate> candidates;       // those that fit first, the cheapest first; the arena's last
  bool wished = false;                     // the user's word decided
  const Algorithm* by_messages = nullptr;  // what a call takes that may not use the arena
};
/// Those of the arena are candidates where `shape.arena` says so.
[[nodiscard]] Explanation explain(Collective collective, const Shape& shape, const Tuning& tuning);

/// A call of `bytes`, of a vector or of one block, by ranks that stand in equal runs on so many nodes. `nodes` must
/// outlive the shape.
[[nodiscard]] Shape typical_shape(Collective collective, std::int64_t bytes, std::uint32_t ranks, const Nodes& nodes);

}  // namespace baton::collectives
