// SPDX-License-Identifier: BSD-3-Clause
// A doubly linked list whose links live in the elements: no allocation, O(1) removal by element. Owns nothing. Not
// thread-safe.
#pragma once

#include <cstddef>

#include "base/check.hpp"

namespace baton {

/// Derive publicly from this to be listed. An element is in at most one list of this tag at a time.
template <class Tag = void>
struct ListHook {
  ListHook* next = nullptr;
  ListHook* previous = nullptr;
  [[nodiscard]] bool linked() const noexcept { return next != nullptr; }
};

/// T must derive from ListHook<Tag>. An element must be removed before it dies.
template <class T, class Tag = void>
class IntrusiveList {
 public:
  IntrusiveList() noexcept { root_.next = root_.previous = &root_; }
  IntrusiveList(const IntrusiveList&) = delete;
  IntrusiveList& operator=(const IntrusiveList&) = delete;

  [[nodiscard]] bool empty() const noexcept { return root_.next == &root_; }
  [[nodiscard]] T* front() noexcept { return empty() ? nullptr : element(root_.next); }
  [[nodiscard]] T* back() noexcept { return empty() ? nullptr : element(root_.previous); }
  /// The element after `item`, or nullptr at the end.
  [[nodiscard]] T* after(T* item) noexcept {
    ListHook<Tag>* hook = item;
    return hook->next == &root_ ? nullptr : element(hook->next);
  }
  void push_back(T* item) noexcept { insert(item, root_.previous); }
  /// `next` is an element of this list.
  void insert_before(T* item, T* next) noexcept { insert(item, static_cast<ListHook<Tag>*>(next)->previous); }
  void push_front(T* item) noexcept { insert(item, &root_); }
  static void remove(T* item) noexcept {
    ListHook<Tag>* hook = item;
    BATON_ASSERT(hook->linked());
    hook->previous->next = hook->next;
    hook->next->previous = hook->previous;
    hook->next = hook->previous = nullptr;
  }
  T* pop_front() noexcept {
    T* item = front();
    if (item != nullptr) remove(item);
    return item;
  }
  [[nodiscard]] std::size_t size() const noexcept {
    std::size_t count = 0;
    for (const ListHook<Tag>* hook = root_.next; hook != &root_; hook = hook->next) ++count;
    return count;
  }

 private:
  static T* element(ListHook<Tag>* hook) noexcept { return static_cast<T*>(hook); }
  static void insert(T* item, ListHook<Tag>* place) noexcept {
    ListHook<Tag>* hook = item;
    BATON_ASSERT(!hook->linked());
    hook->previous = place;
    hook->next = place->next;
    place->next->previous = hook;
    place->next = hook;
  }

  ListHook<Tag> root_;
};

}  // namespace baton
