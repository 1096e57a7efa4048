// SPDX-License-Identifier: BSD-3-Clause
// Broadcast through a chain of ranks, cut into segments that follow each other: J. Pjesivac-Grbovic et al.,
// "Performance Analysis of MPI Collective Operations", 2007.
// Cost: (P - 2 + s) (a + n / s b) for s segments. For long messages on few ranks.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/bcast/bytes_view.hpp"
#include "collectives/pieces.hpp"
#include "collectives/segment.hpp"

namespace baton::collectives {

Schedule bcast_chain(const Shape& shape) {
  Builder builder(shape);
  if (shape.size == 1) return std::move(builder).finish();
  const Rotation rotation{shape.root, shape.size};
  const std::uint32_t me = rotation.relative(shape.rank);
  BytesView view(builder);
  const std::int64_t segment = chain_segment(view.size(), shape.size);
  for (std::int64_t at = 0; at < view.size(); at += segment) {
    const Block block = view.range(at, std::min(segment, view.size() - at));
    if (me != 0) builder.recv(rotation.rank(me - 1), block);
    if (me + 1 < shape.size) builder.send(rotation.rank(me + 1), block);
  }
  view.unpack();
  return std::move(builder).finish();
}

}  // namespace baton::collectives
