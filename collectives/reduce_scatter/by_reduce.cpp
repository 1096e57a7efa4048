// SPDX-License-Identifier: BSD-3-Clause
// Reduce_scatter(_block) as a reduction to rank 0 in rank order, and a scatter: E. Chan, M. Heimlich,
// A. Purkayastha, R. van de Geijn, "Collective communication: theory, practice, and experience", 2007, where it is the
// way for short vectors. For operations that do not commute.
// Cost: ceil(log2 P) (a + n b + n g) + (P - 1) a + n b.
#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule reduce_scatter_by_reduce(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t total = shape.send.count;
  const Block result = builder.result(0, shape.recv.count_of(shape.rank));
  const bool at_root = shape.rank == 0;
  const Block whole = at_root ? builder.scratch(total) : Block{};
  reduce_to_root(builder, 0, total, whole);
  if (!at_root) {
    builder.recv(0, result);
    return std::move(builder).finish();
  }
  for (std::uint32_t i = 1; i < shape.size; ++i) {
    builder.send(i, part(whole, shape.recv.offset_of(i), shape.recv.count_of(i)));
  }
  builder.copy(part(whole, shape.recv.offset_of(0), shape.recv.count_of(0)), result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
