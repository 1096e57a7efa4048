// SPDX-License-Identifier: BSD-3-Clause
// The buffer of a broadcast as a run of bytes, so that all ranks cut it alike although their datatypes may differ.
#pragma once

#include "collectives/builder.hpp"

namespace baton::collectives {

/// Contiguous data are addressed where they lie; others pass through packed memory. Call unpack() after the last step.
class BytesView {
 public:
  explicit BytesView(Builder& builder)
      : builder_(builder),
        elements_(builder.result(0, builder.shape().recv.count)),
        direct_(builder.shape().recv.contiguous),
        bytes_(direct_ ? Block{0, builder.bytes(elements_), slot::byte, Buffer::recv}
                       : builder.packed(builder.bytes(elements_))) {
    if (!direct_ && at_root()) builder.copy(elements_, bytes_);
  }
  [[nodiscard]] std::int64_t size() const noexcept { return bytes_.count; }
  [[nodiscard]] Block range(std::int64_t first, std::int64_t count) const noexcept {
    return part(bytes_, first, count);
  }
  void unpack() {
    if (!direct_ && !at_root()) builder_.copy(bytes_, elements_);
  }

 private:
  [[nodiscard]] bool at_root() const noexcept { return builder_.rank() == builder_.shape().root; }

  Builder& builder_;
  Block elements_;
  bool direct_;
  Block bytes_;
};

}  // namespace baton::collectives
