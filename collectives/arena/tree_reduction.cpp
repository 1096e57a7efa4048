// SPDX-License-Identifier: BSD-3-Clause
// Reductions of short vectors through the domains of a node: each domain is folded by its speaker, then what the
// speakers have. The order of operands is that of the ranks where domains hold ranks that follow each other, and always
// the same on all ranks. Cost: see tree_movement.cpp; a byte is reduced by P / D + D ranks' ways instead of P.
#include <algorithm>
#include <array>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/cost.hpp"
#include "collectives/arena/operands.hpp"
#include "collectives/arena/program.hpp"
#include "collectives/arena/tree.hpp"

namespace baton::collectives::arena {
namespace {

/// A piece of the vector as it grows on its way through groups.
class Fold {
 public:
  /// `groups`: of which this rank is the speaker, one after the other.
  Fold(Program& program, const std::vector<Group>& groups, std::int64_t size, std::int64_t longest)
      : program_(program), groups_(groups), size_(size) {
    for (std::size_t i = 0; i + 1 < groups.size() && i < scratch_.size(); ++i) scratch_[i] = program.scratch(longest);
    if (groups.size() == 1 && program.shape().in_place) scratch_[0] = program.scratch(longest);
  }

  /// Folds `count` elements from `first` on into `target`; what others gave lies in their slices of `round`.
  void run(std::uint32_t round, std::int64_t first, std::int64_t count, const Block& target) {
    Block own = program_.input(first, count);
    if (groups_.size() == 1 && own == target) {  // others come before it
      const Block kept = part(scratch_[0], 0, count);
      program_.copy(in_bytes(own), in_bytes(kept));
      own = kept;
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const Block into = i + 1 == groups_.size() ? target : part(scratch_[i % 2], 0, count);
      fold(program_, groups_[i].ranks, round, 0, {own, false}, into, size_);
      own = into;
    }
  }

 private:
  [[nodiscard]] Block in_bytes(Block block) const noexcept {
    block.offset *= size_;
    block.count *= size_;
    block.type = slot::byte;
    return block;
  }

  Program& program_;
  const std::vector<Group>& groups_;
  std::int64_t size_;
  std::array<Block, 2> scratch_{};
};

std::int64_t per_chunk(std::int64_t size) noexcept { return std::max<std::int64_t>(1, tree_chunk / size); }

}  // namespace

Schedule reduce_levels(const Shape& shape) {
  Program program(shape);
  const Tree tree(split_for(Collective::reduce, shape), shape.rank, shape.size, shape.root);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, per_chunk(size)};
  const std::vector<Group> led = tree.led();
  Fold folded(program, led, size, chunks.length(0));
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const std::int64_t count = chunks.length(t);
    if (led.empty()) {
      give(program, t, first, count, size, tree.parent());
      continue;
    }
    const bool at_root = shape.rank == shape.root;
    folded.run(t, first, count, at_root ? Program::result(first, count) : Program::slice(t, 0, count, slot::recv));
    if (!at_root) program.publish(t, tree.parent());
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0) * size);
}

Schedule allreduce_levels(const Shape& shape) {
  Program program(shape);
  const Tree tree(split_for(Collective::allreduce, shape), shape.rank, shape.size, 0);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, per_chunk(size)};
  const TwoWays rounds{chunks.count(), chunks.length(0) * size};
  const bool leads = !tree.below().empty();
  const std::uint32_t reader = tree.on_top() ? everyone : tree.parent();
  Fold folded(program, tree.below(), size, chunks.length(0));
  const auto up = [&](std::uint32_t t) {
    const std::int64_t count = chunks.length(t);
    if (!leads) return give(program, TwoWays::up(t), chunks.first(t), count, size, reader);
    folded.run(TwoWays::up(t), chunks.first(t), count, Program::slice(TwoWays::up(t), 0, count, slot::recv));
    program.publish(TwoWays::up(t), reader);
  };
  up(0);
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const std::int64_t count = chunks.length(t);
    if (!leads && t + 1 < chunks.count()) up(t + 1);  // others need not wait for it while this rank does
    const Block whole = Program::received(first * size, count * size);
    const Block slice = Program::slice(rounds.down(t), 0, count * size);
    if (tree.on_top()) {
      const Block sum = leads ? Program::slice(rounds.down(t), 0, count, slot::recv) : Program::result(first, count);
      fold(program, tree.above().ranks, TwoWays::up(t), 0, {{}, true}, sum, size);
    } else {
      program.fetch(tree.parent(), slice, leads ? slice : whole);
    }
    if (leads) {
      program.publish(rounds.down(t));
      program.fetch(shape.rank, slice, whole);
    }
    if (chunks.count() > 1) program.pass(rounds.down(t));
    if (leads && t + 1 < chunks.count()) up(t + 1);
  }
  return std::move(program).finish(rounds.count(), chunks.length(0) * size);
}

}  // namespace baton::collectives::arena
