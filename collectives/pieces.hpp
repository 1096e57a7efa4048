// SPDX-License-Identifier: BSD-3-Clause
// What several algorithms share: powers of two, cutting a vector into parts, folding operands in rank order, trees.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "collectives/builder.hpp"

namespace baton::collectives {

[[nodiscard]] constexpr bool is_power_of_two(std::uint32_t n) noexcept { return std::has_single_bit(n); }
/// The least k with 2^k >= n.
[[nodiscard]] constexpr std::uint32_t ceil_log2(std::uint32_t n) noexcept {
  return n <= 1 ? 0 : static_cast<std::uint32_t>(std::bit_width(n - 1));
}

/// `total` elements cut into `parts` runs whose lengths differ by one at most.
struct Partition {
  std::int64_t total;
  std::uint32_t parts;
  [[nodiscard]] std::int64_t offset(std::uint32_t i) const noexcept {
    const std::int64_t longer = total % parts;
    return total / parts * i + (i < longer ? i : longer);
  }
  /// Length of the parts [first, end).
  [[nodiscard]] std::int64_t count(std::uint32_t first, std::uint32_t end) const noexcept {
    return offset(end) - offset(first);
  }
  [[nodiscard]] std::int64_t count(std::uint32_t i) const noexcept { return count(i, i + 1); }
};

/// Ranks renumbered so that the root is 0.
struct Rotation {
  std::uint32_t root;
  std::uint32_t size;
  [[nodiscard]] std::uint32_t relative(std::uint32_t rank) const noexcept { return (rank + size - root) % size; }
  [[nodiscard]] std::uint32_t rank(std::uint32_t relative) const noexcept { return (relative + root) % size; }
};

/// Place of a relative rank in the binomial tree over [0, size): it stands above [relative, relative + span).
struct Binomial {
  std::uint32_t relative;
  std::uint32_t size;
  std::uint32_t reach;  // a power of two: child i stands at relative + 2^i for each 2^i < reach

  Binomial(std::uint32_t relative_rank, std::uint32_t ranks) noexcept
      : relative(relative_rank),
        size(ranks),
        reach(relative_rank == 0 ? std::bit_ceil(ranks) : relative_rank & (~relative_rank + 1)) {}
  [[nodiscard]] std::uint32_t parent() const noexcept { return relative - reach; }
  [[nodiscard]] std::uint32_t span() const noexcept { return span_of(reach); }
  /// Span of the subtree of the child at distance `distance`.
  [[nodiscard]] std::uint32_t child_span(std::uint32_t distance) const noexcept {
    const std::uint32_t rest = size - relative - distance;
    return rest < distance ? rest : distance;
  }
  [[nodiscard]] bool has_child(std::uint32_t distance) const noexcept { return relative + distance < size; }

 private:
  [[nodiscard]] std::uint32_t span_of(std::uint32_t n) const noexcept {
    return size - relative < n ? size - relative : n;
  }
};

/// The ranks beyond a number that suits an algorithm step aside: of the first 2 * extra ranks each even one hands its
/// work to the odd one above it, so that the rest is renumbered [0, core) in rank order. `core`: at least half of all.
struct FoldedCore {
  std::uint32_t core;
  std::uint32_t extra;
  FoldedCore(std::uint32_t size, std::uint32_t core_size) noexcept : core(core_size), extra(size - core_size) {}
  [[nodiscard]] bool folded(std::uint32_t rank) const noexcept { return rank < 2 * extra; }
  [[nodiscard]] bool steps_aside(std::uint32_t rank) const noexcept { return folded(rank) && rank % 2 == 0; }
  [[nodiscard]] std::uint32_t inner(std::uint32_t rank) const noexcept {
    return folded(rank) ? rank / 2 : rank - extra;
  }
  [[nodiscard]] std::uint32_t rank(std::uint32_t inner) const noexcept {
    return inner < extra ? 2 * inner + 1 : inner + extra;
  }
  /// The first rank whose work the inner rank does (its own, or that of the even rank below it).
  [[nodiscard]] std::uint32_t first_rank(std::uint32_t inner) const noexcept {
    return inner < extra ? 2 * inner : inner + extra;
  }
};
struct PowerOfTwoCore : FoldedCore {
  explicit PowerOfTwoCore(std::uint32_t size) noexcept : FoldedCore(size, std::bit_floor(size)) {}
};

/// The largest number up to `size` that is a product of factors up to `radix` (at most 8), and those factors.
[[nodiscard]] std::uint32_t largest_product(std::uint32_t size, std::uint32_t radix);
[[nodiscard]] std::vector<std::uint32_t> factors_of(std::uint32_t product, std::uint32_t radix);

/// A value that grows by operands of lower or higher ranks. It keeps their order when the operation does not commute,
/// and avoids copies.
class Fold {
 public:
  /// `start`: the first value. `writable`: it may be overwritten. `result`: where the value should end, if anywhere.
  Fold(Builder& builder, Block start, bool writable) : builder_(builder), value_(start), writable_(writable) {}
  Fold(Builder& builder, Block start, bool writable, Block result) : Fold(builder, start, writable) {
    if (!(result == start)) free_.push_back(result);
  }

  [[nodiscard]] const Block& value() const noexcept { return value_; }
  /// A block for place() to give out, before new memory is taken; the one lent last goes first.
  void lend(const Block& block) { free_.push_back(block); }
  /// A block for the next operand.
  [[nodiscard]] Block place();
  /// value = lower op value; value = value op higher. The operand lies in a block got from place().
  void with_lower(const Block& lower);
  void with_higher(const Block& higher);
  void with(const Block& operand, bool is_lower) {
    if (is_lower) {
      with_lower(operand);
    } else {
      with_higher(operand);
    }
  }
  /// value = the reduction of a row of operands in their order, of which this value is number `own` (that entry is not
  /// looked at); the others lie in blocks got from place(). The same brackets whatever `own` is, so that all ranks of a
  /// row come to the same bits.
  void with_row(std::vector<Block> row, std::size_t own);
  /// Takes over a value that arrived from elsewhere in a block got from place().
  void become(const Block& other);
  void finish_in(const Block& result) { builder_.copy(value_, result); }

 private:
  void onto_operand(const Block& operand);
  void onto_value(const Block& operand);

  Builder& builder_;
  Block value_;
  bool writable_;
  std::vector<Block> free_;
};

/// Broadcast of one block down a binomial tree. Cost: ceil(log2 P) messages deep.
void broadcast_binomial(Builder& builder, std::uint32_t root, Block block);

/// Reduction of `count` elements up a binomial tree, in rank order when the operation does not commute.
/// At the root the result ends in `result`; elsewhere that block is not used.
void reduce_to_root(Builder& builder, std::uint32_t root, std::int64_t count, Block result);

}  // namespace baton::collectives
