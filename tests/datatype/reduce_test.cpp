// SPDX-License-Identifier: BSD-3-Clause
// Every predefined operation on every kind that takes it, against one loop of plain arithmetic per element.
#include "datatype/reduce.hpp"

#include <gtest/gtest.h>

#include <cfloat>
#include <cmath>
#include <complex>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

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

template <class T>
void check_scalar(Operation operation, Kind kind) {
  ASSERT_EQ(sizeof(T), static_cast<std::size_t>(info(kind).extent));
  std::mt19937 random(42);
  for (const std::size_t n : {0U, 1U, 7U, 64U, 133U}) {
    std::vector<T> in(n + 1), inout(n + 1), wanted(n + 1), out(n + 1);
    for (std::size_t i = 0; i <= n; ++i) {
      in[i] = static_cast<T>(small(random));
      wanted[i] = inout[i] = static_cast<T>(small(random));
      if (i < n) wanted[i] = scalar<T>(operation, in[i], inout[i]);
    }
    out[n] = inout[n];
    combine(operation, kind, in.data(), inout.data(), out.data(), n);
    reduce(operation, kind, in.data(), inout.data(), n);
    for (std::size_t i = 0; i <= n; ++i) {
      ASSERT_TRUE(inout[i] == wanted[i]) << "element " << i << " of " << n;
      ASSERT_TRUE(out[i] == wanted[i]) << "element " << i << " of " << n << ", three addresses";
    }
  }
}

template <class T>
void check_complex(Operation operation, Kind kind) {
  using C = std::array<T, 2>;
  ASSERT_EQ(sizeof(C), static_cast<std::size_t>(info(kind).extent));
  std::mt19937 random(7);
  std::vector<C> in(65), inout(65), wanted(65);
  for (std::size_t i = 0; i < 65; ++i) {
    const C a = in[i] = {static_cast<T>(small(random)), static_cast<T>(small(random))};
    const C b = inout[i] = {static_cast<T>(small(random)), static_cast<T>(small(random))};
    wanted[i] = operation == Operation::sum
                    ? C{static_cast<T>(a[0] + b[0]), static_cast<T>(a[1] + b[1])}
                    : C{static_cast<T>(a[0] * b[0] - a[1] * b[1]), static_cast<T>(a[0] * b[1] + a[1] * b[0])};
  }
  reduce(operation, kind, in.data(), inout.data(), 65);
  for (std::size_t i = 0; i < 65; ++i) ASSERT_TRUE(inout[i] == wanted[i]) << i;
}

template <class V, class I = int>
void check_pair(Operation operation, Kind kind) {
  struct P {
    V value;
    I index;
  };
  ASSERT_EQ(sizeof(P), static_cast<std::size_t>(info(kind).extent));
  std::mt19937 random(9);
  std::vector<P> in(200), inout(200), wanted(200);
  for (std::size_t i = 0; i < 200; ++i) {
    const P a = in[i] = {static_cast<V>(small(random) % 4), static_cast<I>(small(random))};
    const P b = inout[i] = {static_cast<V>(small(random) % 4), static_cast<I>(small(random))};
    if (a.value == b.value) {
      wanted[i] = {a.value, std::min(a.index, b.index)};
    } else {
      wanted[i] = (a.value < b.value) == (operation == Operation::minloc) ? a : b;
    }
  }
  reduce(operation, kind, in.data(), inout.data(), 200);
  for (std::size_t i = 0; i < 200; ++i) {
    ASSERT_TRUE(inout[i].value == wanted[i].value && inout[i].index == wanted[i].index) << i;
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
  std::mt19937 random(3);
  const auto finite = [&random] {
    for (;;) {
      const auto bits = static_cast<std::uint16_t>(random());
      if ((bits & 0x7c00) != 0x7c00) return bits;
    }
  };
  std::vector<std::uint16_t> in(80), inout(80), wanted(80);
  for (std::size_t i = 0; i < 80; ++i) {
    in[i] = finite();
    inout[i] = finite();
  }
  const std::size_t step = info(kind).rep == Rep::cf16 ? 2 : 1;
  const auto round = [](double v) { return half_value(nearest_half(v)); };
  for (std::size_t i = 0; i < 80; i += step) {
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
  reduce(operation, kind, in.data(), inout.data(), 80 / step);
  for (std::size_t i = 0; i < 80; ++i) {
    const bool zeros = (inout[i] & 0x7fff) == 0 && (wanted[i] & 0x7fff) == 0;
    ASSERT_TRUE(zeros || inout[i] == wanted[i]) << i << ": " << inout[i] << " wanted " << wanted[i];
  }
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

}  // namespace
}  // namespace baton::datatype
