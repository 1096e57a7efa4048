// SPDX-License-Identifier: BSD-3-Clause
// What programs for the arena cost: cache lines on the critical path, by how far they come, and bytes. Rests on a
// machine's levels and on what all ranks know alike, so that all choose alike. Not here: which programs there are
// (select.cpp); the simulation of the same costs step by step (tools/sim/arena.hpp).
#pragma once

#include <array>
#include <cstdint>

#include "collectives/arena/levels.hpp"
#include "collectives/select.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives::arena {

/// Nanoseconds of lines that another core has just written. `line`: until a rank that waits for one has it; `next`: of
/// one more of several that it reads in turn; `turn`: that one more reader of the same line waits; `byte`: of data
/// beyond the line of the flag. `border`: of a byte, for all ranks together that read over the border of a domain.
struct Reach {
  double line;
  double next;
  double turn;
  double byte;
  double border;
};

/// Within one cache: measured on 16 cores (docs/performance_budget.md). Farther: not measured here; ratios as they are
/// published for processors with several caches a package, on the low side.
struct Lines {
  std::array<Reach, distances> reach{
      {{65, 33, 4, 0.15, 0}, {130, 66, 10, 0.25, 0.02}, {150, 75, 12, 0.28, 0.02}, {260, 130, 25, 0.42, 0.02}}};
  double step = 12;      // of a step: a copy or a wait
  double operand = 45;   // of a reduction
  double copied = 0.05;  // per byte, of a rank's own
  double reduced = 0.08;
  double call = 230;
  // Of a copy by the kernel between two ranks' buffers: to start it, per byte, and per byte of all ranks together, for
  // long ones share the node's memory. Measured on the same 16 cores.
  double kernel = 500;
  double kernel_byte = 0.09;
  double kernel_shared = 0.017;

  [[nodiscard]] const Reach& of(Distance distance) const noexcept { return reach[static_cast<std::size_t>(distance)]; }
};

/// All ranks with all; through a tree of speakers; by lanes of domains.
enum class Style : std::uint8_t { flat, tree, lanes };

/// The cheapest of the ways to divide the ranks, and its cost; no way where none fits. `bytes`: agreed_bytes().
struct Estimate {
  const Way* way = nullptr;
  double cost = 0;
};
[[nodiscard]] Estimate estimate(Style style, Collective collective, const Shape& shape, std::int64_t bytes,
                                const Lines& lines = {}) noexcept;

/// Of programs that are built: contract, estimate() finds a way.
[[nodiscard]] const Split& split_for(Collective collective, const Shape& shape) noexcept;
[[nodiscard]] const Nodes& lanes_for(Collective collective, const Shape& shape) noexcept;

/// How much of a vector goes through a tree at a time.
inline constexpr std::int64_t tree_chunk = std::int64_t{8} << 10;

}  // namespace baton::collectives::arena
