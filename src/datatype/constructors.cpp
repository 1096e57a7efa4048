// SPDX-License-Identifier: BSD-3-Clause
// The constructors that are one list of parts: everything but arrays (arrays.cpp) and Fortran's kinds (f90.cpp).
#include "datatype/constructors.hpp"

#include "datatype/build.hpp"

namespace baton::datatype {
namespace {

constexpr Error negative_count{Code::invalid_argument, 0, "a datatype's count is negative"};
constexpr Error negative_block{Code::invalid_argument, 0, "a datatype's block length is negative"};
constexpr Error uneven_lists{Code::invalid_argument, 0, "a datatype's lists differ in length"};

/// The parts of the indexed family: block i of lengths[i] (or of lengths[0], if there is one for all).
/// `unit` turns displacements into bytes.
Result<TypeRef> blocks(Integers lengths, bool one_length, Integers displacements, std::int64_t unit,
                       const Datatype& old, Envelope envelope) {
  if (!one_length && lengths.size() != displacements.size()) return uneven_lists;
  Body body;
  body.parts.reserve(displacements.size());
  for (std::size_t i = 0; i < displacements.size(); ++i) {
    const std::int64_t length = lengths[one_length ? 0 : i];
    if (length < 0) return negative_block;
    const auto place = narrowed(static_cast<WideInteger>(displacements[i]) * unit);
    if (!place) return place.error();
    body.parts.push_back({*place, length, &old});
  }
  if (one_length && lengths[0] < 0) return negative_block;
  body.children.emplace_back(old);
  return build(std::move(body), std::move(envelope));
}

/// {count, values...}, the way contents return an array.
std::vector<std::int64_t> counted(Integers first, Integers second = {}) {
  std::vector<std::int64_t> values{static_cast<std::int64_t>(first.size())};
  values.insert(values.end(), first.begin(), first.end());
  values.insert(values.end(), second.begin(), second.end());
  return values;
}

Envelope indexed_envelope(Combiner combiner, Integers lengths, Integers displacements, bool bytes, const Datatype& old,
                          Width width) {
  Envelope envelope{.combiner = combiner, .width = width, .types = {TypeRef(old)}};
  if (width == Width::large) {
    envelope.counts = counted(lengths, displacements);
  } else if (bytes) {
    envelope.integers = counted(lengths);
    envelope.addresses.assign(displacements.begin(), displacements.end());
  } else {
    envelope.integers = counted(lengths, displacements);
  }
  return envelope;
}

Envelope block_envelope(Combiner combiner, std::int64_t length, Integers displacements, bool bytes, const Datatype& old,
                        Width width) {
  Envelope envelope{.combiner = combiner, .width = width, .types = {TypeRef(old)}};
  std::vector<std::int64_t> numbers{static_cast<std::int64_t>(displacements.size()), length};
  if (bytes && width == Width::narrow) {
    envelope.addresses.assign(displacements.begin(), displacements.end());
  } else {
    numbers.insert(numbers.end(), displacements.begin(), displacements.end());
  }
  (width == Width::large ? envelope.counts : envelope.integers) = std::move(numbers);
  return envelope;
}

Result<TypeRef> strided(std::int64_t count, std::int64_t blocklength, std::int64_t bytes, const Datatype& old,
                        Envelope envelope) {
  if (count < 0) return negative_count;
  if (blocklength < 0) return negative_block;
  Body body{.count = count, .stride = bytes, .parts = {{0, blocklength, &old}}, .children = {TypeRef(old)}};
  return build(std::move(body), std::move(envelope));
}

}  // namespace

Result<TypeRef> dup(const Datatype& old) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    Body body{.parts = {{0, 1, &old}}, .children = {TypeRef(old)}};
    Envelope envelope{.combiner = Combiner::dup, .types = {TypeRef(old)}};
    auto type = build(std::move(body), std::move(envelope));
    if (!type || !old.committed()) return type;
    if (auto status = (*type)->commit(); !status) return status.error();
    return type;
  });
}

Result<TypeRef> contiguous(std::int64_t count, const Datatype& old, Width width) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    if (count < 0) return negative_count;
    Body body{.parts = {{0, count, &old}}, .children = {TypeRef(old)}};
    Envelope envelope{.combiner = Combiner::contiguous, .width = width, .types = {TypeRef(old)}};
    (width == Width::large ? envelope.counts : envelope.integers) = {count};
    return build(std::move(body), std::move(envelope));
  });
}

Result<TypeRef> vector(std::int64_t count, std::int64_t blocklength, std::int64_t stride, const Datatype& old,
                       Width width) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    Envelope envelope{.combiner = Combiner::vector, .width = width, .types = {TypeRef(old)}};
    (width == Width::large ? envelope.counts : envelope.integers) = {count, blocklength, stride};
    const auto bytes = narrowed(static_cast<WideInteger>(stride) * old.extent());
    if (!bytes) return bytes.error();
    return strided(count, blocklength, *bytes, old, std::move(envelope));
  });
}

Result<TypeRef> hvector(std::int64_t count, std::int64_t blocklength, std::int64_t stride, const Datatype& old,
                        Width width) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    Envelope envelope{.combiner = Combiner::hvector, .width = width, .types = {TypeRef(old)}};
    if (width == Width::large) {
      envelope.counts = {count, blocklength, stride};
    } else {
      envelope.integers = {count, blocklength};
      envelope.addresses = {stride};
    }
    return strided(count, blocklength, stride, old, std::move(envelope));
  });
}

Result<TypeRef> indexed(Integers blocklengths, Integers displacements, const Datatype& old, Width width) noexcept {
  return guarded([&] {
    return blocks(blocklengths, false, displacements, old.extent(), old,
                  indexed_envelope(Combiner::indexed, blocklengths, displacements, false, old, width));
  });
}

Result<TypeRef> hindexed(Integers blocklengths, Integers displacements, const Datatype& old, Width width) noexcept {
  return guarded([&] {
    return blocks(blocklengths, false, displacements, 1, old,
                  indexed_envelope(Combiner::hindexed, blocklengths, displacements, true, old, width));
  });
}

Result<TypeRef> indexed_block(std::int64_t blocklength, Integers displacements, const Datatype& old,
                              Width width) noexcept {
  return guarded([&] {
    return blocks({&blocklength, 1}, true, displacements, old.extent(), old,
                  block_envelope(Combiner::indexed_block, blocklength, displacements, false, old, width));
  });
}

Result<TypeRef> hindexed_block(std::int64_t blocklength, Integers displacements, const Datatype& old,
                               Width width) noexcept {
  return guarded([&] {
    return blocks({&blocklength, 1}, true, displacements, 1, old,
                  block_envelope(Combiner::hindexed_block, blocklength, displacements, true, old, width));
  });
}

Result<TypeRef> create_struct(Integers blocklengths, Integers displacements, std::span<const Datatype* const> types,
                              Width width) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    if (blocklengths.size() != types.size() || displacements.size() != types.size()) return uneven_lists;
    Envelope envelope{.combiner = Combiner::struct_, .width = width};
    if (width == Width::large) {
      envelope.counts = counted(blocklengths, displacements);
    } else {
      envelope.integers = counted(blocklengths);
      envelope.addresses.assign(displacements.begin(), displacements.end());
    }
    Body body;
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (blocklengths[i] < 0) return negative_block;
      body.parts.push_back({displacements[i], blocklengths[i], types[i]});
      body.children.emplace_back(*types[i]);
      envelope.types.emplace_back(*types[i]);
    }
    return build(std::move(body), std::move(envelope));
  });
}

Result<TypeRef> resized(const Datatype& old, std::int64_t lb, std::int64_t extent, Width width) noexcept {
  return guarded([&]() -> Result<TypeRef> {
    Body body{.parts = {{0, 1, &old}}, .children = {TypeRef(old)}};
    Envelope envelope{.combiner = Combiner::resized, .width = width, .types = {TypeRef(old)}};
    (width == Width::large ? envelope.counts : envelope.addresses) = {lb, extent};
    const auto ub = narrowed(static_cast<WideInteger>(lb) + extent);
    if (!ub) return ub.error();
    const Bounds bounds{lb, *ub};
    return build(std::move(body), std::move(envelope), &bounds);
  });
}

}  // namespace baton::datatype
