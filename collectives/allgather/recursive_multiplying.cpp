// SPDX-License-Identifier: BSD-3-Clause
// Allgather of equal blocks by recursive multiplying: groups of up to 4 ranks exchange all they hold, then groups of
// such groups. As M. Ruefenacht et al. have it for allreduce (2017). P is a product of factors up to 4 where it can be;
// else ranks beyond the largest such product step aside. Cost per factor f: a + (f - 2) o, o the time between the
// starts of two messages; together (P - 1) n b; with ranks beyond, which double some blocks, up to 2 a + 2 (P - 1) n b
// more. For short blocks.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule allgather_recursive_multiplying4(const Shape& shape) {
  Builder builder(shape);
  constexpr std::uint32_t radix = 4;
  const std::uint32_t rank = shape.rank;
  const std::uint32_t size = shape.size;
  const Block own = shape.in_place ? builder.recv_block(rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  const FoldedCore core(size, largest_product(size, radix));
  if (!shape.in_place) builder.copy(own, builder.recv_block(rank));
  if (core.steps_aside(rank)) {
    builder.send(rank + 1, own);
    builder.recv(rank + 1, builder.recv_blocks(0, rank));
    builder.recv(rank + 1, builder.recv_blocks(rank + 1, size - rank - 1));
    return std::move(builder).finish();
  }
  if (core.folded(rank)) builder.recv(rank - 1, builder.recv_block(rank - 1));
  const std::uint32_t inner = core.inner(rank);
  const auto first_of = [&](std::uint32_t i) { return i == core.core ? size : core.first_rank(i); };
  std::uint32_t weight = 1;
  for (const std::uint32_t factor : factors_of(core.core, radix)) {
    const std::uint32_t digit = inner / weight % factor;
    const std::uint32_t held = inner / weight * weight;
    const auto run = [&](std::uint32_t first) {
      return builder.recv_blocks(first_of(first), first_of(first + weight) - first_of(first));
    };
    for (std::uint32_t i = 1; i < factor; ++i) {
      const std::uint32_t to = (digit + i) % factor;
      const std::uint32_t from = (digit + factor - i) % factor;
      builder.send(core.rank(inner + to * weight - digit * weight), run(held));
      builder.recv(core.rank(inner + from * weight - digit * weight), run(held + from * weight - digit * weight));
    }
    weight *= factor;
  }
  if (core.folded(rank)) {
    builder.send(rank - 1, builder.recv_blocks(0, rank - 1));
    builder.send(rank - 1, builder.recv_blocks(rank, size - rank));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
