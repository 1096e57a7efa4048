// SPDX-License-Identifier: BSD-3-Clause
// Where operations come from.
#include "datatype/op.hpp"

#include <array>
#include <new>

namespace baton::datatype {

/// Never destroyed: reductions may outlive every other static object.
struct PredefinedOps {
  std::array<const Op*, operation_count> ops{};
  PredefinedOps() {
    for (std::size_t i = 0; i < operation_count; ++i) ops[i] = new Op(static_cast<Operation>(i));
  }
};

const Op& builtin(Operation operation) noexcept {
  static const PredefinedOps& predefined = *new PredefinedOps;
  return *predefined.ops[static_cast<std::size_t>(operation)];
}

Result<OpRef> Op::create(Function function, bool commutative) noexcept {
  const Op* op = new (std::nothrow) Op(std::move(function), commutative);
  if (op == nullptr) return Error{Code::no_memory, 0, "no memory for an operation"};
  return OpRef::adopt(op);
}

}  // namespace baton::datatype
