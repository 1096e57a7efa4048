// SPDX-License-Identifier: BSD-3-Clause
// Scan and exscan by recursive doubling of the run of ranks below: W. D. Hillis, G. L. Steele, "Data parallel
// algorithms", 1986. The order of ranks is kept. Cost: ceil(log2 P) (a + n b + n g), exscan twice the g.
#include <optional>

#include "collectives/algorithms.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives {

Schedule scan_recursive_doubling(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  const Block own = builder.input(0, count);
  const Block result = builder.result(0, count);
  Fold fold(builder, own, own == result, result);
  for (std::uint64_t distance = 1; distance < shape.size; distance <<= 1) {
    const auto step = static_cast<std::uint32_t>(distance);
    if (shape.rank + distance < shape.size) builder.send(shape.rank + step, fold.value());
    if (shape.rank < distance) continue;
    const Block lower = fold.place();
    builder.recv(shape.rank - step, lower);
    fold.with_lower(lower);
  }
  fold.finish_in(result);
  return std::move(builder).finish();
}

Schedule exscan_recursive_doubling(const Shape& shape) {
  Builder builder(shape);
  const std::int64_t count = shape.send.count;
  const Block result = builder.result(0, count);
  // `upto` runs to this rank inclusive and is what others need; the result stops below. In place the result is written
  // last.
  Block upto = builder.input(0, count);
  bool writable = false;
  std::optional<Block> below;
  const Block kept = shape.in_place ? builder.scratch(count) : result;
  for (std::uint64_t distance = 1; distance < shape.size; distance <<= 1) {
    const auto step = static_cast<std::uint32_t>(distance);
    const bool sends = shape.rank + distance < shape.size;
    if (sends) builder.send(shape.rank + step, upto);
    if (shape.rank < distance) continue;
    const bool sends_again = shape.rank + 2 * distance < shape.size;
    const Block lower = below ? builder.scratch(count) : kept;
    builder.recv(shape.rank - step, lower);
    if (sends_again) {
      if (!writable) {
        const Block own = builder.scratch(count);
        builder.copy(upto, own);
        upto = own;
        writable = true;
      }
      builder.reduce(lower, upto);
    }
    if (below) {
      builder.reduce(lower, *below);
    } else {
      below = lower;
    }
  }
  if (below) builder.copy(*below, result);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
