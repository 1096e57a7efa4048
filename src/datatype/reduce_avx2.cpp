// SPDX-License-Identifier: BSD-3-Clause
// The reduction kernels compiled for AVX2 and F16C. Not FMA: a fused product would round differently than on other
// processors.
#if defined(__x86_64__)

// Everything that the kernels include comes first: only the kernels, which are this
// file's own, may use the wider instructions. A shared inline function that did could be linked in everywhere.
#include <immintrin.h>

#include <array>
#include <bit>
#include <cfloat>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "datatype/kind.hpp"
#include "datatype/number.hpp"
#include "datatype/reduce.hpp"

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,f16c"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,f16c")
#endif
#define BATON_WITH_F16C
#include "datatype/half_avx2.hpp"
#undef BATON_WITH_F16C
#include "datatype/kernels.hpp"
#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

namespace baton::datatype {

extern const Kernels avx2_kernels;
constinit const Kernels avx2_kernels = with_halves(make_kernels());

}  // namespace baton::datatype

#endif
