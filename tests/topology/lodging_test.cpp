// SPDX-License-Identifier: BSD-3-Clause
// When a waiting rank of a crowded node leaves its neighbours, and when it comes back to them.
#include "topology/lodging.hpp"

#include <gtest/gtest.h>

namespace baton::topology {
namespace {

constexpr std::uint32_t home = 3;
constexpr std::uint32_t elsewhere = 7;
constexpr std::int64_t all = Lodging::waits_a_look;  // each wait gave way to somebody

TEST(Lodging, AsksForALookEverySoManyWaits) {
  Lodging lodging(home, 0);
  for (std::uint32_t wait = 1; wait <= 3 * Lodging::waits_a_look; ++wait)
    EXPECT_EQ(lodging.counts(), wait % Lodging::waits_a_look == 0);
}

TEST(Lodging, StaysAtHomeWhereNobodyElseRuns) {
  Lodging lodging(home, 0);
  for (std::int64_t now = 1; now < 100 * Lodging::last_pause_ns; now += Lodging::last_pause_ns)
    EXPECT_FALSE(lodging.look(now, all / 2 - 1));
  EXPECT_EQ(lodging.cpu(), home);
}

TEST(Lodging, LooksForAnIdleProcessorWhereOthersRunAndKeepsWhatItFinds) {
  Lodging lodging(home, 0);
  EXPECT_FALSE(lodging.look(1, all));  // not at once
  EXPECT_TRUE(lodging.look(1 + Lodging::first_pause_ns, 2 * all));
  lodging.move(elsewhere);
  EXPECT_EQ(lodging.cpu(), elsewhere);
  EXPECT_FALSE(lodging.look(1 + 2 * Lodging::first_pause_ns, 2 * all));  // alone there
  EXPECT_EQ(lodging.cpu(), elsewhere);
}

TEST(Lodging, GoesHomeWhenOthersRunWhereItWent) {
  Lodging lodging(home, 0);
  EXPECT_FALSE(lodging.look(1, all));
  EXPECT_TRUE(lodging.look(1 + Lodging::first_pause_ns, 2 * all));
  lodging.move(elsewhere);
  EXPECT_FALSE(lodging.look(2 + Lodging::first_pause_ns, 3 * all));
  EXPECT_EQ(lodging.cpu(), home);
  EXPECT_FALSE(lodging.look(3 + Lodging::first_pause_ns, 4 * all)) << "not again at once";
}

TEST(Lodging, LooksMoreAndMoreRarelyInVain) {
  Lodging lodging(home, 0);
  std::int64_t now = 1;
  std::int64_t last = 0;
  std::int64_t pause = 0;
  int looks = 0;
  for (std::int64_t n = 1; looks < 20; ++n, now += Lodging::first_pause_ns) {
    if (!lodging.look(now, n * all)) continue;
    lodging.move(elsewhere);
    ++n;
    EXPECT_FALSE(lodging.look(now, n * all)) << "crowded there, too: back";
    EXPECT_EQ(lodging.cpu(), home);
    ++looks;
    EXPECT_GE(now - last, pause);
    pause = now - last;
    last = now;
  }
  EXPECT_GE(pause, Lodging::last_pause_ns);
  EXPECT_LT(pause, 2 * Lodging::last_pause_ns);
}

TEST(Lodging, NeighboursLookOneAfterTheOther) {
  Lodging first(home, 0);
  Lodging second(home, 1);
  EXPECT_FALSE(first.look(1, all));
  EXPECT_FALSE(second.look(1, all));
  EXPECT_TRUE(first.look(1 + Lodging::first_pause_ns, 2 * all));
  EXPECT_FALSE(second.look(1 + Lodging::first_pause_ns, 2 * all));
  EXPECT_TRUE(second.look(1 + 2 * Lodging::first_pause_ns, 3 * all));
}

}  // namespace
}  // namespace baton::topology
