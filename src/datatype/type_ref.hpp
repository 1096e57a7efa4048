// SPDX-License-Identifier: BSD-3-Clause
// TypeRef: a counted reference to a Datatype. Predefined types are not counted, so ranks never share their cache line.
#pragma once

#include <utility>

namespace baton::datatype {

class Datatype;

/// Keeps a type alive. Copying costs one relaxed atomic increment, nothing for predefined types.
class TypeRef {
 public:
  TypeRef() noexcept = default;
  /// Takes a new reference.
  explicit TypeRef(const Datatype& type) noexcept;
  TypeRef(const TypeRef& other) noexcept;
  TypeRef(TypeRef&& other) noexcept : type_(std::exchange(other.type_, nullptr)) {}
  TypeRef& operator=(TypeRef other) noexcept {
    std::swap(type_, other.type_);
    return *this;
  }
  ~TypeRef();

  /// Takes over a reference that someone released with `release`.
  [[nodiscard]] static TypeRef adopt(const Datatype* type) noexcept {
    TypeRef ref;
    ref.type_ = type;
    return ref;
  }
  /// Gives the reference up without dropping it: the caller owes an `adopt`.
  [[nodiscard]] const Datatype* release() noexcept { return std::exchange(type_, nullptr); }

  [[nodiscard]] const Datatype* get() const noexcept { return type_; }
  const Datatype& operator*() const noexcept { return *type_; }
  const Datatype* operator->() const noexcept { return type_; }
  explicit operator bool() const noexcept { return type_ != nullptr; }

 private:
  const Datatype* type_ = nullptr;
};

}  // namespace baton::datatype
