// SPDX-License-Identifier: BSD-3-Clause
// What is known of a message that was received or probed.
#pragma once

#include <cstddef>

#include <baton/exception.hpp>

namespace baton::api {

/// Source, tag and length of a message. A plain value.
class Status {
 public:
  constexpr Status() noexcept = default;
  constexpr Status(int source, int tag, std::size_t bytes, bool cancelled = false) noexcept
      : source_(source), tag_(tag), bytes_(bytes), cancelled_(cancelled) {}

  /// The sender's rank in the communicator; null_rank for an operation with null_rank, and for sends and collectives.
  [[nodiscard]] constexpr int source() const noexcept { return source_; }
  [[nodiscard]] constexpr int tag() const noexcept { return tag_; }
  [[nodiscard]] constexpr std::size_t bytes() const noexcept { return bytes_; }
  /// The operation was cancelled before anything was moved.
  [[nodiscard]] constexpr bool cancelled() const noexcept { return cancelled_; }

  /// How many Ts the message is. Throws invalid_count when it is no whole number of them.
  template <class T>
  [[nodiscard]] std::size_t count() const {
    if (bytes_ % sizeof(T) != 0) {
      throw Exception(ErrorClass::invalid_count, "Status::count: a message of " + std::to_string(bytes_) +
                                                     " bytes is no whole number of elements of " +
                                                     std::to_string(sizeof(T)) + " bytes");
    }
    return bytes_ / sizeof(T);
  }

 private:
  int source_ = -2;  // null_rank
  int tag_ = -1;
  std::size_t bytes_ = 0;
  bool cancelled_ = false;
};

}  // namespace baton::api
