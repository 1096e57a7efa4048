// SPDX-License-Identifier: BSD-3-Clause
// Brings a type tree into the canonical nest: adjacent runs joined, loops of dense things flattened, equal steps found.
#include "datatype/layout.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>

#include "datatype/datatype.hpp"
#include "datatype/shape.hpp"

namespace baton::datatype {
namespace {

/// A node at a place. Runs have no node until something needs one.
struct Piece {
  static constexpr std::int64_t run = -1;
  std::int64_t offset = 0;
  std::int64_t bytes = 0;  // 0: nothing
  std::int64_t node = run;
};

/// Lists are opened into the list around them while that has at most so many entries.
constexpr std::int64_t flat_limit = 4096;

}  // namespace

class LayoutBuilder {
 public:
  explicit LayoutBuilder(Layout& layout) : layout_(layout) {}

  void build(const Datatype& type) {
    const Piece piece = lower(type);
    if (piece.bytes == 0) {
      layout_.nodes_.clear();
      return;
    }
    layout_.root_ = node_of(piece);
    layout_.offset_ = piece.offset;
  }

 private:
  Piece lower(const Datatype& type) {
    if (type.size() == 0) return {};
    if (type.body().parts.empty()) return {0, type.size(), Piece::run};
    if (const auto found = known_.find(&type); found != known_.end()) return found->second;
    const Body& body = type.body();
    std::vector<Piece> pieces;
    pieces.reserve(body.parts.size());
    const Datatype* last = nullptr;  // long index lists have one child: look it up once
    Piece child;
    for (const Part& part : body.parts) {
      if (part.child != last) child = lower(*part.child);
      last = part.child;
      Piece piece = repeat(child, part.count, part.child->extent());
      piece.offset += piece.bytes == 0 ? 0 : part.displacement;
      if (piece.bytes != 0) pieces.push_back(piece);
    }
    const Piece result = repeat(sequence(std::move(pieces)), body.count, body.stride);
    known_.emplace(&type, result);
    return result;
  }

  Piece repeat(const Piece& piece, std::int64_t count, std::int64_t stride) {
    if (count == 0 || piece.bytes == 0) return {};
    if (count == 1) return piece;
    const std::int64_t bytes = piece.bytes * count;
    if (piece.node == Piece::run) {
      if (stride == piece.bytes) return {piece.offset, bytes, Piece::run};
    } else if (const Node& inner = layout_.node(piece.node);
               inner.form == Node::Form::loop && static_cast<WideInteger>(inner.count) * inner.stride == stride) {
      return {piece.offset, bytes, loop(inner.count * count, inner.stride, inner.first)};
    }
    return {piece.offset, bytes, loop(count, stride, node_of(piece))};
  }

  /// The pieces one after another. Their order is the packed order and stays.
  Piece sequence(std::vector<Piece> pieces) {
    if (pieces.empty()) return {};
    if (const Piece loop = stepping(pieces); loop.bytes != 0) return loop;
    open_lists(pieces);
    join_runs(pieces);
    if (const Piece loop = stepping(pieces); loop.bytes != 0) return loop;
    return list(pieces);
  }

  /// Equal pieces at equal steps are a loop; otherwise nothing.
  Piece stepping(std::span<const Piece> pieces) {
    const Piece& first = pieces.front();
    if (pieces.size() == 1) return first;
    const std::int64_t step = pieces[1].offset - first.offset;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      if (pieces[i].node != first.node || pieces[i].bytes != first.bytes) return {};
      if (pieces[i].offset - pieces[i - 1].offset != step) return {};
    }
    return repeat(first, static_cast<std::int64_t>(pieces.size()), step);
  }

  static bool is_list(const Node& node) { return node.form == Node::Form::blocks || node.form == Node::Form::list; }

  void open_lists(std::vector<Piece>& pieces) {
    std::int64_t total = 0;
    bool any = false;
    for (const Piece& piece : pieces) {
      const bool opens = piece.node != Piece::run && is_list(layout_.node(piece.node));
      total += opens ? layout_.node(piece.node).count : 1;
      any |= opens;
    }
    if (!any || total > flat_limit) return;
    std::vector<Piece> flat;
    flat.reserve(static_cast<std::size_t>(total));
    for (const Piece& piece : pieces) {
      if (piece.node == Piece::run || !is_list(layout_.node(piece.node))) {
        flat.push_back(piece);
        continue;
      }
      const Node& node = layout_.node(piece.node);
      const Entry* entries = layout_.entries(node);
      for (std::int64_t i = 0; i < node.count; ++i) {
        const std::int64_t child = node.form == Node::Form::blocks ? Piece::run : entries[i].node;
        const bool run = child == Piece::run || layout_.node(child).form == Node::Form::run;
        flat.push_back({piece.offset + entries[i].displacement, entries[i + 1].before - entries[i].before,
                        run ? Piece::run : child});
      }
    }
    pieces = std::move(flat);
  }

  static void join_runs(std::vector<Piece>& pieces) {
    std::size_t kept = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      Piece& last = pieces[kept];
      const Piece& next = pieces[i];
      if (last.node == Piece::run && next.node == Piece::run && last.offset + last.bytes == next.offset) {
        last.bytes += next.bytes;
      } else {
        pieces[++kept] = next;
      }
    }
    pieces.resize(kept + 1);
  }

  Piece list(std::span<const Piece> pieces) {
    const std::int64_t origin = pieces.front().offset;
    const bool runs = std::ranges::all_of(pieces, [](const Piece& p) { return p.node == Piece::run; });
    const bool equal = std::ranges::all_of(pieces, [&](const Piece& p) { return p.bytes == pieces.front().bytes; });
    std::vector<Entry> entries;
    entries.reserve(pieces.size() + 1);
    std::int64_t bytes = 0;
    for (const Piece& piece : pieces) {
      entries.push_back({piece.offset - origin, bytes, runs ? 0 : node_of(piece)});
      bytes += piece.bytes;
    }
    entries.push_back({0, bytes, 0});
    Node node;
    node.form = runs ? Node::Form::blocks : Node::Form::list;
    node.bytes = bytes;
    node.count = static_cast<std::int64_t>(pieces.size());
    node.first = static_cast<std::int64_t>(layout_.entries_.size());
    node.block = runs && equal ? pieces.front().bytes : 0;
    layout_.entries_.insert(layout_.entries_.end(), entries.begin(), entries.end());
    return {origin, bytes, push(node)};
  }

  std::int64_t push(const Node& node) {
    layout_.nodes_.push_back(node);
    return static_cast<std::int64_t>(layout_.nodes_.size()) - 1;
  }

  /// Equal runs and loops are one node, so that equal things are seen to be equal.
  std::int64_t interned(const Node& node) {
    const auto key = std::tuple(node.bytes, node.count, node.stride, node.form == Node::Form::run ? -1 : node.first);
    const auto [place, fresh] = interned_.try_emplace(key, static_cast<std::int64_t>(layout_.nodes_.size()));
    if (fresh) layout_.nodes_.push_back(node);
    return place->second;
  }

  std::int64_t node_of(const Piece& piece) {
    if (piece.node != Piece::run) return piece.node;
    Node node;
    node.bytes = piece.bytes;
    return interned(node);
  }

  std::int64_t loop(std::int64_t count, std::int64_t stride, std::int64_t child) {
    Node node;
    node.form = Node::Form::loop;
    node.bytes = count * layout_.node(child).bytes;
    node.count = count;
    node.stride = stride;
    node.first = child;
    return interned(node);
  }

  Layout& layout_;
  std::unordered_map<const Datatype*, Piece> known_;
  std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>, std::int64_t> interned_;
};

Layout::Layout(const Datatype& type) {
  LayoutBuilder(*this).build(type);
  nodes_.shrink_to_fit();
  entries_.shrink_to_fit();
}

std::int64_t Layout::find(const Node& list, std::int64_t skip) const noexcept {
  const Entry* first = entries(list);
  const Entry* after = std::upper_bound(first, first + list.count, skip,
                                        [](std::int64_t value, const Entry& entry) { return value < entry.before; });
  return after - first - 1;
}

std::int64_t Layout::runs(const Node& node) const noexcept {
  switch (node.form) {
    case Node::Form::run: return 1;
    case Node::Form::loop: return node.count * runs(this->node(node.first));
    case Node::Form::blocks: return node.count;
    case Node::Form::list: break;
  }
  std::int64_t sum = 0;
  for (std::int64_t i = 0; i < node.count; ++i) sum += runs(this->node(entries(node)[i].node));
  return sum;
}

}  // namespace baton::datatype
