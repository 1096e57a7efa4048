// SPDX-License-Identifier: BSD-3-Clause
// The reference: a datatype as the list of its basic elements, straight from the standard's definitions, in the
// plainest way. And a maker of random types that grows a Datatype and its typemap side by side.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

#include "datatype/constructors.hpp"
#include "datatype/datatype.hpp"

namespace baton::datatype::test {

struct Item {
  Kind kind;
  std::int64_t place;
};

/// Elements in order, and the markers of set bounds.
struct Typemap {
  std::vector<Item> items;
  std::vector<std::int64_t> lower;
  std::vector<std::int64_t> upper;

  [[nodiscard]] std::int64_t size() const {
    std::int64_t sum = 0;
    for (const Item& item : items) sum += info(item.kind).size;
    return sum;
  }
  [[nodiscard]] std::int64_t true_lb() const {
    std::int64_t low = items.empty() ? 0 : items[0].place;
    for (const Item& item : items) low = std::min(low, item.place);
    return low;
  }
  [[nodiscard]] std::int64_t true_ub() const {
    std::int64_t high = items.empty() ? 0 : items[0].place;
    for (const Item& item : items) high = std::max(high, item.place + info(item.kind).size);
    return high;
  }
  [[nodiscard]] std::int64_t lb() const { return lower.empty() ? true_lb() : *std::ranges::min_element(lower); }
  [[nodiscard]] std::int64_t ub() const {
    if (!upper.empty()) return *std::ranges::max_element(upper);
    std::int64_t alignment = 1;
    for (const Item& item : items) alignment = std::max<std::int64_t>(alignment, info(item.kind).alignment);
    std::int64_t high = true_ub();
    while ((high - true_lb()) % alignment != 0) ++high;
    return high;
  }
  [[nodiscard]] std::int64_t extent() const { return ub() - lb(); }

  void add(const Typemap& other, std::int64_t shift) {
    for (const Item& item : other.items) items.push_back({item.kind, item.place + shift});
    for (const std::int64_t marker : other.lower) lower.push_back(marker + shift);
    for (const std::int64_t marker : other.upper) upper.push_back(marker + shift);
  }
  void add_block(const Typemap& other, std::int64_t shift, std::int64_t count) {
    const std::int64_t step = other.extent();
    for (std::int64_t i = 0; i < count; ++i) add(other, shift + i * step);
  }

  /// The bytes of `count` elements in packed order, as offsets from the buffer's address.
  [[nodiscard]] std::vector<std::int64_t> bytes(std::int64_t count) const {
    std::vector<std::int64_t> places;
    const std::int64_t step = extent();
    for (std::int64_t i = 0; i < count; ++i) {
      for (const Item& item : items) {
        for (std::int64_t b = 0; b < info(item.kind).size; ++b) places.push_back(i * step + item.place + b);
      }
    }
    return places;
  }
};

struct Sample {
  TypeRef type;
  Typemap map;
};

inline Sample basic(Kind kind) {
  Typemap map;
  if (const PairParts parts = pair_parts(kind); parts.value != Kind::none) {
    const std::int64_t alignment = info(parts.index).alignment;
    map.items = {{parts.value, 0}, {parts.index, (info(parts.value).size + alignment - 1) / alignment * alignment}};
  } else {
    map.items = {{kind, 0}};
  }
  return {TypeRef(builtin(kind)), map};
}

/// Indices of a distributed or sub-array that are ours: in storage order, `mine(dimension, index)`.
template <class Mine>
Typemap array_map(const Typemap& old, Integers sizes, Order order, Mine mine) {
  Typemap map;
  const std::size_t n = sizes.size();
  std::int64_t total = 1;
  for (const std::int64_t size : sizes) total *= size;
  for (std::int64_t linear = 0; linear < total; ++linear) {
    std::int64_t rest = linear;
    bool ours = true;
    for (std::size_t step = 0; step < n; ++step) {
      const std::size_t d = order == Order::c ? n - 1 - step : step;
      ours &= mine(d, rest % sizes[d]);
      rest /= sizes[d];
    }
    if (ours) map.add(old, linear * old.extent());
  }
  const std::int64_t extent = old.extent();
  map.lower = {0};
  map.upper = {total * extent};
  return map;
}

class RandomTypes {
 public:
  explicit RandomTypes(std::uint64_t seed) : random_(seed) {}

  std::int64_t pick(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(high - low + 1));
  }

  /// Mostly at least one, sometimes none: types that are all empty teach little.
  std::int64_t some(std::int64_t high) { return pick(0, 15) == 0 ? 0 : pick(1, high); }

  Sample make(int depth) {
    if (depth == 0 || pick(0, 9) == 0) return leaf();
    for (;;) {
      Sample child = make(depth - 1);
      if (child.map.items.size() > 400) continue;
      if (child.map.extent() > 100000 || child.map.extent() < -100000) continue;
      return derive(child, depth);
    }
  }

  std::mt19937_64& engine() { return random_; }

 private:
  Sample leaf() { return basic(static_cast<Kind>(pick(1, static_cast<std::int64_t>(kind_count) - 1))); }

  std::vector<std::int64_t> list(std::int64_t n, std::int64_t low, std::int64_t high) {
    std::vector<std::int64_t> values;
    for (std::int64_t i = 0; i < n; ++i) values.push_back(pick(low, high));
    return values;
  }

  std::vector<std::int64_t> lengths_of(std::int64_t n, std::int64_t high) {
    std::vector<std::int64_t> values;
    for (std::int64_t i = 0; i < n; ++i) values.push_back(some(high));
    return values;
  }

  /// Displacements: sometimes in steps, sometimes side by side, sometimes anywhere.
  std::vector<std::int64_t> places(std::int64_t n, std::int64_t unit) {
    if (pick(0, 2) == 0) return list(n, -20, 20);
    const std::int64_t step = pick(0, 1) == 0 ? unit : pick(-16, 16);
    const std::int64_t start = pick(-8, 8);
    std::vector<std::int64_t> values;
    for (std::int64_t i = 0; i < n; ++i) values.push_back(start + i * step);
    return values;
  }

  Sample derive(const Sample& child, int depth) {
    const Datatype& old = *child.type;
    const Typemap& map = child.map;
    const std::int64_t unit = map.extent();
    switch (pick(0, 11)) {
      case 0: return {dup(old).value(), map};
      case 1: {
        const std::int64_t count = some(5);
        Typemap result;
        result.add_block(map, 0, count);
        return {contiguous(count, old).value(), result};
      }
      case 2: {
        const std::int64_t count = some(4), length = some(3), stride = pick(-4, 4);
        Typemap result;
        for (std::int64_t i = 0; i < count; ++i) result.add_block(map, i * stride * unit, length);
        return {vector(count, length, stride, old).value(), result};
      }
      case 3: {
        const std::int64_t count = some(4), length = some(3);
        const std::int64_t stride = pick(0, 1) == 0 ? length * unit : pick(-60, 60);
        Typemap result;
        for (std::int64_t i = 0; i < count; ++i) result.add_block(map, i * stride, length);
        return {hvector(count, length, stride, old).value(), result};
      }
      case 4:
      case 5: {
        const bool bytes = pick(0, 1) == 0;
        const auto lengths = lengths_of(some(5), 3);
        const auto at = places(static_cast<std::int64_t>(lengths.size()), bytes ? unit : 1);
        Typemap result;
        for (std::size_t i = 0; i < at.size(); ++i) result.add_block(map, at[i] * (bytes ? 1 : unit), lengths[i]);
        return {(bytes ? hindexed(lengths, at, old) : indexed(lengths, at, old)).value(), result};
      }
      case 6: {
        const bool bytes = pick(0, 1) == 0;
        const std::int64_t length = some(3);
        const auto at = places(some(5), bytes ? unit : 1);
        Typemap result;
        for (const std::int64_t place : at) result.add_block(map, place * (bytes ? 1 : unit), length);
        return {(bytes ? hindexed_block(length, at, old) : indexed_block(length, at, old)).value(), result};
      }
      case 7:
      case 8: return structure(child, depth);
      case 9: {
        const std::int64_t lb = pick(-20, 20), extent = pick(-40, 60);
        Typemap result = map;
        result.lower = {lb};
        result.upper = {lb + extent};
        return {resized(old, lb, extent).value(), result};
      }
      case 10: return sub(child);
      default: return distributed(child);
    }
  }

  Sample structure(const Sample& child, int depth) {
    std::vector<Sample> parts{child};
    const std::int64_t more = pick(0, 3);
    for (std::int64_t i = 0; i < more; ++i) {
      Sample next = make(static_cast<int>(pick(0, depth - 1)));
      if (next.map.items.size() <= 200) parts.push_back(next);
    }
    const auto lengths = lengths_of(static_cast<std::int64_t>(parts.size()), 2);
    std::vector<std::int64_t> at;
    std::vector<const Datatype*> types;
    Typemap result;
    std::int64_t next = pick(-8, 8);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      at.push_back(pick(0, 2) == 0 ? pick(-100, 100) : next);
      next = at.back() + lengths[i] * parts[i].map.extent();
      types.push_back(parts[i].type.get());
      result.add_block(parts[i].map, at.back(), lengths[i]);
    }
    return {create_struct(lengths, at, types).value(), result};
  }

  Sample sub(const Sample& child) {
    const auto n = static_cast<std::size_t>(pick(1, 3));
    const auto sizes = list(static_cast<std::int64_t>(n), 1, 4);
    std::vector<std::int64_t> subsizes, starts;
    for (const std::int64_t size : sizes) {
      subsizes.push_back(pick(1, size));
      starts.push_back(pick(0, size - subsizes.back()));
    }
    const Order order = pick(0, 1) == 0 ? Order::c : Order::fortran;
    const auto mine = [&](std::size_t d, std::int64_t i) { return i >= starts[d] && i < starts[d] + subsizes[d]; };
    return {subarray(sizes, subsizes, starts, order, *child.type, 0).value(), array_map(child.map, sizes, order, mine)};
  }

  Sample distributed(const Sample& child) {
    const auto n = static_cast<std::size_t>(pick(1, 3));
    const auto sizes = list(static_cast<std::int64_t>(n), 1, 5);
    std::vector<std::int64_t> grid, arguments, blocks, coordinates;
    std::vector<Distribution> distributions;
    std::int64_t processes = 1, rank = 0;
    for (std::size_t d = 0; d < n; ++d) {
      const auto distribution = static_cast<Distribution>(pick(0, 2));
      distributions.push_back(distribution);
      grid.push_back(distribution == Distribution::none ? 1 : pick(1, 3));
      const std::int64_t even = (sizes[d] + grid[d] - 1) / grid[d];
      std::int64_t argument = pick(0, 1) == 0 ? default_argument : pick(1, 3);
      if (distribution == Distribution::block && argument != default_argument) argument = even + argument - 1;
      arguments.push_back(argument);
      blocks.push_back(distribution == Distribution::none    ? sizes[d]
                       : argument != default_argument        ? argument
                       : distribution == Distribution::block ? even
                                                             : 1);
      coordinates.push_back(pick(0, grid[d] - 1));
      processes *= grid[d];
      rank = rank * grid[d] + coordinates[d];
    }
    const Order order = pick(0, 1) == 0 ? Order::c : Order::fortran;
    const auto mine = [&](std::size_t d, std::int64_t i) { return i / blocks[d] % grid[d] == coordinates[d]; };
    const DistributedArray array{.processes = processes,
                                 .rank = rank,
                                 .sizes = sizes,
                                 .distributions = distributions,
                                 .arguments = arguments,
                                 .grid = grid,
                                 .order = order,
                                 .raw_distributions = {},
                                 .raw_arguments = {},
                                 .raw_order = 0};
    return {darray(array, *child.type).value(), array_map(child.map, sizes, order, mine)};
  }

  std::mt19937_64 random_;
};

}  // namespace baton::datatype::test
