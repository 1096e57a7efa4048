// SPDX-License-Identifier: BSD-3-Clause
// The table of predefined kinds: sizes from the compiler and the usual Fortran compilers, external32 sizes from
// MPI 5.0, 14.5.2.
#include "datatype/kind.hpp"

#include <cfloat>
#include <climits>
#include <complex>
#include <cstddef>

namespace baton::datatype {
namespace {

struct Row {
  Kind kind;
  KindInfo info;
};

template <std::size_t Bytes, bool Signed>
constexpr Rep integer_rep() {
  switch (Bytes) {
    case 1: return Signed ? Rep::i8 : Rep::u8;
    case 2: return Signed ? Rep::i16 : Rep::u16;
    case 4: return Signed ? Rep::i32 : Rep::u32;
    default: return Signed ? Rep::i64 : Rep::u64;
  }
}

template <class T>
constexpr KindInfo as(const char* name, Family family, Rep rep, int external32) {
  return {name, family, rep, sizeof(T), sizeof(T), alignof(T), static_cast<std::int16_t>(external32)};
}

template <class T>
constexpr KindInfo whole(const char* name, int external32, Family family = Family::c_integer) {
  return as<T>(name, family, integer_rep<sizeof(T), (static_cast<T>(-1) < static_cast<T>(0))>(), external32);
}

/// A type named by its size alone; aligned to it, as Fortran compilers do up to 16 bytes.
constexpr KindInfo sized(const char* name, Family family, Rep rep, std::int16_t size, std::int16_t alignment) {
  return {name, family, rep, size, size, alignment, size};
}

template <class Value, class Index = int>
struct Pair {
  Value value;
  Index index;
};

template <class Value, class Index = int>
constexpr KindInfo paired(const char* name, Rep rep, int external32) {
  using P = Pair<Value, Index>;
  return {name,
          Family::pair,
          rep,
          sizeof(Value) + sizeof(Index),
          sizeof(P),
          alignof(P),
          static_cast<std::int16_t>(external32)};
}

// x87's long double has 64 bits of mantissa, IEEE quad 113; elsewhere it is a double.
constexpr Rep long_double_rep = LDBL_MANT_DIG == 53 ? Rep::f64 : LDBL_MANT_DIG == 64 ? Rep::f80 : Rep::f128;
constexpr Rep long_complex_rep = LDBL_MANT_DIG == 53 ? Rep::cf64 : LDBL_MANT_DIG == 64 ? Rep::cf80 : Rep::cf128;

constexpr std::array<KindInfo, kind_count> make_table() {
  using enum Family;
  const Row rows[] = {
      {Kind::none, {"", Family::none, Rep::none, 0, 0, 1, 0}},
      // By the standard no reduction takes MPI_CHAR. Open MPI and MPICH take it as a C integer, and codes rely on that.
      {Kind::char_, whole<char>("MPI_CHAR", 1)},
      {Kind::signed_char, whole<signed char>("MPI_SIGNED_CHAR", 1)},
      {Kind::unsigned_char, whole<unsigned char>("MPI_UNSIGNED_CHAR", 1)},
      {Kind::short_, whole<short>("MPI_SHORT", 2)},
      {Kind::unsigned_short, whole<unsigned short>("MPI_UNSIGNED_SHORT", 2)},
      {Kind::int_, whole<int>("MPI_INT", 4)},
      {Kind::unsigned_, whole<unsigned>("MPI_UNSIGNED", 4)},
      {Kind::long_, whole<long>("MPI_LONG", 4)},
      {Kind::unsigned_long, whole<unsigned long>("MPI_UNSIGNED_LONG", 4)},
      {Kind::long_long, whole<long long>("MPI_LONG_LONG", 8)},
      {Kind::unsigned_long_long, whole<unsigned long long>("MPI_UNSIGNED_LONG_LONG", 8)},
      {Kind::float_, as<float>("MPI_FLOAT", floating, Rep::f32, 4)},
      {Kind::double_, as<double>("MPI_DOUBLE", floating, Rep::f64, 8)},
      {Kind::long_double, as<long double>("MPI_LONG_DOUBLE", floating, long_double_rep, 16)},
      {Kind::wchar, as<wchar_t>("MPI_WCHAR", text, Rep::none, 2)},
      {Kind::c_bool, as<bool>("MPI_C_BOOL", logical, Rep::u8, 1)},
      {Kind::int8, whole<std::int8_t>("MPI_INT8_T", 1)},
      {Kind::int16, whole<std::int16_t>("MPI_INT16_T", 2)},
      {Kind::int32, whole<std::int32_t>("MPI_INT32_T", 4)},
      {Kind::int64, whole<std::int64_t>("MPI_INT64_T", 8)},
      {Kind::uint8, whole<std::uint8_t>("MPI_UINT8_T", 1)},
      {Kind::uint16, whole<std::uint16_t>("MPI_UINT16_T", 2)},
      {Kind::uint32, whole<std::uint32_t>("MPI_UINT32_T", 4)},
      {Kind::uint64, whole<std::uint64_t>("MPI_UINT64_T", 8)},
      {Kind::c_float_complex, as<std::complex<float>>("MPI_C_FLOAT_COMPLEX", complex, Rep::cf32, 8)},
      {Kind::c_double_complex, as<std::complex<double>>("MPI_C_DOUBLE_COMPLEX", complex, Rep::cf64, 16)},
      {Kind::c_long_double_complex,
       as<std::complex<long double>>("MPI_C_LONG_DOUBLE_COMPLEX", complex, long_complex_rep, 32)},
      {Kind::cxx_bool, as<bool>("MPI_CXX_BOOL", logical, Rep::u8, 1)},
      {Kind::cxx_float_complex, as<std::complex<float>>("MPI_CXX_FLOAT_COMPLEX", complex, Rep::cf32, 8)},
      {Kind::cxx_double_complex, as<std::complex<double>>("MPI_CXX_DOUBLE_COMPLEX", complex, Rep::cf64, 16)},
      {Kind::cxx_long_double_complex,
       as<std::complex<long double>>("MPI_CXX_LONG_DOUBLE_COMPLEX", complex, long_complex_rep, 32)},
      {Kind::aint, whole<std::ptrdiff_t>("MPI_AINT", 8, address)},
      {Kind::count, whole<std::int64_t>("MPI_COUNT", 8, address)},
      {Kind::offset, whole<std::int64_t>("MPI_OFFSET", 8, address)},
      {Kind::byte, whole<unsigned char>("MPI_BYTE", 1, byte)},
      {Kind::packed, as<char>("MPI_PACKED", text, Rep::none, 1)},
      {Kind::integer, sized("MPI_INTEGER", fortran_integer, Rep::i32, 4, 4)},
      {Kind::real, sized("MPI_REAL", floating, Rep::f32, 4, 4)},
      {Kind::double_precision, sized("MPI_DOUBLE_PRECISION", floating, Rep::f64, 8, alignof(double))},
      {Kind::complex, sized("MPI_COMPLEX", complex, Rep::cf32, 8, 4)},
      {Kind::double_complex, sized("MPI_DOUBLE_COMPLEX", complex, Rep::cf64, 16, alignof(double))},
      {Kind::logical, sized("MPI_LOGICAL", logical, Rep::i32, 4, 4)},
      {Kind::character, as<char>("MPI_CHARACTER", text, Rep::none, 1)},
      {Kind::integer1, sized("MPI_INTEGER1", fortran_integer, Rep::i8, 1, 1)},
      {Kind::integer2, sized("MPI_INTEGER2", fortran_integer, Rep::i16, 2, 2)},
      {Kind::integer4, sized("MPI_INTEGER4", fortran_integer, Rep::i32, 4, 4)},
      {Kind::integer8, sized("MPI_INTEGER8", fortran_integer, Rep::i64, 8, alignof(long long))},
      {Kind::integer16, sized("MPI_INTEGER16", fortran_integer, Rep::i128, 16, 16)},
      {Kind::real2, sized("MPI_REAL2", floating, Rep::f16, 2, 2)},
      {Kind::real4, sized("MPI_REAL4", floating, Rep::f32, 4, 4)},
      {Kind::real8, sized("MPI_REAL8", floating, Rep::f64, 8, alignof(double))},
      {Kind::real16, sized("MPI_REAL16", floating, Rep::f128, 16, 16)},
      {Kind::complex4, sized("MPI_COMPLEX4", complex, Rep::cf16, 4, 2)},
      {Kind::complex8, sized("MPI_COMPLEX8", complex, Rep::cf32, 8, 4)},
      {Kind::complex16, sized("MPI_COMPLEX16", complex, Rep::cf64, 16, alignof(double))},
      {Kind::complex32, sized("MPI_COMPLEX32", complex, Rep::cf128, 32, 16)},
      {Kind::logical1, sized("MPI_LOGICAL1", logical, Rep::i8, 1, 1)},
      {Kind::logical2, sized("MPI_LOGICAL2", logical, Rep::i16, 2, 2)},
      {Kind::logical4, sized("MPI_LOGICAL4", logical, Rep::i32, 4, 4)},
      {Kind::logical8, sized("MPI_LOGICAL8", logical, Rep::i64, 8, alignof(long long))},
      {Kind::logical16, sized("MPI_LOGICAL16", logical, Rep::i128, 16, 16)},
      {Kind::float_int, paired<float>("MPI_FLOAT_INT", Rep::p_f32, 8)},
      {Kind::double_int, paired<double>("MPI_DOUBLE_INT", Rep::p_f64, 12)},
      {Kind::long_int, paired<long>("MPI_LONG_INT", sizeof(long) == 8 ? Rep::p_i64 : Rep::p_i32, 8)},
      {Kind::two_int, paired<int>("MPI_2INT", Rep::p_i32, 8)},
      {Kind::short_int, paired<short>("MPI_SHORT_INT", Rep::p_i16, 6)},
      {Kind::long_double_int, paired<long double>("MPI_LONG_DOUBLE_INT", Rep::p_f80, 20)},
      {Kind::two_real, paired<float, float>("MPI_2REAL", Rep::p_2f32, 8)},
      {Kind::two_double_precision, paired<double, double>("MPI_2DOUBLE_PRECISION", Rep::p_2f64, 16)},
      {Kind::two_integer, paired<int>("MPI_2INTEGER", Rep::p_i32, 8)},
  };
  static_assert(sizeof(rows) / sizeof(Row) == kind_count);
  std::array<KindInfo, kind_count> table{};
  for (const Row& row : rows) table[static_cast<std::size_t>(row.kind)] = row.info;
  return table;
}

constexpr auto table = make_table();

struct PairRow {
  Kind pair;
  PairParts parts;
};
constexpr PairRow pairs[] = {
    {Kind::float_int, {Kind::float_, Kind::int_}},
    {Kind::double_int, {Kind::double_, Kind::int_}},
    {Kind::long_int, {Kind::long_, Kind::int_}},
    {Kind::two_int, {Kind::int_, Kind::int_}},
    {Kind::short_int, {Kind::short_, Kind::int_}},
    {Kind::long_double_int, {Kind::long_double, Kind::int_}},
    {Kind::two_real, {Kind::real, Kind::real}},
    {Kind::two_double_precision, {Kind::double_precision, Kind::double_precision}},
    {Kind::two_integer, {Kind::integer, Kind::integer}},
};

}  // namespace

const KindInfo& info(Kind kind) noexcept { return table[static_cast<std::size_t>(kind)]; }

PairParts pair_parts(Kind kind) noexcept {
  for (const PairRow& row : pairs) {
    if (row.pair == kind) return row.parts;
  }
  return {};
}

Kind value_index(Kind value, Kind index) noexcept {
  for (const PairRow& row : pairs) {
    if (row.parts.value == value && row.parts.index == index) return row.pair;
  }
  return Kind::none;
}

Kind match_size(TypeClass type_class, int size) noexcept {
  constexpr Kind integers[] = {Kind::integer1, Kind::integer2, Kind::integer4, Kind::integer8, Kind::integer16};
  constexpr Kind reals[] = {Kind::real2, Kind::real4, Kind::real8, Kind::real16};
  constexpr Kind complexes[] = {Kind::complex4, Kind::complex8, Kind::complex16, Kind::complex32};
  const auto find = [size](auto& kinds) {
    for (const Kind kind : kinds) {
      if (info(kind).size == size) return kind;
    }
    return Kind::none;
  };
  switch (type_class) {
    case TypeClass::integer: return find(integers);
    case TypeClass::real: return find(reals);
    case TypeClass::complex: return find(complexes);
  }
  return Kind::none;
}

}  // namespace baton::datatype
