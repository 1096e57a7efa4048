// SPDX-License-Identifier: BSD-3-Clause
// The arithmetic of type bounds.
#include "datatype/shape.hpp"

#include <algorithm>
#include <limits>

namespace baton::datatype {
namespace {

constexpr Error too_large{Code::invalid_argument, 0, "a datatype's size or bounds do not fit in 64 bits"};
constexpr Error too_deep{Code::invalid_argument, 0, "datatypes are nested too deep"};

bool fits(WideInteger value) noexcept {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

/// The smallest and the largest place seen.
struct Span {
  WideInteger low = 0;
  WideInteger high = 0;
  bool any = false;

  void add(WideInteger first, WideInteger last) noexcept {
    low = any ? std::min(low, first) : first;
    high = any ? std::max(high, last) : last;
    any = true;
  }
};

/// What the parts add up to before the numbers are known to fit.
struct Sum {
  Span data;    // true bounds
  Span marked;  // bounds that were set by hand in a child
  WideInteger size = 0;
  WideInteger elements = 0;
  std::int32_t alignment = 1;
  std::int32_t depth = 0;
  Kind kind = Kind::none;
  bool mixed = false;
  Signature signature;
};

/// Where the copies of something begin: `count` of them, `stride` apart, from 0 on.
Span spread(std::int64_t count, std::int64_t stride) noexcept {
  const WideInteger last = static_cast<WideInteger>(count - 1) * stride;
  return {std::min<WideInteger>(0, last), std::max<WideInteger>(0, last), true};
}

bool add(Sum& sum, const Body& body, const Part& part) noexcept {
  const Shape& child = part.child->shape();
  const Span outer = spread(body.count, body.stride);
  const Span inner = spread(part.count, part.child->extent());
  const WideInteger low = outer.low + inner.low + part.displacement;
  const WideInteger high = outer.high + inner.high + part.displacement;
  if (child.marked) sum.marked.add(low + child.lb, high + child.ub);
  if (child.size == 0) return true;
  sum.data.add(low + child.true_lb, high + child.true_ub);
  sum.alignment = std::max(sum.alignment, child.alignment);
  const bool first = sum.size == 0;
  sum.size += static_cast<WideInteger>(part.count) * child.size;
  sum.elements += static_cast<WideInteger>(part.count) * child.elements;
  if (!fits(sum.size) || !fits(sum.elements)) return false;
  if (first) {
    sum.kind = child.kind;
  } else if (sum.kind != child.kind) {
    sum.mixed = true;
  }
  sum.signature = joined(sum.signature, repeated(child.signature, part.count));
  return true;
}

}  // namespace

Result<std::int64_t> narrowed(WideInteger value) noexcept {
  if (!fits(value)) return too_large;
  return static_cast<std::int64_t>(value);
}

Result<Shape> shape_of(const Body& body, const Bounds* bounds) noexcept {
  Sum sum;
  if (body.count > 0) {
    for (const Part& part : body.parts) {
      sum.depth = std::max(sum.depth, part.child->shape().depth + 1);
      if (part.count > 0 && !add(sum, body, part)) return too_large;
    }
  }
  if (sum.depth > max_depth) return too_deep;
  const WideInteger size = sum.size * body.count;
  const WideInteger elements = sum.elements * body.count;
  WideInteger lb = sum.data.low;
  WideInteger ub = sum.data.high;
  if (bounds != nullptr) {
    lb = bounds->lb;
    ub = bounds->ub;
  } else if (sum.marked.any) {
    lb = sum.marked.low;
    ub = sum.marked.high;
  } else {
    ub += (sum.alignment - (ub - lb) % sum.alignment) % sum.alignment;
  }
  for (const WideInteger value :
       {size, elements, lb, ub, ub - lb, sum.data.low, sum.data.high, sum.data.high - sum.data.low}) {
    if (!fits(value)) return too_large;
  }
  Shape shape;
  shape.size = static_cast<std::int64_t>(size);
  shape.lb = static_cast<std::int64_t>(lb);
  shape.ub = static_cast<std::int64_t>(ub);
  shape.true_lb = static_cast<std::int64_t>(sum.data.low);
  shape.true_ub = static_cast<std::int64_t>(sum.data.high);
  shape.elements = static_cast<std::int64_t>(elements);
  shape.alignment = sum.alignment;
  shape.depth = sum.depth;
  shape.marked = bounds != nullptr || sum.marked.any;
  shape.kind = sum.mixed ? Kind::none : sum.kind;
  shape.signature = repeated(sum.signature, body.count);
  return shape;
}

}  // namespace baton::datatype
