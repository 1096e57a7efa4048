// SPDX-License-Identifier: BSD-3-Clause
// The word that decides between a receiver and a sender that changed its mind.
#include "transport/shm/verdict.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

namespace baton::transport::shm {
namespace {

TEST(Verdict, OneSideHasItAndHearsTheSameAgain) {
  VerdictBoard board{};
  VerdictNames names;
  const std::uint64_t taken = names.open(board);
  EXPECT_TRUE(take(board, taken));
  EXPECT_FALSE(withdraw(board, taken));
  EXPECT_TRUE(take(board, taken));
  const std::uint64_t withdrawn = names.open(board);
  EXPECT_TRUE(withdraw(board, withdrawn));
  EXPECT_FALSE(take(board, withdrawn));
}

TEST(Verdict, AWordThatIsUsedAgainIsNotTakenByTheOldName) {
  VerdictBoard board{};
  VerdictNames names;
  std::set<std::uint64_t> open;
  for (std::size_t i = 0; i < VerdictBoard::words_count; ++i) open.insert(names.open(board));
  EXPECT_EQ(open.size(), VerdictBoard::words_count);
  EXPECT_EQ(open.count(0), 0U);
  EXPECT_EQ(names.open(board), 0U) << "all words are in use";
  const std::uint64_t old = *open.begin();
  EXPECT_TRUE(withdraw(board, old));
  names.close(old);
  const std::uint64_t next = names.open(board);
  EXPECT_NE(next, old);
  EXPECT_FALSE(take(board, old));
  EXPECT_TRUE(take(board, next));
}

TEST(Verdict, OfTwoThatAskAtOnceOneHasIt) {
  constexpr int rounds = 2000;
  VerdictBoard board{};
  VerdictNames names;
  std::atomic<std::uint64_t> asked{0};
  std::atomic<int> answered{0};
  std::atomic<bool> is_taken{false};
  std::thread receiver([&] {
    for (int round = 0; round < rounds; ++round) {
      while (answered.load() != round) std::this_thread::yield();
      std::uint64_t name = 0;
      while ((name = asked.exchange(0)) == 0) std::this_thread::yield();
      is_taken.store(take(board, name));
      answered.store(round + 1);
    }
  });
  for (int round = 0; round < rounds; ++round) {
    const std::uint64_t name = names.open(board);
    asked.store(name);
    const bool is_withdrawn = withdraw(board, name);
    while (answered.load() != round + 1) std::this_thread::yield();
    EXPECT_NE(is_withdrawn, is_taken.load()) << round;
    names.close(name);
  }
  receiver.join();
}

}  // namespace
}  // namespace baton::transport::shm
