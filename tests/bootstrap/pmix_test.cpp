// SPDX-License-Identifier: BSD-3-Clause
// The PMIx client when its server does not answer at once. Real servers: the launch tests and tests/cluster.
#include "bootstrap/pmix.hpp"

#include <dlfcn.h>
#include <gtest/gtest.h>

#include "environment.hpp"
#include "slow_pmix.hpp"

namespace baton::bootstrap {
namespace {

using testing::environment_of;
using testing::SlowPmix;

class SlowServer : public ::testing::Test {
 protected:
  void SetUp() override {
    void* const library = ::dlopen(SLOW_PMIX, RTLD_LAZY | RTLD_LOCAL);
    ASSERT_NE(library, nullptr) << ::dlerror();
    server_ = reinterpret_cast<SlowPmix* (*)()>(::dlsym(library, "slow_pmix"))();
    *server_ = {};
    auto connected = connect_pmix(environment_of({{"BATON_PMIX_LIBRARY", SLOW_PMIX}}));
    ASSERT_TRUE(connected) << connected.error().what;
    rank_ = std::move(*connected);
  }

  SlowPmix* server_ = nullptr;
  std::unique_ptr<Bootstrap> rank_;
};

TEST_F(SlowServer, may_answer_questions_that_the_asker_has_given_up) {
  server_->leave_open = 2;
  EXPECT_EQ(rank_->get(0, "card", 1'000'000).error().code, Code::timed_out);
  EXPECT_EQ(rank_->get(0, "card", 1'000'000).error().code, Code::timed_out);
  const auto card = rank_->get(0, "card", 1'000'000'000);
  ASSERT_TRUE(card) << card.error().what;
  EXPECT_EQ(*card.operator->(), "a card");
  EXPECT_EQ(server_->answers, 3);
}

}  // namespace
}  // namespace baton::bootstrap
