// SPDX-License-Identifier: BSD-3-Clause
// The builder finds each dependency, no false one where it matters, and leaves out what moves nothing.
#include "collectives/builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace baton::collectives {
namespace {

Shape eight_byte_elements() {
  Shape shape;
  shape.size = 4;
  shape.send.size = shape.recv.size = 8;
  return shape;
}

/// The steps that wait for the completion (or the start) of `from`.
std::set<StepId> waiting_for(const Schedule& schedule, StepId from, bool on_start = false) {
  std::set<StepId> all;
  const Step& step = schedule.steps[from];
  for (auto e = step.first_edge; e < step.last_edge; ++e) {
    if (schedule.edges[e].on_start == on_start) all.insert(schedule.edges[e].step);
  }
  return all;
}

TEST(Builder, ReadersWaitForTheWriterAndTheNextWriterForThem) {
  const Shape shape = eight_byte_elements();
  Builder builder(shape);
  const Block place = builder.scratch(4);
  const StepId written = builder.recv(1, place);
  const StepId read = builder.send(2, part(place, 0, 2));
  const StepId other_half = builder.send(3, part(place, 2, 2));
  const StepId again = builder.recv(3, part(place, 1, 1));
  const Schedule schedule = std::move(builder).finish();
  EXPECT_EQ(waiting_for(schedule, written), (std::set<StepId>{read, other_half, again}));
  EXPECT_EQ(waiting_for(schedule, read), (std::set<StepId>{again}));
  EXPECT_TRUE(waiting_for(schedule, other_half).empty());
  EXPECT_EQ(schedule.steps[again].waits, 2U);
}

TEST(Builder, StepsOnDifferentMemoryAreIndependent) {
  const Shape shape = eight_byte_elements();
  Builder builder(shape);
  builder.send(1, builder.input(0, 3));
  builder.recv(1, builder.result(0, 3));
  builder.send(2, builder.input(0, 3));
  const Schedule schedule = std::move(builder).finish();
  EXPECT_TRUE(schedule.edges.empty());
}

TEST(Builder, MessagesOfOnePairStartInOrderWithoutWaitingForEachOther) {
  const Shape shape = eight_byte_elements();
  Builder builder(shape);
  const StepId first = builder.send(1, builder.input(0, 1));
  const StepId second = builder.send(1, builder.input(1, 1));
  const Schedule schedule = std::move(builder).finish();
  EXPECT_EQ(waiting_for(schedule, first, true), (std::set<StepId>{second}));
  EXPECT_TRUE(waiting_for(schedule, first, false).empty());
}

TEST(Builder, StepsWithoutDataAreLeftOut) {
  Shape shape = eight_byte_elements();
  shape.recv.size = 0;
  Builder builder(shape);
  EXPECT_EQ(builder.send(1, builder.input(0, 0)), no_step);
  EXPECT_EQ(builder.recv(1, builder.result(0, 5)), no_step);
  EXPECT_EQ(builder.copy(builder.input(0, 3), builder.input(0, 3)), no_step);
  EXPECT_NE(builder.signal(1), no_step);
  EXPECT_EQ(std::move(builder).finish().steps.size(), 1U);
}

TEST(Builder, AFenceOrdersEverything) {
  const Shape shape = eight_byte_elements();
  Builder builder(shape);
  const StepId a = builder.signal(1);
  const StepId b = builder.await(2);
  builder.fence();
  const StepId c = builder.signal(3);
  const Schedule schedule = std::move(builder).finish();
  const StepId join = 2;
  EXPECT_EQ(schedule.steps[join].kind, StepKind::join);
  EXPECT_EQ(waiting_for(schedule, a), (std::set<StepId>{join}));
  EXPECT_EQ(waiting_for(schedule, b), (std::set<StepId>{join}));
  EXPECT_EQ(waiting_for(schedule, join), (std::set<StepId>{c}));
}

TEST(Builder, RandomBlocksGiveTheDependenciesOfANaiveComparison) {
  std::uint64_t state = 7;
  const auto below = [&state](std::uint64_t n) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::int64_t>((state >> 33) % n);
  };
  for (int round = 0; round < 50; ++round) {
    const Shape shape = eight_byte_elements();
    Builder builder(shape);
    struct Access {
      std::int64_t begin, end;
      bool write;
    };
    std::vector<Access> accesses;
    const Block all = builder.scratch(30);
    for (std::uint32_t i = 0; i < 25; ++i) {
      const std::int64_t begin = below(28);
      const std::int64_t n = 1 + below(static_cast<std::uint64_t>(30 - begin - 1) + 1);
      const bool write = below(2) == 0;
      const Block block = part(all, begin, n);
      // Peers differ, so that no order of messages comes in.
      if (write) {
        builder.recv(100 + i, block);
      } else {
        builder.send(100 + i, block);
      }
      accesses.push_back({begin, begin + n, write});
    }
    const Schedule schedule = std::move(builder).finish();
    // Reachability must equal the transitive closure of all conflicts.
    const std::size_t n = accesses.size();
    std::vector<std::vector<bool>> want(n, std::vector<bool>(n)), got(n, std::vector<bool>(n));
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        const bool overlap = accesses[i].begin < accesses[j].end && accesses[j].begin < accesses[i].end;
        want[i][j] = overlap && (accesses[i].write || accesses[j].write);
      }
      for (const StepId j : waiting_for(schedule, static_cast<StepId>(i))) got[i][j] = true;
    }
    for (auto* matrix : {&want, &got}) {
      for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
          for (std::size_t j = 0; j < n; ++j) {
            if ((*matrix)[i][k] && (*matrix)[k][j]) (*matrix)[i][j] = true;
          }
        }
      }
    }
    ASSERT_EQ(want, got) << "round " << round;
  }
}

}  // namespace
}  // namespace baton::collectives
