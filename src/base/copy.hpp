// SPDX-License-Identifier: BSD-3-Clause
// memcpy that is as fast wherever its two buffers lie. Copies by microcode (`rep movsb`, which memcpy takes from 4 KiB
// on) take up to 25 times as long on some processors (AMD Zen 3 to 5) where the target lies 1 to 31 bytes behind the
// source, modulo the page: there each load seems to follow a store that is not done. Two buffers from malloc, one
// behind the other and each of some pages, lie so: 16 bytes. Backwards no load comes behind a store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace baton {

/// Whether `to` lies so behind `from`.
[[nodiscard]] inline bool follows_in_page(const void* to, const void* from) noexcept {
  constexpr std::uintptr_t page = 4096;
  constexpr std::uintptr_t most = 31;
  const std::uintptr_t behind = (reinterpret_cast<std::uintptr_t>(to) - reinterpret_cast<std::uintptr_t>(from)) % page;
  return behind - 1 < most;
}

/// From the end to the start, in vectors of the compiler's. Contract: as memcpy.
[[gnu::noinline]] inline void copy_backwards(std::byte* to, const std::byte* from, std::size_t bytes) noexcept {
  constexpr std::size_t step = 64;
  for (; bytes >= step; bytes -= step) {
    std::byte part[step];
    std::memcpy(part, from + bytes - step, step);
    std::memcpy(to + bytes - step, part, step);
  }
  if (bytes != 0) std::memcpy(to, from, bytes);
}

/// memcpy; without a call for the commonest small length.
inline void copy_bytes(void* to, const void* from, std::size_t bytes) noexcept {
  constexpr std::size_t least_by_microcode = 4096;
  if (bytes == 8) {
    std::memcpy(to, from, 8);
  } else if (bytes >= least_by_microcode && follows_in_page(to, from)) [[unlikely]] {
    copy_backwards(static_cast<std::byte*>(to), static_cast<const std::byte*>(from), bytes);
  } else if (bytes != 0) {
    std::memcpy(to, from, bytes);
  }
}

}  // namespace baton
