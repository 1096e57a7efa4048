// SPDX-License-Identifier: BSD-3-Clause
// Where operations come from.
#include "datatype/op.hpp"

#include <array>
#include <cstring>
#include <new>
#include <span>

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

void Op::copy_elements(const void* from, void* to, std::int64_t count, const Datatype& type) noexcept {
  if (type.is_contiguous(count)) {
    const auto bytes = static_cast<std::size_t>(count * type.size());
    if (bytes == 0) return;
    std::memcpy(static_cast<std::byte*>(to) + type.true_lb(), static_cast<const std::byte*>(from) + type.true_lb(),
                bytes);
    return;
  }
  std::array<std::byte, 4096> piece;
  Cursor reading;
  Cursor writing;
  while (true) {
    const std::size_t got = type.pack(reading, from, count, piece);
    if (got == 0) return;
    type.unpack(writing, to, count, std::span(piece).first(got));
  }
}

}  // namespace baton::datatype
