// SPDX-License-Identifier: BSD-3-Clause
// The predefined reduction operations on arrays of predefined types.
// Not here: user functions and reference counting (op.hpp).
#pragma once

#include <cstddef>
#include <cstdint>

#include "datatype/kind.hpp"

namespace baton::datatype {

/// MPI's predefined operations; replace and no_op are for one-sided accumulation. All are commutative.
enum class Operation : std::uint8_t {
  sum,
  prod,
  max,
  min,
  land,
  lor,
  lxor,
  band,
  bor,
  bxor,
  maxloc,
  minloc,
  replace,
  no_op,
};
inline constexpr std::size_t operation_count = static_cast<std::size_t>(Operation::no_op) + 1;

/// Whether the standard defines the operation on that type (MPI 5.0, 6.9.2 and 6.9.4; replace and no_op on all).
[[nodiscard]] bool allowed(Operation operation, Kind kind) noexcept;

/// inout[i] = in[i] op inout[i] for `count` elements, each an extent of the kind after the one before.
/// The order of the operands matters where floating point is not commutative in practice: of two NaNs or of +0 and -0,
/// max and min keep the one in `inout`. Integer sums wrap. Complex products follow the schoolbook formula.
/// The result is the same on every processor: no fused multiply-add, no reassociation.
/// Contract: allowed(operation, kind); no overlap. Buffers need no alignment.
void reduce(Operation operation, Kind kind, const void* in, void* inout, std::size_t count) noexcept;

/// out[i] = first[i] op second[i]: saves the copy that `reduce` would need first. `out` may be `first` or
/// `second` itself; otherwise no overlap.
void combine(Operation operation, Kind kind, const void* first, const void* second, void* out,
             std::size_t count) noexcept;

}  // namespace baton::datatype
