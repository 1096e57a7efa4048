// SPDX-License-Identifier: BSD-3-Clause
// What libbaton.so gives to libbaton_heap.so, where both are loaded.
#pragma once

#include <cstddef>

namespace baton_heap {

struct Hooks {
  /// nullptr where it has none: take it elsewhere.
  void* (*allocate)(std::size_t bytes, std::size_t alignment) noexcept;
  void (*deallocate)(void* memory) noexcept;
  std::size_t (*size_of)(const void* memory) noexcept;
  bool (*owns)(const void* memory) noexcept;
};

}  // namespace baton_heap
