// SPDX-License-Identifier: BSD-3-Clause
// Pinned buffers of the native API: memory of the process's pool.
#include <baton/pinned.hpp>

#include <new>

#include "api/process.hpp"
#include "base/check.hpp"

namespace baton::api::detail {

void* allocate_pinned(std::size_t bytes, std::size_t alignment) {
  const auto memory = Process::get().allocate_pinned(bytes, alignment);
  if (!memory) throw std::bad_alloc();
  return *memory;
}

void deallocate_pinned(void* memory) noexcept {
  if (memory == nullptr) return;
  BATON_CHECK(Process::get().pool().deallocate(memory) && "pinned_allocator: not its memory, or freed already");
}

}  // namespace baton::api::detail
