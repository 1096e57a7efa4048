// SPDX-License-Identifier: BSD-3-Clause
// A received message that stays where its sender has it: Communicator::lend and Communicator::borrow.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include <baton/detail/core.hpp>
#include <baton/status.hpp>

namespace baton::api {

/// A read-only view of a message, as a range of Ts. Where the sender has lent a pinned buffer and is on this node, the
/// elements lie in the sender's memory, and nothing was copied; else the view owns a copy. Move-only.
///
/// Lifetime: the destructor gives the message back, which completes the sender's request: elements are not to be looked
/// at any more. With the end of the last Environment, views that are still open are given back, and stderr says so.
/// When the sender ends without waiting, what it has lent stays in sight. Threads: one at a time.
template <class T>
class [[nodiscard]] Borrowed {
 public:
  using element_type = const std::remove_const_t<T>;
  using value_type = std::remove_const_t<T>;
  using size_type = std::size_t;
  using const_iterator = element_type*;
  using iterator = const_iterator;

  Borrowed() noexcept = default;
  /// For the library.
  explicit Borrowed(detail::Borrowed* message) noexcept
      : message_(message),
        elements_(static_cast<element_type*>(detail::data_borrowed(*message)),
                  detail::status_of(*message).bytes() / sizeof(T)) {}
  Borrowed(Borrowed&& other) noexcept
      : message_(std::exchange(other.message_, nullptr)), elements_(std::exchange(other.elements_, {})) {}
  Borrowed& operator=(Borrowed&& other) noexcept {
    if (this != &other) {
      give_back();
      message_ = std::exchange(other.message_, nullptr);
      elements_ = std::exchange(other.elements_, {});
    }
    return *this;
  }
  ~Borrowed() { give_back(); }

  /// Shows a message that was not given back yet.
  [[nodiscard]] bool active() const noexcept { return message_ != nullptr; }
  /// The elements lie in the sender's memory.
  [[nodiscard]] bool in_place() const noexcept { return message_ != nullptr && detail::is_in_place(*message_); }
  /// Source and tag of the message; an empty one after give_back().
  [[nodiscard]] Status status() const noexcept { return message_ != nullptr ? detail::status_of(*message_) : Status(); }

  [[nodiscard]] element_type* data() const noexcept { return elements_.data(); }
  [[nodiscard]] std::size_t size() const noexcept { return elements_.size(); }
  [[nodiscard]] bool empty() const noexcept { return elements_.empty(); }
  [[nodiscard]] element_type& operator[](std::size_t i) const noexcept { return elements_[i]; }
  [[nodiscard]] element_type& front() const noexcept { return elements_.front(); }
  [[nodiscard]] element_type& back() const noexcept { return elements_.back(); }
  [[nodiscard]] iterator begin() const noexcept { return data(); }
  [[nodiscard]] iterator end() const noexcept { return data() + size(); }

  /// What the destructor does, now. The view is empty afterwards.
  void give_back() noexcept {
    elements_ = {};
    if (message_ != nullptr) detail::give_back(std::exchange(message_, nullptr));
  }

 private:
  detail::Borrowed* message_ = nullptr;
  std::span<element_type> elements_;
};

}  // namespace baton::api
