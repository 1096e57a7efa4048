// SPDX-License-Identifier: BSD-3-Clause
// Barrier by dissemination: D. Hensgen, R. Finkel, U. Manber, "Two algorithms for barrier synchronization", 1988.
// Cost: ceil(log2 P) a.
#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {

Schedule barrier_dissemination(const Shape& shape) {
  Builder builder(shape);
  const std::uint64_t size = shape.size;
  for (std::uint64_t distance = 1; distance < size; distance <<= 1) {
    builder.fence();
    builder.signal(static_cast<std::uint32_t>((shape.rank + distance) % size));
    builder.await(static_cast<std::uint32_t>((shape.rank + size - distance) % size));
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
