// SPDX-License-Identifier: BSD-3-Clause
// Negabinary numbers, and the butterfly of short distances made of them: D. De Sensi et al., "Bine Trees: Enhancing
// Collective Operations by Optimizing Communication Locality", 2025.
#pragma once

#include <bit>
#include <cstdint>

namespace baton::collectives {

/// Digits of a number to the base -2. Its lowest k digits stand for the number modulo 2^k.
[[nodiscard]] constexpr std::uint32_t to_negabinary(std::uint32_t number) noexcept {
  constexpr std::uint32_t odd_places = 0xAAAAAAAA;
  return (number + odd_places) ^ odd_places;
}
[[nodiscard]] constexpr std::uint32_t from_negabinary(std::uint32_t digits) noexcept {
  constexpr std::uint32_t odd_places = 0xAAAAAAAA;
  return (digits ^ odd_places) - odd_places;
}

/// A butterfly of `size` ranks, a power of two. In the step of distance d, which falls from size / 2 to 1, partners
/// stand 1, 1, 3, 5, 11, ... apart on a ring, where those of a hypercube stand 1, 2, 4, 8, ... apart. Their labels
/// differ in bit d and agree in the bits above, so the labels say which part of a vector is whose.
struct BineButterfly {
  std::uint32_t size;

  [[nodiscard]] constexpr std::uint32_t partner(std::uint32_t rank, std::uint32_t distance) const noexcept {
    const std::uint32_t away = from_negabinary(size / distance - 1);  // as many ones as steps so far; odd
    return (rank % 2 == 0 ? rank + away : rank - away) & (size - 1);
  }
  /// Even ranks count downwards. The Gray code of the digits turns "the lowest k digits flip" into "bit k flips".
  [[nodiscard]] constexpr std::uint32_t label(std::uint32_t rank) const noexcept {
    const std::uint32_t digits = to_negabinary(rank % 2 == 0 ? size - rank : rank) & (size - 1);
    const std::uint32_t gray = digits ^ (digits >> 1);
    std::uint32_t reversed = 0;
    for (std::uint32_t bit = 1, top = size >> 1; bit < size; bit <<= 1, top >>= 1) {
      if ((gray & bit) != 0) reversed |= top;
    }
    return reversed;
  }
};

}  // namespace baton::collectives
