// SPDX-License-Identifier: BSD-3-Clause
// Long vectors on a node: ranks tell each other where their buffers lie, and then read and write them straight, by one
// copy in the kernel. Both ends of a copy work at once: what goes to the root is in part written by its givers and in
// part read by the root, and so on, so that all cores copy the same amount. (Kernel-assisted collectives: Ma et al.,
// "Kernel-assisted collective intra-node MPI communication among multi-core and many-core CPUs", ICPP 2011; all ranks
// copying: Chakraborty et al., "Contention-aware kernel-assisted MPI collectives", CLUSTER 2017.)
// Cost, n being the bytes of a vector or block: two or three rounds of flags; per rank, bytes copied: bcast, gather and
// scatter n (P - 1) / P, allgather and alltoall n (P - 1), reduce 2 n (P - 1) / P, allreduce 2 n (P - 1) / P.
#include <algorithm>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/program.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives::arena {
namespace {

constexpr std::uint32_t elements = slot::recv;
// What is reduced at a time: it stays in the second cache, and a call of the kernel is little beside it.
constexpr std::int64_t piece_bytes = std::int64_t{64} << 10;

std::int64_t bytes_of_side(const Side& side) noexcept { return side.count * side.size; }

/// The part of a block of `bytes` that the root copies; the rest is the other rank's. In whole lines. `tenths`: of what
/// it would copy if all copied the same.
std::int64_t roots_share(std::int64_t bytes, std::uint32_t size, std::int64_t tenths) noexcept {
  return bytes * tenths / 10 / size / 64 * 64;
}
constexpr std::int64_t whole = 10;
constexpr std::int64_t beside_own_block = 6;  // the root of gather and scatter copies its own block, too

/// Everybody has done what it does to others' buffers.
void part(Program& program, std::uint32_t round) {
  program.publish(round);
  for (std::uint32_t hop = 1; hop < program.size(); ++hop)
    program.await((program.rank() + hop) % program.size(), round);
}

/// The same where only the root and one other rank have copied.
void part_from_root(Program& program, std::uint32_t round, std::uint32_t root) {
  if (program.rank() != root) {
    program.publish(round, root);
    program.await(root, round);
    return;
  }
  program.publish(round);
  for (std::uint32_t hop = 1; hop < program.size(); ++hop) program.await((root + hop) % program.size(), round);
}

}  // namespace

Schedule bcast_direct(const Shape& shape) {
  Program program(shape);
  const std::int64_t bytes = bytes_of_side(shape.recv);
  const Block buffer = Program::received(0, bytes);
  const std::int64_t share = roots_share(bytes, shape.size, whole);
  if (shape.rank == shape.root) {
    program.expose(0, buffer);
    for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
      program.push((shape.root + hop) % shape.size, 0, bytes - share, Program::received(bytes - share, share));
    }
  } else {
    program.expose(0, buffer, shape.root);
    // Each starts elsewhere.
    const Partition parts{bytes - share, shape.size - 1};
    const std::uint32_t own = (shape.rank + shape.size - shape.root - 1) % shape.size;
    const std::int64_t start = parts.offset(own);
    program.pull(shape.root, 0, start, Program::received(start, bytes - share - start));
    program.pull(shape.root, 0, 0, Program::received(0, start));
  }
  part_from_root(program, 1, shape.root);
  return std::move(program).finish(2, sizeof(std::uint64_t));
}

Schedule gather_direct(const Shape& shape) {
  Program program(shape);
  const bool at_root = shape.rank == shape.root;
  const std::int64_t bytes = bytes_of_side(at_root ? shape.recv : shape.send);
  const std::int64_t share = roots_share(bytes, shape.size, beside_own_block);
  if (at_root) {
    program.expose(0, Program::received(0, bytes * shape.size));
    for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
      const std::uint32_t peer = (shape.root + hop) % shape.size;
      program.pull(peer, 0, bytes - share, Program::received((peer + 1) * bytes - share, share));
    }
    if (!shape.in_place) program.copy(Program::sent(0, bytes), Program::received(shape.rank * bytes, bytes));
  } else {
    program.expose(0, Program::sent(0, bytes), shape.root);
    program.push(shape.root, 0, shape.rank * bytes, Program::sent(0, bytes - share));
  }
  part_from_root(program, 1, shape.root);
  return std::move(program).finish(2, sizeof(std::uint64_t));
}

Schedule scatter_direct(const Shape& shape) {
  Program program(shape);
  const bool at_root = shape.rank == shape.root;
  const std::int64_t bytes = bytes_of_side(at_root ? shape.send : shape.recv);
  const std::int64_t share = roots_share(bytes, shape.size, beside_own_block);
  if (at_root) {
    program.expose(0, Program::sent(0, bytes * shape.size));
    for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
      const std::uint32_t peer = (shape.root + hop) % shape.size;
      program.push(peer, 0, bytes - share, Program::sent((peer + 1) * bytes - share, share));
    }
    if (!shape.in_place) program.copy(Program::sent(shape.rank * bytes, bytes), Program::received(0, bytes));
  } else {
    program.expose(0, Program::received(0, bytes), shape.root);
    program.pull(shape.root, 0, shape.rank * bytes, Program::received(0, bytes - share));
  }
  part_from_root(program, 1, shape.root);
  return std::move(program).finish(2, sizeof(std::uint64_t));
}

Schedule allgather_direct(const Shape& shape) {
  Program program(shape);
  const std::int64_t bytes = bytes_of_side(shape.recv);
  const Block own = Program::received(shape.rank * bytes, bytes);
  program.expose(0, shape.in_place ? own : Program::sent(0, bytes));
  if (!shape.in_place) program.copy(Program::sent(0, bytes), own);
  for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
    const std::uint32_t peer = (shape.rank + hop) % shape.size;
    program.pull(peer, 0, 0, Program::received(peer * bytes, bytes));
  }
  part(program, 1);
  return std::move(program).finish(2, sizeof(std::uint64_t));
}

Schedule alltoall_direct(const Shape& shape) {
  Program program(shape);
  const std::int64_t bytes = bytes_of_side(shape.recv);
  program.expose(0, Program::sent(0, bytes * shape.size));
  program.copy(Program::sent(shape.rank * bytes, bytes), Program::received(shape.rank * bytes, bytes));
  for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
    const std::uint32_t peer = (shape.rank + hop) % shape.size;
    program.pull(peer, 0, shape.rank * bytes, Program::received(peer * bytes, bytes));
  }
  part(program, 1);
  return std::move(program).finish(2, sizeof(std::uint64_t));
}

namespace {

/// Reduces `count` elements from `first` on, of all ranks' inputs, into `target`; inputs are exposed in round 0. Where
/// the own input lies upon the target, the operation commutes.
void reduce_piece(Program& program, std::int64_t first, std::int64_t count, std::int64_t size, const Block& scratch,
                  const Block& target) {
  const Block own = program.input(first, count);
  const auto in_bytes = [&](Block block) {
    block.offset *= size;
    block.count *= size;
    block.type = slot::byte;
    return block;
  };
  Block from = scratch;
  from.count = count;
  const auto take = [&](std::uint32_t peer, const Block& into) { program.pull(peer, 0, first * size, in_bytes(into)); };
  const bool upon = own == target;
  const std::uint32_t last = program.size() - 1;
  if (!upon) {
    if (program.rank() == last) {
      program.copy(in_bytes(own), in_bytes(target));
    } else {
      take(last, target);
    }
  }
  for (std::uint32_t peer = upon ? last + 1 : last; peer-- > 0;) {
    if (peer == program.rank()) {
      if (!upon) program.reduce(own, target);
    } else {
      take(peer, from);
      program.reduce(from, target);
    }
  }
}

}  // namespace

Schedule allreduce_direct(const Shape& shape) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Partition parts{shape.send.count, shape.size};
  const std::int64_t piece = std::max<std::int64_t>(1, piece_bytes / size);
  const Block scratch = program.scratch(piece);
  Block input = program.input(0, shape.send.count * size);
  input.type = slot::byte;
  program.expose(0, input);
  const std::int64_t first = parts.offset(shape.rank);
  for (std::int64_t at = 0; at < parts.count(shape.rank); at += piece) {
    const std::int64_t count = std::min(piece, parts.count(shape.rank) - at);
    reduce_piece(program, first + at, count, size, scratch, Program::result(first + at, count));
  }
  program.expose(1, Program::received(0, shape.send.count * size));
  for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
    const std::uint32_t peer = (shape.rank + hop) % shape.size;
    const std::int64_t at = parts.offset(peer) * size;
    program.pull(peer, 1, at, Program::received(at, parts.count(peer) * size));
  }
  part(program, 2);
  return std::move(program).finish(3, sizeof(std::uint64_t));
}

/// The root's part is longer, since the others must also write theirs to it.
Schedule reduce_direct(const Shape& shape) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const std::int64_t total = shape.send.count;
  const bool at_root = shape.rank == shape.root;
  const std::int64_t piece = std::max<std::int64_t>(1, piece_bytes / size);
  const Block scratch = program.scratch(piece);
  const Block sum = program.scratch(piece);
  Block input = program.input(0, total * size);
  input.type = slot::byte;
  program.expose(0, input);
  // Of 2 P - 1 shares (P being the ranks) the root does two at least.
  const std::int64_t others = total / (std::int64_t{shape.size} + 1) * (std::int64_t{shape.size} - 1);
  const Partition parts{others, shape.size - 1};
  const std::uint32_t own = shape.rank < shape.root ? shape.rank : shape.rank - 1;
  const std::int64_t first = at_root ? others : parts.offset(own);
  const std::int64_t length = at_root ? total - others : parts.count(own);
  if (at_root) program.expose(1, Program::received(0, total * size));
  for (std::int64_t at = 0; at < length; at += piece) {
    const std::int64_t count = std::min(piece, length - at);
    Block target = Program::result(first + at, count);
    if (!at_root) target = {sum.offset, count, elements, Buffer::scratch, 0};
    reduce_piece(program, first + at, count, size, scratch, target);
    if (!at_root) {
      Block bytes = target;
      bytes.offset *= size;
      bytes.count *= size;
      bytes.type = slot::byte;
      program.push(shape.root, 1, (first + at) * size, bytes);
    }
  }
  part(program, 2);
  return std::move(program).finish(3, sizeof(std::uint64_t));
}

}  // namespace baton::collectives::arena
