// SPDX-License-Identifier: BSD-3-Clause
// Algorithms for several nodes: right data for any ranks a node, in any order of ranks; few messages and few bytes on
// the network.
#include "collectives/nodes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/collectives/cases.hpp"

namespace baton::collectives::test {
namespace {

using Places = std::vector<std::uint32_t>;

/// Nodes of these numbers of consecutive ranks.
Places blocks(std::initializer_list<std::uint32_t> ranks) {
  Places places;
  std::uint32_t node = 0;
  for (const std::uint32_t n : ranks) {
    places.insert(places.end(), n, node);
    ++node;
  }
  return places;
}
/// Ranks dealt out to nodes in turn.
Places dealt(std::uint32_t ranks, std::uint32_t nodes) {
  Places places;
  for (std::uint32_t rank = 0; rank < ranks; ++rank) places.push_back(rank % nodes);
  return places;
}
Places random_places(std::uint32_t ranks, std::uint32_t nodes, std::uint64_t seed) {
  Random random(seed);
  Places places;
  for (std::uint32_t rank = 0; rank < ranks; ++rank) places.push_back(static_cast<std::uint32_t>(random.below(nodes)));
  return places;
}

bool reduces(Collective c) {
  return c == Collective::reduce || c == Collective::allreduce || c == Collective::reduce_scatter ||
         c == Collective::reduce_scatter_block;
}

bool for_nodes(const Algorithm& algorithm) {
  return algorithm.name == std::string("leaders") || algorithm.name == std::string("lanes");
}

const Algorithm& named(Collective collective, const std::string& name) {
  const auto known = algorithms(collective);
  return *std::find_if(known.begin(), known.end(), [&](const Algorithm& a) { return a.name == name; });
}

TEST(Nodes, AreNumberedByTheirFirstRanks) {
  const std::uint32_t ids[] = {7, 3, 7, 3, 3};
  const Nodes nodes = Nodes::of(ids);
  EXPECT_EQ(nodes.count(), 2U);
  EXPECT_EQ(nodes.node_of, (Places{0, 1, 0, 1, 1}));
  EXPECT_EQ(nodes.local_of, (Places{0, 0, 1, 1, 2}));
  EXPECT_EQ(nodes.members[1], (Places{1, 3, 4}));
  EXPECT_EQ(nodes.each, 0U);
  EXPECT_EQ(nodes.most, 3U);
  EXPECT_FALSE(nodes.runs);
  EXPECT_EQ(nodes.leaders(3), (Places{0, 3}));
  EXPECT_TRUE(Nodes::of(blocks({2, 2, 2})).runs);
  EXPECT_EQ(Nodes::of(dealt(6, 3)).lane(1), (Places{3, 4, 5}));
}

TEST(OnSeveralNodes, EveryAlgorithmMovesTheRightDataInAnyOrderOfEvents) {
  std::vector<Places> machines = {blocks({2, 2}),       blocks({2, 2, 2, 2}), blocks({3, 3, 3}), blocks({4, 4, 4, 4}),
                                  blocks({1, 3}),       blocks({3, 1, 2}),    blocks({5, 5}),    blocks({1, 1, 4}),
                                  blocks({8, 8, 8, 8}), dealt(6, 3),          dealt(8, 2),       dealt(7, 3)};
  for (std::uint32_t seed = 1; seed < 6; ++seed) machines.push_back(random_places(5 + 2 * seed, 2 + seed / 2, seed));
  for (std::size_t c = 0; c < collective_count; ++c) {
    const auto collective = static_cast<Collective>(c);
    for (const Algorithm& algorithm : algorithms(collective)) {
      if (!for_nodes(algorithm)) continue;
      int ran = 0;
      for (const Places& places : machines) {
        Random random(places.size() * 31 + c);
        for (std::uint32_t variant = 0; variant < 16; ++variant) {
          Case call;
          call.collective = collective;
          call.algorithm = &algorithm;
          call.size = static_cast<std::uint32_t>(places.size());
          call.node_of = places;
          call.root = static_cast<std::uint32_t>(random.below(call.size));
          constexpr std::int64_t counts[] = {1, 3, 17, 0, 700};
          call.count = counts[(variant + places.size()) % 5];
          call.in_place = (variant & 1) != 0 && collective != Collective::barrier && collective != Collective::bcast;
          call.commutative = !reduces(collective) || (variant & 2) == 0;
          call.mixed_types = (variant & 4) != 0;
          call.varied = collective == Collective::reduce_scatter && (variant & 8) != 0;
          call.seed = random.next() % 1000000;
          const Nodes nodes = nodes_of(call);
          Shape probe;
          probe.size = call.size;
          probe.commutative = call.commutative;
          probe.nodes = &nodes;
          if (!algorithm.fits(probe)) continue;
          ++ran;
          for (const Sending sending : {Sending::synchronous, Sending::eager}) {
            ASSERT_EQ(problem_of(call, sending), "") << describe(call, sending);
          }
        }
      }
      EXPECT_GT(ran, 50) << algorithm.name << " " << c;
    }
  }
}

/// Messages and bytes that leave a node.
struct Crossing {
  std::int64_t messages = 0;
  std::int64_t bytes = 0;
};
Crossing most_crossings(Collective collective, const std::string& name, const Places& places, std::int64_t count) {
  Case call;
  call.collective = collective;
  call.algorithm = &named(collective, name);
  call.size = static_cast<std::uint32_t>(places.size());
  call.node_of = places;
  call.count = count;
  std::vector<Crossing> nodes(call.size);
  for (const Rank& rank : make_ranks(call)) {
    for (const Step& step : rank.schedule.steps) {
      if (step.kind != StepKind::send || places[step.peer] == places[rank.shape.rank]) continue;
      Crossing& node = nodes[places[rank.shape.rank]];
      ++node.messages;
      node.bytes += step.source.count * (step.source.type == slot::byte ? 1 : 8);
    }
  }
  Crossing most;
  for (const Crossing& node : nodes) {
    most.messages = std::max(most.messages, node.messages);
    most.bytes = std::max(most.bytes, node.bytes);
  }
  return most;
}

TEST(OnSeveralNodes, LeadersSendFewMessages) {
  const Places places = blocks({4, 4, 4, 4});
  EXPECT_LE(most_crossings(Collective::barrier, "leaders", places, 0).messages, 3);
  EXPECT_LE(most_crossings(Collective::allreduce, "leaders", places, 1).messages, 3);
  EXPECT_EQ(most_crossings(Collective::gather, "leaders", places, 1).messages, 1);
  EXPECT_EQ(most_crossings(Collective::scatter, "leaders", places, 1).messages, 3);
  EXPECT_EQ(most_crossings(Collective::reduce, "leaders", places, 1).messages, 1);
  EXPECT_LE(most_crossings(Collective::bcast, "leaders", places, 1).messages, 3);
  EXPECT_EQ(most_crossings(Collective::alltoall, "lanes", places, 1).messages, 4 * 3);
}

TEST(OnSeveralNodes, ABarrierAsksNoLeaderToHearEachRankOfALargeNode) {
  Case call;
  call.collective = Collective::barrier;
  call.algorithm = &named(Collective::barrier, "leaders");
  call.node_of = blocks({64, 64, 64, 64});
  call.size = 256;
  Report report;
  ASSERT_EQ(problem_of(call, Sending::synchronous, &report), "");
  EXPECT_LE(report.messages, 3 * 3 + 3);  // down three levels of three, and to the other leaders
  EXPECT_LE(report.rounds, 2U * 3 + 2);
}

TEST(OnSeveralNodes, LanesCarryEachByteOnceBetweenTwoNodes) {
  const Places places = blocks({4, 4, 4, 4});
  const std::int64_t count = 4096;
  const std::int64_t bytes = count * 8;
  // Reduced and gathered again: 2 (N - 1) / N of the vector, whatever the ranks of a node.
  EXPECT_LE(most_crossings(Collective::allreduce, "lanes", places, count).bytes, 2 * bytes);
  EXPECT_LE(most_crossings(Collective::reduce, "lanes", places, count).bytes, 2 * bytes);
  EXPECT_LE(most_crossings(Collective::bcast, "lanes", places, count).bytes, 3 * bytes);
  EXPECT_EQ(most_crossings(Collective::allgather, "lanes", places, count).bytes, 4 * 3 * bytes);
  EXPECT_EQ(most_crossings(Collective::alltoall, "lanes", places, count).bytes, 4 * 12 * bytes);
}

TEST(OnSeveralNodes, ShortVectorsTakeLeadersAndLongOnesLanes) {
  const Nodes nodes = Nodes::of(blocks({8, 8, 8, 8}));
  const Tuning tuning;
  Shape shape;
  shape.size = 32;
  shape.nodes = &nodes;
  shape.send.size = shape.recv.size = 8;
  shape.send.count = shape.recv.count = 1;
  EXPECT_STREQ(select(Collective::allreduce, shape, tuning).name, "leaders");
  EXPECT_STREQ(select(Collective::barrier, shape, tuning).name, "leaders");
  shape.send.count = shape.recv.count = 1 << 20;
  EXPECT_STREQ(select(Collective::allreduce, shape, tuning).name, "lanes");
  EXPECT_STREQ(select(Collective::reduce, shape, tuning).name, "lanes");
  shape.commutative = false;
  const Nodes mixed = Nodes::of(dealt(32, 4));
  shape.nodes = &mixed;
  EXPECT_STRNE(select(Collective::allreduce, shape, tuning).name, "lanes");
}

}  // namespace
}  // namespace baton::collectives::test
