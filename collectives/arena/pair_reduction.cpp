// SPDX-License-Identifier: BSD-3-Clause
// Long reductions of two ranks, through slices that are written past the caches. A line that the other core has read is
// asked back for each store to it, which makes slices three to four times slower than memory where the cores are far
// from each other; the kernel's copy spends more on each page than on its bytes. Here each byte that crosses is stored
// once and read once, by the instruction that adds it up; nothing is copied besides.
// Cost, n being the bytes of the vector: reduce: n stored by the giver, n merged by the root, at the same time.
// allreduce: on each rank n / 2 stored, n / 2 merged, n / 2 stored and n / 2 copied (reduce-scatter and allgather, the
// pieces of both in turn, so that neither is waited for). One line of flags a piece, two of allreduce.
#include <algorithm>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/program.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives::arena {
namespace {

constexpr std::uint32_t elements = slot::recv;

std::int64_t per_piece(const Shape& shape) noexcept {
  const bool is_long = shape.send.count * shape.send.size >= stream_long_bytes;
  return std::max<std::int64_t>(1, (is_long ? stream_most_bytes : stream_bytes) / shape.send.size);
}

Block in_bytes(Block block, std::int64_t size) noexcept {
  block.offset *= size;
  block.count *= size;
  block.type = slot::byte;
  return block;
}

}  // namespace

Schedule reduce_pair(const Shape& shape) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, std::max<std::int64_t>(1, stream_bytes / size)};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const std::int64_t count = chunks.length(t);
    if (shape.rank != shape.root) {
      program.place_past(in_bytes(program.input(first, count), size), Program::slice(t, 0, count * size));
      program.publish(t);
      continue;
    }
    program.merge(1 - shape.rank, Program::slice(t, 0, count, elements), Program::result(first, count));
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0) * size);
}

/// Two rounds for each two pieces of the vector, of which each rank reduces one: in the first the ranks give each other
/// their inputs, in the second their results. The inputs of the next are given before.
Schedule allreduce_pair(const Shape& shape) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const std::int64_t piece = per_piece(shape);
  const std::uint32_t peer = 1 - shape.rank;
  const Chunks chunks{shape.send.count, 2 * piece};
  const auto give = [&](std::uint32_t t) {
    const Partition parts{chunks.length(t), 2};
    const std::int64_t count = parts.count(peer);
    program.place_past(in_bytes(program.input(chunks.first(t) + parts.offset(peer), count), size),
                       Program::slice(2 * t, 0, count * size));
    program.publish(2 * t);
  };
  const auto take_result = [&](std::uint32_t t) {
    const Partition parts{chunks.length(t), 2};
    const std::int64_t bytes = parts.count(peer) * size;
    program.fetch(peer, Program::slice(2 * t + 1, 0, bytes),
                  Program::received((chunks.first(t) + parts.offset(peer)) * size, bytes));
    if (chunks.count() > 1) program.pass(2 * t + 1);
  };
  give(0);
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    if (t + 1 < chunks.count()) give(t + 1);
    const Partition parts{chunks.length(t), 2};
    const std::int64_t count = parts.count(shape.rank);
    const Block result = Program::result(chunks.first(t) + parts.offset(shape.rank), count);
    program.merge(peer, Program::slice(2 * t, 0, count, elements), result);
    program.place_past(in_bytes(result, size), Program::slice(2 * t + 1, 0, count * size));
    program.publish(2 * t + 1);
    if (t > 0) take_result(t - 1);
  }
  take_result(chunks.count() - 1);
  const Partition longest{chunks.length(0), 2};
  return std::move(program).finish(2 * chunks.count(), std::max(longest.count(0), longest.count(1)) * size);
}

}  // namespace baton::collectives::arena
