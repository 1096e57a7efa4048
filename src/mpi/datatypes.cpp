// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/datatypes.hpp"

#include <array>

namespace baton::mpi {
namespace {

using datatype::Kind;

struct Predefined {
  MPI_Datatype handle;
  Kind kind;
};

const std::array table = std::to_array<Predefined>({
    {MPI_AINT, Kind::aint},
    {MPI_COUNT, Kind::count},
    {MPI_OFFSET, Kind::offset},
    {MPI_PACKED, Kind::packed},
    {MPI_SHORT, Kind::short_},
    {MPI_INT, Kind::int_},
    {MPI_LONG, Kind::long_},
    {MPI_LONG_LONG, Kind::long_long},
    {MPI_UNSIGNED_SHORT, Kind::unsigned_short},
    {MPI_UNSIGNED, Kind::unsigned_},
    {MPI_UNSIGNED_LONG, Kind::unsigned_long},
    {MPI_UNSIGNED_LONG_LONG, Kind::unsigned_long_long},
    {MPI_FLOAT, Kind::float_},
    {MPI_C_FLOAT_COMPLEX, Kind::c_float_complex},
    {MPI_CXX_FLOAT_COMPLEX, Kind::cxx_float_complex},
    {MPI_DOUBLE, Kind::double_},
    {MPI_C_DOUBLE_COMPLEX, Kind::c_double_complex},
    {MPI_CXX_DOUBLE_COMPLEX, Kind::cxx_double_complex},
    {MPI_LOGICAL, Kind::logical},
    {MPI_INTEGER, Kind::integer},
    {MPI_REAL, Kind::real},
    {MPI_COMPLEX, Kind::complex},
    {MPI_DOUBLE_PRECISION, Kind::double_precision},
    {MPI_DOUBLE_COMPLEX, Kind::double_complex},
    {MPI_CHARACTER, Kind::character},
    {MPI_LONG_DOUBLE, Kind::long_double},
    {MPI_C_LONG_DOUBLE_COMPLEX, Kind::c_long_double_complex},
    {MPI_CXX_LONG_DOUBLE_COMPLEX, Kind::cxx_long_double_complex},
    {MPI_FLOAT_INT, Kind::float_int},
    {MPI_DOUBLE_INT, Kind::double_int},
    {MPI_LONG_INT, Kind::long_int},
    {MPI_2INT, Kind::two_int},
    {MPI_SHORT_INT, Kind::short_int},
    {MPI_LONG_DOUBLE_INT, Kind::long_double_int},
    {MPI_2REAL, Kind::two_real},
    {MPI_2DOUBLE_PRECISION, Kind::two_double_precision},
    {MPI_2INTEGER, Kind::two_integer},
    {MPI_C_BOOL, Kind::c_bool},
    {MPI_CXX_BOOL, Kind::cxx_bool},
    {MPI_WCHAR, Kind::wchar},
    {MPI_INT8_T, Kind::int8},
    {MPI_UINT8_T, Kind::uint8},
    {MPI_CHAR, Kind::char_},
    {MPI_SIGNED_CHAR, Kind::signed_char},
    {MPI_UNSIGNED_CHAR, Kind::unsigned_char},
    {MPI_BYTE, Kind::byte},
    {MPI_INT16_T, Kind::int16},
    {MPI_UINT16_T, Kind::uint16},
    {MPI_INT32_T, Kind::int32},
    {MPI_UINT32_T, Kind::uint32},
    {MPI_INT64_T, Kind::int64},
    {MPI_UINT64_T, Kind::uint64},
    {MPI_LOGICAL1, Kind::logical1},
    {MPI_INTEGER1, Kind::integer1},
    {MPI_LOGICAL2, Kind::logical2},
    {MPI_INTEGER2, Kind::integer2},
    {MPI_REAL2, Kind::real2},
    {MPI_LOGICAL4, Kind::logical4},
    {MPI_INTEGER4, Kind::integer4},
    {MPI_REAL4, Kind::real4},
    {MPI_COMPLEX4, Kind::complex4},
    {MPI_LOGICAL8, Kind::logical8},
    {MPI_INTEGER8, Kind::integer8},
    {MPI_REAL8, Kind::real8},
    {MPI_COMPLEX8, Kind::complex8},
    {MPI_LOGICAL16, Kind::logical16},
    {MPI_INTEGER16, Kind::integer16},
    {MPI_REAL16, Kind::real16},
    {MPI_COMPLEX16, Kind::complex16},
    {MPI_COMPLEX32, Kind::complex32},
});

constinit Immortal<HandleTable<MPI_Datatype, const datatype::Datatype>> datatype_table;

/// Fills the table when the library is loaded, before any call can be made.
const bool registered = [] {
  for (const Predefined& row : table) datatype_table->set_predefined(row.handle, &datatype::builtin(row.kind));
  return true;
}();

}  // namespace

HandleTable<MPI_Datatype, const datatype::Datatype>& datatypes() noexcept { return *datatype_table; }

const datatype::Datatype* type_of(MPI_Datatype handle) noexcept { return datatype_table->lookup(handle); }

MPI_Datatype handle_of(Kind kind) noexcept {
  static const auto handles = [] {
    std::array<MPI_Datatype, datatype::kind_count> by_kind{};
    for (const Predefined& row : table) by_kind[static_cast<std::size_t>(row.kind)] = row.handle;
    return by_kind;
  }();
  return kind == Kind::none ? MPI_DATATYPE_NULL : handles[static_cast<std::size_t>(kind)];
}

MPI_Datatype adopt(datatype::TypeRef type) {
  const MPI_Datatype handle = datatypes().insert(type.get());
  auto& known = type->handles();
  known.first.store(reinterpret_cast<std::uintptr_t>(handle), std::memory_order_relaxed);
  known.count.fetch_add(1, std::memory_order_relaxed);
  static_cast<void>(type.release());  // the table's reference now
  return handle;
}

BorrowedHandle::BorrowedHandle(const datatype::Datatype& type) {
  if (type.is_builtin()) {
    handle_ = handle_of(type.kind());
    return;
  }
  handle_ = reinterpret_cast<MPI_Datatype>(type.handles().first.load(std::memory_order_relaxed));
  if (type_of(handle_) == &type) return;
  handle_ = datatypes().insert(&type);
  passing_ = true;
}

BorrowedHandle::~BorrowedHandle() {
  if (passing_) datatypes().erase(handle_);
}

std::string name_of(const datatype::Datatype& type) {
  if (!type.name().empty()) return type.name();
  return type.is_builtin() ? std::string(datatype::info(type.kind()).name) : "(unnamed)";
}

}  // namespace baton::mpi
