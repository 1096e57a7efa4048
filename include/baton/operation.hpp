// SPDX-License-Identifier: BSD-3-Clause
// What reductions apply: operation objects of this header and of <functional>, and any function object that takes two
// elements and returns one.
#pragma once

#include <complex>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <type_traits>
#include <utility>

#include <baton/transferable.hpp>

namespace baton::api {

/// Operation objects. On arithmetic types (and plus and multiplies on std::complex) they run as Baton's own vectorised
/// kernels; on types of yours they call your operators.
struct plus {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return static_cast<T>(a + b);
  }
};
struct multiplies {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return static_cast<T>(a * b);
  }
};
struct minimum {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return a < b ? a : b;
  }
};
struct maximum {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return b < a ? a : b;
  }
};
struct logical_and {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return static_cast<T>(static_cast<bool>(a) && static_cast<bool>(b));
  }
};
struct logical_or {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return static_cast<T>(static_cast<bool>(a) || static_cast<bool>(b));
  }
};
struct bit_and {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return static_cast<T>(a & b);
  }
};
struct bit_or {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return static_cast<T>(a | b);
  }
};
struct bit_xor {
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return static_cast<T>(a ^ b);
  }
};

/// A function object that promises f(a, b) == f(b, a), which lets more algorithms be used. See commutative().
template <class F>
struct Commutative {
  F function;
  template <class T>
  constexpr T operator()(const T& a, const T& b) const {
    return function(a, b);
  }
};

/// Says that `function` is commutative. Every operation must be associative; without this promise the elements of the
/// ranks are combined in rank order.
template <class F>
[[nodiscard]] constexpr Commutative<std::decay_t<F>> commutative(F&& function) {
  return {std::forward<F>(function)};
}

/// What a reduction of Ts may apply. It is called on elements of any two ranks, must be callable as const, and must not
/// call Baton. An exception from it ends the reduction of this rank: it is thrown on by the call or by wait(), and what
/// the reduction delivers on other ranks has no meaning.
template <class F, class T>
concept OperationOn = std::copy_constructible<F> && requires(const F& function, const T& element) {
  { function(element, element) } -> std::convertible_to<T>;
};

namespace detail {

/// An element type with kernels in the library.
enum class ElementKind : std::uint8_t { none, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, f80, c32, c64, boolean };
/// An operation with kernels in the library.
enum class Predefined : std::uint8_t { none, sum, product, minimum, maximum, land, lor, band, bor, bxor };

template <class T>
constexpr ElementKind element_kind() noexcept {
  if constexpr (std::is_same_v<T, bool>) {
    return ElementKind::boolean;
  } else if constexpr (std::is_integral_v<T> && sizeof(T) <= 8) {
    constexpr ElementKind kinds[2][4] = {{ElementKind::u8, ElementKind::u16, ElementKind::u32, ElementKind::u64},
                                         {ElementKind::i8, ElementKind::i16, ElementKind::i32, ElementKind::i64}};
    return kinds[std::is_signed_v<T> ? 1 : 0][sizeof(T) == 1 ? 0 : sizeof(T) == 2 ? 1 : sizeof(T) == 4 ? 2 : 3];
  } else if constexpr (std::is_same_v<T, float>) {
    return ElementKind::f32;
  } else if constexpr (std::is_same_v<T, double>) {
    return ElementKind::f64;
  } else if constexpr (std::is_same_v<T, long double>) {
    return ElementKind::f80;
  } else if constexpr (std::is_same_v<T, std::complex<float>>) {
    return ElementKind::c32;
  } else if constexpr (std::is_same_v<T, std::complex<double>>) {
    return ElementKind::c64;
  } else {
    return ElementKind::none;
  }
}

template <class F, class T, template <class> class Standard, class Own>
inline constexpr bool is_operation =
    std::is_same_v<F, Own> || std::is_same_v<F, Standard<T>> || std::is_same_v<F, Standard<void>>;

template <class F, class T>
constexpr Predefined operation_kind() noexcept {
  if constexpr (is_operation<F, T, std::plus, plus>) return Predefined::sum;
  if constexpr (is_operation<F, T, std::multiplies, multiplies>) return Predefined::product;
  if constexpr (std::is_same_v<F, minimum>) return Predefined::minimum;
  if constexpr (std::is_same_v<F, maximum>) return Predefined::maximum;
  if constexpr (is_operation<F, T, std::logical_and, logical_and>) return Predefined::land;
  if constexpr (is_operation<F, T, std::logical_or, logical_or>) return Predefined::lor;
  if constexpr (is_operation<F, T, std::bit_and, bit_and>) return Predefined::band;
  if constexpr (is_operation<F, T, std::bit_or, bit_or>) return Predefined::bor;
  if constexpr (is_operation<F, T, std::bit_xor, bit_xor>) return Predefined::bxor;
  return Predefined::none;
}

/// Whether the library has a kernel for the pair.
constexpr bool has_kernel(ElementKind element, Predefined operation) noexcept {
  if (element == ElementKind::none || operation == Predefined::none) return false;
  const bool arithmetic = operation == Predefined::sum || operation == Predefined::product;
  const bool logical = operation == Predefined::land || operation == Predefined::lor;
  if (element == ElementKind::boolean) return logical;
  if (element == ElementKind::c32 || element == ElementKind::c64) return arithmetic;
  if (element == ElementKind::f32 || element == ElementKind::f64 || element == ElementKind::f80)
    return arithmetic || operation == Predefined::minimum || operation == Predefined::maximum;
  return true;
}

template <class F>
inline constexpr bool promises_commutative = false;
template <class F>
inline constexpr bool promises_commutative<Commutative<F>> = true;

/// A reduction as the library takes it: a kernel, or a function of the caller over an array.
struct Reduction {
  ElementKind element = ElementKind::none;
  Predefined operation = Predefined::none;
  bool commutative = true;
  /// inout[i] = function(in[i], inout[i])
  void (*apply)(const void* function, const void* in, void* inout, std::size_t count) = nullptr;
  const void* function = nullptr;
  /// Of a function that the library shall own; nullptr: the caller keeps it until the operation is complete.
  void (*destroy)(const void* function) noexcept = nullptr;
};

/// `owned`: the library gets a copy of the function (non-blocking reductions).
template <class T, class F>
[[nodiscard]] Reduction make_reduction(const F& function, bool owned) {
  static_assert(alignof(T) <= alignof(std::max_align_t), "reductions of over-aligned types are not supported");
  constexpr ElementKind element = element_kind<T>();
  constexpr Predefined operation = operation_kind<F, T>();
  Reduction made;
  if constexpr (has_kernel(element, operation)) {
    made.element = element;
    made.operation = operation;
    return made;
  } else {
    made.commutative = promises_commutative<F> || (element != ElementKind::none && operation != Predefined::none);
    made.apply = [](const void* context, const void* in, void* inout, std::size_t count) {
      const F& call = *static_cast<const F*>(context);
      const T* a = static_cast<const T*>(in);
      T* b = static_cast<T*>(inout);
      for (std::size_t i = 0; i < count; ++i) b[i] = call(a[i], b[i]);
    };
    made.function = owned ? new F(function) : std::addressof(function);
    if (owned) made.destroy = [](const void* context) noexcept { delete static_cast<const F*>(context); };
    return made;
  }
}

}  // namespace detail
}  // namespace baton::api
