// SPDX-License-Identifier: BSD-3-Clause
// Where the ranks of a node stand, on a pretended machine: what the rank that answers for all tells, and what all make
// of it when they set up an arena.
#include "runtime/survey.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "communicator/runner.hpp"
#include "tests/support/world.hpp"

namespace baton::runtime {
namespace {

/// HWLOC_SYNTHETIC for the life of a test.
class Pretended : public ::testing::Test {
 protected:
  void SetUp() override { ::setenv("HWLOC_SYNTHETIC", "pack:2 numa:2 l3:1 core:4 pu:1", 1); }
  void TearDown() override { ::unsetenv("HWLOC_SYNTHETIC"); }
};

TEST_F(Pretended, the_ranks_of_a_node_are_spread_over_its_cores_whichever_of_them_are_asked_about) {
  Survey survey({3, 4, 7, 9}, true);
  const std::vector<p2p::PeerId> some{9, 3};
  const std::vector<std::string> cards(2, survey.card());
  EXPECT_FALSE(cards[0].empty());
  const auto places = survey.places(some, cards);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].numa, 3U);
  EXPECT_EQ(places[1].numa, 0U);
}

TEST(Survey, ranks_that_are_not_bound_or_must_share_processors_stand_nowhere) {
  const std::vector<p2p::PeerId> two{0, 1};
  EXPECT_TRUE(Survey({0, 1}, false).places(two, std::vector<std::string>{"0-1", "0-1"}).empty());
  EXPECT_TRUE(Survey({0, 1}, true).places(two, std::vector<std::string>{"0", "1"}).empty());
  EXPECT_EQ(Survey({0, 1}, false).places(two, std::vector<std::string>{"0", "1"}).size(), 2U);
}

TEST_F(Pretended, all_ranks_of_an_arena_know_the_same_levels) {
  tests::run_world(8, "shm", false, [](Runtime&, communicator::Communicator& world) {
    const p2p::Engine::Guard guard(world.engine());
    schedule::Runner& runner = communicator::runner_of(world);
    for (int turn = 0; turn < 20; ++turn) {
      schedule::Call call;
      call.tag = world.next_collective();
      ASSERT_TRUE(runner.run(call));
    }
    ASSERT_TRUE(runner.has_arena());
    ASSERT_EQ(runner.levels().ways.size(), 3U);
    EXPECT_EQ(runner.levels().ways[0].split[0].count(), 2U);
    EXPECT_EQ(runner.levels().ways[1].split[0].count(), 4U);
    EXPECT_EQ(runner.levels().between(0, 1), collectives::arena::Distance::cache);
    EXPECT_EQ(runner.levels().between(0, 7), collectives::arena::Distance::machine);
  });
}

}  // namespace
}  // namespace baton::runtime
