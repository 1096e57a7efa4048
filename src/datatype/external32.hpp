// SPDX-License-Identifier: BSD-3-Clause
// The external32 representation (MPI 5.0, 14.5.2): big-endian, sizes fixed by the standard, no gaps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/result.hpp"
#include "datatype/datatype.hpp"

namespace baton::datatype {

/// Bytes of `count` elements in external32. Error: invalid_argument where 64 bits do not hold them.
Result<std::int64_t> external32_size(const Datatype& type, std::int64_t count) noexcept;

/// Converts `count` elements at `base` into `out`; returns the bytes written.
/// Errors: truncated where `out` is too short; type_mismatch where a value does not fit its external size.
Result<std::int64_t> pack_external32(const Datatype& type, const void* base, std::int64_t count,
                                     std::span<std::byte> out) noexcept;

/// The reverse; returns the bytes read. Error: truncated where `in` is too short.
Result<std::int64_t> unpack_external32(const Datatype& type, void* base, std::int64_t count,
                                       std::span<const std::byte> in) noexcept;

}  // namespace baton::datatype
