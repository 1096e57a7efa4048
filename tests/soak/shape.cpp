// SPDX-License-Identifier: BSD-3-Clause
#include "soak/shape.hpp"

#include <algorithm>
#include <cstring>

namespace baton::soak {

const std::vector<Element>& elements() {
  using enum Element::Made;
  static const std::vector<Element> all = [] {
    std::vector<Element> made{
        {bytes, {{0, 1}}, 0, 1, 0},
        {vector, {{0, 3}, {7, 3}, {14, 3}, {21, 3}, {28, 3}}, 0, 31, 0},
        {vector, {}, 0, 63 * 128 + 64, 0},  // every second cache line
        {hvector, {{0, 2}, {-6, 2}, {-12, 2}, {-18, 2}}, -18, 20, 0},
        {indexed, {{20, 4}, {3, 1}, {40, 9}, {30, 2}}, 3, 46, 0},
        {structure, {{0, 8}, {16, 1}, {9, 3}}, 0, 24, 0},
        {hindexed, {{-13, 5}, {-4, 3}}, -16, 20, 0},
        {descending, {{0, 16}}, 0, -16, 0},
    };
    for (std::int64_t i = 0; i < 64; ++i) made[2].runs.push_back({128 * i, 64});
    for (Element& element : made) {
      for (const Run& run : element.runs) element.size += run.bytes;
    }
    return made;
  }();
  return all;
}

Shape::Shape(const Element& element, std::int64_t count) noexcept : element_(&element), count_(count) {
  if (count == 0) return;
  low_ = element.runs.front().at;
  for (const Run& run : element.runs) {
    low_ = std::min(low_, run.at);
    high_ = std::max(high_, run.at + run.bytes);
  }
  const std::int64_t last = (count - 1) * element.extent;
  low_ += std::min<std::int64_t>(0, last);
  high_ += std::max<std::int64_t>(0, last);
}

template <class Move>
void Shape::each(std::size_t packed, Move&& move) const noexcept {
  if (element_->made == Element::Made::bytes) {
    move(0, packed, 0);
    return;
  }
  std::size_t done = 0;
  for (std::int64_t i = 0; i < count_ && done < packed; ++i) {
    for (const Run& run : element_->runs) {
      const std::size_t bytes = std::min(static_cast<std::size_t>(run.bytes), packed - done);
      move(static_cast<std::size_t>(run.at + i * element_->extent - low_), bytes, done);
      done += bytes;
    }
  }
}

void Shape::scatter(std::span<const unsigned char> packed, unsigned char* memory) const noexcept {
  each(packed.size(), [&](std::size_t at, std::size_t bytes, std::size_t done) {
    if (bytes != 0) std::memcpy(memory + at, packed.data() + done, bytes);
  });
}

void Shape::gather(const unsigned char* memory, std::span<unsigned char> packed) const noexcept {
  each(packed.size(), [&](std::size_t at, std::size_t bytes, std::size_t done) {
    if (bytes != 0) std::memcpy(packed.data() + done, memory + at, bytes);
  });
}

}  // namespace baton::soak
