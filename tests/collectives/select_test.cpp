// SPDX-License-Identifier: BSD-3-Clause
// The choice of an algorithm: the same on all ranks, sensible at the ends, and the user's word counts.
#include "collectives/select.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "base/parameters.hpp"
#include "collectives/arena/algorithms.hpp"

namespace baton::collectives {
namespace {

Shape vector_of(std::int64_t count, std::uint32_t size) {
  Shape shape;
  shape.size = size;
  shape.send.count = shape.recv.count = count;
  shape.send.size = shape.recv.size = 8;
  return shape;
}

std::string chosen(Collective collective, const Shape& shape, const Tuning& tuning = {}) {
  return select(collective, shape, tuning).name;
}

bool starts_with(const std::string& name, const char* start) { return name.rfind(start, 0) == 0; }
/// Algorithms in which every message holds the whole vector.
bool in_few_rounds(const std::string& name) {
  return starts_with(name, "recursive_doubling") || starts_with(name, "recursive_multiplying") ||
         starts_with(name, "binomial") || starts_with(name, "knomial");
}

TEST(Select, ShortVectorsTakeFewRoundsAndLongOnesFewBytes) {
  for (const std::uint32_t size : {4U, 7U, 64U}) {
    for (const Collective collective : {Collective::allreduce, Collective::bcast, Collective::reduce}) {
      EXPECT_TRUE(in_few_rounds(chosen(collective, vector_of(1, size)))) << size;
      EXPECT_FALSE(in_few_rounds(chosen(collective, vector_of(1 << 24, size)))) << size;
    }
    EXPECT_EQ(chosen(Collective::alltoall, vector_of(1 << 16, size)), "pairwise");
  }
}

TEST(Select, AnOperationThatDoesNotCommuteKeepsTheOrderOfRanks) {
  for (const std::int64_t count : {1, 100, 1 << 20}) {
    Shape shape = vector_of(count, 12);
    shape.commutative = false;
    for (const Collective collective : {Collective::allreduce, Collective::reduce}) {
      const std::string name = chosen(collective, shape);
      EXPECT_TRUE(in_few_rounds(name) || name == "binary_tree" || name == "chain") << name;
    }
    EXPECT_EQ(chosen(Collective::reduce_scatter, shape), "by_reduce");
  }
}

TEST(Select, AtACrowdedNodeShortCallsMeetAtOneRank) {
  Shape shape = vector_of(1, 8);
  EXPECT_TRUE(starts_with(chosen(Collective::barrier, shape), "dissemination"));
  shape.crowded = true;
  EXPECT_EQ(chosen(Collective::barrier, shape), "central");
  EXPECT_EQ(chosen(Collective::allreduce, shape), "central");
  shape.send.count = shape.recv.count = 1 << 20;
  EXPECT_NE(chosen(Collective::allreduce, shape), "central");
}

TEST(Select, OnOneNodeLongBlocksGoStraightToEachRank) {
  for (const std::uint32_t size : {7U, 8U, 16U}) {
    Shape shape = vector_of(1 << 13, size);
    EXPECT_NE(chosen(Collective::allgather, shape), "linear");
    shape.one_node = true;
    EXPECT_EQ(chosen(Collective::allgather, shape), "linear");
    shape.send.count = shape.recv.count = 1;
    EXPECT_NE(chosen(Collective::allgather, shape), "linear");
  }
}

TEST(Select, TheLastAlgorithmOfEachCollectiveFitsEverything) {
  Shape shape = vector_of(1, 3);
  shape.commutative = false;
  for (std::size_t c = 0; c < collective_count; ++c) {
    EXPECT_TRUE(algorithms(static_cast<Collective>(c)).back().fits(shape)) << c;
  }
}

TEST(Select, AWishIsFollowedWhereItFits) {
  ASSERT_EQ(setenv("BATON_ALLREDUCE", "ring", 1), 0);
  const auto tuning = Tuning::from_parameters();
  ASSERT_EQ(unsetenv("BATON_ALLREDUCE"), 0);
  ASSERT_TRUE(tuning.has_value()) << tuning.error().what;
  EXPECT_EQ(chosen(Collective::allreduce, vector_of(100, 4), *tuning), "ring");
  Shape ordered = vector_of(100, 4);
  ordered.commutative = false;
  EXPECT_TRUE(in_few_rounds(chosen(Collective::allreduce, ordered, *tuning)));
}

TEST(Select, AWishMayBeAnAlgorithmOfTheArena) {
  ASSERT_EQ(setenv("BATON_ALLREDUCE", "arena", 1), 0);
  ASSERT_EQ(setenv("BATON_REDUCE_SCATTER", "arena", 1), 0);
  const auto tuning = Tuning::from_parameters();
  ASSERT_EQ(unsetenv("BATON_ALLREDUCE"), 0);
  ASSERT_EQ(unsetenv("BATON_REDUCE_SCATTER"), 0);
  ASSERT_TRUE(tuning.has_value()) << tuning.error().what;
  Shape shape = vector_of(1, 4);
  EXPECT_NE(chosen(Collective::allreduce, shape, *tuning), "arena");  // not where there is none
  shape.arena = true;
  EXPECT_EQ(chosen(Collective::allreduce, shape), "arena_at_once");
  EXPECT_EQ(chosen(Collective::allreduce, shape, *tuning), "arena");
  EXPECT_EQ(chosen(Collective::reduce_scatter_block, shape, *tuning), "arena");
}

TEST(Select, WhereRanksTakeTurnsOnACoreTheArenaDoesMoreInOneRound) {
  Shape shape = vector_of(1 << 13, 8);  // 64 KiB
  shape.arena = shape.direct = true;
  EXPECT_FALSE(starts_with(chosen(Collective::scatter, shape), "arena"));
  EXPECT_EQ(chosen(Collective::gather, shape), "arena");
  EXPECT_EQ(chosen(Collective::allgather, shape), "arena_direct");
  shape.crowded = true;
  EXPECT_EQ(chosen(Collective::scatter, shape), "arena_direct");
  EXPECT_EQ(chosen(Collective::gather, shape), "arena_direct");
  EXPECT_EQ(chosen(Collective::allgather, shape), "arena");
  Shape sum = vector_of(1 << 10, 8);  // 8 KiB
  sum.arena = true;
  EXPECT_EQ(chosen(Collective::allreduce, sum), "arena");
  sum.crowded = true;
  EXPECT_EQ(chosen(Collective::allreduce, sum), "arena_at_once");
}

TEST(Select, LongReductionsOfTwoRanksTakeTheWayThatWasFoundQuicker) {
  for (const Collective collective : {Collective::reduce, Collective::allreduce}) {
    Shape shape = vector_of(1 << 14, 2);  // 128 KiB
    shape.arena = shape.direct = true;
    EXPECT_EQ(chosen(collective, shape), "arena_direct");
    shape.streams = true;
    EXPECT_EQ(chosen(collective, shape), "arena_pair");
    shape.direct = false;
    EXPECT_EQ(chosen(collective, shape), "arena_pair");
    shape.crowded = true;  // each piece would wait for a turn
    EXPECT_NE(chosen(collective, shape), "arena_pair");
    Shape brief = vector_of(1 << 10, 2);
    brief.arena = brief.direct = brief.streams = true;
    EXPECT_EQ(chosen(collective, brief), "arena_at_once");
    Shape three = vector_of(1 << 14, 3);
    three.arena = three.direct = three.streams = true;
    EXPECT_NE(chosen(collective, three), "arena_pair");
  }
}

TEST(Select, AnUnknownWishNamesWhatIsKnown) {
  ASSERT_EQ(setenv("BATON_BCAST", "magic", 1), 0);
  const auto tuning = Tuning::from_parameters();
  ASSERT_EQ(unsetenv("BATON_BCAST"), 0);
  ASSERT_FALSE(tuning.has_value());
  EXPECT_NE(std::strstr(tuning.error().what, "binomial"), nullptr) << tuning.error().what;
  EXPECT_NE(std::strstr(tuning.error().what, "one of auto, "), nullptr) << tuning.error().what;
  EXPECT_NE(std::strstr(tuning.error().what, " arena_direct, arena"), nullptr) << tuning.error().what;
}

// The table of parameters stands in a room that knows no algorithms.
TEST(Select, TheChoicesOfEachParameterAreTheAlgorithms) {
  const std::map<std::string, Collective> ruled{
      {"ALLGATHER", Collective::allgather}, {"ALLREDUCE", Collective::allreduce},
      {"ALLTOALL", Collective::alltoall},   {"BCAST", Collective::bcast},
      {"GATHER", Collective::gather},       {"REDUCE", Collective::reduce},
      {"SCATTER", Collective::scatter},     {"REDUCE_SCATTER", Collective::reduce_scatter},
      {"BARRIER", Collective::barrier},     {"SCAN", Collective::scan},
      {"EXSCAN", Collective::exscan},
  };
  std::size_t found = 0;
  for (const Parameter& parameter : parameters()) {
    if (parameter.topic != ParameterTopic::collectives || std::string(parameter.name).starts_with("ARENA") ||
        std::string(parameter.name) == "TUNING") {
      continue;
    }
    ASSERT_TRUE(ruled.contains(parameter.name)) << parameter.name;
    ++found;
    std::set<std::string> names{"auto"};
    const Collective collective = ruled.at(parameter.name);
    for (const Algorithm& algorithm : algorithms(collective)) names.insert(algorithm.name);
    // The arena serves the form of a reduce-scatter that has equal blocks.
    for (const Algorithm& algorithm :
         arena::algorithms(collective == Collective::reduce_scatter ? Collective::reduce_scatter_block : collective)) {
      names.insert(algorithm.name);
    }
    std::istringstream words{std::string(parameter.choices)};
    const std::set<std::string> choices{std::istream_iterator<std::string>(words), {}};
    EXPECT_EQ(choices, names) << parameter.name;
  }
  EXPECT_EQ(found, ruled.size());
}

}  // namespace
}  // namespace baton::collectives
