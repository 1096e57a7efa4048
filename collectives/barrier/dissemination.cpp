// SPDX-License-Identifier: BSD-3-Clause
// Barrier by dissemination: D. Hensgen, R. Finkel, U. Manber, "Two algorithms for barrier synchronization", 1988; with
// k - 1 messages a round: T. Hoefler, T. Mehlan, F. Mietke, W. Rehm, "Fast Barrier Synchronization for InfiniBand",
// 2006. Cost: ceil(log_k P) (a + (k - 2) o), o the time between the starts of two messages.
#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {
namespace {

Schedule disseminate(const Shape& shape, std::uint64_t radix) {
  Builder builder(shape);
  const std::uint64_t size = shape.size;
  for (std::uint64_t distance = 1; distance < size; distance *= radix) {
    builder.fence();
    for (std::uint64_t away = distance; away < size && away < radix * distance; away += distance) {
      builder.signal(static_cast<std::uint32_t>((shape.rank + away) % size));
      builder.await(static_cast<std::uint32_t>((shape.rank + size - away) % size));
    }
  }
  return std::move(builder).finish();
}

}  // namespace

Schedule barrier_dissemination(const Shape& shape) { return disseminate(shape, 2); }
Schedule barrier_dissemination4(const Shape& shape) { return disseminate(shape, 4); }

}  // namespace baton::collectives
