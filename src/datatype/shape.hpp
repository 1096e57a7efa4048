// SPDX-License-Identifier: BSD-3-Clause
// Works a type's numbers out of its typemap: size, bounds, alignment, signature. Private to the room.
#pragma once

#include "base/result.hpp"
#include "datatype/datatype.hpp"

namespace baton::datatype {

/// Sums of 64-bit products that must not wrap before they are checked.
__extension__ using WideInteger = __int128;

/// Types nested deeper than this are refused: the walks over a type recurse.
inline constexpr std::int32_t max_depth = 1000;

/// The shape of `body` by MPI 5.0, 5.1 (definitions of lb, ub, extent and the true ones), or invalid_argument where a
/// number does not fit into 64 bits. `bounds`, where given, are marked ones set by hand: {lb, ub}.
struct Bounds {
  std::int64_t lb = 0;
  std::int64_t ub = 0;
};
Result<Shape> shape_of(const Body& body, const Bounds* bounds) noexcept;

/// Bytes of `count` elements that fit in 64 bits and are not negative, or an error.
Result<std::int64_t> narrowed(WideInteger value) noexcept;

}  // namespace baton::datatype
