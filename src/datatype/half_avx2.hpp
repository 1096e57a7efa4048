// SPDX-License-Identifier: BSD-3-Clause
// Sums and products of halves, eight at a time by the processor's own conversions (F16C), which round as Half does.
// Included by reduce_avx2.cpp alone, where AVX2 and F16C are on; empty elsewhere. Private to the room.
#pragma once

#ifdef BATON_WITH_F16C  // defined where it is included

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#include "datatype/kernels.hpp"

namespace baton::datatype {
namespace {

struct EightHalves {
  static __m256 load(const std::byte* from) {
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i_u*>(from)));
  }
  static void store(std::byte* to, __m256 value) { _mm_storeu_si128(reinterpret_cast<__m128i_u*>(to), rounded(value)); }
  static __m128i rounded(__m256 value) { return _mm256_cvtps_ph(value, _MM_FROUND_TO_NEAREST_INT); }
  static __m256 as_half(__m256 value) { return _mm256_cvtph_ps(rounded(value)); }
};

template <bool product>
void run_halves(const void* first, const void* second, void* out, std::size_t count) {
  const auto* a = static_cast<const std::byte*>(first);
  const auto* b = static_cast<const std::byte*>(second);
  auto* c = static_cast<std::byte*>(out);
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const __m256 x = EightHalves::load(a + 2 * i), y = EightHalves::load(b + 2 * i);
    EightHalves::store(c + 2 * i, product ? _mm256_mul_ps(x, y) : _mm256_add_ps(x, y));
  }
  using Tail = std::conditional_t<product, Prod, Sum>;
  run<Half, Tail>(a + 2 * i, b + 2 * i, c + 2 * i, count - i);
}

/// A sum of complex numbers is a sum of twice as many parts.
void sum_complex_halves(const void* first, const void* second, void* out, std::size_t count) {
  run_halves<false>(first, second, out, 2 * count);
}

/// Four complex products at a time; as in Prod, each product of parts is rounded before they meet.
void multiply_complex_halves(const void* first, const void* second, void* out, std::size_t count) {
  const auto* a = static_cast<const std::byte*>(first);
  const auto* b = static_cast<const std::byte*>(second);
  auto* c = static_cast<std::byte*>(out);
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    const __m256 x = EightHalves::load(a + 4 * i), y = EightHalves::load(b + 4 * i);
    const __m256 x_re = _mm256_moveldup_ps(x), x_im = _mm256_movehdup_ps(x);
    const __m256 turned = _mm256_permute_ps(y, 0xb1);
    EightHalves::store(c + 4 * i, _mm256_addsub_ps(EightHalves::as_half(_mm256_mul_ps(x_re, y)),
                                                   EightHalves::as_half(_mm256_mul_ps(x_im, turned))));
  }
  run<Complex<Half>, Prod>(a + 4 * i, b + 4 * i, c + 4 * i, count - i);
}

constexpr Kernels with_halves(Kernels kernels) {
  const auto set = [&](Operation operation, Rep rep, Kernel kernel) {
    kernels[static_cast<std::size_t>(operation)][static_cast<std::size_t>(rep)] = kernel;
  };
  set(Operation::sum, Rep::f16, run_halves<false>);
  set(Operation::prod, Rep::f16, run_halves<true>);
  set(Operation::sum, Rep::cf16, sum_complex_halves);
  set(Operation::prod, Rep::cf16, multiply_complex_halves);
  return kernels;
}

}  // namespace
}  // namespace baton::datatype

#endif
