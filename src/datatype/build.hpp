// SPDX-License-Identifier: BSD-3-Clause
// The last step that all constructors share: from a body and its envelope to a counted type. Private to the room.
#pragma once

#include <new>
#include <stdexcept>
#include <utility>

#include "base/result.hpp"
#include "datatype/datatype.hpp"
#include "datatype/shape.hpp"

namespace baton::datatype {

/// Works the shape out and makes the type. May throw std::bad_alloc: call it inside `guarded`.
inline Result<TypeRef> build(Body body, Envelope envelope, const Bounds* bounds = nullptr) {
  const auto shape = shape_of(body, bounds);
  if (!shape) return shape.error();
  return TypeRef::adopt(new Datatype(*shape, std::move(body), std::move(envelope)));
}

/// Runs a constructor and turns a failed allocation into an Error: nothing is thrown out of this room.
template <class Make>
Result<TypeRef> guarded(Make make) noexcept {
  try {
    return make();
  } catch (const std::bad_alloc&) {
    return Error{Code::no_memory, 0, "no memory to describe a datatype"};
  } catch (const std::length_error&) {
    return Error{Code::no_memory, 0, "a datatype's description is longer than memory"};
  }
}

}  // namespace baton::datatype
