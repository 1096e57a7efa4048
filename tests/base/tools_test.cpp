// SPDX-License-Identifier: BSD-3-Clause
// The small tools: intrusive list, file descriptor owner, clock, log.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include "base/clock.hpp"
#include "base/intrusive_list.hpp"
#include "base/log.hpp"
#include "base/unique_fd.hpp"

namespace baton {
namespace {

struct Item : ListHook<> {
  explicit Item(int n) : number(n) {}
  int number;
};

std::string order(IntrusiveList<Item>& list) {
  std::string text;
  for (Item* item = list.front(); item != nullptr; item = list.after(item)) text += std::to_string(item->number);
  return text;
}

TEST(IntrusiveList, keeps_the_order_of_pushes_and_forgets_removed_elements) {
  IntrusiveList<Item> list;
  Item one(1);
  Item two(2);
  Item three(3);
  EXPECT_TRUE(list.empty());
  EXPECT_EQ(list.front(), nullptr);
  list.push_back(&two);
  list.push_back(&three);
  list.push_front(&one);
  EXPECT_EQ(order(list), "123");
  EXPECT_EQ(list.size(), 3U);
  IntrusiveList<Item>::remove(&two);
  EXPECT_FALSE(two.linked());
  EXPECT_EQ(order(list), "13");
  EXPECT_EQ(list.back(), &three);
  list.push_back(&two);
  EXPECT_EQ(order(list), "132");
  EXPECT_EQ(list.pop_front(), &one);
  EXPECT_EQ(list.pop_front(), &three);
  EXPECT_EQ(list.pop_front(), &two);
  EXPECT_EQ(list.pop_front(), nullptr);
}

bool is_open(int fd) { return ::fcntl(fd, F_GETFD) != -1; }

TEST(UniqueFd, closes_what_it_owns_and_only_that) {
  const int raw = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ASSERT_GE(raw, 0);
  {
    UniqueFd first(raw);
    UniqueFd second(std::move(first));
    EXPECT_FALSE(first);  // NOLINT(bugprone-use-after-move): the state after a move is what is tested
    EXPECT_EQ(second.get(), raw);
    EXPECT_TRUE(is_open(raw));
  }
  EXPECT_FALSE(is_open(raw));
}

TEST(UniqueFd, a_released_descriptor_stays_open) {
  const int raw = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  { EXPECT_EQ(UniqueFd(raw).release(), raw); }
  EXPECT_TRUE(is_open(raw));
  ::close(raw);
}

TEST(Clock, does_not_go_back) {
  const auto before = now_ns();
  EXPECT_GT(before, 0);
  EXPECT_GE(now_ns(), before);
}

TEST(Log, a_line_names_the_rank_and_the_level) {
  log::set_identity(" [rank 3]");
  testing::internal::CaptureStderr();
  log::write(log::Level::warn, "{} of {}", 1, 2);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "baton [rank 3] warning: 1 of 2\n");
}

TEST(Log, is_silent_below_the_level_of_the_environment) {
  testing::internal::CaptureStderr();
  log::write(log::Level::debug, "unseen");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace baton
