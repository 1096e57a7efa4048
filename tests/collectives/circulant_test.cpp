// SPDX-License-Identifier: BSD-3-Clause
// The schedules of circulant graphs keep the conditions under which they are right, and the butterfly of short
// distances is one: checked for many numbers of ranks without moving data.
#include "collectives/circulant.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "collectives/bine.hpp"

namespace baton::collectives {
namespace {

/// Over a phase a rank gets every block but one of -depth .. -1, and that one plus depth; and it sends only what it
/// has.
void expect_right_schedules(std::uint32_t size) {
  const Circulant graph(size);
  const auto depth = static_cast<std::int32_t>(graph.depth());
  ASSERT_EQ(graph.depth(), ceil_log2(size));
  for (std::uint32_t rank = 0; rank < size; ++rank) {
    const auto in = graph.receives(rank);
    const auto out = graph.sends(rank);
    ASSERT_EQ(in.size(), graph.depth());
    std::set<std::int32_t> got;
    std::int32_t first = depth;
    for (const std::int32_t block : in) {
      if (block >= 0) {
        ASSERT_EQ(first, depth) << "two new blocks, rank " << rank << " of " << size;
        first = block;
      }
      got.insert(block < 0 ? block : block - depth);
    }
    ASSERT_EQ(got.size(), in.size()) << "rank " << rank << " of " << size;
    ASSERT_TRUE(*got.begin() >= -depth && *got.rbegin() < 0);
    ASSERT_EQ(first == depth, rank == 0);
    for (std::size_t k = 0; k < out.size(); ++k) {
      if (rank == 0) {
        ASSERT_EQ(out[k], static_cast<std::int32_t>(k));
        continue;
      }
      const bool from_before = out[k] == first - depth;
      const bool from_this_phase = std::find(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(k), out[k]) !=
                                   in.begin() + static_cast<std::ptrdiff_t>(k);
      const bool to_root = (rank + graph.skips()[k]) % size == 0;
      ASSERT_TRUE(from_before || from_this_phase || to_root) << "rank " << rank << " of " << size << " round " << k;
    }
  }
}

TEST(Circulant, EveryRankGetsEachBlockOnceAndSendsOnlyWhatItHas) {
  for (std::uint32_t size = 2; size <= 300; ++size) expect_right_schedules(size);
  for (const std::uint32_t size : {511U, 512U, 513U, 1000U, 4095U, 4097U, 16384U}) expect_right_schedules(size);
}

TEST(Circulant, NBlocksTakeNLessOnePlusDepthRounds) {
  for (const std::uint32_t size : {2U, 3U, 17U, 64U, 100U, 1000U}) {
    const Circulant graph(size);
    for (const std::int64_t blocks : {1, 2, 5, 16, 33}) {
      for (std::uint32_t rank = 0; rank < size; ++rank) {
        std::set<std::int64_t> got;
        std::int64_t messages = 0;
        const auto rounds = graph.broadcast(rank, blocks);
        ASSERT_EQ(rounds.size(), static_cast<std::size_t>(blocks) - 1 + graph.depth());
        for (const auto& round : rounds) {
          if (round.received >= 0) {
            got.insert(round.received);
            ++messages;
          }
          ASSERT_TRUE(round.sent < 0 || rank == 0 || got.contains(round.sent));
        }
        ASSERT_EQ(messages, rank == 0 ? 0 : blocks);
        ASSERT_EQ(got.size(), static_cast<std::size_t>(messages));
      }
    }
  }
}

TEST(BineButterfly, PartnersShareTheBitsAboveAndStandCloserThanInAHypercube) {
  for (std::uint32_t size = 2; size <= 4096; size *= 2) {
    const BineButterfly butterfly{size};
    std::set<std::uint32_t> labels;
    double apart = 0;
    double hypercube = 0;
    for (std::uint32_t rank = 0; rank < size; ++rank) {
      labels.insert(butterfly.label(rank));
      for (std::uint32_t distance = size / 2; distance > 0; distance /= 2) {
        const std::uint32_t partner = butterfly.partner(rank, distance);
        ASSERT_EQ(butterfly.partner(partner, distance), rank);
        ASSERT_EQ((butterfly.label(rank) ^ butterfly.label(partner)) & ~(distance - 1), distance);
        const std::uint32_t away = (partner + size - rank) % size;
        apart += std::min(away, size - away);
        hypercube += distance;
      }
    }
    ASSERT_EQ(labels.size(), size);
    EXPECT_LE(apart, size < 8 ? hypercube : 0.75 * hypercube) << size;
  }
}

}  // namespace
}  // namespace baton::collectives
