// SPDX-License-Identifier: BSD-3-Clause
// Reduce_scatter(_block): each rank gets its block from each other rank and adds them up, a bounded number under way at
// a time: R. Thakur, R. Rabenseifner, W. Gropp, "Optimization of Collective Communication Operations in MPICH", 2005.
// Commutative operations only. Cost: (P - 1) a + n (P - 1) / P (b + g). For long vectors.
#include <vector>

#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

namespace {
constexpr std::uint32_t outstanding = 4;  // operands under way, each with scratch memory of one block
}

Schedule reduce_scatter_pairwise(const Shape& shape) {
  Builder builder(shape);
  const std::uint32_t size = shape.size;
  const std::int64_t count = shape.recv.count_of(shape.rank);
  const auto block = [&](std::uint32_t rank) {
    return builder.input(shape.recv.offset_of(rank), shape.recv.count_of(rank));
  };
  const Block result = builder.result(0, count);
  const Block own = block(shape.rank);
  // In place the start of the buffer is still to be sent, so the sum grows in this rank's block and moves at the end.
  const Block sum = shape.in_place ? own : result;
  bool started = shape.in_place;
  std::vector<Block> operands;
  std::vector<StepId> sends(outstanding, no_step);
  for (std::uint32_t i = 1; i < size; ++i) {
    const std::uint32_t to = (shape.rank + i) % size;
    const std::uint32_t from = (shape.rank + size - i) % size;
    StepId& sent = sends[i % outstanding];
    sent = builder.send(to, block(to), {sent});
    if (!started) {
      builder.recv(from, sum);
      builder.reduce(own, sum);
      started = true;
      continue;
    }
    if (operands.size() < outstanding) operands.push_back(builder.scratch(count));
    const Block operand = operands[i % operands.size()];
    builder.recv(from, operand);
    builder.reduce(operand, sum);
  }
  builder.copy(started ? sum : own, result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
