// SPDX-License-Identifier: BSD-3-Clause
// The trees, and what goes along them.
#include "collectives/trees.hpp"

#include <algorithm>
#include <bit>

#include "collectives/bine.hpp"

namespace baton::collectives {

Tree knomial_tree(std::uint32_t relative, std::uint32_t size, std::uint32_t radix) {
  Tree tree;
  // The weight of this rank's lowest digit that is not 0; the root stands above all weights.
  std::uint64_t reach = 1;
  while (reach < size && relative / reach % radix == 0) reach *= radix;
  if (relative != 0) tree.parent = static_cast<std::uint32_t>(relative - relative / reach % radix * reach);
  tree.span = static_cast<std::uint32_t>(std::min<std::uint64_t>(reach, size - relative));
  for (std::uint64_t weight = 1; weight < reach; weight *= radix) {
    for (std::uint64_t digit = 1; digit < radix; ++digit) {
      const std::uint64_t child = relative + digit * weight;
      if (child >= size) break;
      const auto span = std::min<std::uint64_t>(weight, size - child);
      tree.children.push_back({static_cast<std::uint32_t>(child), static_cast<std::uint32_t>(span)});
    }
  }
  return tree;
}

Tree binary_tree(std::uint32_t relative, std::uint32_t size) {
  // Walks down from the root: a rank stands first in its run, then come the runs of its two children.
  std::uint32_t first = 0;
  std::uint32_t span = size;
  Tree tree;
  while (first != relative) {
    const std::uint32_t lower = span / 2;
    tree.parent = first;
    if (relative <= first + lower) {
      ++first;
      span = lower;
    } else {
      first += 1 + lower;
      span -= 1 + lower;
    }
  }
  tree.span = span;
  const std::uint32_t lower = span / 2;
  if (lower > 0) tree.children.push_back({first + 1, lower});
  if (span > 1 + lower) tree.children.push_back({first + 1 + lower, span - 1 - lower});
  return tree;
}

Tree chain_tree(std::uint32_t relative, std::uint32_t size) {
  Tree tree;
  if (relative > 0) tree.parent = relative - 1;
  tree.span = size - relative;
  if (relative + 1 < size) tree.children.push_back({relative + 1, size - relative - 1});
  return tree;
}

Tree bine_tree(std::uint32_t relative, std::uint32_t size) {
  Tree tree;
  tree.runs = false;
  const std::uint32_t core = std::bit_floor(size);
  if (relative >= core) {
    tree.parent = relative - core;
    return tree;
  }
  // A rank has its data from the step on after which its digits are all alike; then it serves the shorter distances.
  const std::uint32_t digits = to_negabinary(relative) & (core - 1);
  std::uint32_t reach = core;
  while (relative != 0) {
    const std::uint32_t low = reach - 1;
    if ((digits & low) == low || (digits & low) == 0) break;
    reach >>= 1;
  }
  const auto across = [&](std::uint32_t step) {
    return static_cast<std::uint32_t>(from_negabinary(digits ^ (2 * step - 1))) & (core - 1);
  };
  if (relative != 0) {
    reach >>= 1;
    tree.parent = across(reach);
  }
  if (relative + core < size) tree.children.push_back({relative + core, 1});
  for (std::uint32_t step = 1; step < reach; step <<= 1) tree.children.push_back({across(step), step});
  tree.span = size;
  return tree;
}

void broadcast_down(Builder& builder, const Tree& tree, const Rotation& rotation, const Block& block) {
  if (rotation.relative(builder.rank()) != 0) builder.recv(rotation.rank(tree.parent), block);
  for (auto child = tree.children.rbegin(); child != tree.children.rend(); ++child) {
    builder.send(rotation.rank(child->relative), block);
  }
}

void reduce_up(Builder& builder, const Tree& tree, const Rotation& rotation, const Block& own, const Block& result,
               std::int64_t segment) {
  const bool at_top = rotation.relative(builder.rank()) == 0;
  const std::int64_t count = own.count;
  const std::int64_t length = std::min(std::max<std::int64_t>(segment, 1), count);
  // Two sets of places for operands, used in turn, so that the next segment arrives while this one is reduced.
  std::vector<Block> places;
  if (length < count) {
    for (std::size_t i = 0; i < 2 * tree.children.size(); ++i) places.push_back(builder.scratch(length));
  }
  bool odd = false;
  for (std::int64_t at = 0; at < count; at += length, odd = !odd) {
    const std::int64_t n = std::min(length, count - at);
    const Block mine = part(own, at, n);
    const Block sum = at_top ? part(result, at, n) : Block{};
    Fold fold(builder, mine, at_top && mine == sum);
    for (std::size_t i = odd ? 1 : 0; i < places.size(); i += 2) fold.lend(part(places[i], 0, n));
    if (at_top && !(mine == sum)) fold.lend(sum);
    std::vector<Block> operands;
    for (const Child& child : tree.children) {
      operands.push_back(fold.place());
      builder.recv(rotation.rank(child.relative), operands.back());
    }
    for (const Block& operand : operands) fold.with_higher(operand);
    if (at_top) {
      fold.finish_in(sum);
    } else {
      builder.send(rotation.rank(tree.parent), fold.value());
    }
  }
}

Schedule reduce_by_tree(const Shape& shape, TreeOf tree_of, std::int64_t segment) {
  Builder builder(shape);
  const std::uint32_t top = shape.commutative ? shape.root : 0;
  const Rotation rotation{top, shape.size};
  const std::int64_t count = shape.send.count;
  const Block result = builder.result(0, count);
  const bool passes_on = shape.rank == top && top != shape.root;
  const Block sum = passes_on ? builder.scratch(count) : result;
  reduce_up(builder, tree_of(rotation.relative(shape.rank), shape.size), rotation, builder.input(0, count), sum,
            segment);
  if (top != shape.root) {
    const std::int64_t length = std::min(std::max<std::int64_t>(segment, 1), count);
    for (std::int64_t at = 0; at < count; at += length) {
      const std::int64_t n = std::min(length, count - at);
      if (shape.rank == top) builder.send(shape.root, part(sum, at, n));
      if (shape.rank == shape.root) builder.recv(top, part(result, at, n));
    }
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
