// SPDX-License-Identifier: BSD-3-Clause
// Every algorithm moves the right data on 1 to 64 ranks, in any order of events, with any form of buffers it claims to
// take.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "collectives/circulant.hpp"
#include "collectives/trees.hpp"
#include "tests/collectives/cases.hpp"

namespace baton::collectives::test {
namespace {

constexpr std::uint32_t most_ranks = 64;

bool reduces(Collective c) {
  return c == Collective::reduce || c == Collective::allreduce || c == Collective::reduce_scatter ||
         c == Collective::reduce_scatter_block || c == Collective::scan || c == Collective::exscan;
}
bool takes_varied(Collective c) {
  return c == Collective::gatherv || c == Collective::scatterv || c == Collective::allgatherv ||
         c == Collective::alltoallv || c == Collective::reduce_scatter || c == Collective::neighbor_allgather ||
         c == Collective::neighbor_alltoall;
}
bool takes_in_place(Collective c) {
  return c != Collective::barrier && c != Collective::bcast && c != Collective::neighbor_allgather &&
         c != Collective::neighbor_alltoall;
}

class EveryCollective : public testing::TestWithParam<int> {};

TEST_P(EveryCollective, MovesTheRightDataInAnyOrderOfEvents) {
  const auto collective = static_cast<Collective>(GetParam());
  for (const Algorithm& algorithm : algorithms(collective)) {
    for (std::uint32_t size = 1; size <= most_ranks; ++size) {
      Random random(size * 31 + static_cast<std::uint64_t>(GetParam()));
      for (int variant = 0; variant < 8; ++variant) {
        Case call;
        call.collective = collective;
        call.algorithm = &algorithm;
        call.size = size;
        call.root = static_cast<std::uint32_t>(variant == 0 ? 0 : random.below(size));
        constexpr std::int64_t counts[] = {1, 3, 7, 0};
        // Algorithms that cut the vector get enough to cut.
        call.count = counts[random.below(4)] + (variant % 2 == 1 && size < 33 ? size : 0);
        call.in_place = takes_in_place(collective) && (variant & 1) != 0;
        call.commutative = !reduces(collective) || (variant & 2) == 0;
        call.mixed_types = (variant & 4) != 0;
        call.varied = takes_varied(collective) && (variant & 2) != 0;
        call.per_peer_types =
            (collective == Collective::alltoallv || collective == Collective::neighbor_alltoall) && variant == 7;
        call.seed = random.next() % 1000000;
        Shape probe;
        probe.size = size;
        probe.commutative = call.commutative;
        probe.one_node = probe.crowded = true;
        probe.send.count = std::int64_t{1} << 30;
        if (!algorithm.fits(probe)) continue;
        // With many ranks each variant runs in one way only, and half of them not at all.
        if (size > 24 && variant % 2 == static_cast<int>(size) % 2) continue;
        for (const Sending sending : {Sending::synchronous, Sending::eager}) {
          if (size > 16 && (sending == Sending::eager) == (variant % 4 > 1)) continue;
          ASSERT_EQ(problem_of(call, sending), "") << describe(call, sending);
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, EveryCollective, testing::Range(0, static_cast<int>(collective_count)),
                         [](const auto& which) { return "Collective" + std::to_string(which.param); });

/// Every root of up to 32 ranks (SIMULATE=all: 64) with one of the counts and forms each (all: with every one of them).
TEST_P(EveryCollective, WorksFromEveryRoot) {
  const auto collective = static_cast<Collective>(GetParam());
  const bool rooted = collective == Collective::bcast || collective == Collective::reduce ||
                      collective == Collective::gather || collective == Collective::scatter ||
                      collective == Collective::gatherv || collective == Collective::scatterv;
  const std::uint32_t most = wants_all() ? most_ranks : 32;
  std::uint64_t turn = 0;
  for (const Algorithm& algorithm : algorithms(collective)) {
    for (std::uint32_t size = 1; size <= most; ++size) {
      const std::int64_t counts[] = {1, std::int64_t{size} + 2, 0, 3};
      for (std::uint32_t root = 0; root < (rooted ? size : 1); ++root) {
        const std::uint64_t first = turn++;
        for (std::uint64_t form = first; form < first + (wants_all() ? 16 : 1); ++form) {
          Case call;
          call.collective = collective;
          call.algorithm = &algorithm;
          call.size = size;
          call.root = root;
          call.count = counts[form % 4];
          call.in_place = takes_in_place(collective) && (form & 4) != 0;
          call.commutative = !reduces(collective) || (form & 8) != 0;
          call.varied = takes_varied(collective) && (form & 8) != 0;
          call.seed = form + 1;
          Shape probe;
          probe.size = size;
          probe.commutative = call.commutative;
          probe.one_node = probe.crowded = true;
          probe.send.count = call.count;
          if (!algorithm.fits(probe)) continue;
          const Sending sending = form % 3 == 0 ? Sending::eager : Sending::synchronous;
          ASSERT_EQ(problem_of(call, sending), "") << describe(call, sending);
        }
      }
    }
  }
}

TEST(LongVectors, TravelInSegments) {
  for (const Collective collective :
       {Collective::bcast, Collective::reduce, Collective::allreduce, Collective::scan, Collective::exscan}) {
    for (const Algorithm& algorithm : algorithms(collective)) {
      for (const bool mixed : {false, true}) {
        for (const bool in_place : {false, true}) {
          if (in_place && collective == Collective::bcast) continue;
          Case call;
          call.collective = collective;
          call.algorithm = &algorithm;
          const bool for_nodes = algorithm.name == std::string("leaders") || algorithm.name == std::string("lanes");
          call.size = for_nodes ? 6 : 5;
          call.ranks_per_node = for_nodes ? 2 : 0;
          call.root = 3;
          call.count = 60001;
          call.mixed_types = mixed;
          call.in_place = in_place;
          ASSERT_EQ(problem_of(call, Sending::synchronous), "") << describe(call, Sending::synchronous);
        }
      }
    }
  }
}

/// Pipelines cut into so many blocks or such short segments as vectors of a few elements allow.
template <int Blocks>
constexpr Algorithm blocks_down{"blocks down",
                                [](const Shape& shape) {
                                  Builder builder(shape);
                                  broadcast_circulant(builder, shape.root, builder.result(0, shape.recv.count), Blocks);
                                  return std::move(builder).finish();
                                },
                                nullptr, nullptr};
template <int Blocks>
constexpr Algorithm blocks_up{"blocks up",
                              [](const Shape& shape) {
                                Builder builder(shape);
                                const std::int64_t count = shape.send.count;
                                const bool at_root = shape.rank == shape.root;
                                const Block sum = at_root ? builder.result(0, count) : builder.scratch(count);
                                reduce_circulant(builder, shape.root, builder.input(0, count), sum, Blocks);
                                return std::move(builder).finish();
                              },
                              nullptr, nullptr};
template <TreeOf tree, int Segment>
constexpr Algorithm segments_up{"segments up", [](const Shape& shape) { return reduce_by_tree(shape, tree, Segment); },
                                nullptr, nullptr};

TEST(ShortVectors, TravelInManyBlocksOnAnyNumberOfRanks) {
  const Algorithm* const downs[] = {&blocks_down<2>, &blocks_down<3>, &blocks_down<7>, &blocks_down<16>};
  const Algorithm* const ups[] = {&blocks_up<2>,
                                  &blocks_up<5>,
                                  &blocks_up<16>,
                                  &segments_up<binary_tree, 1>,
                                  &segments_up<binary_tree, 3>,
                                  &segments_up<chain_tree, 2>,
                                  &segments_up<knomial_tree_of<3>, 5>,
                                  &segments_up<bine_tree, 4>};
  for (std::uint32_t size = 1; size <= most_ranks; ++size) {
    Case call;
    call.size = size;
    call.root = size * 5 / 7;
    call.count = 17;
    call.seed = size;
    call.collective = Collective::bcast;
    for (const Algorithm* algorithm : downs) {
      call.algorithm = algorithm;
      ASSERT_EQ(problem_of(call, Sending::synchronous), "") << describe(call, Sending::synchronous);
    }
    call.collective = Collective::reduce;
    for (const Algorithm* algorithm : ups) {
      call.algorithm = algorithm;
      const bool any_order = algorithm == &segments_up<bine_tree, 4> || std::string(algorithm->name) == "blocks up";
      call.commutative = any_order || size % 3 != 0;
      call.in_place = size % 2 == 0;
      ASSERT_EQ(problem_of(call, Sending::synchronous), "") << describe(call, Sending::synchronous);
    }
  }
}

TEST(OnNodesOfEqualSize, AllgatherCrossesTheNetworkInFewMessages) {
  const auto known = algorithms(Collective::allgather);
  const auto found = std::find_if(known.begin(), known.end(),
                                  [](const Algorithm& a) { return a.name == std::string("locality_bruck"); });
  ASSERT_NE(found, known.end());
  for (std::uint32_t each = 2; each <= 9; ++each) {
    for (std::uint32_t nodes = 2; each * nodes <= most_ranks + 20; ++nodes) {
      Case call;
      call.collective = Collective::allgather;
      call.algorithm = &*found;
      call.size = each * nodes;
      call.ranks_per_node = each;
      call.count = nodes % 4;
      call.in_place = nodes % 2 == 0;
      call.mixed_types = nodes % 3 == 0;
      call.seed = call.size;
      ASSERT_EQ(problem_of(call, Sending::synchronous), "") << describe(call, Sending::synchronous);
      std::uint32_t rounds = 0;
      for (std::uint64_t held = 1; held < nodes; held *= each) ++rounds;
      for (const Rank& rank : make_ranks(call)) {
        std::uint32_t crossings = 0;
        for (const Step& step : rank.schedule.steps) {
          crossings += step.kind == StepKind::send && step.peer / each != rank.shape.rank / each ? 1 : 0;
        }
        ASSERT_LE(crossings, rounds);
      }
    }
  }
  Shape shape;
  const std::uint32_t places[] = {0, 0, 1, 1};
  const Nodes uneven = Nodes::of(std::span(places).first(3));
  shape.size = 3;
  shape.nodes = &uneven;
  EXPECT_FALSE(found->fits(shape));
  const Nodes even = Nodes::of(places);
  shape.size = 4;
  shape.nodes = &even;
  EXPECT_TRUE(found->fits(shape));
}

TEST(TheSimulator, NoticesAForgottenDependency) {
  Case call;
  call.collective = Collective::allreduce;
  call.algorithm = &algorithms(Collective::allreduce).back();
  call.size = 8;
  std::vector<Rank> ranks = make_ranks(call);
  bool noticed = false;
  for (std::uint64_t seed = 1; seed < 20 && !noticed; ++seed) {
    ranks = make_ranks(call);
    for (Rank& rank : ranks) {  // the last step need not wait any more
      Step& last = rank.schedule.steps.back();
      const auto id = static_cast<std::uint32_t>(rank.schedule.steps.size() - 1);
      last.waits = 0;
      for (Step& step : rank.schedule.steps) {
        while (step.last_edge > step.first_edge && rank.schedule.edges[step.last_edge - 1].step == id) --step.last_edge;
      }
    }
    const Report report = simulate(ranks, Sending::synchronous, seed);
    for (const Rank& rank : ranks) noticed = noticed || !report.problem.empty() || rank.recv != rank.expected;
  }
  EXPECT_TRUE(noticed);
}

TEST(AllgathervWithOverlappingReceiveBlocks, ComesToItsEndAndHarmsNoOtherRank) {
  for (const Algorithm& algorithm : algorithms(Collective::allgatherv)) {
    for (const bool in_place : {false, true}) {
      Case call;
      call.collective = Collective::allgatherv;
      call.algorithm = &algorithm;
      call.size = 5;
      call.count = 6;
      call.in_place = in_place;
      call.varied = true;
      call.seed = 3;
      for (const std::uint32_t wrong_ranks : {1U, 4U, 5U}) {
        std::vector<Rank> ranks = make_ranks(call);
        for (std::uint32_t i = 0; i < wrong_ranks; ++i) {
          // In place all lie where the own block lies, so that what this rank sends stays what it was.
          auto& places = ranks[i].displacements[1];
          std::fill(places.begin(), places.end(), places[i]);
          const auto longest = *std::max_element(ranks[i].counts[1].begin(), ranks[i].counts[1].end());
          const auto room = static_cast<std::size_t>((places[i] + longest) * ranks[i].types[2].unit);
          if (ranks[i].recv.size() < room) ranks[i].recv.resize(room);
          ranks[i].schedule = algorithm.build(ranks[i].shape);
          ranks[i].packed.resize(static_cast<std::size_t>(ranks[i].schedule.packed_bytes));
        }
        const Report report = simulate(ranks, Sending::synchronous, 7);
        EXPECT_EQ(report.problem, "") << algorithm.name << ", " << wrong_ranks << " ranks wrong";
        for (std::uint32_t i = wrong_ranks; i < call.size; ++i) EXPECT_EQ(ranks[i].recv, ranks[i].expected);
      }
    }
  }
}

TEST(TheSimulator, NoticesDifferentLengthsAndDeadlocks) {
  Case call;
  call.collective = Collective::bcast;
  call.algorithm = &algorithms(Collective::bcast).back();
  call.size = 2;
  std::vector<Rank> ranks = make_ranks(call);
  ranks[1].schedule.steps[0].target.count = 2;
  ranks[1].recv.resize(64);
  EXPECT_NE(simulate(ranks, Sending::eager, 1).problem.find("meets a receive of"), std::string::npos);
  ranks = make_ranks(call);
  ranks[0].schedule.steps.clear();
  EXPECT_NE(simulate(ranks, Sending::eager, 1).problem.find("deadlock"), std::string::npos);
}

}  // namespace
}  // namespace baton::collectives::test
