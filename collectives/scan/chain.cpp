// SPDX-License-Identifier: BSD-3-Clause
// Scan and exscan along the chain of ranks, in segments that follow each other. The order of ranks is kept.
// Cost for s segments: (P - 2 + s) (a + n / s (b + g)). For long vectors on few ranks: doubling sends and reduces all
// of the vector in each of its rounds.
#include <algorithm>

#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"
#include "collectives/segment.hpp"

namespace baton::collectives {
namespace {

/// Calls act(offset, count, odd) for each segment; `odd` names the set of scratch memory to be used.
template <class Act>
void each_segment(const Shape& shape, Act&& act) {
  const std::int64_t count = shape.send.count;
  const std::int64_t segment = std::min(count, pipeline_elements(count, shape.send.size, shape.size));
  bool odd = false;
  for (std::int64_t at = 0; at < count; at += segment, odd = !odd) act(at, std::min(segment, count - at), odd);
}

/// Two blocks for a segment, used in turn, where they are needed at all.
class Places {
 public:
  explicit Places(Builder& builder) : builder_(builder) {}
  Block get(bool odd, std::int64_t n) {
    Block& place = places_[odd ? 1 : 0];
    if (place.count < n) place = builder_.scratch(n);
    return part(place, 0, n);
  }

 private:
  Builder& builder_;
  Block places_[2];
};

}  // namespace

Schedule scan_chain(const Shape& shape) {
  Builder builder(shape);
  Places places(builder);
  each_segment(shape, [&](std::int64_t at, std::int64_t n, bool odd) {
    const Block own = builder.input(at, n);
    const Block result = builder.result(at, n);
    if (shape.rank == 0) {
      builder.copy(own, result);
    } else if (shape.commutative && !(own == result)) {
      builder.recv(shape.rank - 1, result);
      builder.reduce(own, result);
    } else {
      const Block lower = places.get(odd, n);
      builder.copy(own, result);
      builder.recv(shape.rank - 1, lower);
      builder.reduce(lower, result);
    }
    if (shape.rank + 1 < shape.size) builder.send(shape.rank + 1, result);
  });
  return std::move(builder).finish();
}

Schedule exscan_chain(const Shape& shape) {
  Builder builder(shape);
  Places lowers(builder);
  Places sums(builder);
  const bool passes_on = shape.rank + 1 < shape.size;
  each_segment(shape, [&](std::int64_t at, std::int64_t n, bool odd) {
    const Block own = builder.input(at, n);
    const Block result = builder.result(at, n);
    if (shape.rank == 0) {
      if (passes_on) builder.send(1, own);
      return;
    }
    // In place the result overwrites the contribution, which is still needed.
    const Block lower = own == result && passes_on ? lowers.get(odd, n) : result;
    builder.recv(shape.rank - 1, lower);
    if (!passes_on) return;
    const Block upto = sums.get(odd, n);
    builder.copy(own, upto);
    builder.reduce(lower, upto);
    builder.send(shape.rank + 1, upto);
    builder.copy(lower, result);
  });
  return std::move(builder).finish();
}

}  // namespace baton::collectives
