// SPDX-License-Identifier: BSD-3-Clause
// Copies move the same bytes wherever the buffers lie, backwards too, and nothing beside them.
#include "base/copy.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace baton {
namespace {

constexpr std::size_t page = 4096;

/// The first address of a page in the block.
std::byte* page_in(std::vector<std::byte>& block) {
  void* start = block.data();
  std::size_t room = block.size();
  return static_cast<std::byte*>(std::align(page, page, start, room));
}

TEST(Copy, moves_the_same_bytes_for_every_distance_within_a_page) {
  constexpr std::size_t longest = 3 * page;
  std::vector<std::byte> source(longest + 2 * page);
  std::vector<std::byte> target(longest + 4 * page);
  for (std::size_t i = 0; i < source.size(); ++i) source[i] = static_cast<std::byte>(i * 7 + i / 251);
  for (const std::size_t distance : {0, 1, 8, 16, 31, 32, 64, 2048, 4080, 4095}) {
    for (const std::size_t bytes : {0UL, 1UL, 8UL, 63UL, 2048UL, 4095UL, 4096UL, 4097UL, 4160UL, longest}) {
      std::fill(target.begin(), target.end(), std::byte{0xA5});
      const std::byte* const from = page_in(source) + 24;
      std::byte* const to = page_in(target) + 24 + distance;
      copy_bytes(to, from, bytes);
      ASSERT_TRUE(std::equal(to, to + bytes, from)) << bytes << " bytes, " << distance << " behind";
      ASSERT_TRUE(std::all_of(target.data(), to, [](std::byte each) { return each == std::byte{0xA5}; }));
      ASSERT_TRUE(std::all_of(to + bytes, target.data() + target.size(),
                              [](std::byte each) { return each == std::byte{0xA5}; }));
      std::fill(to, to + bytes, std::byte{0});
      copy_backwards(to, from, bytes);
      ASSERT_TRUE(std::equal(to, to + bytes, from)) << bytes << " bytes, " << distance << " behind";
    }
  }
}

TEST(Copy, knows_where_a_target_follows_its_source_within_the_page) {
  const std::uintptr_t base = 5 * page + 100;
  const auto at = [](std::uintptr_t address) { return reinterpret_cast<const void*>(address); };
  for (const std::uintptr_t pages : {0UL, 3UL, 1000UL}) {
    for (const std::uintptr_t behind : {1UL, 16UL, 31UL}) {
      EXPECT_TRUE(follows_in_page(at(base + pages * page + behind), at(base)));
      EXPECT_TRUE(follows_in_page(at(base + behind), at(base + pages * page)));
      EXPECT_FALSE(follows_in_page(at(base), at(base + pages * page + behind)));
    }
    for (const std::uintptr_t behind : {0UL, 32UL, 2048UL, 4065UL})
      EXPECT_FALSE(follows_in_page(at(base + pages * page + behind), at(base))) << behind;
  }
}

}  // namespace
}  // namespace baton
