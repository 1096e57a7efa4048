// SPDX-License-Identifier: BSD-3-Clause
// Folding operands in rank order, and the binomial trees.
#include "collectives/pieces.hpp"

#include <algorithm>
#include <utility>

namespace baton::collectives {

Block Fold::place() {
  if (free_.empty()) return builder_.scratch(value_.count);
  const Block block = free_.back();
  free_.pop_back();
  return block;
}

/// operand = value op operand
void Fold::onto_operand(const Block& operand) {
  builder_.reduce(value_, operand);
  become(operand);
}

/// value = operand op value
void Fold::onto_value(const Block& operand) {
  builder_.reduce(operand, value_);
  free_.push_back(operand);
}

void Fold::become(const Block& other) {
  if (writable_) free_.push_back(value_);
  value_ = other;
  writable_ = true;
}

void Fold::with_lower(const Block& lower) {
  if (writable_) {
    onto_value(lower);
  } else if (builder_.shape().commutative) {
    onto_operand(lower);
  } else {
    const Block own = place();
    builder_.copy(value_, own);
    become(own);
    onto_value(lower);
  }
}

void Fold::with_higher(const Block& higher) {
  if (writable_ && builder_.shape().commutative) {
    onto_value(higher);
  } else {
    onto_operand(higher);
  }
}

void Fold::with_row(std::vector<Block> row, std::size_t own) {
  row[own] = value_;
  const std::size_t last = row.size() - 1;
  std::size_t next = last;  // operands from here on are in the sum
  if (own == last && !writable_ && builder_.shape().commutative && last > 0) {
    std::swap(row[last], row[last - 1]);
    own = last - 1;
  } else if (own == last && !writable_) {
    row[last] = place();
    builder_.copy(value_, row[last]);
  }
  const Block sum = row[last];
  while (next-- > 0) builder_.reduce(row[next], sum);
  for (std::size_t i = 0; i < last; ++i) {
    if (i != own || writable_) free_.push_back(row[i]);
  }
  value_ = sum;
  writable_ = true;
}

std::uint32_t largest_product(std::uint32_t size, std::uint32_t radix) {
  std::uint64_t best = 1;
  for (std::uint64_t sevens = 1; sevens <= size; sevens *= 7) {
    for (std::uint64_t fives = sevens; fives <= size; fives *= 5) {
      for (std::uint64_t threes = fives; threes <= size; threes *= 3) {
        best = std::max<std::uint64_t>(best, threes * std::bit_floor(size / threes));
        if (radix < 3) break;
      }
      if (radix < 5) break;
    }
    if (radix < 7) break;
  }
  return static_cast<std::uint32_t>(best);
}

std::vector<std::uint32_t> factors_of(std::uint32_t product, std::uint32_t radix) {
  std::vector<std::uint32_t> factors;
  for (std::uint32_t factor = radix; factor > 1; --factor) {
    for (; product % factor == 0; product /= factor) factors.push_back(factor);
  }
  return factors;
}

void broadcast_binomial(Builder& builder, std::uint32_t root, Block block) {
  const Rotation rotation{root, builder.size()};
  const Binomial tree(rotation.relative(builder.rank()), builder.size());
  if (tree.relative != 0) builder.recv(rotation.rank(tree.parent()), block);
  for (std::uint32_t distance = tree.reach >> 1; distance > 0; distance >>= 1) {
    if (tree.has_child(distance)) builder.send(rotation.rank(tree.relative + distance), block);
  }
}

void reduce_to_root(Builder& builder, std::uint32_t root, std::int64_t count, Block result) {
  // Without commutativity the tree stands on rank 0, so that each subtree is a run of ranks, and the result travels
  // once more.
  const std::uint32_t top = builder.shape().commutative ? root : 0;
  const Rotation rotation{top, builder.size()};
  const Binomial tree(rotation.relative(builder.rank()), builder.size());
  const bool at_root = builder.rank() == root;
  // The contribution may be overwritten only where it lies in the place of the result.
  const Block own = builder.input(0, count);
  Fold fold = at_root ? Fold(builder, own, own == result, result) : Fold(builder, own, false);
  for (std::uint32_t distance = 1; distance < tree.reach; distance <<= 1) {
    if (!tree.has_child(distance)) continue;
    const Block operand = fold.place();
    builder.recv(rotation.rank(tree.relative + distance), operand);
    fold.with_higher(operand);
  }
  if (tree.relative != 0) builder.send(rotation.rank(tree.parent()), fold.value());
  if (top != root && builder.rank() == top) builder.send(root, fold.value());
  if (!at_root) return;
  if (top != root) {
    builder.recv(top, result);
  } else {
    fold.finish_in(result);
  }
}

}  // namespace baton::collectives
