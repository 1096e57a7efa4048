// SPDX-License-Identifier: BSD-3-Clause
// Pinned buffers: memory that other ranks of the node can see. Messages from and to it are copied once, straight from
// buffer to buffer, by both ranks together. It serves as any other memory does.
#pragma once

#include <cstddef>
#include <limits>
#include <new>
#include <type_traits>
#include <vector>

namespace baton::api {
namespace detail {

/// Throws std::bad_alloc. Never a null pointer.
[[nodiscard]] void* allocate_pinned(std::size_t bytes, std::size_t alignment);
void deallocate_pinned(void* memory) noexcept;

}  // namespace detail

/// An allocator (C++20, [allocator.requirements]) of pinned buffers, for any container. All are equal: what one has
/// allocated any other frees, also before the first Environment and after the last. Of at least 64 bytes each, so
/// single nodes of lists and maps are dear; meant for vectors.
///
/// A child of fork sees the same memory, not a copy. Where the system grants no such memory it is ordinary memory.
/// Threads: any, at any time.
template <class T>
class pinned_allocator {
 public:
  using value_type = T;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using propagate_on_container_copy_assignment = std::true_type;
  using propagate_on_container_move_assignment = std::true_type;
  using propagate_on_container_swap = std::true_type;
  using is_always_equal = std::true_type;

  constexpr pinned_allocator() noexcept = default;
  template <class U>
  constexpr pinned_allocator(const pinned_allocator<U>& /*other*/) noexcept {}

  /// Memory for `count` objects, aligned to a cache line at least. Throws std::bad_array_new_length when no memory
  /// could ever hold as many, and std::bad_alloc when there is none.
  [[nodiscard]] T* allocate(std::size_t count) {
    if (count > std::numeric_limits<std::size_t>::max() / sizeof(T)) throw std::bad_array_new_length();
    return static_cast<T*>(detail::allocate_pinned(count * sizeof(T), alignof(T)));
  }
  void deallocate(T* memory, std::size_t /*count*/) noexcept { detail::deallocate_pinned(memory); }

  template <class U>
  friend constexpr bool operator==(const pinned_allocator& /*a*/, const pinned_allocator<U>& /*b*/) noexcept {
    return true;
  }
};

/// A vector in such memory; Sendable and Receivable as any other.
template <class T>
using pinned_vector = std::vector<T, pinned_allocator<T>>;

}  // namespace baton::api
