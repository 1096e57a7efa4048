// SPDX-License-Identifier: BSD-3-Clause
// Programs for the arena of ranks that all stand alike.
#include <gtest/gtest.h>

#include <array>

#include "collectives/arena/algorithms.hpp"
#include "tests/collectives/arena_world.hpp"

namespace baton::collectives::test {
namespace {

class ArenaPrograms : public testing::TestWithParam<std::uint32_t> {};

TEST_P(ArenaPrograms, EndWithTheRightDataInAnyOrderOfTheRanks) {
  const std::uint32_t size = GetParam();
  std::uint64_t seed = size;
  std::size_t calls = 0;
  for (std::size_t c = 0; c < collective_count; ++c) {
    for (const Algorithm& algorithm : arena::algorithms(static_cast<Collective>(c))) {
      for (const std::int64_t count : {0, 1, 6, 67, 100, 1700, 5000, 40000}) {
        if ((count > 2000 && size > 5) || (count > 5000 && size > 3)) continue;
        // With many ranks a call in a few forms each; 67 does not divide by any number of them.
        if (size > 8 && (count == 6 || count > 67)) continue;
        for (unsigned flags = 0; flags < 8; ++flags) {
          if (size > 16 && flags % 4 != (size + c) % 4) continue;
          Case call;
          call.collective = static_cast<Collective>(c);
          call.algorithm = &algorithm;
          call.size = size;
          call.count = count;
          call.root = static_cast<std::uint32_t>(++seed % size);
          call.in_place = (flags & 1) != 0;
          call.commutative = (flags & 2) == 0;
          const bool reduction =
              call.collective >= Collective::reduce &&
              (call.collective == Collective::reduce || call.collective == Collective::allreduce ||
               call.collective == Collective::scan || call.collective == Collective::exscan ||
               call.collective == Collective::reduce_scatter_block || call.collective == Collective::reduce_scatter);
          call.mixed_types = (flags & 4) != 0;
          if ((reduction && call.mixed_types) || (!reduction && !call.commutative)) continue;
          if ((call.collective == Collective::bcast || call.collective == Collective::barrier) && call.in_place)
            continue;
          call.varied = call.collective == Collective::reduce_scatter && seed % 2 == 0;
          call.seed = seed;
          if (!serves(algorithm, call)) continue;
          check(call);
          ++calls;
          if (HasFatalFailure()) return;
        }
      }
    }
  }
  EXPECT_GT(calls, size > 16 ? 15U : 60U);
}

#ifdef BATON_FEW_RANKS  // under sanitizers, which multiply the time
INSTANTIATE_TEST_SUITE_P(Sizes, ArenaPrograms, testing::Values(2U, 3U, 5U, 8U, 17U, 64U));
#else
INSTANTIATE_TEST_SUITE_P(Sizes, ArenaPrograms,
                         testing::Values(2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 11U, 13U, 16U, 17U, 24U, 31U, 32U, 33U, 48U,
                                         63U, 64U));
#endif

TEST(ArenaPrograms, OfTwoRanksGiveLongerSlicesInPartsThatAreFetchedSo) {
  constexpr std::int64_t words = 1700;
  for (const Collective collective :
       {Collective::bcast, Collective::gather, Collective::scatter, Collective::allgather, Collective::alltoall}) {
    for (const std::uint32_t size : {2U, 3U}) {
      Case call;
      call.collective = collective;
      call.algorithm = &arena::algorithms(collective)[1];
      ASSERT_STREQ(call.algorithm->name, "arena");
      call.size = size;
      call.count = words;
      std::size_t early = 0;
      std::size_t taken = 0;
      for (const Rank& rank : make_ranks(call)) {
        for (const Step& step : rank.schedule.steps) {
          early += step.kind == StepKind::early ? 1 : 0;
          taken += step.kind == StepKind::copy_early ? 1 : 0;
        }
      }
      EXPECT_EQ(early, taken);
      const bool both_give = collective == Collective::allgather || collective == Collective::alltoall;
      EXPECT_EQ(early, size == 2 ? (both_give ? 2U : 1U) : 0U) << static_cast<int>(collective);
      check(call);
    }
  }
}

class ArenaMessagesOfAnyLength : public testing::TestWithParam<std::uint32_t> {};

TEST_P(ArenaMessagesOfAnyLength, EndWithTheRightDataInAnyOrderOfTheRanks) {
  const std::uint32_t size = GetParam();
  std::size_t calls = 0;
  for (const Collective collective :
       {Collective::gatherv, Collective::scatterv, Collective::allgatherv, Collective::alltoallv}) {
    for (const Algorithm& algorithm : arena::algorithms(collective)) {
      for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Case call;
        call.collective = collective;
        call.algorithm = &algorithm;
        call.size = size;
        call.count = std::array<std::int64_t, 4>{0, 1, 5, 60}[seed % 4];  // up to twice as many words, often none
        call.varied = true;
        call.root = static_cast<std::uint32_t>(seed % size);
        call.in_place = seed % 3 == 0;
        call.mixed_types = seed % 5 < 2;
        call.per_peer_types = collective == Collective::alltoallv && seed % 2 == 0;
        call.seed = seed;
        ASSERT_TRUE(serves(algorithm, call));
        check(call);
        ++calls;
        if (HasFatalFailure()) return;
      }
    }
  }
  EXPECT_GE(calls, 240U);
}

TEST_P(ArenaMessagesOfAnyLength, TakeTheSameStepsWhateverTheCounts) {
  for (const Collective collective :
       {Collective::gatherv, Collective::scatterv, Collective::allgatherv, Collective::alltoallv}) {
    for (const Algorithm& algorithm : arena::algorithms(collective)) {
      Case call;
      call.collective = collective;
      call.algorithm = &algorithm;
      call.size = GetParam();
      call.varied = true;
      call.count = 3;
      const std::vector<Rank> few = make_ranks(call);
      call.count = 3000;
      const std::vector<Rank> many = make_ranks(call);
      for (std::size_t r = 0; r < few.size(); ++r) {
        const auto& steps = few[r].schedule.steps;
        ASSERT_TRUE(few[r].schedule.any_length);
        ASSERT_EQ(steps.size(), many[r].schedule.steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
          EXPECT_EQ(steps[i].kind, many[r].schedule.steps[i].kind);
          EXPECT_EQ(steps[i].source, many[r].schedule.steps[i].source);
          EXPECT_EQ(steps[i].target, many[r].schedule.steps[i].target);
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, ArenaMessagesOfAnyLength, testing::Values(2U, 3U, 5U, 8U));

TEST(Arena, ACallOutsideItIsNotServed) {
  Shape shape;
  shape.size = 4;
  shape.recv.count = shape.send.count = 1;
  EXPECT_EQ(arena::select(Collective::allreduce, shape), nullptr);
  shape.arena = true;
  EXPECT_NE(arena::select(Collective::allreduce, shape), nullptr);
  shape.dense = false;
  EXPECT_EQ(arena::select(Collective::allreduce, shape), nullptr);
  shape.dense = true;
  shape.size = arena::most_ranks + 1;
  EXPECT_EQ(arena::select(Collective::allreduce, shape), nullptr);
}

}  // namespace
}  // namespace baton::collectives::test
