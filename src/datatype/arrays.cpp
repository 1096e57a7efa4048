// SPDX-License-Identifier: BSD-3-Clause
// Subarrays and distributed arrays: nests of plainer types, one a dimension, framed by the whole array's bounds.
#include <algorithm>
#include <limits>

#include "datatype/build.hpp"
#include "datatype/constructors.hpp"

namespace baton::datatype {
namespace {

constexpr Error uneven_lists{Code::invalid_argument, 0, "an array's lists differ in length or are empty"};
constexpr Error bad_sizes{Code::invalid_argument, 0, "an array's sizes must be at least 1"};
constexpr Error bad_subarray{Code::invalid_argument, 0, "a subarray does not lie within its array"};
constexpr Error bad_rank{Code::invalid_argument, 0, "a distributed array's rank is not below its process count"};
constexpr Error bad_grid{Code::invalid_argument, 0, "a distributed array's process grid does not multiply to its size"};
constexpr Error bad_argument{Code::invalid_argument, 0, "a distribution argument is not positive"};
constexpr Error bad_block{Code::invalid_argument, 0, "a block distribution's blocks do not cover the array"};
constexpr Error bad_none{Code::invalid_argument, 0, "a dimension without distribution needs one process"};

/// A type under way: what of each dimension handled so far is ours, and where it begins.
struct Nest {
  TypeRef type;
  std::int64_t stride = 0;  // bytes from one index of the next dimension to the following
  std::int64_t start = 0;   // bytes ahead of the first element
};

/// The body of the finished array: the nest at its start, inside bounds [0, bytes of the whole array).
Result<TypeRef> framed(Nest nest, Envelope envelope) {
  Body body{.parts = {{nest.start, 1, nest.type.get()}}, .children = {}};
  body.children.push_back(std::move(nest.type));
  const Bounds bounds{0, nest.stride};
  return build(std::move(body), std::move(envelope), &bounds);
}

/// The dimensions from the fastest to the slowest.
std::size_t dimension(std::size_t step, std::size_t dimensions, Order order) {
  return order == Order::fortran ? step : dimensions - 1 - step;
}

/// Adds a dimension of `size` indices of which the `count` from `first` on are ours.
Status add_range(Nest& nest, std::int64_t size, std::int64_t first, std::int64_t count) {
  auto type = hvector(count, 1, nest.stride, *nest.type);
  if (!type) return type.error();
  const auto start = narrowed(static_cast<WideInteger>(first) * nest.stride + nest.start);
  const auto whole = narrowed(static_cast<WideInteger>(size) * nest.stride);
  if (!start) return start.error();
  if (!whole) return whole.error();
  nest = {std::move(*type), *whole, *start};
  return {};
}

/// Adds a dimension dealt out in blocks of `block` in turn to `processes`, of which ours has coordinate `mine`.
Status add_cyclic(Nest& nest, std::int64_t size, std::int64_t block, std::int64_t processes, std::int64_t mine) {
  const auto round = narrowed(static_cast<WideInteger>(block) * processes);
  const auto ahead = narrowed(static_cast<WideInteger>(block) * mine);
  if (!round) return round.error();
  if (!ahead) return ahead.error();
  const std::int64_t behind = std::max<std::int64_t>(0, size - *ahead);  // indices from our first block on
  const std::int64_t whole = behind / *round + (behind % *round >= block ? 1 : 0);
  const std::int64_t rest = behind % *round >= block ? 0 : behind % *round;
  const auto step = narrowed(static_cast<WideInteger>(nest.stride) * *round);
  const auto start = narrowed(static_cast<WideInteger>(behind > 0 ? *ahead : 0) * nest.stride + nest.start);
  const auto bytes = narrowed(static_cast<WideInteger>(size) * nest.stride);
  if (!step) return step.error();
  if (!start) return start.error();
  if (!bytes) return bytes.error();
  auto full = hvector(block, 1, nest.stride, *nest.type);
  if (!full) return full.error();
  auto blocks = hvector(whole, 1, *step, **full);
  if (!blocks) return blocks.error();
  if (rest > 0) {
    auto tail = hvector(rest, 1, nest.stride, *nest.type);
    if (!tail) return tail.error();
    const std::int64_t ones[] = {1, 1};
    const std::int64_t places[] = {0, whole * *step};
    const Datatype* types[] = {blocks->get(), tail->get()};
    blocks = create_struct(ones, places, types);
    if (!blocks) return blocks.error();
  }
  nest = {std::move(*blocks), *bytes, *start};
  return {};
}

Status add_distributed(Nest& nest, const DistributedArray& array, std::size_t d, std::int64_t mine) {
  const std::int64_t size = array.sizes[d];
  const std::int64_t processes = array.grid[d];
  std::int64_t argument = array.arguments[d];
  if (array.distributions[d] == Distribution::none) {
    if (processes != 1) return bad_none;
    return add_range(nest, size, 0, size);
  }
  const bool block = array.distributions[d] == Distribution::block;
  if (argument == default_argument) {
    argument = block ? size / processes + (size % processes != 0 ? 1 : 0) : 1;
  } else if (argument <= 0) {
    return bad_argument;
  }
  if (block && static_cast<WideInteger>(argument) * processes < size) return bad_block;
  // A block distribution is a cyclic one whose first round covers everything.
  return add_cyclic(nest, size, argument, processes, mine);
}

void append(std::vector<std::int64_t>& to, Integers from) { to.insert(to.end(), from.begin(), from.end()); }

Status check(const DistributedArray& array) {
  const std::size_t dimensions = array.sizes.size();
  if (dimensions == 0 || array.distributions.size() != dimensions || array.arguments.size() != dimensions ||
      array.grid.size() != dimensions) {
    return uneven_lists;
  }
  if (array.rank < 0 || array.rank >= array.processes) return bad_rank;
  WideInteger product = 1;
  for (std::size_t d = 0; d < dimensions; ++d) {
    if (array.sizes[d] < 1) return bad_sizes;
    if (array.grid[d] < 1) return bad_grid;
    product *= array.grid[d];
    if (product > array.processes) return bad_grid;
  }
  if (product != array.processes) return bad_grid;
  return {};
}

}  // namespace

Result<TypeRef> subarray(Integers sizes, Integers subsizes, Integers starts, Order order, const Datatype& old,
                         std::int64_t order_value, Width width) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    const std::size_t dimensions = sizes.size();
    if (dimensions == 0 || subsizes.size() != dimensions || starts.size() != dimensions) return uneven_lists;
    for (std::size_t d = 0; d < dimensions; ++d) {
      if (sizes[d] < 1 || subsizes[d] < 1) return bad_sizes;
      if (starts[d] < 0 || subsizes[d] > sizes[d] || starts[d] > sizes[d] - subsizes[d]) return bad_subarray;
    }
    Envelope envelope{.combiner = Combiner::subarray, .width = width, .types = {TypeRef(old)}};
    envelope.integers = {static_cast<std::int64_t>(dimensions)};
    auto& numbers = width == Width::large ? envelope.counts : envelope.integers;
    for (const Integers list : {sizes, subsizes, starts}) append(numbers, list);
    envelope.integers.push_back(order_value);

    Nest nest{TypeRef(old), old.extent(), 0};
    for (std::size_t step = 0; step < dimensions; ++step) {
      const std::size_t d = dimension(step, dimensions, order);
      if (auto added = add_range(nest, sizes[d], starts[d], subsizes[d]); !added) return added.error();
    }
    return framed(std::move(nest), std::move(envelope));
  });
}

Result<TypeRef> darray(const DistributedArray& array, const Datatype& old, Width width) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    if (auto good = check(array); !good) return good.error();
    const std::size_t dimensions = array.sizes.size();
    Envelope envelope{.combiner = Combiner::darray, .width = width, .types = {TypeRef(old)}};
    envelope.integers = {array.processes, array.rank, static_cast<std::int64_t>(dimensions)};
    append(width == Width::large ? envelope.counts : envelope.integers, array.sizes);
    for (const Integers list : {array.raw_distributions, array.raw_arguments, array.grid}) {
      append(envelope.integers, list);
    }
    envelope.integers.push_back(array.raw_order);

    // The grid's coordinates are those of a row-major (C) grid, whatever the array's order.
    std::vector<std::int64_t> coordinates(dimensions);
    std::int64_t rest = array.rank;
    for (std::size_t d = dimensions; d-- > 0;) {
      coordinates[d] = rest % array.grid[d];
      rest /= array.grid[d];
    }
    Nest nest{TypeRef(old), old.extent(), 0};
    for (std::size_t step = 0; step < dimensions; ++step) {
      const std::size_t d = dimension(step, dimensions, array.order);
      if (auto added = add_distributed(nest, array, d, coordinates[d]); !added) return added.error();
    }
    return framed(std::move(nest), std::move(envelope));
  });
}

}  // namespace baton::datatype
