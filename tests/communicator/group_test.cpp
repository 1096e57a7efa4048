// SPDX-License-Identifier: BSD-3-Clause
// Groups against plain vectors and std::set, on random operations, and the corners that random ones miss.
#include "communicator/group.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace baton::communicator {
namespace {

using Members = std::vector<PeerId>;

Members members_of(const Group& group) {
  Members members;
  for (std::int32_t r = 0; r < group.size(); ++r) members.push_back(group.process(r));
  return members;
}

/// Everything a group says about itself fits the list of its members.
void expect_is(const Group& group, const Members& members) {
  ASSERT_EQ(members_of(group), members);
  const std::set<PeerId> in(members.begin(), members.end());
  for (std::size_t r = 0; r < members.size(); ++r) EXPECT_EQ(group.rank_of(members[r]), static_cast<std::int32_t>(r));
  for (PeerId process = 0; process < 80; ++process) {
    if (in.count(process) == 0) {
      EXPECT_EQ(group.rank_of(process), Group::no_rank) << process;
    }
  }
}

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_()) % limit; }
  /// Evenly spaced, or shuffled, or anything.
  Members members() {
    Members all;
    const std::uint32_t kind = below(4);
    if (kind == 0) {
      const std::uint32_t stride = 1 + below(5);
      for (std::uint32_t p = below(8); p < 64 && all.size() < 12; p += stride) all.push_back(p);
      if (below(2) == 0) std::reverse(all.begin(), all.end());
      return all;
    }
    std::set<PeerId> some;
    for (std::uint32_t i = below(14); i > 0; --i) some.insert(below(64));
    all.assign(some.begin(), some.end());
    if (kind > 1) std::shuffle(all.begin(), all.end(), engine_);
    return all;
  }
  std::vector<std::int32_t> ranks(std::size_t size) {
    std::vector<std::int32_t> all;
    for (std::size_t r = 0; r < size; ++r) all.push_back(static_cast<std::int32_t>(r));
    std::shuffle(all.begin(), all.end(), engine_);
    all.resize(size == 0 ? 0 : below(static_cast<std::uint32_t>(size) + 1));
    return all;
  }

 private:
  std::mt19937 engine_;
};

TEST(Group, says_what_its_list_of_members_says) {
  Chance chance(1);
  for (int round = 0; round < 500; ++round) {
    const Members members = chance.members();
    expect_is(Group::of(members), members);
  }
}

TEST(Group, incl_and_excl_agree_with_lists) {
  Chance chance(2);
  for (int round = 0; round < 500; ++round) {
    const Members members = chance.members();
    const Group group = Group::of(members);
    const auto ranks = chance.ranks(members.size());
    Members chosen;
    Members rest;
    for (const auto r : ranks) chosen.push_back(members[static_cast<std::size_t>(r)]);
    for (std::size_t r = 0; r < members.size(); ++r) {
      if (std::find(ranks.begin(), ranks.end(), static_cast<std::int32_t>(r)) == ranks.end())
        rest.push_back(members[r]);
    }
    expect_is(group.incl(ranks), chosen);
    expect_is(group.excl(ranks), rest);
    EXPECT_EQ(group.first_bad(ranks), -1);
  }
}

TEST(Group, set_operations_agree_with_sets_and_keep_the_order_of_the_standard) {
  Chance chance(3);
  for (int round = 0; round < 500; ++round) {
    const Members a = chance.members();
    const Members b = chance.members();
    const std::set<PeerId> in_a(a.begin(), a.end());
    const std::set<PeerId> in_b(b.begin(), b.end());
    Members both = a;
    Members common;
    Members only;
    for (const PeerId p : b) {
      if (in_a.count(p) == 0) both.push_back(p);
    }
    for (const PeerId p : a) (in_b.count(p) != 0 ? common : only).push_back(p);
    const Group left = Group::of(a);
    const Group right = Group::of(b);
    expect_is(left.united(right), both);
    expect_is(left.intersected(right), common);
    expect_is(left.without(right), only);
    const Comparison expected = a == b         ? Comparison::identical
                                : in_a == in_b ? Comparison::similar
                                               : Comparison::unequal;
    EXPECT_EQ(left.compare(right), expected);
    if (a == b) {
      EXPECT_EQ(left.hash(), right.hash());
    }
  }
}

TEST(Group, comparison_sees_order) {
  const Group up = Group::contiguous(0, 4);
  EXPECT_EQ(up.compare(Group::of({0, 1, 2, 3})), Comparison::identical);
  EXPECT_EQ(up.compare(Group::of({3, 2, 1, 0})), Comparison::similar);
  EXPECT_EQ(up.compare(Group::of({3, 0, 2, 1})), Comparison::similar);
  EXPECT_EQ(up.compare(Group::of({0, 1, 2, 4})), Comparison::unequal);
  EXPECT_EQ(up.compare(Group::contiguous(0, 3)), Comparison::unequal);
  EXPECT_EQ(Group().compare(Group::of({})), Comparison::identical);
  EXPECT_NE(up.hash(), Group::of({3, 2, 1, 0}).hash());
}

TEST(Group, ranges_name_ranks_in_order) {
  const Group ten = Group::contiguous(0, 10);
  const auto expand = [&](std::vector<Range> ranges) { return ten.expand(ranges); };
  EXPECT_EQ(expand({{1, 7, 3}, {9, 8, -1}}).value(), (std::vector<std::int32_t>{1, 4, 7, 9, 8}));
  EXPECT_EQ(expand({{0, 8, 3}}).value(), (std::vector<std::int32_t>{0, 3, 6}));
  EXPECT_EQ(expand({{5, 5, -7}}).value(), (std::vector<std::int32_t>{5}));
  EXPECT_TRUE(expand({}).value().empty());
  EXPECT_FALSE(expand({{0, 3, 0}}).has_value());
  EXPECT_FALSE(expand({{0, 10, 1}}).has_value());
  EXPECT_FALSE(expand({{-1, 3, 1}}).has_value());
  EXPECT_FALSE(expand({{0, 4, 2}, {2, 2, 1}}).has_value());
  EXPECT_FALSE(expand({{0, 2147483647, 1}}).has_value());
}

TEST(Group, bad_ranks_are_found) {
  const Group five = Group::of({9, 3, 7, 1, 5});
  const auto first_bad = [&](std::vector<std::int32_t> ranks) { return five.first_bad(ranks); };
  EXPECT_EQ(first_bad({4, 0, 2}), -1);
  EXPECT_EQ(first_bad({4, 5}), 1);
  EXPECT_EQ(first_bad({-1}), 0);
  EXPECT_EQ(first_bad({1, 2, 1}), 2);
}

TEST(Group, works_at_the_ends_of_the_number_range) {
  const PeerId last = 0xFFFFFFFE;
  const Members wide = {last, 0};
  const Group group = Group::of(wide);
  EXPECT_EQ(members_of(group), wide);
  EXPECT_EQ(group.rank_of(last), 0);
  EXPECT_EQ(group.rank_of(0), 1);
  EXPECT_EQ(group.rank_of(1), Group::no_rank);
  const Members spaced = {last, last / 2, 0};
  EXPECT_EQ(members_of(Group::of(spaced)), spaced);
  EXPECT_EQ(Group::of(spaced).rank_of(last / 2), 1);
}

TEST(Group, evenly_spaced_groups_need_no_list) {
  // A copy of a group without a list owns nothing: it is as large as it looks.
  static_assert(sizeof(Group) <= 32);
  Members odd;
  for (PeerId p = 1; p < 100'000; p += 2) odd.push_back(p);
  const Group group = Group::of(odd);
  EXPECT_EQ(group.size(), 50'000);
  EXPECT_EQ(group.process(49'999), 99'999U);
  EXPECT_EQ(group.rank_of(99'999), 49'999);
  EXPECT_EQ(group.rank_of(50'000), Group::no_rank);
  EXPECT_EQ(group.rank_of(100'001), Group::no_rank);
}

}  // namespace
}  // namespace baton::communicator
