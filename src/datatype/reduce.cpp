// SPDX-License-Identifier: BSD-3-Clause
// Which operation takes which type, and the choice of kernels by processor.
#include "datatype/reduce.hpp"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

#include <cstring>

#include "base/check.hpp"
#include "datatype/kernels.hpp"

namespace baton::datatype {

#if defined(__x86_64__)
extern const Kernels avx2_kernels;
#endif

namespace {

constexpr Kernels plain_kernels = make_kernels();

#if defined(__x86_64__)
/// Asked of the processor itself: not every compiler's own test knows F16C.
bool converts_halves() noexcept {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_F16C) != 0;
}
#endif

/// The best kernels that this processor runs; asked once.
const Kernels& kernels() noexcept {
#if defined(__x86_64__)
  static const Kernels& best = __builtin_cpu_supports("avx2") != 0 && converts_halves() ? avx2_kernels : plain_kernels;
  return best;
#else
  return plain_kernels;
#endif
}

bool takes(Operation operation, Family family) noexcept {
  switch (operation) {
    case Operation::max:
    case Operation::min:
      return family == Family::c_integer || family == Family::fortran_integer || family == Family::floating ||
             family == Family::address;
    case Operation::sum:
    case Operation::prod:
      return family == Family::c_integer || family == Family::fortran_integer || family == Family::floating ||
             family == Family::address || family == Family::complex;
    case Operation::land:
    case Operation::lor:
    case Operation::lxor:
      // Not in the standard's table for multi-language types (6.9.2), but every other library takes them.
      return family == Family::c_integer || family == Family::logical || family == Family::address;
    case Operation::band:
    case Operation::bor:
    case Operation::bxor:
      return family == Family::c_integer || family == Family::fortran_integer || family == Family::byte ||
             family == Family::address;
    case Operation::maxloc:
    case Operation::minloc: return family == Family::pair;
    case Operation::replace:
    case Operation::no_op: return family != Family::none;
  }
  return false;
}

Kernel kernel(const Kernels& table, Operation operation, Rep rep) noexcept {
  return table[static_cast<std::size_t>(operation)][static_cast<std::size_t>(rep)];
}

}  // namespace

bool allowed(Operation operation, Kind kind) noexcept {
  if (!takes(operation, info(kind).family)) return false;
  if (operation == Operation::replace || operation == Operation::no_op) return true;
  return kernel(plain_kernels, operation, info(kind).rep) != nullptr;
}

void reduce(Operation operation, Kind kind, const void* in, void* inout, std::size_t count) noexcept {
  combine(operation, kind, in, inout, inout, count);
}

void combine(Operation operation, Kind kind, const void* first, const void* second, void* out,
             std::size_t count) noexcept {
  if (count == 0) return;
  if (operation == Operation::replace || operation == Operation::no_op) {
    const void* from = operation == Operation::replace ? first : second;
    if (from != out) std::memcpy(out, from, count * static_cast<std::size_t>(info(kind).extent));
    return;
  }
  const Kernel run = kernel(kernels(), operation, info(kind).rep);
  BATON_CHECK(run != nullptr);
  run(first, second, out, count);
}

}  // namespace baton::datatype
