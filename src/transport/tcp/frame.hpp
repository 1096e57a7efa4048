// SPDX-License-Identifier: BSD-3-Clause
// How frames stand in the byte stream of a TCP link. A frame begins at a multiple of 8 with a head of 24 bytes: a word
// that says kind and length and checks itself, then the 16 opaque bytes of the Header.
//   small:   head, payload, padding to 8         (read into the inbox as a whole)
//   large:   head, padding, payload              (padded in front, so that the payload ends at a multiple of 8)
//   goodbye: head                                (the sender ends in order and sends nothing more)
// Both sides have the same byte order: the handshake sees to that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace baton::transport::tcp {

enum class FrameKind : std::uint8_t { small = 1, large = 2, goodbye = 3 };

inline constexpr std::size_t head_bytes = 24;
/// The largest payload of a small frame.
inline constexpr std::size_t max_small = 64 * 1024;

/// Bytes that follow `length` bytes to reach a multiple of 8.
constexpr std::size_t padding(std::size_t length) noexcept { return (8 - length % 8) % 8; }

struct FrameWord {
  FrameKind kind = FrameKind::small;
  std::uint64_t length = 0;  // of the payload, below 2^48
};

namespace detail {
constexpr std::uint64_t check_byte(std::uint64_t low) noexcept {
  low ^= low >> 32;
  low ^= low >> 16;
  low ^= low >> 8;
  return (low ^ 0xB7) & 0xFF;
}
}  // namespace detail

constexpr std::uint64_t pack(FrameWord word) noexcept {
  const std::uint64_t low = word.length | std::uint64_t{static_cast<std::uint8_t>(word.kind)} << 48;
  return low | detail::check_byte(low) << 56;
}

/// Nothing when the word cannot begin a frame.
constexpr std::optional<FrameWord> unpack(std::uint64_t bits) noexcept {
  const std::uint64_t low = bits & 0x00FF'FFFF'FFFF'FFFF;
  if (bits >> 56 != detail::check_byte(low)) return std::nullopt;
  const auto kind = static_cast<std::uint8_t>(low >> 48);
  if (kind < 1 || kind > 3) return std::nullopt;
  const FrameWord word{static_cast<FrameKind>(kind), low & 0xFFFF'FFFF'FFFF};
  if (word.kind == FrameKind::small && word.length > max_small) return std::nullopt;
  if (word.kind == FrameKind::goodbye && word.length != 0) return std::nullopt;
  return word;
}

}  // namespace baton::transport::tcp
