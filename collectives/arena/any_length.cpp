// SPDX-License-Identifier: BSD-3-Clause
// Blocks of different lengths in the arena. Of gatherv, scatterv and alltoallv no rank knows all lengths, so the steps
// are the same for every length: each rank writes its messages in one round, from which the others take theirs; a
// message that is longer than its part of the slice is lent instead, which is for its two ends alone to know, as its
// length is. Every rank waits for a word of each from which it may get something, also where that is nothing: so
// lengths that differ at the two ends are found. Cost, n being the bytes that a rank gives or gets: one round of flags;
// one copy in and one out, or one by the kernel for long messages, and then a second flag from each taker.
#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/program.hpp"

namespace baton::collectives::arena {
namespace {

std::uint32_t after(const Shape& shape, std::uint32_t rank, std::uint32_t hop) noexcept {
  return (rank + hop) % shape.size;
}

/// For each other rank the block with its number.
void give_each(Program& program, Buffer side) {
  if (program.size() == 2) {
    const std::uint32_t other = 1 - program.rank();
    program.put(0, Program::whole(side, other), other);  // all of the slice for one
  } else {
    program.put_each(0, side);
  }
  program.publish(0);
}

Schedule finished(Program&& program) { return std::move(program).finish(later_round + 1, 0); }

}  // namespace

Schedule gatherv(const Shape& shape) {
  Program program(shape);
  if (shape.rank != shape.root) {
    program.put(0, Program::whole(Buffer::send), shape.root);
    program.publish(0, shape.root);
    program.settle();
    return finished(std::move(program));
  }
  if (!shape.in_place) program.own(Program::whole(Buffer::send), Program::whole(Buffer::recv, shape.rank));
  for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
    const std::uint32_t peer = after(shape, shape.root, hop);
    program.take(peer, 0, 1, Program::whole(Buffer::recv, peer));
  }
  program.answer();
  return finished(std::move(program));
}

Schedule scatterv(const Shape& shape) {
  Program program(shape);
  if (shape.rank != shape.root) {
    program.take(shape.root, 0, shape.size - 1, Program::whole(Buffer::recv));
    program.answer(shape.root);
    return finished(std::move(program));
  }
  give_each(program, Buffer::send);
  if (!shape.in_place) program.own(Program::whole(Buffer::send, shape.rank), Program::whole(Buffer::recv));
  program.settle();
  return finished(std::move(program));
}

Schedule allgatherv(const Shape& shape) {
  Program program(shape);
  const Block target = Program::whole(Buffer::recv, shape.rank);
  program.put(0, shape.in_place ? target : Program::whole(Buffer::send));
  program.publish(0);
  if (!shape.in_place) program.own(Program::whole(Buffer::send), target);
  for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
    const std::uint32_t peer = after(shape, shape.rank, hop);
    program.take(peer, 0, 1, Program::whole(Buffer::recv, peer));
  }
  program.answer();
  program.settle();
  return finished(std::move(program));
}

Schedule alltoallv(const Shape& shape) {
  Program program(shape);
  give_each(program, shape.in_place ? Buffer::recv : Buffer::send);
  if (!shape.in_place) {
    program.own(Program::whole(Buffer::send, shape.rank), Program::whole(Buffer::recv, shape.rank));
  }
  for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
    const std::uint32_t peer = after(shape, shape.rank, hop);
    program.take(peer, 0, shape.size - 1, Program::whole(Buffer::recv, peer));
  }
  program.answer();
  program.settle();
  return finished(std::move(program));
}

}  // namespace baton::collectives::arena
