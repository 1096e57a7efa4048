// SPDX-License-Identifier: BSD-3-Clause
// Trees over the relative ranks [0, size), rooted at 0, and what is sent along them: broadcasts down, reductions up, in
// one piece or in segments that follow each other. Not here: which tree is good for what (the algorithms' files).
#pragma once

#include <cstdint>
#include <vector>

#include "collectives/pieces.hpp"

namespace baton::collectives {

/// A child and how many relative ranks its subtree holds.
struct Child {
  std::uint32_t relative;
  std::uint32_t span;
};

/// The place of one relative rank. Children in rising order; where `runs` is set, the subtree of a rank is the run of
/// relative ranks from it on, so the order of operands is kept by folding the children one after another.
struct Tree {
  std::uint32_t parent = 0;  // means nothing at the root
  std::uint32_t span = 1;
  bool runs = true;
  std::vector<Child> children;
};
using TreeOf = Tree (*)(std::uint32_t relative, std::uint32_t size);

/// A rank has `radix` - 1 children for each power of the radix below its own. Depth ceil(log_radix size).
[[nodiscard]] Tree knomial_tree(std::uint32_t relative, std::uint32_t size, std::uint32_t radix);
template <std::uint32_t Radix>
[[nodiscard]] Tree knomial_tree_of(std::uint32_t relative, std::uint32_t size) {
  return knomial_tree(relative, size, Radix);
}
/// Two children, each with half of the ranks above. Depth at most ceil(log2 (size + 1)).
[[nodiscard]] Tree binary_tree(std::uint32_t relative, std::uint32_t size);
/// One child: the next rank.
[[nodiscard]] Tree chain_tree(std::uint32_t relative, std::uint32_t size);
/// D. De Sensi et al., "Bine Trees: Enhancing Collective Operations by Optimizing Communication Locality", 2025: a
/// binomial tree on negabinary numbers, whose edges are a third shorter. What is more than a power of two hangs below
/// the rank that is a power of two less. No runs. Depth ceil(log2 size).
[[nodiscard]] Tree bine_tree(std::uint32_t relative, std::uint32_t size);

/// Broadcast of a block from relative rank 0; the largest subtrees are served first.
void broadcast_down(Builder& builder, const Tree& tree, const Rotation& rotation, const Block& block);

/// Where a reduction up a tree happens: relative rank 0 gets the sum.
/// `own`: this rank's contribution. `result`: where the sum goes, used at relative rank 0 only. Long vectors go in
/// segments of `segment` elements. Trees without runs: commutative operations only.
void reduce_up(Builder& builder, const Tree& tree, const Rotation& rotation, const Block& own, const Block& result,
               std::int64_t segment);

/// A whole reduction of the shape's vector to its root. Where the operation does not commute the tree stands on rank 0
/// and the result travels once more.
[[nodiscard]] Schedule reduce_by_tree(const Shape& shape, TreeOf tree_of, std::int64_t segment);

}  // namespace baton::collectives
