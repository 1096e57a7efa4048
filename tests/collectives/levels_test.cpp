// SPDX-License-Identifier: BSD-3-Clause
// The domains of ranks on pretended machines, and the ways to divide the ranks that are made of them.
#include <gtest/gtest.h>

#include "tests/collectives/machines.hpp"

namespace baton::collectives::test {
namespace {

using arena::Distance;
using arena::Levels;

std::vector<std::size_t> depths(const Levels& levels) {
  std::vector<std::size_t> all;
  for (const arena::Way& way : levels.ways) all.push_back(way.split.size());
  return all;
}

TEST(Levels, AMachineOfPackagesNumaNodesAndCachesIsDividedInSevenWays) {
  const Levels levels = levels_of("pack:2 numa:4 l3:2 core:8 pu:1", 64, Placement::spread);
  EXPECT_EQ(depths(levels), (std::vector<std::size_t>{1, 1, 2, 1, 2, 2, 3}));
  const arena::Split& whole = levels.ways.back().split;
  EXPECT_EQ(whole[0].count(), 2U);
  EXPECT_EQ(whole[1].count(), 8U);
  EXPECT_EQ(whole[2].count(), 16U);
  EXPECT_EQ(whole[2].each, 4U);
  EXPECT_TRUE(whole[2].runs);
  EXPECT_EQ(levels.between(0, 3), Distance::cache);
  EXPECT_EQ(levels.between(3, 4), Distance::numa);
  EXPECT_EQ(levels.between(7, 8), Distance::package);
  EXPECT_EQ(levels.between(31, 32), Distance::machine);
}

TEST(Levels, WhatDoesNotDivideIsLeftOut) {
  EXPECT_TRUE(levels_of("pack:1 l3:1 core:16 pu:1", 16, Placement::spread).ways.empty());
  // A rank in each cache: only packages hold several.
  const Levels alone = levels_of("pack:2 numa:1 l3:4 core:8 pu:1", 8, Placement::spread);
  EXPECT_EQ(depths(alone), (std::vector<std::size_t>{1}));
  EXPECT_EQ(alone.ways[0].split[0].count(), 2U);
  EXPECT_EQ(alone.between(0, 1), Distance::numa);
  // NUMA nodes that are packages; two or three ranks have nothing to divide.
  EXPECT_EQ(levels_of("pack:2 numa:1 l3:2 core:4 pu:1", 16, Placement::spread).ways.size(), 3U);
  EXPECT_TRUE(levels_of("pack:2 numa:1 l3:2 core:4 pu:1", 3, Placement::spread).ways.empty());
}

TEST(Levels, CachesOfASavedMachineHoldDifferentNumbersOfRanks) {
  const Levels levels = levels_of("uneven.xml", 24, Placement::packed);
  ASSERT_EQ(levels.ways.size(), 7U);
  const Nodes& caches = levels.ways.back().split[2];
  EXPECT_EQ(caches.count(), 7U);
  EXPECT_EQ(caches.members[1].size(), 2U);
  EXPECT_EQ(caches.most, 4U);
  EXPECT_EQ(caches.each, 0U);
  EXPECT_TRUE(caches.runs);
}

TEST(Levels, RanksThatAreDealtOutInTurnDoNotFollowEachOther) {
  const Levels cyclic = levels_of("pack:2 numa:1 l3:2 core:4 pu:1", 16, Placement::cyclic);
  ASSERT_FALSE(cyclic.ways.empty());
  EXPECT_FALSE(cyclic.ways[0].split[0].runs);
  EXPECT_EQ(cyclic.ways[0].split[0].members[0], (std::vector<std::uint32_t>{0, 2, 4, 6, 8, 10, 12, 14}));
}

TEST(Levels, ALevelThatIsNotKnownOfAllRanksDividesNothing) {
  std::vector<arena::Domains> places(8, {0, 0, 0});
  for (std::uint32_t rank = 4; rank < 8; ++rank) places[rank] = {1, 1, 1};
  EXPECT_EQ(Levels::of(places).ways.size(), 1U);
  places[2][2] = arena::unknown;  // bound to a package
  EXPECT_EQ(Levels::of(places).ways.size(), 1U);
  EXPECT_EQ(Levels::of(places).between(2, 3), Distance::cache);
  places[2] = {arena::unknown, arena::unknown, arena::unknown};
  EXPECT_TRUE(Levels::of(places).ways.empty());
}

TEST(Levels, CachesAreToldApartByTheirPackages) {
  // Numbers that start anew in each package.
  std::vector<arena::Domains> places;
  for (std::uint32_t rank = 0; rank < 8; ++rank) places.push_back({rank / 4, rank / 4, rank / 2 % 2});
  const Levels levels = Levels::of(places);
  ASSERT_EQ(levels.ways.size(), 3U);
  EXPECT_EQ(levels.ways[1].split[0].count(), 4U);
}

}  // namespace
}  // namespace baton::collectives::test
