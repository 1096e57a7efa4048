// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/ops.hpp"

#include <array>
#include <string>

#include "mpi/checks.hpp"
#include "mpi/datatypes.hpp"

namespace baton::mpi {
namespace {

using datatype::Operation;

struct Predefined {
  MPI_Op handle;
  Operation operation;
  const char* name;
};

std::array<Predefined, 14> predefined() noexcept {
  return {{
      {MPI_SUM, Operation::sum, "MPI_SUM"},
      {MPI_PROD, Operation::prod, "MPI_PROD"},
      {MPI_MAX, Operation::max, "MPI_MAX"},
      {MPI_MIN, Operation::min, "MPI_MIN"},
      {MPI_LAND, Operation::land, "MPI_LAND"},
      {MPI_LOR, Operation::lor, "MPI_LOR"},
      {MPI_LXOR, Operation::lxor, "MPI_LXOR"},
      {MPI_BAND, Operation::band, "MPI_BAND"},
      {MPI_BOR, Operation::bor, "MPI_BOR"},
      {MPI_BXOR, Operation::bxor, "MPI_BXOR"},
      {MPI_MAXLOC, Operation::maxloc, "MPI_MAXLOC"},
      {MPI_MINLOC, Operation::minloc, "MPI_MINLOC"},
      {MPI_REPLACE, Operation::replace, "MPI_REPLACE"},
      {MPI_NO_OP, Operation::no_op, "MPI_NO_OP"},
  }};
}

constinit Immortal<HandleTable<MPI_Op, const datatype::Op>> op_table;

/// Fills the table when the library is loaded, before any call can be made.
const bool registered = [] {
  for (const Predefined& row : predefined()) op_table->set_predefined(row.handle, &datatype::builtin(row.operation));
  return true;
}();

}  // namespace

HandleTable<MPI_Op, const datatype::Op>& ops() noexcept { return *op_table; }

const datatype::Op* op_of(MPI_Op handle) noexcept { return op_table->lookup(handle); }

int check_operation(const Raiser& where, const datatype::Op& op, const datatype::Datatype& type) noexcept {
  if (!checks_enabled || op.accepts(type)) return MPI_SUCCESS;
  return fail(
      where, MPI_ERR_OP,
      "argument 'op' is {}, which is not defined on datatype {}; use one that MPI 5.0, 6.9.2 lists for it, or an "
      "operation of MPI_Op_create",
      name_of(op), name_of(type));
}

const char* name_of(const datatype::Op& op) noexcept {
  for (const Predefined& row : predefined()) {
    if (&datatype::builtin(row.operation) == &op) return row.name;
  }
  return "an operation of MPI_Op_create";
}

}  // namespace baton::mpi
