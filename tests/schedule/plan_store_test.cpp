// SPDX-License-Identifier: BSD-3-Clause
// Which calls find the plan of an earlier one.
#include "schedule/plan_store.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "tests/schedule/allocations.hpp"

namespace baton::schedule {
namespace {

using collectives::Collective;
using collectives::Shape;

/// A call of alltoallv between `counts.size()` ranks; displacements follow from the counts.
class Exchange {
 public:
  explicit Exchange(std::vector<std::int64_t> counts, std::int64_t gap = 0) : counts_(std::move(counts)) {
    std::int64_t next = 0;
    for (const std::int64_t count : counts_) {
      displacements_.push_back(next);
      next += count + gap;
    }
    shape_.size = static_cast<std::uint32_t>(counts_.size());
    shape_.send.size = shape_.recv.size = 8;
    shape_.send.counts = shape_.recv.counts = counts_;
    shape_.send.displacements = shape_.recv.displacements = displacements_;
  }
  [[nodiscard]] Shape& shape() { return shape_; }

 private:
  std::vector<std::int64_t> counts_;
  std::vector<std::int64_t> displacements_;
  Shape shape_;
};

Shape sum_of(std::int64_t count) {
  Shape shape;
  shape.size = 4;
  shape.send.count = shape.recv.count = count;
  shape.send.size = shape.recv.size = 8;
  return shape;
}

class PlansKept : public testing::Test {
 protected:
  Plan* find(Shape& shape, Collective collective = Collective::alltoallv) { return store_.find(collective, shape); }
  /// As a runner does: the plan found, or a new one, if it is kept.
  Plan* find_or_keep(Shape& shape, Collective collective = Collective::alltoallv) {
    if (Plan* known = store_.find(collective, shape)) return known;
    auto made =
        std::make_unique<Plan>(collectives::build(collective, shape, tuning_), Subject::of(collective, shape, nullptr));
    return store_.keep(collective, shape, made);
  }
  PlanStore store_;
  collectives::Tuning tuning_;
};

TEST_F(PlansKept, TheSameCountsAgainFindThePlanWhereverTheArraysLie) {
  Exchange first({1, 2, 3, 4});
  Exchange again({1, 2, 3, 4});
  Plan* const plan = find_or_keep(first.shape());
  ASSERT_NE(plan, nullptr);
  EXPECT_EQ(find(again.shape()), plan);
}

TEST_F(PlansKept, OtherCountsDisplacementsSizesOrRootsAreOtherCalls) {
  Exchange first({1, 2, 3, 4});
  ASSERT_NE(find_or_keep(first.shape()), nullptr);
  Exchange other_counts({1, 2, 4, 3});
  EXPECT_EQ(find(other_counts.shape()), nullptr);
  Exchange other_places({1, 2, 3, 4}, 1);
  EXPECT_EQ(find(other_places.shape()), nullptr);
  Exchange other_sizes({1, 2, 3, 4});
  const std::vector<std::int64_t> sizes{8, 8, 8, 4};
  other_sizes.shape().send.sizes = other_sizes.shape().recv.sizes = sizes;
  EXPECT_EQ(find(other_sizes.shape()), nullptr);
  Exchange in_place({1, 2, 3, 4});
  in_place.shape().in_place = true;
  EXPECT_EQ(find(in_place.shape()), nullptr);
  Exchange half({1, 2, 3, 4});
  half.shape().send.counts = half.shape().send.displacements = {};
  EXPECT_EQ(find(half.shape()), nullptr);
  EXPECT_EQ(find(first.shape(), Collective::gatherv), nullptr);
  Exchange other_root({1, 2, 3, 4});
  other_root.shape().root = 1;
  EXPECT_EQ(find(other_root.shape()), nullptr);
}

TEST_F(PlansKept, AnArrayThatIsDividedOtherwiseIsAnotherCall) {
  // The same numbers in a row, but two of them are displacements once and counts the other time.
  const std::vector<std::int64_t> four{1, 2, 3, 4};
  Exchange one({1, 2});
  one.shape().send.counts = std::span(four);
  one.shape().send.displacements = {};
  Exchange other({1, 2});
  other.shape().send.counts = std::span(four).first(2);
  other.shape().send.displacements = std::span(four).subspan(2);
  ASSERT_NE(find_or_keep(other.shape()), nullptr);
  EXPECT_EQ(find(one.shape()), nullptr);
}

TEST_F(PlansKept, ArraysThatChangeInEachCallDriveOutNothingElse) {
  Shape sum = sum_of(1);
  Plan* const plan = find_or_keep(sum, Collective::allreduce);
  for (std::int64_t i = 1; i < 1000; ++i) {
    Exchange call({i, 2, 3, 4});
    ASSERT_NE(find_or_keep(call.shape()), nullptr);
  }
  EXPECT_EQ(find(sum, Collective::allreduce), plan);
  EXPECT_LT(store_.size(), 20U);
}

TEST_F(PlansKept, WhatIsUsedStaysLongerThanWhatIsNot) {
  Exchange often({5, 5, 5, 5});
  Plan* const plan = find_or_keep(often.shape());
  for (std::int64_t i = 1; i < 100; ++i) {
    Exchange once({i, 2, 3, 4});
    ASSERT_NE(find_or_keep(once.shape()), nullptr);
    ASSERT_EQ(find(often.shape()), plan);
  }
}

TEST_F(PlansKept, APlanUnderWayIsNotDrivenOut) {
  std::vector<std::unique_ptr<Exchange>> calls;
  std::vector<Plan*> plans;
  for (std::int64_t i = 0;; ++i) {
    auto call = std::make_unique<Exchange>(std::vector<std::int64_t>{i, 2, 3, 4});
    Plan* const plan = find_or_keep(call->shape());
    if (plan == nullptr) break;  // all places are in use
    ASSERT_LT(i, 1000);
    ++plan->users;
    plans.push_back(plan);
    calls.push_back(std::move(call));
  }
  ASSERT_FALSE(plans.empty());
  for (std::size_t i = 0; i < plans.size(); ++i) EXPECT_EQ(find(calls[i]->shape()), plans[i]);
  --plans.front()->users;
  Exchange next({100, 2, 3, 4});
  EXPECT_NE(find_or_keep(next.shape()), nullptr);
  EXPECT_EQ(find(calls.front()->shape()), nullptr);
}

TEST_F(PlansKept, VeryManyLengthsAreNotAllKeptAndTheLatestIsFound) {
  for (std::int64_t count = 1; count < 1000; ++count) {
    Shape sum = sum_of(count);
    Plan* const plan = find_or_keep(sum, Collective::allreduce);
    ASSERT_EQ(find(sum, Collective::allreduce), plan);
  }
  EXPECT_LT(store_.size(), 100U);
}

TEST_F(PlansKept, FindingAllocatesNothing) {
  Exchange call({1, 2, 3, 4});
  ASSERT_NE(find_or_keep(call.shape()), nullptr);
  const std::int64_t before = tests::allocations();
  for (int i = 0; i < 100; ++i) ASSERT_NE(find(call.shape()), nullptr);
  EXPECT_EQ(tests::allocations(), before);
}

}  // namespace
}  // namespace baton::schedule
