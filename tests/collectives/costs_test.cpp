// SPDX-License-Identifier: BSD-3-Clause
// Algorithms keep to the costs that their files state: rounds of messages and bytes sent by a rank; up to 16,384 ranks.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "collectives/pieces.hpp"
#include "tests/collectives/cases.hpp"

namespace baton::collectives::test {
namespace {

const Algorithm& named(Collective collective, const char* name) {
  for (const Algorithm& algorithm : algorithms(collective)) {
    if (std::strcmp(algorithm.name, name) == 0) return algorithm;
  }
  ADD_FAILURE() << name;
  return algorithms(collective).back();
}

Report run(Collective collective, const char* name, std::uint32_t size, std::int64_t count, bool commutative = true) {
  Case call;
  call.collective = collective;
  call.algorithm = &named(collective, name);
  call.size = size;
  call.root = size / 3;
  call.count = count;
  call.commutative = commutative;
  call.seed = size;
  Report report;
  EXPECT_EQ(problem_of(call, Sending::synchronous, &report), "") << describe(call, Sending::synchronous);
  return report;
}

class OnManyRanks : public testing::TestWithParam<std::uint32_t> {};

TEST_P(OnManyRanks, TreesAndDoublingTakeLogarithmicallyManyRounds) {
  const std::uint32_t size = GetParam();
  const std::uint32_t depth = ceil_log2(size);
  const std::uint32_t aside = is_power_of_two(size) ? 0 : 1;
  const std::uint32_t core_depth = ceil_log2(size) - aside;
  EXPECT_EQ(run(Collective::barrier, "dissemination", size, 0).rounds, depth);
  EXPECT_LE(run(Collective::bcast, "binomial", size, 2).rounds, depth);
  EXPECT_LE(run(Collective::reduce, "binomial", size, 2).rounds, depth);
  EXPECT_LE(run(Collective::reduce, "binomial", size, 1, false).rounds, depth + 1);
  EXPECT_LE(run(Collective::scan, "recursive_doubling", size, 1, false).rounds, depth);
  EXPECT_LE(run(Collective::exscan, "recursive_doubling", size, 1, false).rounds, depth);
  const Report doubling = run(Collective::allreduce, "recursive_doubling", size, 2);
  EXPECT_LE(doubling.rounds, core_depth + 2 * aside);
  EXPECT_LE(doubling.bytes_sent, 16 * (core_depth + aside));
  EXPECT_LE(run(Collective::gather, "binomial", size, 1).rounds, depth);
  EXPECT_LE(run(Collective::scatter, "binomial", size, 1).rounds, depth);
}

INSTANTIATE_TEST_SUITE_P(Sizes, OnManyRanks, testing::Values(2U, 3U, 7U, 8U, 33U, 64U, 100U, 1000U, 4096U, 16384U));

TEST(OnACrowdedNode, EachRankGetsItsTurnOnce) {
  for (const std::uint32_t size : {3U, 8U, 33U}) {
    EXPECT_EQ(run(Collective::barrier, "central", size, 0).rounds, 2U);
    EXPECT_LE(run(Collective::allreduce, "central", size, 1, false).rounds, 2U);
  }
}

class OnSomeRanks : public testing::TestWithParam<std::uint32_t> {};

TEST_P(OnSomeRanks, CuttingTheVectorSavesBytes) {
  const std::uint32_t size = GetParam();
  const std::int64_t count = std::int64_t{size} * 3 + 1;
  const std::int64_t bytes = count * 8;
  const std::int64_t extra = is_power_of_two(size) ? 0 : bytes;
  const std::uint32_t aside = is_power_of_two(size) ? 0 : 1;
  const std::uint32_t core_depth = ceil_log2(size) - aside;
  const std::int64_t rounding = 8 * std::int64_t{size};

  const Report scattered = run(Collective::bcast, "scatter_allgather", size, count);
  EXPECT_LE(scattered.bytes_sent, 2 * bytes + rounding);
  EXPECT_LE(scattered.rounds, ceil_log2(size) + size - 1);

  const Report reduced = run(Collective::reduce, "rabenseifner", size, count);
  EXPECT_LE(reduced.bytes_sent, 2 * bytes + extra + rounding);
  EXPECT_LE(reduced.rounds, 2 * core_depth + aside);

  const Report allreduced = run(Collective::allreduce, "rabenseifner", size, count);
  EXPECT_LE(allreduced.bytes_sent, 2 * bytes + 2 * extra + rounding);
  EXPECT_LE(allreduced.rounds, 2 * core_depth + 2 * aside);

  const Report ring = run(Collective::allreduce, "ring", size, count);
  EXPECT_LE(ring.bytes_sent, 2 * bytes * (size - 1) / size + rounding);
  EXPECT_EQ(ring.rounds, 2 * (size - 1));

  const Report halved = run(Collective::reduce_scatter, "recursive_halving", size, 3);
  EXPECT_LE(halved.bytes_sent, 24 * std::int64_t{size} + extra + 24);
  EXPECT_LE(halved.rounds, core_depth + 2 * aside);
}

TEST_P(OnSomeRanks, BlocksTravelNoMoreThanStated) {
  const std::uint32_t size = GetParam();
  const std::uint32_t depth = ceil_log2(size);
  const Report bruck = run(Collective::allgather, "bruck", size, 2);
  EXPECT_LE(bruck.rounds, depth);
  EXPECT_EQ(bruck.bytes_sent, 16 * (std::int64_t{size} - 1));
  const Report ring = run(Collective::allgather, "ring", size, 2);
  EXPECT_EQ(ring.rounds, size - 1);
  EXPECT_EQ(ring.bytes_sent, 16 * (std::int64_t{size} - 1));
  if (is_power_of_two(size)) {
    const Report doubling = run(Collective::allgather, "recursive_doubling", size, 2);
    EXPECT_EQ(doubling.rounds, depth);
    EXPECT_EQ(doubling.bytes_sent, 16 * (std::int64_t{size} - 1));
  }
  if (size > 128) return;
  const Report digits = run(Collective::alltoall, "bruck", size, 1);
  EXPECT_EQ(digits.rounds, depth);
  EXPECT_LE(digits.bytes_sent, 8 * ((std::int64_t{size} + 1) / 2) * depth);
  const Report pairs = run(Collective::alltoall, "pairwise", size, 1);
  EXPECT_EQ(pairs.bytes_sent, 8 * (std::int64_t{size} - 1));
  EXPECT_EQ(pairs.messages, size - 1);
}

INSTANTIATE_TEST_SUITE_P(Sizes, OnSomeRanks, testing::Values(2U, 3U, 7U, 8U, 33U, 64U, 100U, 256U));

}  // namespace
}  // namespace baton::collectives::test
