// SPDX-License-Identifier: BSD-3-Clause
// Result<T> and the sentences of errors.
#include "base/result.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/text.hpp"

namespace baton {
namespace {

TEST(Result, holds_a_move_only_value_and_gives_it_away) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
  ASSERT_TRUE(result.has_value());
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 7);
}

TEST(Result, destroys_its_value_once) {
  const auto counted = std::make_shared<int>(1);
  {
    Result<std::shared_ptr<int>> first(counted);
    Result<std::shared_ptr<int>> second(std::move(first));
    EXPECT_EQ(counted.use_count(), 2);  // here and in `second`
    second = Result<std::shared_ptr<int>>(Error{Code::io, 5, "gone"});
    EXPECT_EQ(counted.use_count(), 1);
    EXPECT_EQ(second.error().os_errno, 5);
  }
  EXPECT_EQ(counted.use_count(), 1);
}

TEST(Result, an_error_becomes_a_value_by_assignment) {
  Result<std::string> result(Error{Code::timed_out, 0, "late"});
  EXPECT_FALSE(result);
  result = Result<std::string>(std::string("here"));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->size(), 4U);
  EXPECT_TRUE(result.error().ok());
}

TEST(Result, a_status_is_success_unless_it_got_an_error) {
  EXPECT_TRUE(Status().has_value());
  EXPECT_FALSE(Status(Error{Code::refused, 0, "no"}).has_value());
}

TEST(ResultDeathTest, reading_the_value_of_an_error_is_our_bug) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  Result<int> result(Error{Code::io, 0, "no value"});
  EXPECT_DEATH((void)result.value(), "internal error");
}

TEST(Text, equal_sentences_share_one_copy) {
  EXPECT_EQ(intern("the same"), intern(std::string("the ") + "same"));
  EXPECT_NE(intern("the same"), intern("another"));
}

TEST(Text, sentences_of_errors_outlive_their_maker) {
  const Error error = make_error(Code::truncated, "got {} bytes for a buffer of {}", 12, 8);
  EXPECT_STREQ(error.what, "got 12 bytes for a buffer of 8");
  const Error system = os_error(ENOENT, "open('{}')", "x");
  EXPECT_EQ(system.os_errno, ENOENT);
  EXPECT_STREQ(system.what, "open('x'): No such file or directory");
}

TEST(Text, threads_may_intern_at_once) {
  std::vector<std::thread> threads;
  std::vector<const char*> seen(4);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    threads.emplace_back([&seen, i] {
      for (int round = 0; round < 100; ++round) seen[i] = intern("shared by threads");
    });
  }
  for (auto& thread : threads) thread.join();
  for (const char* text : seen) EXPECT_EQ(text, seen[0]);
}

}  // namespace
}  // namespace baton
