// SPDX-License-Identifier: BSD-3-Clause
// What algorithms for several nodes need of the hierarchy.
#pragma once

#include <cstdint>

#include "collectives/builder.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives {

/// The number of ranks of each node, where all nodes hold equally many consecutive ranks; else, or where that is not
/// known, 0. O(P).
[[nodiscard]] inline std::uint32_t ranks_per_node(const Shape& shape) noexcept {
  if (shape.hierarchy == nullptr || shape.hierarchy->places.size() != shape.size) return 0;
  const auto& places = shape.hierarchy->places;
  std::uint32_t each = 1;
  while (each < shape.size && places[each].node == places[0].node) ++each;
  if (shape.size % each != 0) return 0;
  for (std::uint32_t rank = 1; rank < shape.size; ++rank) {
    if ((places[rank].node == places[rank - 1].node) != (rank % each != 0)) return 0;
  }
  return each;
}

}  // namespace baton::collectives
