// SPDX-License-Identifier: BSD-3-Clause
// Sets of processors against std::set, and their text.
#include "topology/cpu_set.hpp"

#include <gtest/gtest.h>
#include <sched.h>

#include <random>
#include <set>

namespace baton::topology {
namespace {

CpuSet set_of(std::string_view text) { return CpuSet::parse(text).value(); }

TEST(CpuSet, behaves_like_a_set) {
  std::mt19937 engine(7);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  for (int round = 0; round < 200; ++round) {
    CpuSet set;
    std::set<std::uint32_t> model;
    for (std::uint32_t i = random() % 40; i > 0; --i) {
      const std::uint32_t cpu = random() % 300;
      set.insert(cpu);
      model.insert(cpu);
    }
    EXPECT_EQ(set.members(), std::vector<std::uint32_t>(model.begin(), model.end()));
    EXPECT_EQ(set.size(), model.size());
    EXPECT_EQ(set.empty(), model.empty());
    for (std::uint32_t cpu = 0; cpu < 320; ++cpu) EXPECT_EQ(set.contains(cpu), model.count(cpu) != 0);
    EXPECT_EQ(set_of(set.text()), set);
  }
}

TEST(CpuSet, writes_ranges) {
  EXPECT_EQ(CpuSet().text(), "");
  EXPECT_EQ(set_of("3").text(), "3");
  EXPECT_EQ(set_of("0,1,2,3,8,64,65").text(), "0-3,8,64-65");
}

TEST(CpuSet, refuses_other_texts) {
  for (const char* text : {"a", "1-", "-1", "3-1", "1,,2", "1,", ",1", "1 2", "65536", "0-99999", "4294967296"}) {
    EXPECT_FALSE(CpuSet::parse(text).has_value()) << text;
  }
}

TEST(CpuSet, equality_does_not_see_trailing_zeros) {
  CpuSet a;
  a.insert(1);
  CpuSet b = a;
  CpuSet far;
  far.insert(700);
  EXPECT_FALSE(a == far);
  b |= far;
  EXPECT_FALSE(a == b);
  EXPECT_EQ(set_of("1"), a);
}

TEST(AllowedCpus, are_what_the_kernel_says) {
  const auto cpus = allowed_cpus();
  ASSERT_TRUE(cpus);
  cpu_set_t mask;
  ASSERT_EQ(sched_getaffinity(0, sizeof mask, &mask), 0);
  EXPECT_EQ(cpus->size(), static_cast<std::size_t>(CPU_COUNT(&mask)));
  for (std::uint32_t cpu = 0; cpu < 1024; ++cpu) EXPECT_EQ(cpus->contains(cpu), CPU_ISSET(cpu, &mask) != 0);
}

}  // namespace
}  // namespace baton::topology
