// SPDX-License-Identifier: BSD-3-Clause
// Type signatures as polynomial hashes modulo the prime 2^61 - 1: concatenation and repetition cost O(log elements).
#include "datatype/datatype.hpp"

namespace baton::datatype {
namespace {

__extension__ using Wide = unsigned __int128;
constexpr std::uint64_t prime = (std::uint64_t{1} << 61) - 1;
constexpr std::uint64_t point = 0x1b873593cc9e2d51 % prime;  // where the polynomial is evaluated: any large number

std::uint64_t times(std::uint64_t a, std::uint64_t b) noexcept {
  const Wide product = static_cast<Wide>(a) * b;
  const std::uint64_t folded = static_cast<std::uint64_t>(product & prime) + static_cast<std::uint64_t>(product >> 61);
  return folded >= prime ? folded - prime : folded;
}

std::uint64_t plus(std::uint64_t a, std::uint64_t b) noexcept {
  const std::uint64_t sum = a + b;
  return sum >= prime ? sum - prime : sum;
}

std::uint64_t power(std::int64_t exponent) noexcept {
  std::uint64_t result = 1;
  for (std::uint64_t base = point; exponent > 0; exponent >>= 1, base = times(base, base)) {
    if ((exponent & 1) != 0) result = times(result, base);
  }
  return result;
}

}  // namespace

Signature joined(Signature first, Signature second) noexcept {
  return {plus(times(first.hash, power(second.elements)), second.hash), first.elements + second.elements};
}

Signature repeated(Signature one, std::int64_t count) noexcept {
  if (count == 1) return one;
  Signature result;
  while (count > 0) {
    if ((count & 1) != 0) result = joined(result, one);
    count >>= 1;
    if (count > 0) one = joined(one, one);
  }
  return result;
}

}  // namespace baton::datatype
