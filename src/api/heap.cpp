// SPDX-License-Identifier: BSD-3-Clause
// BATON_SHARE_HEAP=1: large blocks of malloc come from the pinned buffers of this process, where libbaton_heap.so
// (tools/heap) stands before the C library.
#include "api/heap.hpp"

#include "api/process.hpp"
#include "base/parameters.hpp"
#include "tools/heap/hooks.hpp"

extern "C" [[gnu::weak]] void baton_heap_install(const baton_heap::Hooks* pool);

namespace baton::api {
namespace {

void* allocate(std::size_t bytes, std::size_t alignment) noexcept {
  memory::Pool& pool = Process::get().pool();
  const auto memory = pool.allocate(bytes, alignment);
  if (!memory) return nullptr;
  if (pool.owns(*memory)) return *memory;
  (void)pool.deallocate(*memory);
  return nullptr;
}
void deallocate(void* memory) noexcept { (void)Process::get().pool().deallocate(memory); }
std::size_t size_of(const void* memory) noexcept { return Process::get().pool().size_of(memory); }
bool owns(const void* memory) noexcept { return Process::get().pool().owns(memory); }

bool wanted() {
  const auto asked = parameter_flag("SHARE_HEAP");
  return asked && *asked;
}

/// Before main: what the program allocates then is reached already.
[[maybe_unused]] const bool installed = [] {
  if (!heap_is_interposed() || !wanted()) return false;
  static constexpr baton_heap::Hooks hooks{allocate, deallocate, size_of, owns};
  (void)Process::get().pool();
  baton_heap_install(&hooks);
  return true;
}();

}  // namespace

bool heap_is_interposed() noexcept { return baton_heap_install != nullptr; }

}  // namespace baton::api
