// SPDX-License-Identifier: BSD-3-Clause
// Copies between datatypes move the bytes in typemap order, whatever the two types look like.
#include "schedule/copy.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "datatype/constructors.hpp"

namespace baton::schedule {
namespace {

using datatype::Kind;

const datatype::Datatype& int_type() { return datatype::builtin(Kind::int_); }

datatype::TypeRef every_other(std::int64_t count) {
  auto type = datatype::vector(count, 1, 2, int_type());
  EXPECT_TRUE(type);
  EXPECT_TRUE((*type)->commit());
  return std::move(*type);
}

TEST(Copy, BetweenAllPairsOfDenseAndGappedTypes) {
  constexpr std::int64_t n = 20000;  // longer than one piece
  const auto gapped = every_other(n);
  std::vector<int> source(2 * n);
  std::iota(source.begin(), source.end(), 0);
  for (const bool gapped_source : {false, true}) {
    for (const bool gapped_target : {false, true}) {
      std::vector<int> target(2 * n, -1);
      const Status copied = copy_elements(source.data(), gapped_source ? 1 : n, gapped_source ? *gapped : int_type(),
                                          target.data(), gapped_target ? 1 : n, gapped_target ? *gapped : int_type());
      ASSERT_TRUE(copied);
      for (std::int64_t i = 0; i < n; ++i) {
        const auto at = static_cast<std::size_t>(gapped_target ? 2 * i : i);
        ASSERT_EQ(target[at], gapped_source ? 2 * i : i);
        if (gapped_target && at + 1 < target.size()) {
          ASSERT_EQ(target[at + 1], -1);
        }
      }
    }
  }
}

TEST(Copy, TooSmallATargetIsAnErrorAndStaysUntouched) {
  const int source[3] = {1, 2, 3};
  int target[2] = {7, 7};
  const Status copied = copy_elements(source, 3, int_type(), target, 2, int_type());
  ASSERT_FALSE(copied);
  EXPECT_EQ(copied.error().code, Code::truncated);
  EXPECT_EQ(target[0], 7);
}

TEST(Copy, PastTheCachesIsACopyOfAnyLengthFromAndToAnyPlace) {
  constexpr std::size_t room = 5000;
  std::vector<std::byte> source(room);
  for (std::size_t i = 0; i < room; ++i) source[i] = static_cast<std::byte>(i * 7 + i / 256);
  for (const std::size_t bytes : {0, 1, 63, 64, 65, 128, 200, 4096, 4500}) {
    for (const std::size_t from : {0, 1, 17, 64}) {
      for (const std::size_t to : {0, 1, 31, 63, 64, 100}) {
        std::vector<std::byte> target(room, std::byte{0xEE});
        copy_past_caches(target.data() + to, source.data() + from, bytes);
        std::vector<std::byte> expected(room, std::byte{0xEE});
        std::copy_n(source.begin() + static_cast<std::ptrdiff_t>(from), bytes,
                    expected.begin() + static_cast<std::ptrdiff_t>(to));
        ASSERT_EQ(target, expected) << bytes << " bytes from " << from << " to " << to;
      }
    }
  }
}

TEST(Copy, ScratchMemoryStartsInTheMiddleOfAPage) {
  std::vector<std::byte> memory;
  for (const std::size_t bytes : {8U, 5000U, 131072U, 100U}) {
    const std::byte* const start = between_pages(memory, bytes);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(start) % 4096, 2048U);
    ASSERT_GE(start, memory.data());
    EXPECT_LE(start + bytes, memory.data() + memory.size());
  }
}

}  // namespace
}  // namespace baton::schedule
