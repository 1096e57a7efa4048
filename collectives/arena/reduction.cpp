// SPDX-License-Identifier: BSD-3-Clause
// Reductions in the arena of a node. Short vectors: each rank that wants the result reads all of them; long ones: each
// rank reduces its part of every piece and publishes it, so that the work is shared (reduce-scatter and allgather in
// shared memory: Jain et al., "Framework for scalable intra-node collective operations using shared memory", SC 2018).
// Cost of the short ones, to a rank that wants the result: a copy of n, P lines, n (P - 1) (b + g); of prefixes the
// same with the ranks below for P. Of the long ones, on each rank: a copy of n, 2 P lines a piece, n (P - 1) / P (2 b +
// g). Operands are taken from the highest rank down: target = v0 op (v1 op (... v(P-1))).
#include <algorithm>
#include <numeric>
#include <vector>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/operands.hpp"
#include "collectives/arena/program.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives::arena {
namespace {

constexpr std::uint32_t elements = slot::recv;

/// Folds the vectors of the ranks [0, last] into `target`; `at`: where they lie in their slices of `round`, in bytes.
void fold(Program& program, std::uint32_t last, std::uint32_t round, std::int64_t at, const Own& own,
          const Block& target, std::int64_t size) {
  std::vector<std::uint32_t> ranks(std::size_t{last} + 1);
  std::iota(ranks.begin(), ranks.end(), 0U);
  arena::fold(program, ranks, round, at, own, target, size);
}

std::int64_t per_slice(std::int64_t size) noexcept { return std::max<std::int64_t>(1, slice_bytes / size); }

}  // namespace

Schedule reduce_at_once(const Shape& shape) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, per_slice(size)};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const std::int64_t count = chunks.length(t);
    if (shape.rank != shape.root) {
      give(program, t, first, count, size, shape.root, true);
      continue;
    }
    if (shape.size == 2) {
      program.merge_in_parts(1 - shape.rank, Program::slice(t, 0, count, elements), Program::result(first, count),
                             size);
      if (chunks.count() > 1) program.pass(t);
      continue;
    }
    if (shape.in_place) {
      Block own = Program::received(first * size, count * size);
      program.place(own, Program::slice(t, 0, count * size));
    }
    fold(program, shape.size - 1, t, 0, {program.input(first, count), shape.in_place}, Program::result(first, count),
         size);
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0) * size);
}

Schedule allreduce_at_once(const Shape& shape) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, per_slice(size)};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const std::int64_t count = chunks.length(t);
    give(program, t, first, count, size, everyone, true);
    if (shape.size == 2) {
      program.merge_in_parts(1 - shape.rank, Program::slice(t, 0, count, elements), Program::result(first, count),
                             size);
    } else {
      fold(program, shape.size - 1, t, 0, {program.input(first, count), shape.in_place}, Program::result(first, count),
           size);
    }
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0) * size);
}

namespace {

/// Two rounds a piece: in the first all ranks give their vectors, in the second their reduced parts. The next piece is
/// given before this one is reduced. `to_all`: everybody takes the parts, else the root.
Schedule by_parts(const Shape& shape, bool to_all) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, per_slice(size)};
  const bool takes = to_all || shape.rank == shape.root;
  give(program, 0, chunks.first(0), chunks.length(0), size);
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const Partition parts{chunks.length(t), shape.size};
    if (t + 1 < chunks.count()) give(program, 2 * t + 2, chunks.first(t + 1), chunks.length(t + 1), size);
    const std::int64_t own = parts.offset(shape.rank);
    const std::int64_t length = parts.count(shape.rank);
    // Its own vector lies in its slice, too; the user's buffer is as good until the parts are taken.
    fold(program, shape.size - 1, 2 * t, own * size, {program.input(first + own, length), false},
         Program::slice(2 * t + 1, own * size, length, elements), size);
    program.publish(2 * t + 1, to_all ? everyone : shape.root);
    if (takes) {
      for (std::uint32_t hop = 0; hop < shape.size; ++hop) {
        const std::uint32_t peer = (shape.rank + hop) % shape.size;
        const std::int64_t bytes = parts.count(peer) * size;
        program.fetch(peer, Program::slice(2 * t + 1, parts.offset(peer) * size, bytes),
                      Program::received((first + parts.offset(peer)) * size, bytes));
      }
    }
    if (chunks.count() > 1) program.pass(2 * t + 1);
  }
  return std::move(program).finish(2 * chunks.count(), chunks.length(0) * size);
}

}  // namespace

Schedule reduce_by_parts(const Shape& shape) { return by_parts(shape, false); }
Schedule allreduce_by_parts(const Shape& shape) { return by_parts(shape, true); }

/// Blocks of any lengths, which all ranks know: a round takes the next piece of the whole vector, wherever blocks end.
/// In place a result lies where nothing is that is still to be given.
Schedule reduce_scatter(const Shape& shape) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, per_slice(size)};
  const std::int64_t begin = shape.recv.offset_of(shape.rank);
  const std::int64_t end = begin + shape.recv.count_of(shape.rank);
  const auto give_piece = [&](std::uint32_t t) { give(program, t, chunks.first(t), chunks.length(t), size); };
  give_piece(0);
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    if (t + 1 < chunks.count()) give_piece(t + 1);
    const std::int64_t first = std::max(begin, chunks.first(t));
    const std::int64_t count = std::min(end, chunks.first(t) + chunks.length(t)) - first;
    if (count > 0) {
      fold(program, shape.size - 1, t, (first - chunks.first(t)) * size, {program.input(first, count), shape.in_place},
           Program::result(first - begin, count), size);
    }
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0) * size);
}

Schedule reduce_scatter_block(const Shape& shape) {
  if (shape.in_place) return reduce_scatter(shape);
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const std::int64_t block = shape.recv.count;
  const Chunks chunks{block, std::max<std::int64_t>(1, slice_bytes / size / shape.size)};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t count = chunks.length(t);
    for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
      const std::uint32_t peer = (shape.rank + hop) % shape.size;
      program.place(Program::sent((peer * block + chunks.first(t)) * size, count * size),
                    Program::slice(t, peer * chunks.length(0) * size, count * size));
    }
    program.publish(t);
    fold(program, shape.size - 1, t, shape.rank * chunks.length(0) * size,
         {program.input(shape.rank * block + chunks.first(t), count), false}, Program::result(chunks.first(t), count),
         size);
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0) * size * shape.size);
}

namespace {

/// `last`: the highest rank whose vector is in this rank's result; none where it is below 0.
Schedule prefix(const Shape& shape, std::int64_t last) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, per_slice(size)};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const std::int64_t count = chunks.length(t);
    give(program, t, first, count, size);
    if (last >= 0) {
      fold(program, static_cast<std::uint32_t>(last), t, 0, {program.input(first, count), false},
           Program::result(first, count), size);
    }
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0) * size);
}

}  // namespace

Schedule scan_at_once(const Shape& shape) { return prefix(shape, shape.rank); }
Schedule exscan_at_once(const Shape& shape) { return prefix(shape, std::int64_t{shape.rank} - 1); }

}  // namespace baton::collectives::arena
