// SPDX-License-Identifier: BSD-3-Clause
// The predefined types of the MPI 5.0 ABI as plain data: what each is called, how long it is, what it may be used for.
// Not here: handle values (the C API maps them) and derived types (datatype.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace baton::datatype {

/// Every predefined type. Names follow MPI's, lower case, with a trailing underscore where C++ owns the word.
enum class Kind : std::uint8_t {
  none,  // no single kind: a mixed or empty type
  // C
  char_,
  signed_char,
  unsigned_char,
  short_,
  unsigned_short,
  int_,
  unsigned_,
  long_,
  unsigned_long,
  long_long,
  unsigned_long_long,
  float_,
  double_,
  long_double,
  wchar,
  c_bool,
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  c_float_complex,
  c_double_complex,
  c_long_double_complex,
  // C++
  cxx_bool,
  cxx_float_complex,
  cxx_double_complex,
  cxx_long_double_complex,
  // every language
  aint,
  count,
  offset,
  byte,
  packed,
  // Fortran
  integer,
  real,
  double_precision,
  complex,
  double_complex,
  logical,
  character,
  integer1,
  integer2,
  integer4,
  integer8,
  integer16,
  real2,
  real4,
  real8,
  real16,
  complex4,
  complex8,
  complex16,
  complex32,
  logical1,
  logical2,
  logical4,
  logical8,
  logical16,
  // value and index, for MAXLOC and MINLOC
  float_int,
  double_int,
  long_int,
  two_int,
  short_int,
  long_double_int,
  two_real,
  two_double_precision,
  two_integer,
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::two_integer) + 1;

/// The groups in which MPI 5.0, 6.9.2 says which operation takes which type; `text` takes none.
enum class Family : std::uint8_t {
  none,
  text,
  c_integer,
  fortran_integer,
  floating,
  logical,
  complex,
  byte,
  address,
  pair
};

/// How an element lies in memory; kinds of one representation share their kernels.
enum class Rep : std::uint8_t {
  none,
  i8,
  i16,
  i32,
  i64,
  i128,
  u8,
  u16,
  u32,
  u64,
  f16,
  f32,
  f64,
  f80,
  f128,
  cf16,
  cf32,
  cf64,
  cf80,
  cf128,
  p_f32,
  p_f64,
  p_i64,
  p_i32,
  p_i16,
  p_f80,
  p_2f32,
  p_2f64,
};

/// What is known of a predefined type. For pairs `size` counts the bytes of data and `extent` those of the C struct.
struct KindInfo {
  std::string_view name;  // as MPI_Type_get_name tells it
  Family family = Family::none;
  Rep rep = Rep::none;
  std::int16_t size = 0;
  std::int16_t extent = 0;
  std::int16_t alignment = 1;
  std::int16_t external32 = 0;  // bytes in the external32 representation
};

/// Looks a kind up. Cost: one indexed load.
[[nodiscard]] const KindInfo& info(Kind kind) noexcept;

/// The two kinds a pair is made of; {none, none} for every other kind.
struct PairParts {
  Kind value = Kind::none;
  Kind index = Kind::none;
};
[[nodiscard]] PairParts pair_parts(Kind kind) noexcept;

/// The pair of this value and index kind (MPI_Type_get_value_index), or none where MPI predefines no such pair.
[[nodiscard]] Kind value_index(Kind value, Kind index) noexcept;

/// MPI_TYPECLASS_*.
enum class TypeClass : std::uint8_t { integer, real, complex };

/// The Fortran type of that class and size in bytes (MPI_Type_match_size), or none.
[[nodiscard]] Kind match_size(TypeClass type_class, int size) noexcept;

}  // namespace baton::datatype
