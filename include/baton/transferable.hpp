// SPDX-License-Identifier: BSD-3-Clause
// What may be sent and received: trivially copyable values, and contiguous ranges of them.
#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <ranges>
#include <type_traits>

namespace baton::api {

/// For receives and probes: a message from whomever, with whatever tag.
inline constexpr int any_source = -1;
inline constexpr int any_tag = -1;
/// Nobody: sending to and receiving from it completes at once and moves nothing (edges of a grid).
inline constexpr int null_rank = -2;

/// A type whose bytes are its value. Pointers are not: they mean nothing in another process.
template <class T>
concept Transferable = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T> && !std::is_member_pointer_v<T> &&
                       !std::is_null_pointer_v<T>;

/// std::vector, std::array, std::span, std::string, a C array, ...: elements one after another in memory.
template <class R>
concept TransferableRange =
    std::ranges::contiguous_range<R> && std::ranges::sized_range<R> && Transferable<std::ranges::range_value_t<R>>;

/// A single object that is no range of others.
template <class T>
concept TransferableValue = Transferable<std::remove_cvref_t<T>> && !std::ranges::range<T>;

/// What a send may take.
template <class D>
concept Sendable = TransferableRange<D> || TransferableValue<D>;

/// What a receive may fill: a range with elements that are not const, or an object. Neither may be a temporary, unless
/// it only views memory that lives elsewhere, as std::span does.
template <class D>
concept Receivable = (TransferableRange<D> &&
                      !std::is_const_v<std::remove_reference_t<std::ranges::range_reference_t<D>>> &&
                      std::ranges::borrowed_range<D>) ||
                     (TransferableValue<D> && std::is_lvalue_reference_v<D> &&
                      !std::is_const_v<std::remove_reference_t<D>>);

/// Data that an operation may refer to after the expression has ended.
template <class D>
concept Lasting = std::is_lvalue_reference_v<D> ||(std::ranges::range<D>&& std::ranges::borrowed_range<D>);

namespace detail {

template <class D>
struct ElementOf {
  using type = std::remove_cvref_t<D>;
};
template <class D>
requires std::ranges::range<D>
struct ElementOf<D> {
  using type = std::ranges::range_value_t<D>;
};

}  // namespace detail

/// The element type of a range, or the type of a single object.
template <class D>
using Element = typename detail::ElementOf<D>::type;

namespace detail {

/// The elements of a range or the one object, seen alike.
template <Sendable D>
[[nodiscard]] const Element<D>* data_of(const D& data) noexcept {
  if constexpr (std::ranges::range<D>) {
    return std::ranges::data(data);
  } else {
    return std::addressof(data);
  }
}
template <class D>
requires Sendable<D>
[[nodiscard]] Element<D>* writable(D& data) noexcept {
  if constexpr (std::ranges::range<D>) {
    return std::ranges::data(data);
  } else {
    return std::addressof(data);
  }
}
template <Sendable D>
[[nodiscard]] constexpr std::size_t count_of(const D& data) noexcept {
  if constexpr (std::ranges::range<D>) {
    return static_cast<std::size_t>(std::ranges::size(data));
  } else {
    return 1;
  }
}
template <Sendable D>
[[nodiscard]] constexpr std::size_t bytes_of(const D& data) noexcept {
  return count_of(data) * sizeof(Element<D>);
}

}  // namespace detail
}  // namespace baton::api
