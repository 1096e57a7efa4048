// SPDX-License-Identifier: BSD-3-Clause
// Lists the contiguous pieces of a buffer, for gathering writes and for copies that need no packing.
#include <algorithm>

#include "base/check.hpp"
#include "datatype/datatype.hpp"
#include "datatype/layout.hpp"

namespace baton::datatype {
namespace {

/// Collects runs from a place in the packed stream until `out` is full. The walks return false once it is.
class Collector {
 public:
  Collector(const Layout& layout, std::span<Run> out) noexcept : layout_(layout), out_(out) {}

  bool loop(std::int64_t count, std::int64_t stride, const Node& child, std::int64_t offset,
            std::int64_t skip) noexcept {
    std::int64_t rest = skip % child.bytes;
    for (std::int64_t i = skip / child.bytes; i < count; ++i, rest = 0) {
      if (!walk(child, offset + i * stride, rest)) return false;
    }
    return true;
  }

  [[nodiscard]] std::size_t found() const noexcept { return found_; }
  [[nodiscard]] std::int64_t bytes() const noexcept { return bytes_; }

 private:
  bool walk(const Node& node, std::int64_t offset, std::int64_t skip) noexcept {
    if (node.form == Node::Form::run) return emit(offset + skip, node.bytes - skip);
    if (node.form == Node::Form::loop) {
      return loop(node.count, node.stride, layout_.node(node.first), offset, skip);
    }
    const Entry* entries = layout_.entries(node);
    for (std::int64_t i = layout_.find(node, skip); i < node.count; ++i) {
      const std::int64_t within = std::max<std::int64_t>(skip - entries[i].before, 0);
      const std::int64_t place = offset + entries[i].displacement;
      const bool more = node.form == Node::Form::blocks
                            ? emit(place + within, entries[i + 1].before - entries[i].before - within)
                            : walk(layout_.node(entries[i].node), place, within);
      if (!more) return false;
    }
    return true;
  }

  bool emit(std::int64_t offset, std::int64_t bytes) noexcept {
    if (found_ > 0 && out_[found_ - 1].offset + out_[found_ - 1].bytes == offset) {
      out_[found_ - 1].bytes += bytes;
    } else if (found_ < out_.size()) {
      out_[found_++] = {offset, bytes};
    } else {
      return false;
    }
    bytes_ += bytes;
    return true;
  }

  const Layout& layout_;
  std::span<Run> out_;
  std::size_t found_ = 0;
  std::int64_t bytes_ = 0;
};

}  // namespace

std::size_t Datatype::runs(Cursor& cursor, std::int64_t count, std::span<Run> out) const noexcept {
  BATON_ASSERT(committed_);
  const std::int64_t left = shape_.size * count - cursor.position;
  if (left <= 0 || out.empty()) return 0;
  if (is_contiguous(count)) {
    out[0] = {shape_.true_lb + cursor.position, left};
    cursor.position += left;
    return 1;
  }
  Collector collector(*layout_, out);
  collector.loop(count, extent_, layout_->root(), layout_->offset(), cursor.position);
  cursor.position += collector.bytes();
  return collector.found();
}

Run Datatype::next_run(Cursor& cursor, std::int64_t count) const noexcept {
  Run run;
  return runs(cursor, count, {&run, 1}) == 1 ? run : Run{};
}

}  // namespace baton::datatype
