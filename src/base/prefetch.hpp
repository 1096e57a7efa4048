// SPDX-License-Identifier: BSD-3-Clause
// Cache lines that will be written soon.
#pragma once

namespace baton {

/// Takes a line back that others have read, so that a later write need not wait for it. (__builtin_prefetch for a write
/// only reads, unless the compiler may assume a processor that knows better; others take the instruction for none.)
inline void prefetch_to_write(const void* at) noexcept {
#if defined(__x86_64__)
  asm volatile("prefetchw %0" ::"m"(*static_cast<const char*>(at)));
#else
  __builtin_prefetch(at, 1);
#endif
}

}  // namespace baton
