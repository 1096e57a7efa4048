// SPDX-License-Identifier: BSD-3-Clause
// Fortran's selected kinds: which representation holds the asked precision and range (MPI 5.0, 19.1.9).
#include <cfloat>
#include <optional>

#include "datatype/build.hpp"
#include "datatype/constructors.hpp"

namespace baton::datatype {
namespace {

constexpr Error no_such_kind{Code::invalid_argument, 0, "no Fortran kind has that precision and range"};

struct RealKind {
  int precision;
  int range;
  Kind real;
  Kind complex;
};

/// From the smallest on. x87's 80 bits are a kind of its own to compilers that know them.
constexpr RealKind real_kinds[] = {
    {FLT_DIG, FLT_MAX_10_EXP - 1, Kind::real4, Kind::complex8},
    {DBL_DIG, DBL_MAX_10_EXP - 1, Kind::real8, Kind::complex16},
#if LDBL_MANT_DIG == 64
    {LDBL_DIG, LDBL_MAX_10_EXP - 1, Kind::long_double, Kind::c_long_double_complex},
#endif
    {33, 4931, Kind::real16, Kind::complex32},
};

const RealKind* find(std::optional<int> precision, std::optional<int> range) {
  if (!precision && !range) return nullptr;
  for (const RealKind& kind : real_kinds) {
    if (precision.value_or(0) <= kind.precision && range.value_or(0) <= kind.range) return &kind;
  }
  return nullptr;
}

Kind find_integer(int range) {
  struct IntegerKind {
    int range;
    Kind kind;
  };
  for (const IntegerKind& row : {IntegerKind{2, Kind::integer1},
                                 {4, Kind::integer2},
                                 {9, Kind::integer4},
                                 {18, Kind::integer8},
                                 {38, Kind::integer16}}) {
    if (range <= row.range) return row.kind;
  }
  return Kind::none;
}

}  // namespace

Result<TypeRef> F90Types::make(Key key, Kind kind, std::vector<std::int64_t> arguments) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    const std::lock_guard lock(mutex_);
    if (const auto found = types_.find(key); found != types_.end()) return found->second;
    Body body{.parts = {{0, 1, &builtin(kind)}}, .children = {}};
    auto type = build(std::move(body), Envelope{.combiner = key.combiner, .integers = std::move(arguments)});
    if (!type) return type.error();
    if (auto status = (*type)->commit(); !status) return status.error();
    types_.emplace(key, *type);
    return type;
  });
}

Result<TypeRef> F90Types::real(std::optional<int> precision, std::optional<int> range, int undefined) noexcept {
  const RealKind* kind = find(precision, range);
  if (kind == nullptr) return no_such_kind;
  const int p = precision.value_or(undefined);
  const int r = range.value_or(undefined);
  return make({Combiner::f90_real, p, r}, kind->real, {p, r});
}

Result<TypeRef> F90Types::complex(std::optional<int> precision, std::optional<int> range, int undefined) noexcept {
  const RealKind* kind = find(precision, range);
  if (kind == nullptr) return no_such_kind;
  const int p = precision.value_or(undefined);
  const int r = range.value_or(undefined);
  return make({Combiner::f90_complex, p, r}, kind->complex, {p, r});
}

Result<TypeRef> F90Types::integer(int range) noexcept {
  const Kind kind = find_integer(range);
  if (kind == Kind::none) return no_such_kind;
  return make({Combiner::f90_integer, range, 0}, kind, {range});
}

}  // namespace baton::datatype
