// SPDX-License-Identifier: BSD-3-Clause
// One turn of a spin loop, and the size that keeps two writers off one cache line.
#pragma once

#include <cstddef>

namespace baton {

inline constexpr std::size_t cache_line_bytes = 64;

/// Tells the core that this is a spin loop.
inline void cpu_relax() noexcept {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield" ::: "memory");
#endif
}

}  // namespace baton
