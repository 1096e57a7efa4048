// SPDX-License-Identifier: BSD-3-Clause
// Op: what a reduction applies, predefined or a user's function; counted, immutable.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <utility>

#include "base/result.hpp"
#include "datatype/datatype.hpp"
#include "datatype/reduce.hpp"

namespace baton::datatype {

class OpRef;

/// An operation on arrays of one datatype. Any number of threads may apply it at once, as far as a user's function
/// allows that.
class Op {
 public:
  /// inout[i] = in[i] op inout[i] for `count` elements of `type`. Floor 6 hides in it which C prototype the user wrote.
  using Function = std::function<void(const void* in, void* inout, std::int64_t count, const Datatype& type)>;

  explicit Op(Operation operation) noexcept : operation_(operation), builtin_(true) {}
  Op(Function function, bool commutative) noexcept : function_(std::move(function)), commutative_(commutative) {}
  Op(const Op&) = delete;
  Op& operator=(const Op&) = delete;

  /// A user's operation. Error: no_memory.
  [[nodiscard]] static Result<OpRef> create(Function function, bool commutative) noexcept;

  [[nodiscard]] bool is_builtin() const noexcept { return builtin_; }
  /// Which one; only of predefined operations.
  [[nodiscard]] Operation operation() const noexcept { return operation_; }
  [[nodiscard]] bool commutative() const noexcept { return commutative_; }
  /// Predefined operations take the predefined types that the standard lists; user functions take every type.
  [[nodiscard]] bool accepts(const Datatype& type) const noexcept {
    return !builtin_ || (type.is_predefined() && allowed(operation_, type.kind()));
  }

  /// inout[i] = in[i] op inout[i]. Contract: accepts(type); the buffers hold `count` elements and do not overlap.
  void apply(const void* in, void* inout, std::int64_t count, const Datatype& type) const {
    if (builtin_) {
      reduce(operation_, type.kind(), in, inout, static_cast<std::size_t>(count));
    } else {
      function_(in, inout, count, type);
    }
  }

  /// target[i] = left[i] op right[i]: two sources, a third buffer, and for predefined operations one pass.
  /// `target` may be `right`; of a predefined operation also `left`. Otherwise nothing overlaps.
  /// Contract: accepts(type), which is committed; each buffer holds `count` elements. Allocates nothing.
  void apply_into(const void* left, const void* right, void* target, std::int64_t count, const Datatype& type) const {
    if (builtin_) {
      combine(operation_, type.kind(), left, right, target, static_cast<std::size_t>(count));
    } else {
      if (target != right) copy_elements(right, target, count, type);
      function_(left, target, count, type);
    }
  }

  void retain() const noexcept {
    if (!builtin_) references_.fetch_add(1, std::memory_order_relaxed);
  }
  void release() const noexcept {
    if (!builtin_ && references_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }

 private:
  static void copy_elements(const void* from, void* to, std::int64_t count, const Datatype& type) noexcept;

  ~Op() = default;  // counted: goes with its last reference
  friend struct PredefinedOps;

  Function function_;
  mutable std::atomic<std::int32_t> references_{1};
  Operation operation_ = Operation::no_op;
  bool commutative_ = true;
  bool builtin_ = false;
};

/// The predefined operation; never freed.
[[nodiscard]] const Op& builtin(Operation operation) noexcept;

/// Keeps an operation alive.
class OpRef {
 public:
  OpRef() noexcept = default;
  explicit OpRef(const Op& op) noexcept : op_(&op) { op.retain(); }
  OpRef(const OpRef& other) noexcept : op_(other.op_) {
    if (op_ != nullptr) op_->retain();
  }
  OpRef(OpRef&& other) noexcept : op_(std::exchange(other.op_, nullptr)) {}
  OpRef& operator=(OpRef other) noexcept {
    std::swap(op_, other.op_);
    return *this;
  }
  ~OpRef() {
    if (op_ != nullptr) op_->release();
  }

  /// Takes over a reference that someone gave up with `release`, or the first one.
  [[nodiscard]] static OpRef adopt(const Op* op) noexcept {
    OpRef ref;
    ref.op_ = op;
    return ref;
  }
  [[nodiscard]] const Op* release() noexcept { return std::exchange(op_, nullptr); }

  [[nodiscard]] const Op* get() const noexcept { return op_; }
  const Op& operator*() const noexcept { return *op_; }
  const Op* operator->() const noexcept { return op_; }
  explicit operator bool() const noexcept { return op_ != nullptr; }

 private:
  const Op* op_ = nullptr;
};

}  // namespace baton::datatype
