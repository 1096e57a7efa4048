// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the op chapter: user-defined operations and local reduction (MPI 5.0, 6.9).
#include <algorithm>
#include <cstddef>

#include "mpi/checks.hpp"
#include "mpi/datatypes.hpp"
#include "mpi/generated/api_op.hpp"
#include "mpi/ops.hpp"

namespace baton::mpi::api {
namespace {

using datatype::Datatype;
using datatype::Op;

constexpr Raiser where = Raiser::none();

int insert(Result<datatype::OpRef> made, MPI_Op* op) {
  if (!made) return fail(where, made.error());
  *op = ops().insert(made->get());
  static_cast<void>(made->release());  // the table's reference now
  return MPI_SUCCESS;
}

/// Calls a function that counts in `int` as often as needed.
void call_narrow(MPI_User_function* function, const void* in, void* inout, MPI_Count count, const Datatype& type) {
  constexpr MPI_Count most = std::numeric_limits<int>::max();
  const BorrowedHandle handle(type);
  auto* from = static_cast<std::byte*>(const_cast<void*>(in));  // the prototype is older than const
  auto* to = static_cast<std::byte*>(inout);
  do {
    int length = static_cast<int>(std::min(count, most));
    MPI_Datatype name = handle.get();
    function(from, to, &length, &name);
    count -= std::min(count, most);
    from += most * type.extent();
    to += most * type.extent();
  } while (count > 0);
}

}  // namespace

int op_create(MPI_User_function* user_fn, int commute, MPI_Op* op) {
  if (int code = check_pointer(where, "user_fn", reinterpret_cast<const void*>(user_fn))) return code;
  if (int code = check_pointer(where, "op", op)) return code;
  return insert(Op::create(
                    [user_fn](const void* in, void* inout, std::int64_t count, const Datatype& type) {
                      if (count > 0) call_narrow(user_fn, in, inout, count, type);
                    },
                    commute != 0),
                op);
}

int op_create_c(MPI_User_function_c* user_fn, int commute, MPI_Op* op) {
  if (int code = check_pointer(where, "user_fn", reinterpret_cast<const void*>(user_fn))) return code;
  if (int code = check_pointer(where, "op", op)) return code;
  return insert(Op::create(
                    [user_fn](const void* in, void* inout, std::int64_t count, const Datatype& type) {
                      if (count == 0) return;
                      const BorrowedHandle handle(type);
                      MPI_Datatype name = handle.get();
                      MPI_Count length = count;
                      user_fn(const_cast<void*>(in), inout, &length, &name);
                    },
                    commute != 0),
                op);
}

int op_free(MPI_Op* op) {
  if (int code = check_pointer(where, "op", op, MPI_ERR_OP)) return code;
  const Op* object = nullptr;
  if (int code = check_handle(where, "op", ops(), *op, object)) return code;
  if (object->is_builtin()) {
    return fail(where, MPI_ERR_OP, "argument 'op' is {}, a predefined operation, which cannot be freed",
                name_of(*object));
  }
  // Collective calls under way hold references of their own.
  ops().erase(*op)->release();
  *op = MPI_OP_NULL;
  return MPI_SUCCESS;
}

int op_commutative(MPI_Op op, int* commute) {
  const Op* object = nullptr;
  if (int code = check_handle(where, "op", ops(), op, object)) return code;
  if (int code = check_pointer(where, "commute", commute)) return code;
  *commute = object->commutative() ? 1 : 0;
  return MPI_SUCCESS;
}

int reduce_local(const void* inbuf, void* inoutbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op) {
  const Datatype* type = nullptr;
  const Op* object = nullptr;
  if (int code = check_count(where, "count", count)) return code;
  if (int code = check_handle(where, "datatype", datatypes(), datatype, type)) return code;
  if (int code = check_committed(where, "datatype", type->committed())) return code;
  if (int code = check_handle(where, "op", ops(), op, object)) return code;
  if (int code = check_operation(where, *object, *type)) return code;
  if (int code = check_not_in_place(where, "inbuf", inbuf)) return code;
  if (int code = check_not_in_place(where, "inoutbuf", inoutbuf)) return code;
  if (int code = check_buffer(where, "inbuf", inbuf, count, !type->is_predefined())) return code;
  if (int code = check_buffer(where, "inoutbuf", inoutbuf, count, !type->is_predefined())) return code;
  if (checks_enabled && inbuf == inoutbuf && count > 0 && inbuf != nullptr) {
    return fail(where, MPI_ERR_BUFFER, "arguments 'inbuf' and 'inoutbuf' are the same address; they must not overlap");
  }
  object->apply(inbuf, inoutbuf, count, *type);
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
