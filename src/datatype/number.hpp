// SPDX-License-Identifier: BSD-3-Clause
// The number types that C++20 does not have: half and quadruple precision, 128-bit integers. Private to the room.
#pragma once

#include <bit>
#include <cfloat>
#include <cstdint>

namespace baton::datatype {

__extension__ using Int128 = __int128;
__extension__ using Uint128 = unsigned __int128;

#if defined(__SIZEOF_FLOAT128__)
#define BATON_HAS_QUAD 1
__extension__ using Quad = __float128;  // arithmetic by the compiler's own runtime: no libquadmath
#elif LDBL_MANT_DIG == 113
#define BATON_HAS_QUAD 1
using Quad = long double;
#else
#define BATON_HAS_QUAD 0
#endif

/// IEEE half precision in 16 bits. Each operation goes through float and is rounded once more, which is exact rounding:
/// float has more than twice the bits.
class Half {
 public:
  Half() = default;
  explicit Half(float value) noexcept : bits_(rounded(std::bit_cast<std::uint32_t>(value))) {}
  explicit operator float() const noexcept {
    const std::uint32_t sign = static_cast<std::uint32_t>(bits_ & 0x8000U) << 16;
    const std::uint32_t rest = bits_ & 0x7fffU;
    if (rest >= 0x7c00U) return std::bit_cast<float>(sign | 0x7f800000U | (rest & 0x3ffU) << 13);
    if (rest >= 0x0400U) return std::bit_cast<float>(sign | ((rest << 13) + (112U << 23)));
    const float small = static_cast<float>(rest) * 0x1p-24F;
    return sign != 0 ? -small : small;
  }
  friend Half operator+(Half a, Half b) noexcept { return Half(static_cast<float>(a) + static_cast<float>(b)); }
  friend Half operator-(Half a, Half b) noexcept { return Half(static_cast<float>(a) - static_cast<float>(b)); }
  friend Half operator*(Half a, Half b) noexcept { return Half(static_cast<float>(a) * static_cast<float>(b)); }
  friend bool operator<(Half a, Half b) noexcept { return (a.place() < b.place()) & a.ordered() & b.ordered(); }
  friend bool operator>(Half a, Half b) noexcept { return b < a; }

 private:
  [[nodiscard]] bool ordered() const noexcept { return (bits_ & 0x7fff) <= 0x7c00; }
  /// Rises with the value among the ordered ones; both zeros stand at 0.
  [[nodiscard]] int place() const noexcept { return (bits_ & 0x8000) != 0 ? -(bits_ & 0x7fff) : bits_ & 0x7fff; }

  /// Rounds a float's bits to nearest, ties to even.
  static std::uint16_t rounded(std::uint32_t bits) noexcept {
    const std::uint32_t sign = bits >> 16 & 0x8000U;
    const std::uint32_t rest = bits & 0x7fffffffU;
    if (rest > 0x7f800000U) return static_cast<std::uint16_t>(sign | 0x7e00U | (rest >> 13 & 0x3ffU));
    if (rest >= 0x477ff000U) return static_cast<std::uint16_t>(sign | 0x7c00U);  // to infinity
    if (rest < 0x38800000U) {  // below the normal numbers: let float's own rounding find the 24th place
      const float placed = std::bit_cast<float>(rest) + 0.5F;
      return static_cast<std::uint16_t>(sign | (std::bit_cast<std::uint32_t>(placed) - 0x3f000000U));
    }
    const std::uint32_t even = rest >> 13 & 1U;
    return static_cast<std::uint16_t>(sign | ((rest - (112U << 23) + 0xfffU + even) >> 13));
  }

  std::uint16_t bits_ = 0;
};
static_assert(sizeof(Half) == 2);

}  // namespace baton::datatype
