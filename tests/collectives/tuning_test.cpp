// SPDX-License-Identifier: BSD-3-Clause
// The file of constants, what is told of a choice, and the guidelines that predictions must obey.
#include "collectives/tuning_file.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "base/log.hpp"
#include "collectives/arena/algorithms.hpp"
#include "collectives/choices.hpp"
#include "collectives/explain.hpp"

namespace baton::collectives {
namespace {

TEST(TheFileOfConstants, IsReadAsItWasWritten) {
  Constants constants;
  constants.node = {321.5, 0.25};
  constants.network = {4e4, 1.5};
  constants.reduced = 0.125;
  constants.copied = 0.0625;
  constants.step = 12;
  const auto read = parse_constants(write_constants(constants));
  ASSERT_TRUE(read.has_value()) << read.error().what;
  EXPECT_EQ(read.value(), constants);
}

TEST(TheFileOfConstants, MayNameAFewAndKeepsTheRest) {
  const auto read = parse_constants("# mine\n\n  network.byte 2 # slow\r\n");
  ASSERT_TRUE(read.has_value()) << read.error().what;
  EXPECT_EQ(read.value().network.sent, 2);
  EXPECT_EQ(read.value().node, Constants{}.node);
}

TEST(TheFileOfConstants, IsRefusedWithTheLineThatIsWrong) {
  for (const char* text : {"reduced 1\nnode.bytes 3\n", "\nreduced -1\n", "\nreduced one\n", "\nreduced 1 2\n",
                           "reduced 1\nreduced 1\n", "\nreduced\n", "\nreduced nan\n", "\nreduced inf\n"}) {
    const auto read = parse_constants(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(std::strncmp(read.error().what, "line 2: ", 8), 0) << read.error().what;
  }
}

TEST(TheFileOfConstants, ThatIsNotThereIsToldByItsName) {
  ASSERT_EQ(setenv("BATON_TUNING", "/nowhere/constants", 1), 0);
  const auto tuning = Tuning::from_parameters();
  ASSERT_EQ(unsetenv("BATON_TUNING"), 0);
  ASSERT_FALSE(tuning.has_value());
  EXPECT_NE(std::strstr(tuning.error().what, "/nowhere/constants"), nullptr) << tuning.error().what;
}

TEST(AnExplanation, ListsAllCandidatesTheCheapestFirstAndMarksTheOneThatIsTaken) {
  const std::uint32_t ids[] = {0, 0, 1, 1, 2, 2, 3, 3};
  const Nodes nodes = Nodes::of(ids);
  for (std::size_t c = 0; c < collective_count; ++c) {
    const auto collective = static_cast<Collective>(c);
    EXPECT_EQ(collective_named(name_of(collective)), collective);
    for (const std::int64_t bytes : {8, 65536}) {
      const Shape shape = typical_shape(collective, bytes, 8, nodes);
      Tuning tuning;
      const Explanation found = explain(collective, shape, tuning);
      ASSERT_EQ(found.candidates.size(), algorithms(collective).size());
      EXPECT_EQ(found.candidates[0].taken, &select(collective, shape, tuning) == found.candidates[0].algorithm);
      EXPECT_FALSE(found.wished);
      int taken = 0;
      for (const Candidate& candidate : found.candidates) taken += candidate.taken ? 1 : 0;
      EXPECT_EQ(taken, 1) << name_of(collective);
      tuning.forced[c] = &algorithms(collective).back();
      EXPECT_TRUE(explain(collective, shape, tuning).wished);
    }
  }
}

TEST(AnExplanation, TellsWhatTheArenaTakesAndWhatCallsTakeThatMayNotUseIt) {
  const std::uint32_t ids[] = {0, 0, 0, 0};
  const Nodes nodes = Nodes::of(ids);
  Shape shape = typical_shape(Collective::allreduce, 8, 4, nodes);
  shape.arena = shape.direct = true;
  const Explanation found = explain(Collective::allreduce, shape, {});
  EXPECT_EQ(found.candidates.size(),
            algorithms(Collective::allreduce).size() + arena::algorithms(Collective::allreduce).size());
  for (const Candidate& candidate : found.candidates) {
    EXPECT_EQ(candidate.taken, std::string(candidate.algorithm->name) == "arena_at_once");
    EXPECT_EQ(candidate.arena, std::string(candidate.algorithm->name).starts_with("arena"));
  }
  EXPECT_EQ(found.by_messages, found.candidates[0].algorithm);
}

TEST(TheTally, HasAPlaceForEachChoice) {
  Tally tally;
  for (std::size_t i = 0; i < choices().size(); ++i) {
    std::uint64_t& calls = tally.of(choices()[i].collective, *choices()[i].algorithm);
    EXPECT_EQ(calls, 0U);
    calls = i + 1;
  }
  for (std::size_t i = 0; i < choices().size(); ++i) EXPECT_EQ(tally.calls(i), i + 1);
}

TEST(AChoice, IsToldInTheLog) {
  const log::Level before = log::level();
  log::set_level(log::Level::debug);
  testing::internal::CaptureStderr();
  Shape shape;
  shape.size = 4;
  shape.send.count = shape.recv.count = 64;
  (void)build(Collective::bcast, shape, Tuning{});
  log::set_level(before);
  EXPECT_NE(testing::internal::GetCapturedStderr().find("bcast of 64 bytes on 4 ranks: "), std::string::npos);
}

/// The predicted time of what is chosen.
double predicted(Collective collective, std::int64_t bytes, std::uint32_t ranks, std::uint32_t each) {
  std::vector<std::uint32_t> ids;
  for (std::uint32_t rank = 0; rank < ranks; ++rank) ids.push_back(rank / each);
  const Nodes nodes = Nodes::of(ids);
  const Shape shape = typical_shape(collective, bytes, ranks, nodes);
  return cheapest(collective, shape, model_of(Constants{}, shape)).cost;
}

// J. L. Traeff, W. Gropp, R. Thakur, "Self-consistent MPI performance guidelines", 2010.
// Not to the letter yet: an algorithm that would close a gap of less than this is not among the tables.
TEST(Predictions, ObeyTheGuidelinesWithinABound) {
  constexpr double slack = 1.4;
  constexpr double gather_slack = 2.2;  // against the locality-aware allgather
  for (const std::uint32_t each : {1U, 2U, 4U, 8U, 64U}) {
    for (const std::uint32_t count : {1U, 2U, 3U, 4U, 7U, 8U, 16U, 64U}) {
      const std::uint32_t ranks = each * count;
      if (ranks < 2) continue;
      const auto time = [&](Collective collective, std::int64_t bytes) {
        return predicted(collective, bytes, ranks, each);
      };
      for (std::int64_t bytes = 8; bytes <= std::int64_t{16} << 20; bytes *= 4) {
        const std::string where =
            std::to_string(bytes) + " bytes, " + std::to_string(ranks) + " ranks, " + std::to_string(each) + " a node";
        using enum Collective;
        const std::int64_t whole = bytes * ranks;
        EXPECT_LE(time(barrier, 0), slack * time(allreduce, 4)) << where;
        EXPECT_LE(time(allreduce, bytes), slack * (time(reduce, bytes) + time(bcast, bytes))) << where;
        EXPECT_LE(time(reduce, bytes), slack * time(allreduce, bytes)) << where;
        EXPECT_LE(time(gather, bytes), gather_slack * time(allgather, bytes)) << where;
        EXPECT_LE(time(bcast, whole), slack * (time(scatter, bytes) + time(allgather, bytes))) << where;
        EXPECT_LE(time(allgather, bytes), slack * (time(gather, bytes) + time(bcast, whole))) << where;
        for (const Collective collective : {bcast, reduce, allreduce, gather, scatter, allgather, alltoall}) {
          EXPECT_LE(time(collective, bytes), slack * time(collective, 4 * bytes))
              << name_of(collective) << " " << where;
        }
      }
    }
  }
}

}  // namespace
}  // namespace baton::collectives
