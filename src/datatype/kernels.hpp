// SPDX-License-Identifier: BSD-3-Clause
// The loops behind the reductions. Included by one source per instruction set, so that each compiles its own copies:
// hence the unnamed namespace in a header. Private to the room.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "datatype/number.hpp"
#include "datatype/reduce.hpp"

// `out` may be `second`: elements do not depend on each other, which only a hint can tell the vectorizer.
#if defined(__clang__)
#pragma clang diagnostic ignored "-Wpass-failed"  // some types have no vector form
#define BATON_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#else
#define BATON_INDEPENDENT _Pragma("GCC ivdep")
#endif

namespace baton::datatype {

using Kernel = void (*)(const void* first, const void* second, void* out, std::size_t count);

inline constexpr std::size_t rep_count = static_cast<std::size_t>(Rep::p_2f64) + 1;

/// A kernel for each operation and representation, or none.
using Kernels = std::array<std::array<Kernel, rep_count>, operation_count>;

namespace {

template <class T>
struct Complex {
  T re;
  T im;
};

template <class V, class I = int>
struct Located {
  V value;
  I index;
};

template <class T>
struct UnsignedOf {
  using type = std::conditional_t<(sizeof(T) < sizeof(unsigned)), unsigned, std::make_unsigned_t<T>>;
};
template <>
struct UnsignedOf<Int128> {
  using type = Uint128;
};

template <class T>
inline constexpr bool whole = std::is_integral_v<T> || std::is_same_v<T, Int128>;

struct Sum {
  template <class T>
  T operator()(T a, T b) const {
    if constexpr (whole<T>) {  // unsigned: wraps without being undefined
      using U = typename UnsignedOf<T>::type;
      return static_cast<T>(static_cast<U>(a) + static_cast<U>(b));
    } else {
      return a + b;
    }
  }
  template <class T>
  Complex<T> operator()(Complex<T> a, Complex<T> b) const {
    return {a.re + b.re, a.im + b.im};
  }
};

struct Prod {
  template <class T>
  T operator()(T a, T b) const {
    if constexpr (whole<T>) {
      using U = typename UnsignedOf<T>::type;
      return static_cast<T>(static_cast<U>(a) * static_cast<U>(b));
    } else {
      return a * b;
    }
  }
  template <class T>
  Complex<T> operator()(Complex<T> a, Complex<T> b) const {
    return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
  }
};

struct Max {
  template <class T>
  T operator()(T a, T b) const {
    return a > b ? a : b;
  }
};

struct Min {
  template <class T>
  T operator()(T a, T b) const {
    return a < b ? a : b;
  }
};

struct LogicalAnd {
  template <class T>
  T operator()(T a, T b) const {
    return static_cast<T>(static_cast<int>(a != 0) & static_cast<int>(b != 0));
  }
};

struct LogicalOr {
  template <class T>
  T operator()(T a, T b) const {
    return static_cast<T>(static_cast<int>(a != 0) | static_cast<int>(b != 0));
  }
};

struct LogicalXor {
  template <class T>
  T operator()(T a, T b) const {
    return static_cast<T>(static_cast<int>(a != 0) ^ static_cast<int>(b != 0));
  }
};

struct BitAnd {
  template <class T>
  T operator()(T a, T b) const {
    return static_cast<T>(a & b);
  }
};

struct BitOr {
  template <class T>
  T operator()(T a, T b) const {
    return static_cast<T>(a | b);
  }
};

struct BitXor {
  template <class T>
  T operator()(T a, T b) const {
    return static_cast<T>(a ^ b);
  }
};

/// Of equal values the smaller index wins (MPI 5.0, 6.9.4). No branches: the winners are random.
template <class Wins>
struct Location {
  template <class V, class I>
  Located<V, I> operator()(Located<V, I> a, Located<V, I> b) const {
    const bool first = Wins{}(a.value, b.value);
    const bool second = Wins{}(b.value, a.value);
    const I lower = a.index < b.index ? a.index : b.index;
    const I of_first = second ? b.index : lower;
    return {first ? a.value : b.value, first ? a.index : of_first};
  }
};
struct Greater {
  template <class V>
  bool operator()(V a, V b) const {
    return a > b;
  }
};
struct Less {
  template <class V>
  bool operator()(V a, V b) const {
    return a < b;
  }
};
using MaxLocation = Location<Greater>;
using MinLocation = Location<Less>;

/// A number at any address and beside any other type: users reduce in packed structs, too.
template <class T>
struct LooseOf {
  using type [[gnu::aligned(1), gnu::may_alias]] = T;
};
template <>
struct LooseOf<Half> {
  using type [[gnu::aligned(1), gnu::may_alias]] = std::uint16_t;
};

/// An element in memory; padding is neither read nor written.
template <class T>
struct Element {
  using Loose = typename LooseOf<T>::type;
  static T load(const std::byte* from) {
    if constexpr (std::is_same_v<T, Half>) {
      return std::bit_cast<Half>(std::uint16_t{*reinterpret_cast<const Loose*>(from)});
    } else {
      return *reinterpret_cast<const Loose*>(from);
    }
  }
  static void store(std::byte* to, T value) {
    if constexpr (std::is_same_v<T, Half>) {
      *reinterpret_cast<Loose*>(to) = std::bit_cast<std::uint16_t>(value);
    } else {
      *reinterpret_cast<Loose*>(to) = value;
    }
  }
};
template <class T>
struct Element<Complex<T>> {
  static Complex<T> load(const std::byte* from) { return {Element<T>::load(from), Element<T>::load(from + sizeof(T))}; }
  static void store(std::byte* to, Complex<T> value) {
    Element<T>::store(to, value.re);
    Element<T>::store(to + sizeof(T), value.im);
  }
};
template <class V, class I>
struct Element<Located<V, I>> {
  using Pair = Located<V, I>;
  static constexpr std::size_t index_at = offsetof(Pair, index);
  static Located<V, I> load(const std::byte* from) {
    return {Element<V>::load(from), Element<I>::load(from + index_at)};
  }
  static void store(std::byte* to, Located<V, I> value) {
    Element<V>::store(to, value.value);
    Element<I>::store(to + index_at, value.index);
  }
};

template <class T, class F>
void run(const void* first, const void* second, void* out, std::size_t count) {
  const auto* a = static_cast<const std::byte*>(first);
  const auto* b = static_cast<const std::byte*>(second);
  auto* c = static_cast<std::byte*>(out);
  BATON_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i) {
    Element<T>::store(c + i * sizeof(T), F{}(Element<T>::load(a + i * sizeof(T)), Element<T>::load(b + i * sizeof(T))));
  }
}

template <class T>
constexpr void add(Kernels& kernels, Rep rep) {
  const auto set = [&](Operation operation, Kernel kernel) {
    kernels[static_cast<std::size_t>(operation)][static_cast<std::size_t>(rep)] = kernel;
  };
  set(Operation::sum, run<T, Sum>);
  set(Operation::prod, run<T, Prod>);
  if constexpr (requires(T a) { a > a; }) {
    set(Operation::max, run<T, Max>);
    set(Operation::min, run<T, Min>);
  }
  if constexpr (whole<T>) {
    set(Operation::land, run<T, LogicalAnd>);
    set(Operation::lor, run<T, LogicalOr>);
    set(Operation::lxor, run<T, LogicalXor>);
    set(Operation::band, run<T, BitAnd>);
    set(Operation::bor, run<T, BitOr>);
    set(Operation::bxor, run<T, BitXor>);
  }
}

template <class V, class I = int>
constexpr void add_located(Kernels& kernels, Rep rep) {
  const auto column = static_cast<std::size_t>(rep);
  kernels[static_cast<std::size_t>(Operation::maxloc)][column] = run<Located<V, I>, MaxLocation>;
  kernels[static_cast<std::size_t>(Operation::minloc)][column] = run<Located<V, I>, MinLocation>;
}

constexpr Kernels make_kernels() {
  Kernels kernels{};
  add<std::int8_t>(kernels, Rep::i8);
  add<std::int16_t>(kernels, Rep::i16);
  add<std::int32_t>(kernels, Rep::i32);
  add<std::int64_t>(kernels, Rep::i64);
  add<Int128>(kernels, Rep::i128);
  add<std::uint8_t>(kernels, Rep::u8);
  add<std::uint16_t>(kernels, Rep::u16);
  add<std::uint32_t>(kernels, Rep::u32);
  add<std::uint64_t>(kernels, Rep::u64);
  add<Half>(kernels, Rep::f16);
  add<float>(kernels, Rep::f32);
  add<double>(kernels, Rep::f64);
  add<Complex<Half>>(kernels, Rep::cf16);
  add<Complex<float>>(kernels, Rep::cf32);
  add<Complex<double>>(kernels, Rep::cf64);
#if LDBL_MANT_DIG == 64
  add<long double>(kernels, Rep::f80);
  add<Complex<long double>>(kernels, Rep::cf80);
#endif
#if BATON_HAS_QUAD
  add<Quad>(kernels, Rep::f128);
  add<Complex<Quad>>(kernels, Rep::cf128);
#endif
  add_located<float>(kernels, Rep::p_f32);
  add_located<double>(kernels, Rep::p_f64);
  add_located<std::int64_t>(kernels, Rep::p_i64);
  add_located<std::int32_t>(kernels, Rep::p_i32);
  add_located<std::int16_t>(kernels, Rep::p_i16);
  add_located<long double>(kernels, Rep::p_f80);
  add_located<float, float>(kernels, Rep::p_2f32);
  add_located<double, double>(kernels, Rep::p_2f64);
  return kernels;
}

}  // namespace
}  // namespace baton::datatype
