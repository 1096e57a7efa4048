// SPDX-License-Identifier: BSD-3-Clause
// The in-process job, by one thread a rank.
#include "bootstrap/in_process.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>

namespace baton::bootstrap {
namespace {

constexpr std::int64_t patience_ns = 60'000'000'000;

void for_each_rank(InProcessJob& job, std::uint32_t size, const std::function<void(Bootstrap&)>& body) {
  std::vector<std::thread> threads;
  for (std::uint32_t r = 0; r < size; ++r) {
    threads.emplace_back([&, r] { body(*job.connect(r)); });
  }
  for (auto& thread : threads) thread.join();
}

TEST(InProcessJob, get_waits_until_the_owner_commits) {
  constexpr std::uint32_t size = 8;
  InProcessJob job(size);
  std::atomic<int> right = 0;
  for_each_rank(job, size, [&](Bootstrap& rank) {
    const std::uint32_t me = rank.job().rank;
    if (me != 0) {  // everybody asks before 0 has published
      right += rank.get(0, "card", patience_ns).value() == "0 \n=" ? 1 : 0;
    }
    ASSERT_TRUE(rank.put("card", std::to_string(me) + " \n="));
    ASSERT_TRUE(rank.commit());
    for (std::uint32_t r = 0; r < size; ++r)
      right += rank.get(r, "card", patience_ns).value() == std::to_string(r) + " \n=" ? 1 : 0;
  });
  EXPECT_EQ(right, static_cast<int>(size - 1 + size * size));
}

TEST(InProcessJob, fence_returns_when_all_have_called_it) {
  constexpr std::uint32_t size = 6;
  InProcessJob job(size);
  std::atomic<std::uint32_t> entered = 0;
  std::atomic<int> early = 0;
  for_each_rank(job, size, [&](Bootstrap& rank) {
    for (std::uint32_t round = 1; round <= 50; ++round) {
      ++entered;
      ASSERT_TRUE(rank.fence());
      if (entered < round * size) ++early;
    }
  });
  EXPECT_EQ(early, 0);
}

TEST(InProcessJob, spreads_ranks_over_hosts) {
  InProcessJob job(5, 2);
  const auto rank = job.connect(3);
  EXPECT_EQ(rank->job().local_ranks, (std::vector<std::uint32_t>{2, 3}));
  EXPECT_EQ(rank->job().host, "host1");
  EXPECT_EQ(rank->host_of(4), "host2");
  EXPECT_EQ(job.connect(4)->job().local_ranks, (std::vector<std::uint32_t>{4}));
}

TEST(InProcessJob, what_is_put_is_invisible_before_commit) {
  InProcessJob job(2);
  const auto a = job.connect(0);
  const auto b = job.connect(1);
  ASSERT_TRUE(a->put("k", "v"));
  EXPECT_EQ(b->get(0, "k", 0).error().code, Code::timed_out);
  ASSERT_TRUE(a->commit());
  EXPECT_EQ(b->get(0, "k", 0).value(), "v");
  EXPECT_EQ(b->get(0, "other", 0).error().code, Code::not_found);
}

TEST(InProcessJob, refuses_bad_keys_and_ranks) {
  InProcessJob job(1);
  const auto rank = job.connect(0);
  for (const char* key : {"", "a b", "a=b", "a;b", "01234567890123456789012345678901234567890"})
    EXPECT_FALSE(rank->put(key, "v")) << key;
  ASSERT_TRUE(rank->put("k", "v"));
  EXPECT_FALSE(rank->put("k", "w"));
  EXPECT_EQ(rank->get(1, "k", 0).error().code, Code::invalid_argument);
}

TEST(InProcessJob, abort_and_death_end_every_wait) {
  {
    InProcessJob job(2);
    std::thread waiter([&] { EXPECT_EQ(job.connect(0)->fence().error().code, Code::peer_lost); });
    job.connect(1)->abort(42, "");
    waiter.join();
    EXPECT_EQ(job.aborted(), 42);
  }
  InProcessJob job(2);
  std::thread waiter([&] { EXPECT_EQ(job.connect(0)->get(1, "k", patience_ns).error().code, Code::peer_lost); });
  job.kill(1);
  waiter.join();
}

}  // namespace
}  // namespace baton::bootstrap
