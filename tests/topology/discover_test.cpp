// SPDX-License-Identifier: BSD-3-Clause
// Coordinates on pretended machines, and on this one.
#include "topology/discover.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace baton::topology {
namespace {

/// HWLOC_SYNTHETIC for the life of a test. The pretended machine: 2 packages of 2 NUMA nodes of 2 L3 of 8 cores of 2
/// processing units.
class Synthetic : public ::testing::Test {
 protected:
  void SetUp() override { ::setenv("HWLOC_SYNTHETIC", "pack:2 numa:2 l3:2 core:8 pu:2", 1); }
  void TearDown() override { ::unsetenv("HWLOC_SYNTHETIC"); }
};

CpuSet set_of(std::string_view text) { return CpuSet::parse(text).value(); }
constexpr std::uint32_t none = Place::unknown;

TEST_F(Synthetic, a_set_has_the_coordinates_of_the_smallest_objects_that_contain_it) {
  const auto machine = Machine::load();
  ASSERT_TRUE(machine) << machine.error().what;
  EXPECT_FALSE(machine->is_this_system());
  EXPECT_EQ(machine->all_cpus(), set_of("0-127"));
  EXPECT_EQ(machine->locate(set_of("0")), (Place{0, 0, 0, 0, 0}));
  EXPECT_EQ(machine->locate(set_of("0-1")), (Place{0, 0, 0, 0, 0}));
  EXPECT_EQ(machine->locate(set_of("127")), (Place{0, 1, 3, 7, 63}));
  EXPECT_EQ(machine->locate(set_of("1-2")), (Place{0, 0, 0, 0, none}));
  EXPECT_EQ(machine->locate(set_of("15-16")), (Place{0, 0, 0, none, none}));
  EXPECT_EQ(machine->locate(set_of("31-32")), (Place{0, 0, none, none, none}));
  EXPECT_EQ(machine->locate(set_of("0-127")), (Place{0, none, none, none, none}));
  EXPECT_EQ(machine->locate(set_of("")), (Place{0, none, none, none, none}));
  EXPECT_EQ(machine->locate(set_of("500")), (Place{0, none, none, none, none}));
}

TEST_F(Synthetic, processes_are_spread_evenly_over_the_cores) {
  const auto machine = Machine::load();
  ASSERT_TRUE(machine);
  EXPECT_EQ(machine->share(0, 1), set_of("0-1"));
  EXPECT_EQ(machine->share(1, 2), set_of("64-65"));
  EXPECT_EQ(machine->share(63, 64), set_of("126-127"));
  EXPECT_EQ(machine->share(127, 128), set_of("126-127"));
  std::set<std::uint32_t> caches;
  for (std::uint32_t i = 0; i < 8; ++i) caches.insert(machine->locate(machine->share(i, 8)).l3);
  EXPECT_EQ(caches.size(), 8U);
}

TEST_F(Synthetic, discover_pretends_the_place_but_not_the_processors) {
  const auto local = discover(3, 4);
  ASSERT_TRUE(local);
  EXPECT_EQ(local->place, (Place{0, 1, 3, 6, 48}));
  EXPECT_EQ(local->cpus, allowed_cpus().value());
}

TEST(Discover, reads_this_machine) {
  const auto machine = Machine::load();
  ASSERT_TRUE(machine);
  EXPECT_TRUE(machine->is_this_system());
  const auto local = discover();
  ASSERT_TRUE(local);
  EXPECT_FALSE(local->cpus.empty());
  EXPECT_EQ(local->place.node, 0U);
  for (const std::uint32_t cpu : local->cpus.members()) EXPECT_TRUE(machine->all_cpus().contains(cpu));
}

TEST(Discover, an_unreadable_description_is_an_error_that_names_it) {
  for (const auto& [name, value] : {std::pair{"HWLOC_XMLFILE", "/nonexistent.xml"}, {"HWLOC_SYNTHETIC", "nonsense"}}) {
    ::setenv(name, value, 1);
    const auto local = discover();
    const auto machine = Machine::load();
    ::unsetenv(name);
    ASSERT_FALSE(local) << name;
    ASSERT_FALSE(machine) << name;
    EXPECT_NE(std::string(machine.error().what).find(value), std::string::npos) << machine.error().what;
    EXPECT_NE(std::string(machine.error().what).find(name), std::string::npos) << machine.error().what;
  }
}

}  // namespace
}  // namespace baton::topology
