// SPDX-License-Identifier: BSD-3-Clause
#include "transport/shm/joint.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace baton::transport::shm {
namespace {

constexpr std::uint64_t name_of(std::uint64_t number, std::uint64_t place) {
  return number << detail::place_bits | place;
}

TEST(JointCopy, gives_each_piece_to_one_side_and_tells_the_last_one) {
  const auto board = std::make_unique<JointBoard>();
  for (std::uint64_t message = 1; message <= 200; ++message) {
    const std::uint64_t pieces = 1 + message * 7 % 97;
    JointCopy(*board, name_of(message, 5)).start(pieces);
    std::vector<std::atomic<int>> taken(pieces);
    std::atomic<int> last{0};
    const auto side = [&](bool front) {
      JointCopy copy(*board, name_of(message, 5));
      while (const auto piece = copy.take(front)) {
        ++taken[*piece];
        if (copy.done(pieces)) ++last;
      }
    };
    std::thread other(side, false);
    side(true);
    other.join();
    for (const auto& times : taken) ASSERT_EQ(times.load(), 1);
    ASSERT_EQ(last.load(), 1);
  }
}

TEST(JointCopy, goes_from_both_ends_to_the_middle) {
  const auto board = std::make_unique<JointBoard>();
  JointCopy copy(*board, name_of(1, 0));
  copy.start(3);
  EXPECT_EQ(copy.take(true), 0u);
  EXPECT_EQ(copy.take(false), 2u);
  EXPECT_EQ(copy.take(false), 1u);
  EXPECT_FALSE(copy.take(true));
  EXPECT_FALSE(copy.take(false));
}

TEST(JointCopy, gives_a_late_taker_nothing_of_the_next_message_in_its_place) {
  const auto board = std::make_unique<JointBoard>();
  JointCopy old(*board, name_of(1, 9));
  old.start(2);
  JointCopy next(*board, name_of(2, 9));
  next.start(2);
  EXPECT_FALSE(old.take(true));
  EXPECT_FALSE(old.take(false));
  EXPECT_EQ(next.take(true), 0u);
}

TEST(JointCopy, before_its_start_is_empty) {
  const auto board = std::make_unique<JointBoard>();
  EXPECT_FALSE(JointCopy(*board, name_of(3, 1)).take(true));
}

}  // namespace
}  // namespace baton::transport::shm
