// SPDX-License-Identifier: BSD-3-Clause
// Result<T>: a value or an Error, spelled like std::expected so that it can be replaced by it one day.
#pragma once

#include <new>
#include <type_traits>
#include <utility>

#include "base/check.hpp"
#include "base/error.hpp"

namespace baton {

/// Holds a T or the Error that kept it from being made. Test with `if (!r) return r.error();`.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) noexcept(std::is_nothrow_move_constructible_v<T>) : ok_(true) { new (&value_) T(std::move(value)); }
  Result(Error error) noexcept : ok_(false), error_(error) {}
  Result(Result&& other) noexcept(std::is_nothrow_move_constructible_v<T>) : ok_(other.ok_) {
    if (ok_) {
      new (&value_) T(std::move(other.value_));
    } else {
      error_ = other.error_;
    }
  }
  Result(const Result&) = delete;
  Result& operator=(const Result&) = delete;
  Result& operator=(Result&& other) noexcept(std::is_nothrow_move_constructible_v<T>) {
    if (this != &other) {
      this->~Result();
      new (this) Result(std::move(other));
    }
    return *this;
  }
  ~Result() {
    if (ok_) value_.~T();
  }

  [[nodiscard]] bool has_value() const noexcept { return ok_; }
  explicit operator bool() const noexcept { return ok_; }
  T& value() & noexcept {
    BATON_CHECK(ok_);
    return value_;
  }
  const T& value() const& noexcept {
    BATON_CHECK(ok_);
    return value_;
  }
  T&& value() && noexcept {
    BATON_CHECK(ok_);
    return std::move(value_);
  }
  T& operator*() & noexcept { return value(); }
  const T& operator*() const& noexcept { return value(); }
  T&& operator*() && noexcept { return std::move(*this).value(); }
  T* operator->() noexcept { return &value(); }
  const T* operator->() const noexcept { return &value(); }
  [[nodiscard]] Error error() const noexcept { return ok_ ? Error{} : error_; }

 private:
  bool ok_;
  union {
    T value_;
    Error error_;
  };
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() noexcept = default;
  Result(Error error) noexcept : error_(error) {}
  [[nodiscard]] bool has_value() const noexcept { return error_.ok(); }
  explicit operator bool() const noexcept { return error_.ok(); }
  [[nodiscard]] Error error() const noexcept { return error_; }

 private:
  Error error_{};
};

using Status = Result<void>;

}  // namespace baton
