// SPDX-License-Identifier: BSD-3-Clause
// MPI_Dims_create's choice against all choices there are, and on numbers where a search could run away.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

#include "communicator/cartesian.hpp"

namespace baton::communicator {
namespace {

using Factors = std::vector<int>;

/// Every non-increasing product of `count` factors, by trying them all.
void each_product(int number, std::size_t count, int limit, Factors& made,
                  const std::function<void(const Factors&)>& visit) {
  if (count == 0) {
    if (number == 1) visit(made);
    return;
  }
  for (int factor = 1; factor <= std::min(number, limit); ++factor) {
    if (number % factor != 0) continue;
    made.push_back(factor);
    each_product(number / factor, count - 1, factor, made, visit);
    made.pop_back();
  }
}

/// The closest factors: smallest difference, then the larger smallest, then the smaller sum, then the larger first.
Factors closest(int number, std::size_t count) {
  Factors best;
  Factors made;
  const auto rank = [](const Factors& f) {
    return std::tuple(f.front() - f.back(), -f.back(), std::accumulate(f.begin(), f.end(), 0));
  };
  each_product(number, count, number, made, [&](const Factors& candidate) {
    if (best.empty() || rank(candidate) < rank(best) || (rank(candidate) == rank(best) && candidate > best))
      best = candidate;
  });
  return best;
}

TEST(Dimensions, AreAsCloseToEachOtherAsAnyChoice) {
  for (int number = 1; number <= 1300; ++number) {
    for (std::size_t count = 1; count <= 5; ++count) {
      Factors dims(count, 0);
      ASSERT_TRUE(fill_dimensions(number, dims));
      ASSERT_EQ(dims, closest(number, count)) << number << " in " << count;
    }
  }
}

TEST(Dimensions, WhatIsGivenStays) {
  Factors dims{0, 3, 0};
  EXPECT_TRUE(fill_dimensions(24, dims));
  EXPECT_EQ(dims, (Factors{4, 3, 2}));
  Factors wrong{0, 5};
  EXPECT_FALSE(fill_dimensions(24, wrong));
}

TEST(Dimensions, OfLargeNumbersAreFoundAtOnce) {
  for (const int number : {1 << 30, 735134400, 2147483647, 1000003 * 2, 1 << 20, 698377680, 1073709056}) {
    for (std::size_t count = 1; count <= 20; ++count) {
      Factors dims(count, 0);
      ASSERT_TRUE(fill_dimensions(number, dims));
      std::int64_t product = 1;
      for (const int dim : dims) product *= dim;
      EXPECT_EQ(product, number);
      EXPECT_TRUE(std::is_sorted(dims.rbegin(), dims.rend()));
    }
  }
}

}  // namespace
}  // namespace baton::communicator
