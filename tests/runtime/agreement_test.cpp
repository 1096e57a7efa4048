// SPDX-License-Identifier: BSD-3-Clause
// Ranks whose settings would make them take different algorithms are told which, and by whom.
#include "communicator/agreement.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <fstream>

#include "support/world.hpp"

namespace baton {
namespace {

using communicator::disagreement;
using communicator::settings_word;
using runtime::Runtime;

/// The word of a process with these variables.
std::string word_with(std::initializer_list<std::pair<const char*, const char*>> variables) {
  for (const auto& [name, value] : variables) EXPECT_EQ(::setenv(name, value, 1), 0);
  const auto tuning = collectives::Tuning::from_parameters();
  EXPECT_TRUE(tuning.has_value());
  const std::string word = settings_word(*tuning.operator->());
  for (const auto& [name, value] : variables) EXPECT_EQ(::unsetenv(name), 0);
  return word;
}

std::string file_with(const char* name, const char* text) {
  const std::string path = testing::TempDir() + name;
  std::ofstream(path) << text;
  return path;
}

TEST(Agreement, NothingIsWrittenWhereEverythingIsAsByDefault) {
  EXPECT_EQ(word_with({}), "");
  EXPECT_EQ(word_with({{"BATON_ALLREDUCE", "auto"}, {"BATON_ARENA", "yes"}, {"BATON_EAGER_BUDGET", "4096K"}}), "");
  EXPECT_EQ(word_with({{"BATON_SPIN", "1"}, {"BATON_LOG", "error"}}), "");  // each rank its own
  EXPECT_FALSE(disagreement("", "").has_value());
}

TEST(Agreement, AnAlgorithmOfOneRankAloneIsNamedWithBothSettings) {
  const std::string ring = word_with({{"BATON_ALLREDUCE", "ring"}, {"BATON_ARENA", "0"}});
  EXPECT_FALSE(disagreement(ring, ring).has_value());
  const auto first = disagreement(ring, word_with({{"BATON_ARENA", "off"}}));
  ASSERT_TRUE(first.has_value());
  EXPECT_NE(std::strstr(first->what, "with BATON_ALLREDUCE=auto, and this rank with BATON_ALLREDUCE=ring"), nullptr)
      << first->what;
  const auto second = disagreement("", word_with({{"BATON_ALLREDUCE", "ring"}}));
  ASSERT_TRUE(second.has_value());
  EXPECT_NE(std::strstr(second->what, "with BATON_ALLREDUCE=ring, and this rank with BATON_ALLREDUCE=auto"), nullptr)
      << second->what;
}

TEST(Agreement, FilesOfConstantsAreComparedByWhatTheySay) {
  const std::string slow = file_with("slow", "network.message 50000\n");
  const std::string same = file_with("same", "# another file\nnetwork.message 5e4\n");
  const std::string fast = file_with("fast", "network.message 2000\n");
  const std::string mine = word_with({{"BATON_TUNING", slow.c_str()}});
  EXPECT_FALSE(disagreement(mine, word_with({{"BATON_TUNING", same.c_str()}})).has_value());
  const auto other = disagreement(mine, word_with({{"BATON_TUNING", fast.c_str()}}));
  ASSERT_TRUE(other.has_value());
  EXPECT_NE(std::strstr(other->what, slow.c_str()), nullptr) << other->what;
  EXPECT_NE(std::strstr(other->what, fast.c_str()), nullptr) << other->what;
  const auto none = disagreement(mine, "");
  ASSERT_TRUE(none.has_value());
  EXPECT_NE(std::strstr(none->what, "the built-in constants"), nullptr) << none->what;
}

TEST(Agreement, ARankDoesNotStartWithAnAlgorithmThatIsNone) {
  ASSERT_EQ(::setenv("BATON_SCAN", "chains", 1), 0);
  bootstrap::InProcessJob job(1, 0);
  runtime::Options options;
  options.bootstrap = job.connect(0);
  const auto started = Runtime::start(std::move(options));
  ASSERT_EQ(::unsetenv("BATON_SCAN"), 0);
  ASSERT_FALSE(started.has_value());
  EXPECT_NE(std::strstr(started.error().what, "BATON_SCAN='chains'"), nullptr) << started.error().what;
  EXPECT_NE(std::strstr(started.error().what, "recursive_doubling"), nullptr) << started.error().what;
}

}  // namespace
}  // namespace baton
