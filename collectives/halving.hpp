// SPDX-License-Identifier: BSD-3-Clause
// Reduce-scatter by recursive halving among a power of two of ranks: the common first half of Rabenseifner's
// algorithms.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

#include "collectives/pieces.hpp"

namespace baton::collectives {

/// The inner ranks [0, core) each hold a whole vector of `core` parts; afterwards inner rank i holds part i of their
/// reduction in `sum`. Order of operands is not kept.
struct Halving {
  std::uint32_t core;
  std::uint32_t inner;
  std::function<std::uint32_t(std::uint32_t)> peer_at;  // the rank whose inner one differs in the bit `distance`
  std::function<std::pair<std::int64_t, std::int64_t>(std::uint32_t, std::uint32_t)>
      run;  // parts [first, end): offset, count

  /// `own`: this rank's whole vector. `sum`: where sums go; may be the same block. Cost: log2 core (a) + n (core - 1) /
  /// core (b + g).
  void reduce_scatter(Builder& builder, const Block& own, const Block& sum) const;
};

}  // namespace baton::collectives
