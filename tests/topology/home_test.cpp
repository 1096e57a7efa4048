// SPDX-License-Identifier: BSD-3-Clause
// Processors of ranks that nobody has bound.
#include "topology/home.hpp"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <thread>

namespace baton::topology {
namespace {

CpuSet allowed() { return *allowed_cpus(); }

void allow_only(std::uint32_t cpu) {
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(cpu, &one);
  ASSERT_EQ(::sched_setaffinity(0, sizeof one, &one), 0);
}

TEST(Home, RanksAreSpreadEvenlyAndNeighboursStandTogether) {
  CpuSet cpus;
  cpus.insert(2, 3);
  cpus.insert(70);
  std::vector<std::uint32_t> homes;
  for (std::size_t index = 0; index < 7; ++index) homes.push_back(Home(cpus, index, 7).cpu());
  EXPECT_EQ(homes, (std::vector<std::uint32_t>{2, 2, 2, 3, 3, 70, 70}));
}

TEST(Home, AThreadComesBackAndMayStillRunEverywhere) {
  std::thread([] {  // whose processors are nobody else's business
    const CpuSet all = allowed();
    std::set<int> seen;
    for (std::size_t index = 0; index < all.size(); ++index) {
      Home home(all, index, all.size(), 0);
      // The kernel may take it away before it is asked where it is, but not for ever.
      for (int attempt = 0; attempt < 10000 && !seen.contains(static_cast<int>(home.cpu())); ++attempt) {
        (void)home.come_back();
        seen.insert(::sched_getcpu());
      }
      EXPECT_TRUE(seen.contains(static_cast<int>(home.cpu())));
      EXPECT_EQ(allowed(), all);
    }
  })
      .join();
}

TEST(Home, AThreadThatWasBoundMeanwhileStaysWhereItIs) {
  std::thread([] {
    const CpuSet all = allowed();
    if (all.size() < 2) GTEST_SKIP() << "one processor";
    const std::vector<std::uint32_t> numbers = all.members();
    allow_only(numbers[1]);
    Home home(all, 0, 2, 0);
    EXPECT_FALSE(home.come_back());
    EXPECT_EQ(::sched_getcpu(), static_cast<int>(numbers[1]));
    EXPECT_EQ(allowed().members(), std::vector{numbers[1]});
  }).join();
}

TEST(Home, OtherThreadsOfTheProcessStayWhereTheyAre) {
  const CpuSet all = allowed();
  if (all.size() < 2) GTEST_SKIP() << "one processor";
  // Wherever the other thread stands, it is away from one of them.
  Home first(all, 0, all.size(), 0);
  Home last(all, all.size() - 1, all.size(), 0);
  std::thread([&] {
    EXPECT_FALSE(first.come_back());
    EXPECT_FALSE(last.come_back());
  }).join();
}

TEST(Home, BindingIsNotTakenForAllThatTheJobHas) {
  const CpuSet all = allowed();
  const pid_t child = ::fork();
  if (child == 0) {
    allow_only(all.members().front());
    ::_exit(cpus_of_job(allowed()) == all ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace baton::topology
