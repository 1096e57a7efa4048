// SPDX-License-Identifier: BSD-3-Clause
// Speed of every predefined operation on every representation, in vectors that fit the second cache: GB/s of the vector
// that is reduced (each byte of it is two read and one written). `reduction/sum/f64/3` has a third buffer for the
// result, without the 3 it goes into the second; `odd` starts one byte off every alignment.
#include <benchmark/benchmark.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "datatype/reduce.hpp"

namespace baton::datatype {
namespace {

constexpr std::size_t vector_bytes = 64 * 1024;

enum class Form { in_place, three, odd };

void reduction(benchmark::State& state, Operation operation, Kind kind, Form form) {
  const std::size_t shift = form == Form::odd ? 1 : 0;
  const std::size_t count = vector_bytes / static_cast<std::size_t>(info(kind).extent);
  std::vector<std::byte> first(vector_bytes + 64), second(vector_bytes + 64), third(vector_bytes + 64);
  std::byte* const target = form == Form::in_place ? second.data() : third.data();
  for (auto step : state) {
    combine(operation, kind, first.data() + shift, second.data() + shift, target + shift, count);
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * vector_bytes));
}

constexpr std::array<std::string_view, operation_count> operation_names{
    "sum", "prod", "max", "min", "land", "lor", "lxor", "band", "bor", "bxor", "maxloc", "minloc", "replace", "no_op"};

/// One kind of each representation.
struct Row {
  Kind kind;
  std::string_view name;
};
constexpr Row rows[] = {
    {Kind::int8, "i8"},
    {Kind::int16, "i16"},
    {Kind::int32, "i32"},
    {Kind::int64, "i64"},
    {Kind::integer16, "i128"},
    {Kind::uint8, "u8"},
    {Kind::uint16, "u16"},
    {Kind::uint32, "u32"},
    {Kind::uint64, "u64"},
    {Kind::c_bool, "bool"},
    {Kind::real2, "f16"},
    {Kind::float_, "f32"},
    {Kind::double_, "f64"},
    {Kind::long_double, "f80"},
    {Kind::real16, "f128"},
    {Kind::complex4, "cf16"},
    {Kind::c_float_complex, "cf32"},
    {Kind::c_double_complex, "cf64"},
    {Kind::c_long_double_complex, "cf80"},
    {Kind::complex32, "cf128"},
    {Kind::float_int, "float_int"},
    {Kind::double_int, "double_int"},
    {Kind::long_int, "long_int"},
    {Kind::two_int, "two_int"},
    {Kind::short_int, "short_int"},
    {Kind::long_double_int, "long_double_int"},
    {Kind::two_real, "two_real"},
    {Kind::two_double_precision, "two_double_precision"},
};

[[maybe_unused]] const bool registered = [] {
  for (std::size_t o = 0; o < operation_count; ++o) {
    const auto operation = static_cast<Operation>(o);
    for (const Row& row : rows) {
      if (operation == Operation::replace || operation == Operation::no_op || !allowed(operation, row.kind)) continue;
      const std::string name = "reduction/" + std::string(operation_names[o]) + "/" + std::string(row.name);
      const auto add = [&](const char* suffix, Form form) {
        benchmark::RegisterBenchmark((name + suffix).c_str(), reduction, operation, row.kind, form);
      };
      add("", Form::in_place);
      add("/3", Form::three);
      add("/odd", Form::odd);
    }
  }
  return true;
}();

}  // namespace
}  // namespace baton::datatype
