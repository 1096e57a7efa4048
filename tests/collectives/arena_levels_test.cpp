// SPDX-License-Identifier: BSD-3-Clause
// Programs for the arena that know where on a node the ranks stand: each way to divide them, on machines that hwloc
// describes, however the ranks are placed; and which programs the costs choose.
#include <gtest/gtest.h>

#include <string>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/cost.hpp"
#include "tests/collectives/arena_world.hpp"
#include "tests/collectives/machines.hpp"

namespace baton::collectives::test {
namespace {

constexpr const char* two_packages = "pack:2 numa:4 l3:2 core:8 pu:1";  // 128 cores
constexpr const char* odd = "pack:3 numa:1 l3:2 core:3 pu:1";
constexpr const char* saved = "uneven.xml";  // packages of 13 and 11 cores, caches of 2 to 4
constexpr const char* nodes_only = "numa:5 core:4 pu:1";

bool is_reduction(Collective collective) {
  return collective == Collective::reduce || collective == Collective::allreduce ||
         collective == Collective::reduce_scatter_block || collective == Collective::scan ||
         collective == Collective::exscan;
}

/// All calls of one algorithm on ranks that stand so.
std::size_t run_all(const arena::Levels& levels, const Algorithm& algorithm, Collective collective,
                    std::uint64_t& seed) {
  const auto size = static_cast<std::uint32_t>(levels.domains.size());
  std::size_t calls = 0;
  for (const std::int64_t count : {1, 5, 9, 100, 1100, 9000}) {
    if ((count > 100 && size > 16) || (count > 2000 && size > 8)) continue;
    for (unsigned flags = 0; flags < 4; ++flags) {
      const bool other = (flags & 2) != 0;
      Case call;
      call.collective = collective;
      call.algorithm = &algorithm;
      call.size = size;
      call.count = count;
      call.levels = &levels;
      call.seed = ++seed;
      call.root = static_cast<std::uint32_t>(seed % size);
      call.in_place = (flags & 1) != 0 && collective != Collective::barrier && collective != Collective::bcast;
      call.commutative = !(other && is_reduction(collective));
      call.mixed_types = other && !is_reduction(collective);
      if (!serves(algorithm, call)) continue;
      check(call);
      if (testing::Test::HasFatalFailure()) return calls;
      ++calls;
    }
  }
  return calls;
}

struct Where {
  const char* machine;
  Placement placement;
  std::uint32_t size;
};

class DividedArena : public testing::TestWithParam<Where> {};

TEST_P(DividedArena, EndsWithTheRightDataInAnyOrderOfTheRanks) {
  const Where& where = GetParam();
  const arena::Levels all = levels_of(where.machine, where.size, where.placement, where.size);
  ASSERT_FALSE(all.ways.empty());
  std::uint64_t seed = where.size;
  for (const arena::Way& way : all.ways) {
    arena::Levels levels = all;
    levels.ways = {way};
    for (std::size_t c = 0; c < collective_count; ++c) {
      for (const Algorithm& algorithm : arena::algorithms(static_cast<Collective>(c))) {
        const std::string name = algorithm.name;
        if (name != "arena_levels" && name != "arena_lanes") continue;
        const std::size_t calls = run_all(levels, algorithm, static_cast<Collective>(c), seed);
        if (HasFatalFailure()) return;
        EXPECT_TRUE(calls > 0 || name == "arena_lanes") << name << " " << c;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Machines, DividedArena,
    testing::Values(Where{two_packages, Placement::spread, 64}, Where{two_packages, Placement::spread, 32},
                    Where{two_packages, Placement::packed, 20}, Where{two_packages, Placement::scattered, 24},
                    Where{two_packages, Placement::cyclic, 16}, Where{two_packages, Placement::spread, 5},
                    Where{odd, Placement::spread, 18}, Where{odd, Placement::spread, 7},
                    Where{odd, Placement::cyclic, 12}, Where{odd, Placement::scattered, 11},
                    Where{saved, Placement::packed, 24}, Where{saved, Placement::spread, 9},
                    Where{saved, Placement::scattered, 16}, Where{nodes_only, Placement::packed, 6},
                    Where{nodes_only, Placement::spread, 8}, Where{nodes_only, Placement::scattered, 13}));

TEST(DividedArena, AllRootsAreServed) {
  for (const auto& [machine, size] : {std::pair{two_packages, 16U}, std::pair{odd, 8U}}) {
    const arena::Levels levels = levels_of(machine, size, Placement::spread);
    for (const Collective collective :
         {Collective::bcast, Collective::reduce, Collective::gather, Collective::scatter}) {
      for (const Algorithm& algorithm : arena::algorithms(collective)) {
        for (std::uint32_t root = 0; root < size && std::string(algorithm.name) == "arena_levels"; ++root) {
          Case call;
          call.collective = collective;
          call.algorithm = &algorithm;
          call.size = size;
          call.count = 12;
          call.root = root;
          call.levels = &levels;
          ASSERT_TRUE(serves(algorithm, call));
          check(call);
        }
      }
    }
  }
}

TEST(DividedArena, AnOperationThatDoesNotCommuteWantsDomainsOfRanksInARow) {
  const arena::Levels cyclic = levels_of(two_packages, 16, Placement::cyclic);
  Nodes here = Nodes::of(std::vector<std::uint32_t>(16, 0));
  here.levels = &cyclic;
  Shape shape;
  shape.size = 16;
  shape.nodes = &here;
  EXPECT_NE(arena::estimate(arena::Style::tree, Collective::allreduce, shape, 8).way, nullptr);
  shape.commutative = false;
  EXPECT_EQ(arena::estimate(arena::Style::tree, Collective::allreduce, shape, 8).way, nullptr);
  EXPECT_NE(arena::estimate(arena::Style::tree, Collective::bcast, shape, 8).way, nullptr);
}

/// What is chosen for ranks that stand so.
std::string chosen(const arena::Levels& levels, Collective collective, std::int64_t bytes) {
  Nodes here = Nodes::of(std::vector<std::uint32_t>(levels.domains.size(), 0));
  here.levels = &levels;
  Shape shape;
  shape.arena = true;
  shape.size = static_cast<std::uint32_t>(levels.domains.size());
  shape.send.count = shape.recv.count = bytes / 8;
  shape.send.size = shape.recv.size = 8;
  if (!levels.ways.empty()) shape.nodes = &here;
  const Algorithm* const found = arena::select(collective, shape);
  return found != nullptr ? found->name : "messages";
}

TEST(DividedArena, IsChosenForManyRanksFarApartAndNotForThoseOfOneCache) {
  const arena::Levels wide = levels_of(two_packages, 64, Placement::spread);
  EXPECT_EQ(chosen(wide, Collective::barrier, 0), "arena_levels");
  EXPECT_EQ(chosen(wide, Collective::bcast, 65536), "arena_levels");
  EXPECT_EQ(chosen(wide, Collective::allreduce, 8), "arena_levels");
  EXPECT_EQ(chosen(wide, Collective::allreduce, 65536), "arena_lanes");
  EXPECT_EQ(chosen(wide, Collective::allgather, 8), "arena_levels");
  EXPECT_EQ(chosen(wide, Collective::allgather, 4096), "arena_lanes");
  EXPECT_EQ(chosen(wide, Collective::alltoall, 8), "arena_lanes");
  EXPECT_EQ(chosen(wide, Collective::scan, 8), "arena_lanes");
  const arena::Levels one = levels_of("pack:1 l3:1 core:16 pu:1", 16, Placement::spread);
  EXPECT_EQ(chosen(one, Collective::barrier, 0), "arena");
  EXPECT_EQ(chosen(one, Collective::allreduce, 65536), "arena");
  const arena::Levels few = levels_of("pack:2 l3:1 core:2 pu:1", 4, Placement::spread);
  EXPECT_EQ(chosen(few, Collective::bcast, 8), "arena");
}

}  // namespace
}  // namespace baton::collectives::test
