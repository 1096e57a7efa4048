// SPDX-License-Identifier: BSD-3-Clause
// Places as text, oversubscription against a naive search, and whole hierarchies.
#include "topology/assemble.hpp"

#include <gtest/gtest.h>

#include <random>

namespace baton::topology {
namespace {

CpuSet set_of(std::string_view text) { return CpuSet::parse(text).value(); }
constexpr std::uint32_t none = Place::unknown;

LocalPlace place_of(std::string_view cpus, Place place) { return {set_of(cpus), place}; }

TEST(PlaceText, travels_unchanged) {
  for (const auto& place :
       {place_of("0-1,8", {0, 0, 0, 2, 5}), place_of("", {}), place_of("3", {0, 1, none, 7, none})}) {
    const std::string text = encode(place);
    EXPECT_EQ(text.find(' '), std::string::npos);
    EXPECT_EQ(decode(text).value(), place) << text;
  }
  EXPECT_EQ(encode(place_of("0-1,8", {0, 0, 0, 2, 5})), "0-1,8@0.0.2.5");
  EXPECT_EQ(encode(place_of("", {})), "@-.-.-.-");
}

TEST(PlaceText, is_short_for_a_rank_bound_to_a_numa_node_with_hyperthreads) {
  EXPECT_LE(encode(place_of("112-127,240-255", {0, 1, 7, none, none})).size(), 60U);
}

TEST(PlaceText, refuses_garbage) {
  for (const char* text : {"", "0-1", "0@", "0@1", "0@1.2.3", "0@1.2.3.4.5", "0@1.2.3.4x", "x@1.2.3.4", "0@1,2,3,4",
                           "0@.2.3.4", "0@1.2.3.99999999999", "0@-1.2.3.4"}) {
    EXPECT_FALSE(decode(text).has_value()) << text;
  }
}

bool fits_naively(const std::vector<CpuSet>& sets, std::size_t next, CpuSet used) {
  if (next == sets.size()) return true;
  for (const std::uint32_t cpu : sets[next].members()) {
    if (used.contains(cpu)) continue;
    CpuSet more = used;
    more.insert(cpu);
    if (fits_naively(sets, next + 1, more)) return true;
  }
  return false;
}

TEST(Oversubscribed, agrees_with_trying_everything) {
  std::mt19937 engine(3);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  int over = 0;
  for (int round = 0; round < 2000; ++round) {
    std::vector<CpuSet> sets(1 + random() % 6);
    for (CpuSet& set : sets) {
      const std::uint32_t members = 1 + random() % 3;
      for (std::uint32_t i = 0; i < members; ++i) set.insert(random() % 7);
    }
    const bool expected = !fits_naively(sets, 0, {});
    ASSERT_EQ(oversubscribed(sets), expected) << round;
    over += expected ? 1 : 0;
  }
  EXPECT_GT(over, 100);
  EXPECT_LT(over, 1900);
}

TEST(Oversubscribed, knows_the_common_cases) {
  EXPECT_FALSE(oversubscribed(std::vector{set_of("0-1"), set_of("0-1")}));
  EXPECT_TRUE(oversubscribed(std::vector{set_of("0-1"), set_of("0-1"), set_of("0-1")}));
  EXPECT_TRUE(oversubscribed(std::vector{set_of("0"), set_of("0"), set_of("0-7")}));
  EXPECT_FALSE(oversubscribed(std::vector{set_of("0"), set_of("1"), set_of("0-2")}));
  EXPECT_FALSE(oversubscribed(std::vector{set_of(""), set_of("0"), set_of("")}));
  EXPECT_FALSE(oversubscribed(std::vector<CpuSet>{}));
}

TEST(Oversubscribed, is_quick_for_a_large_node) {
  std::vector<CpuSet> sets(512, set_of("0-511"));
  EXPECT_FALSE(oversubscribed(sets));
  // Each prefers what the others need: long augmenting paths.
  for (std::uint32_t i = 0; i < 512; ++i) {
    sets[i] = CpuSet();
    sets[i].insert(i == 0 ? 0 : i - 1, i);
  }
  EXPECT_FALSE(oversubscribed(sets));
  sets.push_back(set_of("511"));
  EXPECT_TRUE(oversubscribed(sets));
}

TEST(Assemble, makes_nodes_dense_and_judges_the_callers_own) {
  const std::vector ranks = {place_of("0", {0, 0, 0, 0, 0}), place_of("1", {0, 0, 0, 0, 1}),
                             place_of("0", {0, 0, 0, 0, 0}), place_of("0", {0, 0, 0, 0, 0})};
  const std::vector<std::uint32_t> nodes = {7, 7, 3, 3};
  const Hierarchy first = assemble(ranks, nodes, 0);
  EXPECT_EQ(first.places, (std::vector<Place>{{0, 0, 0, 0, 0}, {0, 0, 0, 0, 1}, {1, 0, 0, 0, 0}, {1, 0, 0, 0, 0}}));
  EXPECT_FALSE(first.oversubscribed);
  EXPECT_TRUE(assemble(ranks, nodes, 2).oversubscribed);
}

}  // namespace
}  // namespace baton::topology
