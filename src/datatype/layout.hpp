// SPDX-License-Identifier: BSD-3-Clause
// Layout: a committed type's bytes as few nested strided blocks as we can find, in packed order. Private to the room.
// Not here: moving the bytes (copy.cpp) and listing the runs (runs.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace baton::datatype {

class Datatype;

/// One level of the nest. `bytes` is what one pass over it packs, never 0.
/// run: that many bytes in a row. loop: `count` times node `first`, `stride` apart.
/// blocks: runs at the entries [first, first + count); all `block` bytes long, or of several lengths where block is 0.
/// list: other nodes at the entries [first, first + count).
struct Node {
  enum class Form : std::uint8_t { run, loop, blocks, list };
  Form form = Form::run;
  std::int64_t bytes = 0;
  std::int64_t count = 1;
  std::int64_t stride = 0;
  std::int64_t first = 0;
  std::int64_t block = 0;
};

/// One place of a list or of blocks. One more entry closes each list; its `before` is the list's bytes.
struct Entry {
  std::int64_t displacement = 0;
  std::int64_t before = 0;  // packed bytes of the entries ahead of this one
  std::int64_t node = 0;    // in lists only
};

/// The nest. Empty types have no nodes.
class Layout {
 public:
  /// May throw std::bad_alloc, which commit turns into an Error.
  explicit Layout(const Datatype& type);

  [[nodiscard]] bool empty() const noexcept { return nodes_.empty(); }
  [[nodiscard]] const Node& root() const noexcept { return node(root_); }
  /// Where the root lies from the element's address.
  [[nodiscard]] std::int64_t offset() const noexcept { return offset_; }
  [[nodiscard]] const Node& node(std::int64_t index) const noexcept { return nodes_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Entry* entries(const Node& list) const noexcept { return entries_.data() + list.first; }
  /// The entry of a list or of blocks that holds packed byte `skip`, as an index from the list's first.
  [[nodiscard]] std::int64_t find(const Node& list, std::int64_t skip) const noexcept;
  /// Runs of one element, at most INT64_MAX.
  [[nodiscard]] std::int64_t runs(const Node& node) const noexcept;

 private:
  friend class LayoutBuilder;
  std::vector<Node> nodes_;
  std::vector<Entry> entries_;
  std::int64_t root_ = 0;
  std::int64_t offset_ = 0;
};

}  // namespace baton::datatype
