// SPDX-License-Identifier: BSD-3-Clause
// Allgather(v) around a ring, straight between the receive buffers. Cost: (P - 1) (a + n b). For long blocks.
#include <algorithm>
#include <tuple>

#include "collectives/algorithms.hpp"
#include "collectives/builder.hpp"

namespace baton::collectives {
namespace {

/// Whether two receive blocks share an element, which is the program's error (MPI 5.0, 6.5 and 6.7: no location may be
/// written more than once).
bool blocks_overlap(const Side& side, std::uint32_t size) {
  if (side.counts.empty()) return false;
  using Range = std::tuple<std::int64_t, std::int64_t>;
  std::vector<Range> ranges;
  ranges.reserve(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (side.count_of(i) > 0) ranges.emplace_back(side.offset_of(i), side.offset_of(i) + side.count_of(i));
  }
  if (!std::is_sorted(ranges.begin(), ranges.end())) std::sort(ranges.begin(), ranges.end());
  const auto meet = [](const Range& a, const Range& b) { return std::get<1>(a) > std::get<0>(b); };
  return std::adjacent_find(ranges.begin(), ranges.end(), meet) != ranges.end();
}

/// Runs the ring over `blocks`, whose own one is filled.
template <class Blocks>
void pass_around(Builder& builder, const Blocks& block) {
  const std::uint32_t size = builder.size();
  const std::uint32_t rank = builder.rank();
  const std::uint32_t up = (rank + 1) % size;
  const std::uint32_t down = (rank + size - 1) % size;
  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    builder.send(up, block((rank + size - i) % size));
    builder.recv(down, block((down + size - i) % size));
  }
}

/// The same messages, through packed blocks. In place, a receive that overwrites what is still to be sent would wait
/// for that send, and so every rank for the next one, around the ring: the program's error shall not become a deadlock.
Schedule ring_through_packed_blocks(Builder&& builder, const Block& own) {
  const Side& side = builder.shape().recv;
  std::vector<Block> blocks;
  blocks.reserve(builder.size());
  for (std::uint32_t i = 0; i < builder.size(); ++i) blocks.push_back(builder.packed(side.bytes_of(i)));
  builder.copy(own, blocks[builder.rank()]);
  pass_around(builder, [&](std::uint32_t i) { return blocks[i]; });
  for (std::uint32_t i = 0; i < builder.size(); ++i) builder.copy(blocks[i], builder.recv_block(i));
  return std::move(builder).finish();
}

}  // namespace

Schedule allgather_ring(const Shape& shape) {
  Builder builder(shape);
  const Block own =
      shape.in_place ? builder.recv_block(shape.rank) : Block{0, shape.send.count, slot::send, Buffer::send};
  if (blocks_overlap(shape.recv, shape.size)) return ring_through_packed_blocks(std::move(builder), own);
  if (!shape.in_place) builder.copy(own, builder.recv_block(shape.rank));
  pass_around(builder, [&](std::uint32_t i) { return builder.recv_block(i); });
  return std::move(builder).finish();
}

}  // namespace baton::collectives
