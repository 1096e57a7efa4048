// SPDX-License-Identifier: BSD-3-Clause
// Barrier and data movement through the domains of a node: lines cross the borders of a domain once for all its ranks.
// Cost: a round of flags more for each level each way; of P ranks in D domains a speaker reads P / D + D lines where
// all read P - 1, of which P - P / D from afar.
#include <algorithm>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/cost.hpp"
#include "collectives/arena/program.hpp"
#include "collectives/arena/tree.hpp"

namespace baton::collectives::arena {
namespace {

using Ranks = std::vector<std::uint32_t>;

std::int64_t bytes_of_side(const Side& side) noexcept { return side.count * side.size; }

std::int64_t position(const Ranks& ranks, std::uint32_t rank) noexcept {
  return std::lower_bound(ranks.begin(), ranks.end(), rank) - ranks.begin();
}

/// Blocks of `bytes` each of the ranks `which`, as they follow each other in the peer's slice of `round` (which holds
/// those of `from`) and in `target` (which holds those of `into`). Blocks that stay together move together.
void fetch_blocks(Program& program, std::uint32_t peer, std::uint32_t round, const Ranks& from, const Ranks& which,
                  const Ranks& into, const Block& target, std::int64_t bytes) {
  for (std::size_t first = 0; first < which.size();) {
    const std::int64_t source = position(from, which[first]);
    const std::int64_t place = position(into, which[first]);
    std::int64_t count = 1;
    while (first + static_cast<std::size_t>(count) < which.size()) {
      const std::uint32_t next = which[first + static_cast<std::size_t>(count)];
      if (position(from, next) != source + count || position(into, next) != place + count) break;
      ++count;
    }
    Block part = target;
    part.offset += place * bytes;
    part.count = count * bytes;
    program.fetch(peer, Program::slice(round, source * bytes, count * bytes), part);
    first += static_cast<std::size_t>(count);
  }
}

/// This rank's block, and those of the ranks that it speaks for, come into its slice of round 0, which holds those of
/// `mine`.
void collect(Program& program, const Tree& tree, const Block& own, const Ranks& mine) {
  const std::int64_t bytes = own.count;
  program.place(own, Program::slice(0, position(mine, program.rank()) * bytes, bytes));
  for (const Group& group : tree.below()) {
    for (const std::uint32_t peer : group.ranks) {
      if (peer == program.rank()) continue;
      const Ranks theirs = tree.spoken(group, peer);
      fetch_blocks(program, peer, 0, theirs, theirs, mine, Program::slice(0, 0, 0), bytes);
    }
  }
}

}  // namespace

Schedule barrier_levels(const Shape& shape) {
  Program program(shape);
  const Tree tree(split_for(Collective::barrier, shape), shape.rank, shape.size, 0);
  const TwoWays rounds{1, 0};
  for (const Group& group : tree.below()) {
    for (const std::uint32_t peer : group.ranks) {
      if (peer != shape.rank) program.await(peer, 0);
    }
  }
  program.publish(0, tree.on_top() ? everyone : tree.parent());
  if (tree.on_top()) {
    for (const std::uint32_t peer : tree.above().ranks) {
      if (peer != shape.rank) program.await(peer, 0);
    }
  } else {
    program.await(tree.parent(), rounds.down(0));
  }
  if (!tree.below().empty()) program.publish(rounds.down(0));
  return std::move(program).finish(rounds.count(), 0);
}

Schedule bcast_levels(const Shape& shape) {
  Program program(shape);
  const Tree tree(split_for(Collective::bcast, shape), shape.rank, shape.size, shape.root);
  const Chunks chunks{bytes_of_side(shape.recv), tree_chunk};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const Block whole = Program::received(chunks.first(t), chunks.length(t));
    const Block slice = Program::slice(t, 0, chunks.length(t));
    if (shape.rank == shape.root) {
      program.place(whole, slice);
      program.publish(t);
      continue;
    }
    program.fetch(tree.parent(), slice, tree.below().empty() ? whole : slice);
    if (!tree.below().empty()) {
      program.publish(t);
      program.fetch(shape.rank, slice, whole);
    }
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0));
}

Schedule gather_levels(const Shape& shape) {
  Program program(shape);
  const Tree tree(split_for(Collective::gather, shape), shape.rank, shape.size, shape.root);
  const std::int64_t bytes = bytes_of_side(shape.rank == shape.root ? shape.recv : shape.send);
  if (shape.rank == shape.root) {
    const Ranks all = tree.spoken();
    for (const Group& group : tree.led()) {
      for (const std::uint32_t peer : group.ranks) {
        if (peer == shape.root) continue;
        const Ranks theirs = tree.spoken(group, peer);
        fetch_blocks(program, peer, 0, theirs, theirs, all, Program::received(0, 0), bytes);
      }
    }
    if (!shape.in_place) program.copy(Program::sent(0, bytes), Program::received(shape.rank * bytes, bytes));
  } else {
    collect(program, tree, Program::sent(0, bytes), tree.spoken());
    program.publish(0, tree.parent());
  }
  return std::move(program).finish(1, bytes * shape.size);
}

Schedule scatter_levels(const Shape& shape) {
  Program program(shape);
  const Split& split = split_for(Collective::scatter, shape);
  const Tree tree(split, shape.rank, shape.size, shape.root);
  const bool at_root = shape.rank == shape.root;
  const std::int64_t bytes = bytes_of_side(at_root ? shape.send : shape.recv);
  if (at_root) {
    program.place(Program::sent(0, bytes * shape.size), Program::slice(0, 0, bytes * shape.size));
    program.publish(0);
    if (!shape.in_place) program.copy(Program::sent(shape.rank * bytes, bytes), Program::received(0, bytes));
  } else {
    const Ranks theirs = Tree(split, tree.parent(), shape.size, shape.root).spoken();
    const Ranks mine = tree.spoken();
    if (mine.size() == 1) {
      fetch_blocks(program, tree.parent(), 0, theirs, mine, mine, Program::received(0, 0), bytes);
    } else {
      fetch_blocks(program, tree.parent(), 0, theirs, mine, mine, Program::slice(0, 0, 0), bytes);
      program.publish(0);
      program.fetch(shape.rank, Program::slice(0, position(mine, shape.rank) * bytes, bytes),
                    Program::received(0, bytes));
    }
  }
  return std::move(program).finish(1, bytes * shape.size);
}

Schedule allgather_levels(const Shape& shape) {
  Program program(shape);
  const Tree tree(split_for(Collective::allgather, shape), shape.rank, shape.size, 0);
  const std::int64_t bytes = bytes_of_side(shape.recv);
  const std::int64_t total = bytes * shape.size;
  const TwoWays rounds{1, total};
  const std::uint32_t down = rounds.down(0);
  const Block slice = Program::slice(down, 0, total);
  const Ranks mine = tree.on_top() ? tree.spoken(tree.above(), shape.rank) : tree.spoken();
  collect(program, tree, shape.in_place ? Program::received(shape.rank * bytes, bytes) : Program::sent(0, bytes), mine);
  program.publish(0, tree.on_top() ? everyone : tree.parent());
  const bool passes_on = !tree.below().empty();
  const Block whole = passes_on ? slice : Program::received(0, total);
  if (tree.on_top()) {
    Ranks all(shape.size);
    for (std::uint32_t rank = 0; rank < shape.size; ++rank) all[rank] = rank;
    Block start = whole;
    start.count = 0;
    for (const std::uint32_t peer : tree.above().ranks) {
      const Ranks theirs = tree.spoken(tree.above(), peer);
      fetch_blocks(program, peer, 0, theirs, theirs, all, start, bytes);
    }
  } else {
    program.fetch(tree.parent(), slice, whole);
  }
  if (passes_on) {
    program.publish(down);
    program.fetch(shape.rank, slice, Program::received(0, total));
  }
  return std::move(program).finish(rounds.count(), total);
}

}  // namespace baton::collectives::arena
