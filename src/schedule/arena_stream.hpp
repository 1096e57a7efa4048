// SPDX-License-Identifier: BSD-3-Clause
// A user's buffer as the packed stream of its elements, as programs for the arena see it. Owns nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/copy.hpp"
#include "datatype/datatype.hpp"

namespace baton::schedule {

class Stream {
 public:
  Stream(void* buffer, const datatype::Datatype* type) noexcept
      : Stream(buffer, type, type == nullptr || type->is_dense()) {}
  /// Of `count` elements.
  Stream(void* buffer, const datatype::Datatype& type, std::int64_t count) noexcept
      : Stream(buffer, &type, type.is_contiguous(count)) {}

  /// The bytes themselves; only where they lie without gaps.
  [[nodiscard]] std::byte* at(std::int64_t position) const noexcept {
    return reinterpret_cast<std::byte*>(
        reinterpret_cast<std::uintptr_t>(buffer_) +
        static_cast<std::uintptr_t>(position + (type_ != nullptr ? type_->true_lb() : 0)));
  }
  [[nodiscard]] bool dense() const noexcept { return dense_; }
  void read(std::int64_t position, std::span<std::byte> into) const noexcept {
    if (dense_) return copy_bytes(into.data(), at(position), into.size());
    datatype::Cursor cursor{position};
    type_->pack(cursor, buffer_, elements(position, into.size()), into);
  }
  void write(std::int64_t position, std::span<const std::byte> from) const noexcept {
    if (dense_) return copy_bytes(at(position), from.data(), from.size());
    datatype::Cursor cursor{position};
    type_->unpack(cursor, buffer_, elements(position, from.size()), from);
  }

 private:
  Stream(void* buffer, const datatype::Datatype* type, bool dense) noexcept
      : buffer_(buffer), type_(type), dense_(dense) {}
  [[nodiscard]] std::int64_t elements(std::int64_t position, std::size_t bytes) const noexcept {
    return (position + static_cast<std::int64_t>(bytes) + type_->size() - 1) / type_->size();
  }

  void* buffer_;
  const datatype::Datatype* type_;
  bool dense_;
};

}  // namespace baton::schedule
