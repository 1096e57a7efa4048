// SPDX-License-Identifier: BSD-3-Clause
// SipHash-2-4: a short keyed hash (Aumasson and Bernstein, 2012). Proves knowledge of a 128-bit secret; not for bulk
// data.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace baton::transport::tcp {

/// A secret of 128 bits.
struct Key {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  bool operator==(const Key&) const = default;
};

/// The 64-bit tag of `data` under `key`. Little-endian machines give the published values.
inline std::uint64_t siphash(const Key& key, std::span<const std::byte> data) noexcept {
  std::uint64_t v0 = 0x736f6d6570736575 ^ key.low;
  std::uint64_t v1 = 0x646f72616e646f6d ^ key.high;
  std::uint64_t v2 = 0x6c7967656e657261 ^ key.low;
  std::uint64_t v3 = 0x7465646279746573 ^ key.high;
  const auto rounds = [&](int count) {
    for (; count > 0; --count) {
      v0 += v1;
      v1 = std::rotl(v1, 13) ^ v0;
      v0 = std::rotl(v0, 32);
      v2 += v3;
      v3 = std::rotl(v3, 16) ^ v2;
      v0 += v3;
      v3 = std::rotl(v3, 21) ^ v0;
      v2 += v1;
      v1 = std::rotl(v1, 17) ^ v2;
      v2 = std::rotl(v2, 32);
    }
  };
  std::size_t at = 0;
  for (; at + 8 <= data.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, data.data() + at, 8);
    v3 ^= word;
    rounds(2);
    v0 ^= word;
  }
  std::uint64_t last = static_cast<std::uint64_t>(data.size() & 0xFF) << 56;
  for (std::size_t i = 0; at + i < data.size(); ++i) last |= std::to_integer<std::uint64_t>(data[at + i]) << (8 * i);
  v3 ^= last;
  rounds(2);
  v0 ^= last;
  v2 ^= 0xFF;
  rounds(4);
  return v0 ^ v1 ^ v2 ^ v3;
}

}  // namespace baton::transport::tcp
