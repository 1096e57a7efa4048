// SPDX-License-Identifier: BSD-3-Clause
// Every predefined operation on every kind that takes it, against one loop of plain arithmetic per element.
#include "datatype/reduce.hpp"

#include <gtest/gtest.h>

#include <cfloat>
#include <cmath>
#include <complex>
#include <cstring>
#include <functional>
#include <limits>
#include <random>
#include <vector>

#include "datatype/constructors.hpp"
#include "datatype/op.hpp"

namespace baton::datatype {
namespace {

__extension__ using Quad = __float128;
__extension__ using Int128 = __int128;

constexpr Operation operations[] = {Operation::sum,  Operation::prod, Operation::max,    Operation::min,
                                    Operation::land, Operation::lor,  Operation::lxor,   Operation::band,
                                    Operation::bor,  Operation::bxor, Operation::maxloc, Operation::minloc};

std::vector<Kind> all_kinds() {
  std::vector<Kind> kinds;
  for (std::size_t i = 1; i < kind_count; ++i) kinds.push_back(static_cast<Kind>(i));
  return kinds;
}

/// Small values, zero and equal ones among them, that every type holds exactly and whose products do too.
int small(std::mt19937& random) { return static_cast<int>(random() % 13); }

template <class T>
T scalar(Operation operation, T a, T b) {
  switch (operation) {
    case Operation::sum: return static_cast<T>(a + b);
    case Operation::prod: return static_cast<T>(a * b);
    case Operation::max: return a < b ? b : a;
    case Operation::min: return b < a ? b : a;
    default: break;
  }
  if constexpr (std::is_integral_v<T> || std::is_same_v<T, Int128>) {
    switch (operation) {
      case Operation::land: return a != 0 && b != 0;
      case Operation::lor: return a != 0 || b != 0;
      case Operation::lxor: return (a != 0) != (b != 0);
      case Operation::band: return static_cast<T>(a & b);
      case Operation::bor: return static_cast<T>(a | b);
      case Operation::bxor: return static_cast<T>(a ^ b);
      default: break;
    }
  }
  ADD_FAILURE() << "no such operation";
  return T{};
}

/// Runs the operation in each form, at addresses that nothing is aligned to, and compares every element and what lies
/// around the result.
template <class T, class Same = std::equal_to<>>
void agree(Operation operation, Kind kind, const std::vector<T>& in, const std::vector<T>& inout,
           const std::vector<T>& wanted, Same same = {}) {
  ASSERT_EQ(sizeof(T), static_cast<std::size_t>(info(kind).extent));
  const std::size_t n = wanted.size();
  enum class Form { reduced, third, into_first, into_second, by_op };
  for (const std::size_t shift : {0U, 1U, 13U}) {
    for (const Form form : {Form::reduced, Form::third, Form::into_first, Form::into_second, Form::by_op}) {
      std::vector<std::byte> memory[3];
      for (auto& one : memory) one.resize(n * sizeof(T) + 32, std::byte{0x5a});
      std::byte* const first = memory[0].data() + shift;
      std::byte* const second = memory[1].data() + shift;
      std::byte* out = memory[2].data() + shift;
      if (n > 0) {
        std::memcpy(first, in.data(), n * sizeof(T));
        std::memcpy(second, inout.data(), n * sizeof(T));
      }
      if (form == Form::into_first) out = first;
      if (form == Form::reduced || form == Form::into_second) out = second;
      if (form == Form::reduced) {
        reduce(operation, kind, first, second, n);
      } else if (form == Form::by_op) {
        builtin(operation).apply_into(first, second, out, static_cast<std::int64_t>(n), builtin(kind));
      } else {
        combine(operation, kind, first, second, out, n);
      }
      for (std::size_t i = 0; i < n; ++i) {
        T got;
        std::memcpy(static_cast<void*>(&got), out + i * sizeof(T), sizeof(T));
        ASSERT_TRUE(same(got, wanted[i]))
            << "element " << i << " of " << n << ", form " << static_cast<int>(form) << ", " << shift << " bytes off";
      }
      for (std::size_t i = 0; i < shift; ++i) ASSERT_EQ(*(out - 1 - i), std::byte{0x5a}) << "written before the result";
      for (std::size_t i = shift; i < 32; ++i) {
        ASSERT_EQ(out[n * sizeof(T) + i - shift], std::byte{0x5a}) << "written behind the result";
      }
    }
  }
}

constexpr std::size_t lengths[] = {0, 1, 2, 3, 7, 8, 15, 17, 64, 133};

template <class T>
void check_scalar(Operation operation, Kind kind) {
  std::mt19937 random(42);
  for (const std::size_t n : lengths) {
    std::vector<T> in(n), inout(n), wanted(n);
    for (std::size_t i = 0; i < n; ++i) {
      in[i] = static_cast<T>(small(random));
      inout[i] = static_cast<T>(small(random));
      wanted[i] = scalar<T>(operation, in[i], inout[i]);
    }
    ASSERT_NO_FATAL_FAILURE(agree(operation, kind, in, inout, wanted));
  }
}

template <class T>
void check_complex(Operation operation, Kind kind) {
  using C = std::array<T, 2>;
  std::mt19937 random(7);
  for (const std::size_t n : lengths) {
    std::vector<C> in(n), inout(n), wanted(n);
    for (std::size_t i = 0; i < n; ++i) {
      const C a = in[i] = {static_cast<T>(small(random)), static_cast<T>(small(random))};
      const C b = inout[i] = {static_cast<T>(small(random)), static_cast<T>(small(random))};
      wanted[i] = operation == Operation::sum
                      ? C{static_cast<T>(a[0] + b[0]), static_cast<T>(a[1] + b[1])}
                      : C{static_cast<T>(a[0] * b[0] - a[1] * b[1]), static_cast<T>(a[0] * b[1] + a[1] * b[0])};
    }
    ASSERT_NO_FATAL_FAILURE(agree(operation, kind, in, inout, wanted));
  }
}

template <class V, class I = int>
void check_pair(Operation operation, Kind kind) {
  struct P {
    V value;
    I index;
  };
  std::mt19937 random(9);
  for (const std::size_t n : lengths) {
    std::vector<P> in(n), inout(n), wanted(n);
    for (std::size_t i = 0; i < n; ++i) {
      const P a = in[i] = {static_cast<V>(small(random) % 4), static_cast<I>(small(random))};
      const P b = inout[i] = {static_cast<V>(small(random) % 4), static_cast<I>(small(random))};
      if (a.value == b.value) {
        wanted[i] = {a.value, std::min(a.index, b.index)};
      } else {
        wanted[i] = (a.value < b.value) == (operation == Operation::minloc) ? a : b;
      }
    }
    const auto same = [](const P& a, const P& b) { return a.value == b.value && a.index == b.index; };
    ASSERT_NO_FATAL_FAILURE(agree(operation, kind, in, inout, wanted, same));
  }
}

void check_half(Operation operation, Kind kind);

void check(Operation operation, Kind kind) {
  switch (info(kind).rep) {
    case Rep::i8: return check_scalar<std::int8_t>(operation, kind);
    case Rep::i16: return check_scalar<std::int16_t>(operation, kind);
    case Rep::i32: return check_scalar<std::int32_t>(operation, kind);
    case Rep::i64: return check_scalar<std::int64_t>(operation, kind);
    case Rep::i128: return check_scalar<Int128>(operation, kind);
    case Rep::u8: return check_scalar<std::uint8_t>(operation, kind);
    case Rep::u16: return check_scalar<std::uint16_t>(operation, kind);
    case Rep::u32: return check_scalar<std::uint32_t>(operation, kind);
    case Rep::u64: return check_scalar<std::uint64_t>(operation, kind);
    case Rep::f16:
    case Rep::cf16: return check_half(operation, kind);
    case Rep::f32: return check_scalar<float>(operation, kind);
    case Rep::f64: return check_scalar<double>(operation, kind);
    case Rep::f80: return check_scalar<long double>(operation, kind);
    case Rep::f128: return check_scalar<Quad>(operation, kind);
    case Rep::cf32: return check_complex<float>(operation, kind);
    case Rep::cf64: return check_complex<double>(operation, kind);
    case Rep::cf80: return check_complex<long double>(operation, kind);
    case Rep::cf128: return check_complex<Quad>(operation, kind);
    case Rep::p_f32: return check_pair<float>(operation, kind);
    case Rep::p_f64: return check_pair<double>(operation, kind);
    case Rep::p_i64: return check_pair<long>(operation, kind);
    case Rep::p_i32: return check_pair<int>(operation, kind);
    case Rep::p_i16: return check_pair<short>(operation, kind);
    case Rep::p_f80: return check_pair<long double>(operation, kind);
    case Rep::p_2f32: return check_pair<float, float>(operation, kind);
    case Rep::p_2f64: return check_pair<double, double>(operation, kind);
    case Rep::none: break;
  }
  ADD_FAILURE() << "an allowed kind without a representation";
}

/// A finite half by its definition: sign, exponent, fraction.
double half_value(std::uint16_t bits) {
  const int exponent = bits >> 10 & 31;
  const int fraction = bits & 1023;
  const double size = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
  return (bits & 0x8000) != 0 ? -size : size;
}

/// The nearest half, ties to even, by searching all of them.
std::uint16_t nearest_half(double value) {
  if (std::fabs(value) >= 65520) return value < 0 ? 0xfc00 : 0x7c00;
  std::uint16_t best = 0;
  for (std::uint16_t bits = 0; bits < 0x7c00; ++bits) {
    const double off = std::fabs(half_value(bits) - std::fabs(value));
    const double best_off = std::fabs(half_value(best) - std::fabs(value));
    if (off < best_off || (off == best_off && bits % 2 == 0)) best = bits;
  }
  return value < 0 || (value == 0 && std::signbit(value)) ? best | 0x8000 : best;
}

void check_half(Operation operation, Kind kind) {
  constexpr std::size_t parts = 86;  // eight at a time, and some more
  std::mt19937 random(3);
  const auto finite = [&random] {
    for (;;) {
      const auto bits = static_cast<std::uint16_t>(random());
      if ((bits & 0x7c00) != 0x7c00) return bits;
    }
  };
  std::vector<std::uint16_t> in(parts), inout(parts), wanted(parts);
  for (std::size_t i = 0; i < parts; ++i) {
    in[i] = finite();
    inout[i] = finite();
  }
  const std::size_t step = info(kind).rep == Rep::cf16 ? 2 : 1;
  const auto round = [](double v) { return half_value(nearest_half(v)); };
  for (std::size_t i = 0; i < parts; i += step) {
    const double a = half_value(in[i]), b = half_value(inout[i]);
    if (step == 1 || operation == Operation::sum) {
      wanted[i] = nearest_half(scalar<double>(operation, a, b));
      if (step == 2) wanted[i + 1] = nearest_half(half_value(in[i + 1]) + half_value(inout[i + 1]));
      continue;
    }
    // Keep the products in range, so that the reference needs no infinities.
    in[i] = nearest_half(std::fmod(a, 100));
    in[i + 1] = nearest_half(std::fmod(half_value(in[i + 1]), 100));
    inout[i] = nearest_half(std::fmod(b, 100));
    inout[i + 1] = nearest_half(std::fmod(half_value(inout[i + 1]), 100));
    const double ar = half_value(in[i]), ai = half_value(in[i + 1]);
    const double br = half_value(inout[i]), bi = half_value(inout[i + 1]);
    wanted[i] = nearest_half(round(ar * br) - round(ai * bi));
    wanted[i + 1] = nearest_half(round(ar * bi) + round(ai * br));
  }
  const auto same = [](std::uint16_t a, std::uint16_t b) { return a == b || ((a | b) & 0x7fff) == 0; };
  if (step == 1) return agree(operation, kind, in, inout, wanted, same);
  using C = std::array<std::uint16_t, 2>;
  const auto pairs = [](const std::vector<std::uint16_t>& halves) {
    std::vector<C> made;
    for (std::size_t i = 0; i < halves.size(); i += 2) made.push_back({halves[i], halves[i + 1]});
    return made;
  };
  agree(operation, kind, pairs(in), pairs(inout), pairs(wanted),
        [same](const C& a, const C& b) { return same(a[0], b[0]) && same(a[1], b[1]); });
}

TEST(Reduce, every_operation_on_every_kind_agrees_with_plain_arithmetic) {
  int checked = 0;
  for (const Operation operation : operations) {
    for (const Kind kind : all_kinds()) {
      if (!allowed(operation, kind)) continue;
      SCOPED_TRACE(testing::Message() << info(kind).name << " operation " << static_cast<int>(operation));
      ASSERT_NO_FATAL_FAILURE(check(operation, kind));
      ++checked;
    }
  }
  EXPECT_GT(checked, 300);
}

TEST(Reduce, takes_the_types_that_the_standard_lists_and_no_others) {
  EXPECT_TRUE(allowed(Operation::sum, Kind::double_));
  EXPECT_TRUE(allowed(Operation::sum, Kind::c_double_complex));
  EXPECT_TRUE(allowed(Operation::max, Kind::aint));
  EXPECT_TRUE(allowed(Operation::band, Kind::byte));
  EXPECT_TRUE(allowed(Operation::land, Kind::c_bool));
  EXPECT_TRUE(allowed(Operation::lor, Kind::logical));
  EXPECT_TRUE(allowed(Operation::maxloc, Kind::long_double_int));
  EXPECT_TRUE(allowed(Operation::replace, Kind::byte));
  EXPECT_TRUE(allowed(Operation::no_op, Kind::char_));
  EXPECT_FALSE(allowed(Operation::max, Kind::c_double_complex));
  EXPECT_TRUE(allowed(Operation::sum, Kind::char_)) << "beyond the standard: codes sum MPI_CHAR";
  EXPECT_FALSE(allowed(Operation::sum, Kind::wchar));
  EXPECT_FALSE(allowed(Operation::sum, Kind::character));
  EXPECT_FALSE(allowed(Operation::sum, Kind::byte));
  EXPECT_FALSE(allowed(Operation::sum, Kind::logical));
  EXPECT_FALSE(allowed(Operation::band, Kind::double_));
  EXPECT_FALSE(allowed(Operation::land, Kind::double_));
  EXPECT_FALSE(allowed(Operation::maxloc, Kind::int_));
  EXPECT_FALSE(allowed(Operation::sum, Kind::two_int));
  EXPECT_FALSE(allowed(Operation::sum, Kind::none));
}

TEST(Reduce, halves_that_are_no_numbers_or_endless_go_through_every_operation_as_floats_do) {
  const std::uint16_t odd[] = {0x0000, 0x8000, 0x7c00, 0xfc00, 0x7e01, 0xfd02, 0x0001, 0x83ff, 0x7bff, 0x3c00};
  std::vector<std::uint16_t> in, inout;
  for (const std::uint16_t a : odd) {
    for (const std::uint16_t b : odd) {
      in.push_back(a);
      inout.push_back(b);
    }
  }
  const auto value = [](std::uint16_t bits) {
    if ((bits & 0x7c00) != 0x7c00) return half_value(bits);
    if ((bits & 0x3ff) != 0) return std::numeric_limits<double>::quiet_NaN();
    return bits == 0x7c00 ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
  };
  for (const Operation operation : {Operation::sum, Operation::prod, Operation::max, Operation::min}) {
    std::vector<std::uint16_t> out(in.size());
    combine(operation, Kind::real2, in.data(), inout.data(), out.data(), in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
      SCOPED_TRACE(testing::Message() << in[i] << " and " << inout[i] << ", operation " << static_cast<int>(operation));
      const double a = value(in[i]), b = value(inout[i]);
      if (operation == Operation::max || operation == Operation::min) {  // exactly one of the two, as it was
        ASSERT_EQ(out[i], (operation == Operation::max ? a > b : a < b) ? in[i] : inout[i]);
        continue;
      }
      const double wanted = operation == Operation::sum ? a + b : a * b;
      if (std::isnan(wanted)) {
        ASSERT_TRUE(std::isnan(value(out[i])));
      } else if (std::isinf(wanted)) {
        ASSERT_EQ(value(out[i]), wanted);
      } else {
        ASSERT_EQ(value(out[i]), value(nearest_half(wanted)));
      }
    }
  }
}

TEST(Reduce, integer_sums_and_products_wrap) {
  int a = std::numeric_limits<int>::max(), b = 1;
  reduce(Operation::sum, Kind::int_, &a, &b, 1);
  EXPECT_EQ(b, std::numeric_limits<int>::min());
  std::int16_t c = 30000, d = 30000;
  reduce(Operation::prod, Kind::int16, &c, &d, 1);
  EXPECT_EQ(d, static_cast<std::int16_t>(900000000));
  std::uint16_t e = 65535, f = 65535;
  reduce(Operation::prod, Kind::uint16, &e, &f, 1);
  EXPECT_EQ(f, 1);
}

TEST(Reduce, of_equal_or_unordered_floats_max_keeps_the_one_in_inout) {
  double in = 0.0, inout = -0.0;
  reduce(Operation::max, Kind::double_, &in, &inout, 1);
  EXPECT_TRUE(std::signbit(inout));
  in = std::numeric_limits<double>::quiet_NaN();
  inout = 1;
  reduce(Operation::max, Kind::double_, &in, &inout, 1);
  EXPECT_EQ(inout, 1);
}

TEST(Reduce, logical_results_are_zero_or_one) {
  int in[] = {4, 0, 7, 0}, inout[] = {2, 9, 0, 0};
  reduce(Operation::lor, Kind::int_, in, inout, 4);
  EXPECT_EQ(std::vector(inout, inout + 4), (std::vector{1, 1, 1, 0}));
}

TEST(Reduce, replace_copies_whole_elements_and_no_op_leaves_them) {
  double in[] = {1, 2}, inout[] = {3, 4};
  reduce(Operation::no_op, Kind::double_, in, inout, 2);
  EXPECT_EQ(inout[1], 4);
  reduce(Operation::replace, Kind::double_, in, inout, 2);
  EXPECT_EQ(inout[1], 2);
}

TEST(Op, predefined_operations_take_predefined_types_only) {
  const Op& sum = builtin(Operation::sum);
  EXPECT_TRUE(sum.is_builtin());
  EXPECT_TRUE(sum.commutative());
  EXPECT_TRUE(sum.accepts(builtin(Kind::int_)));
  EXPECT_FALSE(sum.accepts(builtin(Kind::byte)));
}

TEST(Op, a_users_function_sees_its_operands_in_order_and_lives_as_long_as_its_references) {
  auto witness = std::make_shared<int>(0);
  std::weak_ptr<int> alive = witness;
  OpRef kept;
  {
    auto op = Op::create(
        [held = std::move(witness)](const void* in, void* inout, std::int64_t n, const Datatype& type) {
          *held += static_cast<int>(n * type.size());
          auto* to = static_cast<int*>(inout);
          for (std::int64_t i = 0; i < n; ++i) to[i] = static_cast<const int*>(in)[i] - to[i];
        },
        false);
    ASSERT_TRUE(op);
    kept = *op;
  }
  EXPECT_FALSE(kept->commutative());
  EXPECT_TRUE(kept->accepts(builtin(Kind::byte)));
  const int in[] = {10, 20};
  int inout[] = {1, 2};
  kept->apply(in, inout, 2, builtin(Kind::int_));
  EXPECT_EQ(inout[0], 9);
  EXPECT_EQ(inout[1], 18);
  EXPECT_EQ(*alive.lock(), 8);
  kept = {};
  EXPECT_TRUE(alive.expired());
}

TEST(Op, a_users_function_reduces_two_sources_into_a_third_buffer_and_leaves_the_gaps_there) {
  // Two ints and a gap of one between them.
  TypeRef gapped = vector(2, 1, 2, builtin(Kind::int_)).value();
  ASSERT_TRUE(gapped->commit());
  auto minus = Op::create(
      [](const void* in, void* inout, std::int64_t n, const Datatype&) {
        const auto* from = static_cast<const int*>(in);
        auto* to = static_cast<int*>(inout);
        for (std::int64_t i = 0; i < n; ++i, from += 3, to += 3) {
          to[0] = from[0] - to[0];
          to[2] = from[2] - to[2];
        }
      },
      false);
  ASSERT_TRUE(minus);
  const int left[] = {10, 0, 20, 30, 0, 40}, right[] = {1, 5, 2, 3, 5, 4};
  int target[] = {7, 8, 9, 7, 8, 9};
  (*minus)->apply_into(left, right, target, 2, *gapped);
  EXPECT_EQ(std::vector(target, target + 6), (std::vector{9, 8, 18, 27, 8, 36}));
  int inout[] = {1, 5, 2, 3, 5, 4};
  (*minus)->apply_into(left, inout, inout, 2, *gapped);
  EXPECT_EQ(std::vector(inout, inout + 6), (std::vector{9, 5, 18, 27, 5, 36}));
}

}  // namespace
}  // namespace baton::datatype
