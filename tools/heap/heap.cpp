// SPDX-License-Identifier: BSD-3-Clause
// libbaton_heap.so: large blocks of malloc and its kin become pinned buffers of Baton, so that codes that call plain
// malloc get one copy a message, too. It stands before the C library (LD_PRELOAD, or first on the link line) and passes
// everything on to it, until libbaton.so installs its pool, which it does when BATON_SHARE_HEAP=1 is set
// (api/heap.cpp).
//
// Limits: a child of fork shares these blocks with its parent instead of getting a copy; programs that are linked
// statically, or bring an allocator of their own, are not reached; blocks that were allocated before libbaton.so was
// loaded are ordinary. Threads: any. Nothing here is Baton's: this library is loaded into programs that may never use
// it.
#include <dlfcn.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "tools/heap/hooks.hpp"

extern "C" {
// The C library's own, under the names that it keeps for allocators like this one.
void* __libc_malloc(std::size_t bytes);                           // NOLINT(bugprone-reserved-identifier)
void __libc_free(void* memory);                                   // NOLINT(bugprone-reserved-identifier)
void* __libc_calloc(std::size_t count, std::size_t bytes);        // NOLINT(bugprone-reserved-identifier)
void* __libc_realloc(void* memory, std::size_t bytes);            // NOLINT(bugprone-reserved-identifier)
void* __libc_memalign(std::size_t alignment, std::size_t bytes);  // NOLINT(bugprone-reserved-identifier)
}

namespace {

using baton_heap::Hooks;

/// Shorter blocks gain little, and are many.
constexpr std::size_t large = std::size_t{1} << 20;

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): there is one malloc in a process
constinit std::atomic<const Hooks*> installed{nullptr};
/// The pool allocates for its own accounts: that must not come back to it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): one for each thread, set for a moment
[[gnu::tls_model("initial-exec")]] constinit thread_local bool inside = false;

struct Inside {
  Inside() noexcept { inside = true; }
  ~Inside() { inside = false; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
};

const Hooks* hooks() noexcept { return installed.load(std::memory_order_acquire); }

bool owns(const void* memory) noexcept {
  const Hooks* const pool = hooks();
  return pool != nullptr && pool->owns(memory);
}

/// nullptr: take it from the C library.
void* allocate(std::size_t bytes, std::size_t alignment) noexcept {
  const Hooks* const pool = hooks();
  if (pool == nullptr || bytes < large || inside) return nullptr;
  const Inside here;
  return pool->allocate(bytes, alignment);
}

std::size_t size_of(void* memory) noexcept {
  if (memory == nullptr) return 0;
  if (owns(memory)) {
    const Inside here;
    return hooks()->size_of(memory);
  }
  using Call = std::size_t (*)(void*);
  static const auto call = reinterpret_cast<Call>(::dlsym(RTLD_NEXT, "malloc_usable_size"));
  return call != nullptr ? call(memory) : 0;
}

void* aligned(std::size_t alignment, std::size_t bytes) noexcept {
  if (std::has_single_bit(alignment)) {
    if (void* const memory = allocate(bytes, std::max(alignment, alignof(std::max_align_t)))) return memory;
  }
  return __libc_memalign(alignment, bytes);
}

void give_back(void* memory) noexcept {
  if (!owns(memory)) return __libc_free(memory);
  const int kept = errno;
  const Inside here;
  hooks()->deallocate(memory);
  errno = kept;
}

}  // namespace

#define BATON_HEAP_EXPORT extern "C" [[gnu::visibility("default")]]

BATON_HEAP_EXPORT void baton_heap_install(const Hooks* pool) { installed.store(pool, std::memory_order_release); }

BATON_HEAP_EXPORT void* malloc(std::size_t bytes) {
  void* const memory = allocate(bytes, alignof(std::max_align_t));
  return memory != nullptr ? memory : __libc_malloc(bytes);
}

BATON_HEAP_EXPORT void free(void* memory) { give_back(memory); }

BATON_HEAP_EXPORT void* calloc(std::size_t count, std::size_t bytes) {
  std::size_t all = 0;
  if (!__builtin_mul_overflow(count, bytes, &all)) {
    if (void* const memory = allocate(all, alignof(std::max_align_t))) return std::memset(memory, 0, all);
  }
  return __libc_calloc(count, bytes);
}

BATON_HEAP_EXPORT void* realloc(void* memory, std::size_t bytes) {
  if (memory == nullptr) return malloc(bytes);
  const bool pinned = owns(memory);
  if (bytes == 0 || (!pinned && bytes < large)) {
    if (!pinned) return __libc_realloc(memory, bytes);
    give_back(memory);
    return nullptr;
  }
  const std::size_t has = size_of(memory);
  if (pinned && bytes <= has && bytes >= has / 2) return memory;
  void* moved = allocate(bytes, alignof(std::max_align_t));
  if (moved == nullptr) {
    if (!pinned) return __libc_realloc(memory, bytes);
    moved = __libc_malloc(bytes);
    if (moved == nullptr) return nullptr;
  }
  std::memcpy(moved, memory, std::min(bytes, has));
  give_back(memory);
  return moved;
}

BATON_HEAP_EXPORT void* memalign(std::size_t alignment, std::size_t bytes) { return aligned(alignment, bytes); }
BATON_HEAP_EXPORT void* aligned_alloc(std::size_t alignment, std::size_t bytes) { return aligned(alignment, bytes); }
BATON_HEAP_EXPORT int posix_memalign(void** memory, std::size_t alignment, std::size_t bytes) {
  if (!std::has_single_bit(alignment) || alignment % sizeof(void*) != 0) return EINVAL;
  const int kept = errno;
  void* const made = aligned(alignment, bytes);
  errno = kept;
  if (made == nullptr) return ENOMEM;
  *memory = made;
  return 0;
}
BATON_HEAP_EXPORT void* valloc(std::size_t bytes) {
  return aligned(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)), bytes);
}
BATON_HEAP_EXPORT void* pvalloc(std::size_t bytes) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  return aligned(page, (bytes + page - 1) / page * page);
}
BATON_HEAP_EXPORT std::size_t malloc_usable_size(void* memory) { return size_of(memory); }
