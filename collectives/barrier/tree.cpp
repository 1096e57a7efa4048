// SPDX-License-Identifier: BSD-3-Clause
// Barrier up and down a tree of radix 4: J. Mellor-Crummey, M. Scott, "Algorithms for Scalable Synchronization on
// Shared-Memory Multiprocessors", 1991. Cost: 2 ceil(log4 P) (a + 2 o), o the time between two messages at a rank. It
// takes twice the time of dissemination with 2 (P - 1) messages in all, where that one takes P log P.
#include "collectives/algorithms.hpp"
#include "collectives/trees.hpp"

namespace baton::collectives {

Schedule barrier_tree(const Shape& shape) {
  Builder builder(shape);
  const Tree tree = knomial_tree(shape.rank, shape.size, 4);
  for (const Child& child : tree.children) builder.await(child.relative);
  builder.fence();
  if (shape.rank != 0) {
    builder.signal(tree.parent);
    builder.await(tree.parent);
    builder.fence();
  }
  for (auto child = tree.children.rbegin(); child != tree.children.rend(); ++child) builder.signal(child->relative);
  return std::move(builder).finish();
}

}  // namespace baton::collectives
