// SPDX-License-Identifier: BSD-3-Clause
// An operation that has been started and may still be under way. The object owns it, as a std::jthread owns a thread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include <baton/exception.hpp>
#include <baton/status.hpp>

namespace baton::api {
namespace detail {

/// The library's side of an operation.
struct Operation;

[[nodiscard]] bool is_complete(Operation& operation);
/// Waits, ends the operation, and throws what it failed with. `operation` is nullptr afterwards in any case.
Status conclude(Operation*& operation);
void cancel(Operation& operation);
/// What the destructor of a request does. Never throws.
void abandon(Operation* operation) noexcept;
/// The index of a complete one among those that are not nullptr; waits for it. `count` when all are nullptr.
[[nodiscard]] std::size_t wait_any(Operation* const* operations, std::size_t count);

}  // namespace detail

/// An operation under way. T is what wait() hands out: a received value, or a buffer that was moved into the operation;
/// void where the caller keeps the buffer. Move-only.
///
/// Lifetime: a buffer that was passed by reference must live, and must not be touched, until the operation is complete.
/// The destructor of an active request waits for it; an error that it finds is written to stderr, not thrown. When the
/// destructor runs because an exception is on its way, it first cancels the operation if that can still be done.
/// Threads: a request may be used by one thread at a time.
template <class T = void>
class Request;

template <>
class [[nodiscard]] Request<void> {
 public:
  Request() noexcept = default;
  /// For the library.
  explicit Request(detail::Operation* operation) noexcept : operation_(operation) {}
  Request(Request&& other) noexcept : operation_(std::exchange(other.operation_, nullptr)) {}
  Request& operator=(Request&& other) noexcept {
    if (this != &other) {
      detail::abandon(operation_);
      operation_ = std::exchange(other.operation_, nullptr);
    }
    return *this;
  }
  ~Request() { detail::abandon(operation_); }

  /// Stands for an operation whose result has not been taken yet.
  [[nodiscard]] bool active() const noexcept { return operation_ != nullptr; }

  /// Waits until the operation is complete. Throws what it failed with, and invalid_request when not active.
  Status wait() { return detail::conclude(operation_); }
  /// Its result if it is complete, nothing otherwise. Makes progress, never blocks. Throws as wait().
  [[nodiscard]] std::optional<Status> test() {
    if (operation_ != nullptr && !detail::is_complete(*operation_)) return std::nullopt;
    return wait();
  }
  /// Asks that the operation be given up. wait() must still be called; its status says whether it was. Collectives
  /// cannot be cancelled; asking does nothing.
  void cancel() {
    if (operation_ != nullptr) detail::cancel(*operation_);
  }

  /// For the library.
  [[nodiscard]] detail::Operation* operation() const noexcept { return operation_; }

 private:
  detail::Operation* operation_ = nullptr;
};

template <class T>
class [[nodiscard]] Request {
 public:
  Request() noexcept = default;
  /// For the library: an operation on *value.
  Request(Request<void> request, std::unique_ptr<T> value) noexcept
      : value_(std::move(value)), request_(std::move(request)) {}
  Request(Request&&) noexcept = default;
  Request& operator=(Request&& other) noexcept {
    request_ = std::move(other.request_);  // an operation that is still under way ends before its buffer goes
    value_ = std::move(other.value_);
    status_ = other.status_;
    return *this;
  }
  ~Request() = default;

  [[nodiscard]] bool active() const noexcept { return request_.active(); }
  /// Waits, and hands the value out. Throws as Request<void>::wait().
  T wait() {
    status_ = request_.wait();
    return std::move(*value_);
  }
  /// The value if the operation is complete, nothing otherwise.
  [[nodiscard]] std::optional<T> test() {
    auto status = request_.test();
    if (!status) return std::nullopt;
    status_ = *status;
    return std::move(*value_);
  }
  void cancel() { request_.cancel(); }
  /// Of the completed operation.
  [[nodiscard]] const Status& status() const noexcept { return status_; }

 private:
  std::unique_ptr<T> value_;  // first, so that it outlives the operation
  Request<void> request_;
  Status status_;
};

/// Waits for all of them. When some fail, all are waited for and the first failure is thrown. Requests that are not
/// active are passed over.
void wait_all(std::span<Request<void>> requests);
template <class... More>
void wait_all(Request<void>& first, More&... more) {
  Request<void> all[] = {std::move(first), std::move(more)...};
  wait_all(std::span<Request<void>>(all));
}

/// Waits until one is complete, takes its result, and returns its index and status; an empty result when none is
/// active.
struct AnyResult {
  std::size_t index;
  Status status;
};
[[nodiscard]] std::optional<AnyResult> wait_any(std::span<Request<void>> requests);

}  // namespace baton::api
