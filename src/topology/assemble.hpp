// SPDX-License-Identifier: BSD-3-Clause
// Puts the places of many ranks together, and the text by which they travel between ranks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "topology/discover.hpp"
#include "topology/hierarchy.hpp"

namespace baton::topology {

/// "0-1,8@0.0.2.5": the CPUs, then package, NUMA node, L3 and core, `-` where unknown. No blanks; seldom over 60
/// characters.
[[nodiscard]] std::string encode(const LocalPlace& place);
[[nodiscard]] Result<LocalPlace> decode(std::string_view text);

/// True when the processes with these sets, all on one node, cannot all run at the same time: there is no way to give
/// each a processing unit of its own. Exact (bipartite matching). An empty set counts as "unknown" and fits anywhere.
[[nodiscard]] bool oversubscribed(std::span<const CpuSet> node);

/// The hierarchy of a group of ranks. `nodes[i]` says which node rank i is on, by any numbers; they become dense in
/// order of first appearance. `oversubscribed` holds for the node of rank `self`.
[[nodiscard]] Hierarchy assemble(std::span<const LocalPlace> ranks, std::span<const std::uint32_t> nodes,
                                 std::uint32_t self);

}  // namespace baton::topology
