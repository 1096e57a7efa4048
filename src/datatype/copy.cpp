// SPDX-License-Identifier: BSD-3-Clause
// Moves bytes between a buffer and its packed stream, from any byte of the stream on.
// Whole nodes run through kernels without checks; only the node in which a fragment begins or ends is taken apart.
#include <algorithm>
#include <cstring>
#include <type_traits>

#include "base/check.hpp"
#include "datatype/datatype.hpp"
#include "datatype/layout.hpp"

namespace baton::datatype {
namespace {

/// Buffers' addresses are numbers here: displacements may be taken from MPI_BOTTOM, and passing through places outside
/// the buffer is no pointer arithmetic.
using Address = std::uintptr_t;

std::byte* at(Address address) noexcept { return reinterpret_cast<std::byte*>(address); }
Address moved(Address address, std::int64_t offset) noexcept { return address + static_cast<Address>(offset); }

/// Equal blocks, `outer` rows of `count`.
struct Grid {
  std::int64_t outer;
  std::int64_t outer_stride;
  std::int64_t count;
  std::int64_t stride;
};

/// memcpy for lengths that only run time knows and that are mostly small: without a call up to 64 bytes.
/// Two copies that overlap within the run cover any length between half and all of their sum.
inline void copy_run(std::byte* to, const std::byte* from, std::size_t bytes) noexcept {
  const auto ends = [&]<std::size_t Size>(std::integral_constant<std::size_t, Size>) {
    std::byte head[Size];
    std::byte tail[Size];
    std::memcpy(head, from, Size);
    std::memcpy(tail, from + bytes - Size, Size);
    std::memcpy(to, head, Size);
    std::memcpy(to + bytes - Size, tail, Size);
  };
  if (bytes > 64) {
    std::memcpy(to, from, bytes);
  } else if (bytes > 32) {
    ends(std::integral_constant<std::size_t, 32>());
  } else if (bytes >= 16) {
    ends(std::integral_constant<std::size_t, 16>());
  } else if (bytes >= 8) {
    ends(std::integral_constant<std::size_t, 8>());
  } else if (bytes >= 4) {
    ends(std::integral_constant<std::size_t, 4>());
  } else {
    for (std::size_t i = 0; i < bytes; ++i) to[i] = from[i];
  }
}

template <bool Packing>
class Mover {
 public:
  Mover(const Layout& layout, std::byte* packed) noexcept : layout_(layout), packed_(packed) {}

  /// Moves `limit` bytes of `count` nodes, `stride` apart, from packed byte `skip` on.
  void loop_part(std::int64_t count, std::int64_t stride, const Node& child, Address base, std::int64_t skip,
                 std::int64_t limit) noexcept {
    std::int64_t index = skip == 0 ? 0 : skip / child.bytes;
    const std::int64_t rest = skip - index * child.bytes;
    if (rest != 0) {
      const std::int64_t bytes = std::min(limit, child.bytes - rest);
      part(child, moved(base, index * stride), rest, bytes);
      limit -= bytes;
      ++index;
    }
    const std::int64_t whole = std::min(count - index, limit / child.bytes);
    if (whole > 0) {
      loop(whole, stride, child, moved(base, index * stride));
      limit -= whole * child.bytes;
      index += whole;
    }
    if (limit > 0 && index < count) part(child, moved(base, index * stride), 0, limit);
  }

 private:
  void full(const Node& node, Address base) noexcept {
    switch (node.form) {
      case Node::Form::run: copy(base, node.bytes); break;
      case Node::Form::loop: loop(node.count, node.stride, layout_.node(node.first), base); break;
      case Node::Form::blocks: blocks(node, base); break;
      case Node::Form::list: {
        const Entry* entries = layout_.entries(node);
        for (std::int64_t i = 0; i < node.count; ++i) {
          full(layout_.node(entries[i].node), moved(base, entries[i].displacement));
        }
        break;
      }
    }
  }

  void loop(std::int64_t count, std::int64_t stride, const Node& child, Address base) noexcept {
    if (child.form == Node::Form::run) return grid({1, 0, count, stride}, child.bytes, base);
    if (child.form == Node::Form::loop && layout_.node(child.first).form == Node::Form::run) {
      return grid({count, stride, child.count, child.stride}, layout_.node(child.first).bytes, base);
    }
    if (child.form == Node::Form::blocks && child.count <= short_list) return short_lists(count, stride, child, base);
    for (std::int64_t i = 0; i < count; ++i) full(child, moved(base, i * stride));
  }

  /// Arrays of structures with gaps: so few blocks an element that a call for each would cost as much as its copies.
  void short_lists(std::int64_t count, std::int64_t stride, const Node& child, Address base) noexcept {
    const Entry* const first = layout_.entries(child);
    const Entry* const end = first + child.count;
    std::byte* packed = packed_;
    for (std::int64_t i = 0; i < count; ++i, base = moved(base, stride)) {
      for (const Entry* entry = first; entry != end; ++entry) {
        packed = move_run(packed, moved(base, entry->displacement), entry[1].before - entry->before);
      }
    }
    packed_ = packed;
  }

  void part(const Node& node, Address base, std::int64_t skip, std::int64_t limit) noexcept {
    if (node.form == Node::Form::run) return copy(moved(base, skip), limit);
    if (node.form == Node::Form::loop) {
      return loop_part(node.count, node.stride, layout_.node(node.first), base, skip, limit);
    }
    const Entry* entries = layout_.entries(node);
    for (std::int64_t i = layout_.find(node, skip); limit > 0; ++i) {
      const std::int64_t within = std::max<std::int64_t>(skip - entries[i].before, 0);
      const std::int64_t bytes = entries[i + 1].before - entries[i].before;
      const std::int64_t take = std::min(limit, bytes - within);
      const Address place = moved(base, entries[i].displacement);
      if (node.form == Node::Form::blocks) {
        copy(moved(place, within), take);
      } else if (take == bytes) {
        full(layout_.node(entries[i].node), place);
      } else {
        part(layout_.node(entries[i].node), place, within, take);
      }
      limit -= take;
    }
  }

  /// Moves one run and returns the place after it in the stream. The kernels keep that place in a local: bytes may
  /// alias anything, so a member would be stored and loaded around each copy.
  static std::byte* move(std::byte* packed, Address place, std::size_t bytes) noexcept {
    if constexpr (Packing) {
      std::memcpy(packed, at(place), bytes);
    } else {
      std::memcpy(at(place), packed, bytes);
    }
    return packed + bytes;
  }

  /// The same for a length that is no constant.
  static std::byte* move_run(std::byte* packed, Address place, std::int64_t bytes) noexcept {
    const auto size = static_cast<std::size_t>(bytes);
    if constexpr (Packing) {
      copy_run(packed, at(place), size);
    } else {
      copy_run(at(place), packed, size);
    }
    return packed + size;
  }

  void copy(Address place, std::int64_t bytes) noexcept {
    packed_ = move(packed_, place, static_cast<std::size_t>(bytes));
  }

  template <std::size_t Bytes>
  void grid_fixed(const Grid& grid, Address base) noexcept {
    std::byte* packed = packed_;
    for (std::int64_t row = 0; row < grid.outer; ++row) {
      Address place = moved(base, row * grid.outer_stride);
      for (std::int64_t i = 0; i < grid.count; ++i, place = moved(place, grid.stride)) {
        packed = move(packed, place, Bytes);  // a constant size: loads and stores, no call
      }
    }
    packed_ = packed;
  }

  void grid(const Grid& grid, std::int64_t bytes, Address base) noexcept {
    switch (bytes) {
      case 1: return grid_fixed<1>(grid, base);
      case 2: return grid_fixed<2>(grid, base);
      case 4: return grid_fixed<4>(grid, base);
      case 8: return grid_fixed<8>(grid, base);
      case 12: return grid_fixed<12>(grid, base);
      case 16: return grid_fixed<16>(grid, base);
      case 24: return grid_fixed<24>(grid, base);
      case 32: return grid_fixed<32>(grid, base);
      case 48: return grid_fixed<48>(grid, base);
      case 64: return grid_fixed<64>(grid, base);
      default: break;
    }
    std::byte* packed = packed_;
    for (std::int64_t row = 0; row < grid.outer; ++row) {
      const Address start = moved(base, row * grid.outer_stride);
      for (std::int64_t i = 0; i < grid.count; ++i) packed = move_run(packed, moved(start, i * grid.stride), bytes);
    }
    packed_ = packed;
  }

  template <std::size_t Bytes>
  void blocks_fixed(const Node& node, Address base) noexcept {
    const Entry* entries = layout_.entries(node);
    std::byte* packed = packed_;
    for (std::int64_t i = 0; i < node.count; ++i) packed = move(packed, moved(base, entries[i].displacement), Bytes);
    packed_ = packed;
  }

  void blocks(const Node& node, Address base) noexcept {
    switch (node.block) {
      case 1: return blocks_fixed<1>(node, base);
      case 2: return blocks_fixed<2>(node, base);
      case 4: return blocks_fixed<4>(node, base);
      case 8: return blocks_fixed<8>(node, base);
      case 12: return blocks_fixed<12>(node, base);
      case 16: return blocks_fixed<16>(node, base);
      case 24: return blocks_fixed<24>(node, base);
      case 32: return blocks_fixed<32>(node, base);
      default: break;
    }
    const Entry* entries = layout_.entries(node);
    std::byte* packed = packed_;
    for (std::int64_t i = 0; i < node.count; ++i) {
      packed = move_run(packed, moved(base, entries[i].displacement), entries[i + 1].before - entries[i].before);
    }
    packed_ = packed;
  }

  static constexpr std::int64_t short_list = 32;

  const Layout& layout_;
  std::byte* packed_;
};

}  // namespace

std::size_t Datatype::pack(Cursor& cursor, const void* base, std::int64_t count,
                           std::span<std::byte> out) const noexcept {
  BATON_ASSERT(committed_);
  const std::int64_t left = shape_.size * count - cursor.position;
  const std::int64_t bytes = std::min(left, static_cast<std::int64_t>(out.size()));
  if (bytes <= 0) return 0;
  const auto address = reinterpret_cast<Address>(base);
  if (is_contiguous(count)) {
    std::memcpy(out.data(), at(moved(address, shape_.true_lb + cursor.position)), static_cast<std::size_t>(bytes));
  } else {
    Mover<true>(*layout_, out.data())
        .loop_part(count, extent_, layout_->root(), moved(address, layout_->offset()), cursor.position, bytes);
  }
  cursor.position += bytes;
  return static_cast<std::size_t>(bytes);
}

std::size_t Datatype::unpack(Cursor& cursor, void* base, std::int64_t count,
                             std::span<const std::byte> in) const noexcept {
  BATON_ASSERT(committed_);
  const std::int64_t left = shape_.size * count - cursor.position;
  const std::int64_t bytes = std::min(left, static_cast<std::int64_t>(in.size()));
  if (bytes <= 0) return 0;
  const auto address = reinterpret_cast<Address>(base);
  if (is_contiguous(count)) {
    std::memcpy(at(moved(address, shape_.true_lb + cursor.position)), in.data(), static_cast<std::size_t>(bytes));
  } else {
    // The mover reads through this pointer when it unpacks; it writes through it only when it packs.
    auto* packed = const_cast<std::byte*>(in.data());
    Mover<false>(*layout_, packed)
        .loop_part(count, extent_, layout_->root(), moved(address, layout_->offset()), cursor.position, bytes);
  }
  cursor.position += bytes;
  return static_cast<std::size_t>(bytes);
}

}  // namespace baton::datatype
