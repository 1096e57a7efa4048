// SPDX-License-Identifier: BSD-3-Clause
// The ring alone: laps, words that payload imitates, credit, and memory that is given on the way.
#include "transport/shm/ring.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <deque>
#include <random>
#include <vector>

#include "transport/shm/pair.hpp"

namespace baton::transport::shm {
namespace {

/// A writer and a reader of one ring; the writer populates as it goes.
struct Ends {
  explicit Ends(Lane which = Lane::ordered) : lane(which) {
    auto made = PairMemory::make();
    EXPECT_TRUE(made) << made.error().what;
    pair = std::move(*made);
    writer = pair->writer(lane);
    reader = pair->reader(lane);
  }
  std::byte* claim(std::size_t bytes) {
    if (std::byte* at = writer.claim(bytes)) return at;
    while (true) {
      std::uint64_t missing = 0;
      if (writer.make_room(bytes, missing)) return writer.claim(bytes);
      if (missing == 0) return nullptr;
      EXPECT_TRUE(pair->populate(lane, writer, missing));
    }
  }
  bool read(std::vector<std::byte>& into) {
    const auto frame = reader.front();
    if (frame.header == nullptr) return false;
    into.assign(frame.payload, frame.payload + frame.bytes);
    if (reader.pop(frame)) (void)reader.give_back();
    return true;
  }
  Lane lane;
  std::shared_ptr<PairMemory> pair;
  RingWriter writer;
  RingReader reader;
};

TEST(Ring, agrees_with_a_queue_on_random_frames) {
  for (const Lane lane : {Lane::ordered, Lane::bulk}) {
    Ends ends(lane);
    const std::size_t largest = lane == Lane::bulk ? max_bulk_frame : max_ordered_frame;
    std::deque<std::vector<std::byte>> model;
    std::mt19937 random(5);
    int refused = 0;
    for (int i = 0; i < 10000; ++i) {
      if (random() % 2 == 0) {
        const std::size_t bytes = random() % 4 == 0 ? random() % (largest + 1) : random() % 120;
        std::byte* const at = ends.claim(bytes);
        if (at == nullptr) {
          ++refused;
        } else {
          std::vector<std::byte> payload(bytes);
          std::uint64_t state = random();
          for (auto& each : payload) each = static_cast<std::byte>((state = state * 6364136223846793005U + 1) >> 56);
          std::memcpy(at, payload.data(), bytes);
          ends.writer.commit(Header{}, bytes);
          model.push_back(std::move(payload));
        }
      } else {
        std::vector<std::byte> got;
        const bool any = ends.read(got);
        ASSERT_EQ(any, !model.empty());
        if (any) {
          ASSERT_EQ(got, model.front());
          model.pop_front();
        }
      }
    }
    EXPECT_GT(refused, 0) << "the ring was never full: the test shows less than it should";
  }
}

TEST(Ring, payload_that_looks_like_the_next_word_is_not_taken_for_a_frame) {
  Ends ends;
  // One frame fills a whole lap's payload lines with words that are right for the next lap.
  constexpr std::size_t bytes = 8192;
  constexpr std::uint64_t frame_lines = lines_of(bytes, true);
  std::uint64_t position = ordered_lines;
  std::vector<std::byte> got;
  for (int frame = 0; frame < 200; ++frame) {
    std::byte* const at = ends.claim(bytes);
    ASSERT_NE(at, nullptr);
    for (std::size_t line = 0; line < bytes / line_bytes; ++line) {
      const std::uint64_t next_lap = position + 1 + line + ordered_lines;
      const std::uint64_t word = (next_lap << position_shift) | 8;
      std::memcpy(at + line * line_bytes, &word, sizeof word);
    }
    ends.writer.commit(Header{}, bytes);
    position += frame_lines;
    ASSERT_TRUE(ends.read(got));
    ASSERT_EQ(got.size(), bytes);
    ASSERT_FALSE(ends.reader.ready()) << "frame " << frame;
    // Small frames walk over the same lines.
    for (int small = 0; small < 40; ++small) {
      ASSERT_NE(ends.claim(8), nullptr);
      ends.writer.commit(Header{}, 8);
      ++position;
      ASSERT_TRUE(ends.read(got));
      ASSERT_EQ(got.size(), 8U);
      ASSERT_FALSE(ends.reader.ready());
    }
  }
}

TEST(Ring, a_starved_writer_is_to_be_rung_once_lines_come_back) {
  Ends ends;
  while (ends.claim(4000) != nullptr) ends.writer.commit(Header{}, 4000);
  EXPECT_FALSE(ends.writer.starve());
  bool rung = false;
  int given = 0;
  for (auto frame = ends.reader.front(); frame.header != nullptr; frame = ends.reader.front()) {
    if (!ends.reader.pop(frame)) continue;
    ++given;
    rung |= ends.reader.give_back();
  }
  EXPECT_TRUE(rung);
  EXPECT_GT(given, 1) << "lines come back in parts";
  EXPECT_NE(ends.claim(4000), nullptr);
}

TEST(Ring, a_pair_that_said_little_takes_little_memory) {
  auto made = PairMemory::make();
  ASSERT_TRUE(made);
  RingWriter writer = (*made)->writer(Lane::ordered);
  EXPECT_NE(writer.claim(8), nullptr);
  EXPECT_GE(writer.unpopulated(), ordered_lines - 64);
  EXPECT_EQ((*made)->writer(Lane::bulk).unpopulated(), bulk_lines);
}

}  // namespace
}  // namespace baton::transport::shm
