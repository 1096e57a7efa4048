// SPDX-License-Identifier: BSD-3-Clause
// First contact with ranks that have not said yet where they can be reached: they start late, or are stopped while they
// start. Not here: how a launcher waits (tests/bootstrap).
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bootstrap/in_process.hpp"
#include "runtime/runtime.hpp"

namespace baton::runtime {
namespace {

/// An in-process launcher whose gets come back in vain at first.
class Late final : public bootstrap::Bootstrap {
 public:
  struct Ways {
    Code in_vain = Code::timed_out;
    int times = 0;
    bool launcher_lives = true;
  };
  Late(std::unique_ptr<Bootstrap> real, Ways ways) : real_(std::move(real)), ways_(ways) {}

  [[nodiscard]] const bootstrap::Job& job() const noexcept override { return real_->job(); }
  Status put(std::string_view key, std::string_view value) override { return real_->put(key, value); }
  Status commit() override { return real_->commit(); }
  Result<std::string> get(std::uint32_t rank, std::string_view key, std::int64_t timeout_ns) override {
    if (ways_.times-- > 0) return Error{ways_.in_vain, 0, "not yet"};
    return real_->get(rank, key, timeout_ns);
  }
  [[nodiscard]] bool get_waits() const noexcept override { return true; }
  Status fence() override { return real_->fence(); }
  std::string host_of(std::uint32_t rank) override { return real_->host_of(rank); }
  void abort(int code, std::string_view text) override { real_->abort(code, text); }
  [[nodiscard]] bool launcher_lives() const override { return ways_.launcher_lives; }
  Status finalize() override { return real_->finalize(); }

 private:
  std::unique_ptr<Bootstrap> real_;
  Ways ways_;
};

/// Starts and ends a job whose ranks meet at its end; how many of them ended it in order.
int ranks_that_met(std::uint32_t size, const std::string& transport, Late::Ways ways) {
  bootstrap::InProcessJob job(size);
  std::atomic<int> met = 0;
  std::vector<std::thread> ranks;
  for (std::uint32_t rank = 0; rank < size; ++rank) {
    ranks.emplace_back([&, rank] {
      Options options;
      options.transport = transport;
      options.bootstrap = std::make_unique<Late>(job.connect(rank), ways);
      auto started = Runtime::start(std::move(options));
      ASSERT_TRUE(started) << started.error().what;
      if ((*started)->finalize()) ++met;
    });
  }
  for (auto& rank : ranks) rank.join();
  return met;
}

class LateCard : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Transports, LateCard, ::testing::Values("shm", "tcp"),
                         [](const auto& transport) { return transport.param; });

TEST_P(LateCard, is_waited_for_as_long_as_the_launcher_lives) {
  EXPECT_EQ(ranks_that_met(4, GetParam(), {Code::timed_out, 5, true}), 4);
  EXPECT_EQ(ranks_that_met(4, GetParam(), {Code::not_found, 5, true}), 4);
}

TEST_P(LateCard, is_not_waited_for_when_the_launcher_has_ended_or_says_that_the_rank_has) {
  EXPECT_EQ(ranks_that_met(2, GetParam(), {Code::timed_out, 1, false}), 0);
  EXPECT_EQ(ranks_that_met(2, GetParam(), {Code::peer_lost, 1, true}), 0);
}

}  // namespace
}  // namespace baton::runtime
