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

#ifdef BATON_FEW_RANKS  // under sanitizers, which multiply the time
INSTANTIATE_TEST_SUITE_P(Sizes, OnManyRanks, testing::Values(2U, 3U, 7U, 8U, 33U, 64U, 100U, 1000U));
#else
INSTANTIATE_TEST_SUITE_P(Sizes, OnManyRanks, testing::Values(2U, 3U, 7U, 8U, 33U, 64U, 100U, 1000U, 4096U, 16384U));
#endif

/// What the files of further algorithms state, for vectors and blocks of two words. No bytes stated: 0.
struct Stated {
  Collective collective;
  const char* name;
  std::uint32_t (*rounds)(std::uint32_t size);
  std::int64_t (*bytes)(std::uint32_t size);
};
constexpr std::int64_t two_words = 16;

std::uint32_t ceil_log(std::uint32_t size, std::uint32_t radix) {
  std::uint32_t rounds = 0;
  for (std::uint64_t reach = 1; reach < size; reach *= radix) ++rounds;
  return rounds;
}
template <std::uint32_t Radix>
std::uint32_t flat(std::uint32_t size) {
  return ceil_log(size, Radix);
}
template <std::uint32_t Radix>
std::uint32_t twice_flat(std::uint32_t size) {
  return 2 * ceil_log(size, Radix);
}
template <std::uint32_t Radix>
std::int64_t flat_bytes(std::uint32_t size) {
  return two_words * (Radix - 1) * ceil_log(size, Radix);
}
template <std::uint32_t Radix>
std::uint32_t product_rounds(std::uint32_t size) {
  const std::uint32_t product = largest_product(size, Radix);
  return static_cast<std::uint32_t>(factors_of(product, Radix).size()) + (product == size ? 0 : 2);
}
template <std::uint32_t Radix>
std::int64_t product_bytes(std::uint32_t size) {
  const std::uint32_t product = largest_product(size, Radix);
  std::int64_t messages = product == size ? 0 : 1;
  for (const std::uint32_t factor : factors_of(product, Radix)) messages += factor - 1;
  return two_words * messages;
}
std::uint32_t all_others(std::uint32_t size) { return size - 1; }
std::uint32_t one_round(std::uint32_t /*size*/) { return 1; }
std::int64_t whole_once(std::uint32_t /*size*/) { return two_words; }
std::int64_t to_all_others(std::uint32_t size) { return two_words * (std::int64_t{size} - 1); }
std::int64_t nothing(std::uint32_t /*size*/) { return 0; }

constexpr Stated short_ones[] = {
    {Collective::barrier, "dissemination4", flat<4>, nothing},
    {Collective::barrier, "tree", twice_flat<4>, nothing},
    {Collective::bcast, "knomial4", flat<4>, flat_bytes<4>},
    {Collective::bcast, "knomial8", flat<8>, flat_bytes<8>},
    {Collective::bcast, "bine", flat<2>, flat_bytes<2>},
    {Collective::bcast, "circulant", flat<2>, flat_bytes<2>},
    {Collective::bcast, "binary_tree", flat<2>, [](std::uint32_t) { return 2 * two_words; }},
    {Collective::bcast, "pipelined_binomial", flat<2>, flat_bytes<2>},
    {Collective::reduce, "knomial4", flat<4>, whole_once},
    {Collective::reduce, "knomial8", flat<8>, whole_once},
    {Collective::reduce, "bine", flat<2>, whole_once},
    {Collective::reduce, "circulant", flat<2>, whole_once},
    {Collective::reduce, "binary_tree", flat<2>, whole_once},
    {Collective::allreduce, "recursive_multiplying3", product_rounds<3>, product_bytes<3>},
    {Collective::allreduce, "recursive_multiplying4", product_rounds<4>, product_bytes<4>},
    {Collective::allreduce, "recursive_multiplying8", product_rounds<8>, product_bytes<8>},
    {Collective::allreduce, "circulant_blocks", twice_flat<2>,
     [](std::uint32_t size) { return flat_bytes<2>(size) + two_words; }},
    {Collective::allreduce, "binary_tree", twice_flat<2>, [](std::uint32_t) { return 3 * two_words; }},
};
constexpr Stated blocks[] = {
    {Collective::gather, "linear", one_round, whole_once},
    {Collective::scatter, "linear", one_round, to_all_others},
    // No more than 32 messages each way are under way at once.
    {Collective::allgather, "linear", [](std::uint32_t size) { return (size + 30) / 32; }, to_all_others},
    {Collective::reduce_scatter, "pairwise", all_others, to_all_others},
    {Collective::gather, "knomial4", flat<4>, to_all_others},
    {Collective::gather, "knomial8", flat<8>, to_all_others},
    {Collective::scatter, "knomial4", flat<4>, to_all_others},
    {Collective::scatter, "knomial8", flat<8>, to_all_others},
    {Collective::allgather, "circulant", flat<2>, to_all_others},
    {Collective::allgather, "neighbor_exchange", [](std::uint32_t size) { return (size + 1) / 2; }, to_all_others},
    {Collective::reduce_scatter, "circulant", flat<2>, to_all_others},
    {Collective::scan, "chain", all_others, whole_once},
    {Collective::exscan, "chain", all_others, whole_once},
    {Collective::reduce, "chain", all_others, whole_once},
};

void expect_stated(const Stated& stated, std::uint32_t size, bool commutative) {
  Shape probe;
  probe.size = size;
  probe.commutative = commutative;
  probe.one_node = true;
  probe.send.count = 2;
  if (!named(stated.collective, stated.name).fits(probe)) return;
  const Report report =
      run(stated.collective, stated.name, size, stated.collective == Collective::barrier ? 0 : 2, commutative);
  const bool once_more = stated.collective == Collective::reduce && !commutative;
  const std::int64_t elements = commutative ? 1 : 2;  // these are twice as long
  EXPECT_LE(report.rounds, stated.rounds(size) + (once_more ? 1 : 0)) << stated.name << " on " << size;
  EXPECT_LE(report.bytes_sent, elements * (stated.bytes(size) + (once_more ? two_words : 0)))
      << stated.name << " on " << size;
}

TEST_P(OnManyRanks, FurtherAlgorithmsKeepToWhatTheyState) {
  const std::uint32_t size = GetParam();
  std::size_t turn = 0;
  for (const Stated& stated : short_ones) {
    // The largest machines take a sixth of them, unless all are wanted.
    if (size > 4096 && !wants_all() && turn++ % 6 != 0) continue;
    expect_stated(stated, size, true);
  }
}

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
  const Report linear = run(Collective::alltoall, "linear", size, 1);
  EXPECT_EQ(linear.rounds, 1U);
  EXPECT_EQ(linear.bytes_sent, 8 * (std::int64_t{size} - 1));
}

TEST_P(OnSomeRanks, FurtherAlgorithmsKeepToWhatTheyState) {
  const std::uint32_t size = GetParam();
  for (const Stated& stated : blocks) expect_stated(stated, size, true);
  for (const Stated& stated : short_ones) expect_stated(stated, size, false);
  const std::uint32_t depth = ceil_log2(size);
  const std::uint32_t aside = is_power_of_two(size) ? 0 : 1;
  const std::int64_t count = std::int64_t{size} * 3 + 1;
  const std::int64_t rounding = 8 * std::int64_t{size};
  const Report skips = run(Collective::allreduce, "circulant", size, count);
  EXPECT_LE(skips.rounds, 2 * depth);
  EXPECT_LE(skips.bytes_sent, 16 * count * (size - 1) / size + 2 * rounding);
  const Report bine = run(Collective::allreduce, "bine", size, count);
  EXPECT_LE(bine.rounds, 2 * (depth + aside));
  EXPECT_LE(bine.bytes_sent, 16 * count + (aside != 0 ? 16 * count : 0) + rounding);
  const Report multiplied = run(Collective::allgather, "recursive_multiplying4", size, 2);
  EXPECT_LE(multiplied.rounds, product_rounds<4>(size) + (largest_product(size, 4) == size ? 0 : 1));
  EXPECT_LE(multiplied.bytes_sent, to_all_others(size) * (largest_product(size, 4) == size ? 1 : 3));
  if (size > 128) return;
  EXPECT_LE(run(Collective::alltoall, "bruck4", size, 1).rounds, ceil_log(size, 4));
}

INSTANTIATE_TEST_SUITE_P(Sizes, OnSomeRanks, testing::Values(2U, 3U, 7U, 8U, 33U, 64U, 100U, 256U));

}  // namespace
}  // namespace baton::collectives::test
