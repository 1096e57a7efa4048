// SPDX-License-Identifier: BSD-3-Clause
// Reduce-scatter by recursive halving.
#include "collectives/halving.hpp"

namespace baton::collectives {

void Halving::reduce_scatter(Builder& builder, const Block& own, const Block& sum) const {
  const bool apart = !(own == sum);
  Block value = own;
  Block spare;  // where operands arrive that cannot arrive in `sum` itself
  std::uint32_t first = 0;
  std::uint32_t end = core;
  for (std::uint32_t distance = core >> 1; distance > 0; distance >>= 1) {
    const bool upper = (inner & distance) != 0;
    const std::uint32_t middle = first + distance;
    const auto [kept_at, kept] = upper ? run(middle, end) : run(first, middle);
    const auto [given_at, given] = upper ? run(first, middle) : run(middle, end);
    const std::uint32_t peer = peer_at(distance);
    builder.send(peer, part(value, given_at, given));
    const Block target = part(sum, kept_at, kept);
    if (apart && value == own) {
      builder.recv(peer, target);
      builder.reduce(part(own, kept_at, kept), target);
    } else {
      if (spare.count < kept) spare = builder.scratch(kept);
      const Block operand = part(spare, 0, kept);
      builder.recv(peer, operand);
      builder.reduce(operand, target);
    }
    value = sum;
    if (upper) {
      first = middle;
    } else {
      end = middle;
    }
  }
  if (core == 1 && apart) builder.copy(own, sum);
}

}  // namespace baton::collectives
