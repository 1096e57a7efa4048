// SPDX-License-Identifier: BSD-3-Clause
// The simulation of programs in shared memory: times that can be worked out by hand, every program to its end, and the
// costs that the choice rests on held against it.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <string_view>

#include "collectives/arena/algorithms.hpp"
#include "sim/arena.hpp"

namespace baton::sim {
namespace {

using collectives::Algorithm;
using collectives::Collective;

/// One package of one cache, without what is not asked for.
Node one_cache(std::uint32_t cores) {
  Node node;
  node.packages = node.numas = node.caches = 1;
  node.cores = cores;
  node.lines.call = 0;
  return node;
}

const Algorithm& named(Collective collective, const std::string& name) {
  for (const Algorithm& algorithm : collectives::arena::algorithms(collective)) {
    if (algorithm.name == name) return algorithm;
  }
  ADD_FAILURE() << name;
  return collectives::arena::algorithms(collective).back();
}

double time_of(const Node& node, Collective collective, const char* name, std::int64_t bytes, std::uint32_t ranks) {
  const ArenaPrediction found = simulate(node, {collective, bytes, ranks, 0}, named(collective, name));
  EXPECT_EQ(found.problem, "") << name;
  return found.time;
}

TEST(ArenaSimulation, TwoRanksReadALineOfEachOther) {
  const Node node = one_cache(2);
  EXPECT_NEAR(time_of(node, Collective::barrier, "arena", 0, 2), node.lines.of({}).line, 1e-6);
  // The root copies into the line, the other out of it.
  const double copied = node.lines.step + 8 * node.lines.copied;
  EXPECT_NEAR(time_of(node, Collective::bcast, "arena", 8, 2), copied + node.lines.of({}).line + node.lines.step, 1e-6);
}

TEST(ArenaSimulation, MoreLinesOverlapAndReadersOfOneLineTakeTurns) {
  const Node node = one_cache(8);
  const collectives::arena::Reach& reach = node.lines.of({});
  EXPECT_NEAR(time_of(node, Collective::barrier, "arena", 0, 8), reach.line + 6 * reach.next, reach.turn * 8);
  const double two = time_of(node, Collective::bcast, "arena", 8, 2);
  EXPECT_NEAR(time_of(node, Collective::bcast, "arena", 8, 8), two + 6 * reach.turn, 1e-6);
}

TEST(ArenaSimulation, LinesThatAreFarTakeLonger) {
  Node node = one_cache(1);
  node.packages = 2;
  EXPECT_NEAR(time_of(node, Collective::barrier, "arena", 0, 2),
              node.lines.of(collectives::arena::Distance::machine).line, 1e-6);
}

TEST(ArenaSimulation, EveryProgramComesToItsEnd) {
  const Node node;
  for (std::size_t c = 0; c < collectives::collective_count; ++c) {
    for (const std::int64_t bytes : {8, 4096, 100000}) {
      for (const std::uint32_t ranks : {2U, 7U, 32U, 128U}) {
        const Call call{static_cast<Collective>(c), bytes, ranks, 0};
        if (bytes > 10000 && ranks > 32) continue;
        for (const Algorithm* const algorithm : arena_algorithms(node, call)) {
          const ArenaPrediction found = simulate(node, call, *algorithm);
          EXPECT_EQ(found.problem, "") << algorithm->name << " " << c << " on " << ranks;
          EXPECT_GT(found.time, 0);
        }
      }
    }
  }
}

TEST(ArenaSimulation, CopiesStraightBetweenBuffersTakeWhatTheKernelTakes) {
  const Node node{.packages = 1, .numas = 1, .caches = 1, .cores = 16, .lines = {}};
  std::size_t direct = 0;
  for (std::size_t c = 0; c < collectives::collective_count; ++c) {
    for (const std::uint32_t ranks : {2U, 5U, 16U}) {
      const Call call{static_cast<Collective>(c), 1 << 20, ranks, 0};
      for (const Algorithm* const algorithm : arena_algorithms(node, call, true)) {
        if (std::string_view(algorithm->name) != "arena_direct") continue;
        ++direct;
        const ArenaPrediction found = simulate(node, call, *algorithm);
        EXPECT_EQ(found.problem, "") << c << " on " << ranks;
        // Each rank copies half of a vector at least, and the node's memory serves all copies one after the other.
        const double half = 0.5 * static_cast<double>(call.bytes);
        EXPECT_GT(found.time, node.lines.kernel + half * node.lines.kernel_byte) << c << " on " << ranks;
        EXPECT_GT(found.time, half * node.lines.kernel_shared * (ranks - 1)) << c << " on " << ranks;
      }
    }
  }
  EXPECT_EQ(direct, 7U * 3);  // bcast, reduce, allreduce, gather, scatter, allgather, alltoall
  // The root and the other rank copy half each: a flag, the copy, a flag.
  const Call call{Collective::bcast, 1 << 20, 2, 0};
  const Algorithm* found = nullptr;
  for (const Algorithm* const algorithm : arena_algorithms(node, call, true)) {
    if (std::string_view(algorithm->name) == "arena_direct") found = algorithm;
  }
  ASSERT_NE(found, nullptr);
  const double copied = node.lines.kernel + (1 << 19) * node.lines.kernel_byte;
  EXPECT_NEAR(simulate(node, call, *found).time, copied + node.lines.call,
              4 * node.lines.of(collectives::arena::Distance::cache).line);
}

TEST(ArenaSimulation, WhatIsChosenIsNotMuchSlowerThanTheBest) {
  const Node node;
  for (const Collective collective :
       {Collective::barrier, Collective::bcast, Collective::reduce, Collective::allreduce, Collective::gather,
        Collective::scatter, Collective::allgather, Collective::alltoall, Collective::reduce_scatter_block,
        Collective::scan, Collective::exscan}) {
    for (const std::int64_t bytes : {8, 512, 4096, 65536}) {
      for (const std::uint32_t ranks : {8U, 16U, 32U, 64U}) {
        const Call call{collective, bytes, ranks, 0};
        const Algorithm* const chosen = choice(node, call);
        if (chosen == nullptr) continue;
        double least = INFINITY;
        double taken = INFINITY;
        for (const Algorithm* const algorithm : arena_algorithms(node, call)) {
          const double time = simulate(node, call, *algorithm).time;
          least = std::min(least, time);
          if (algorithm == chosen) taken = time;
        }
        if (std::isfinite(taken)) {
          EXPECT_LT(taken, 1.4 * least) << chosen->name << " for " << static_cast<int>(collective) << " of " << bytes
                                        << " on " << ranks;
        }
      }
    }
  }
}

TEST(ArenaSimulation, ANodeIsReadFromItsText) {
  Node node;
  EXPECT_EQ(read_node("1x2x3x4", node), "");
  EXPECT_EQ(node.size(), 24U);
  EXPECT_EQ(node.domains(24)[23], (collectives::arena::Domains{0, 1, 5}));
  for (const char* text : {"", "2x4", "0x1x1x1", "1x1x1x4y", "1x1x1x99999"})
    EXPECT_NE(read_node(text, node), "") << text;
  EXPECT_EQ(node.size(), 24U);
}

}  // namespace
}  // namespace baton::sim
