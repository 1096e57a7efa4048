// SPDX-License-Identifier: BSD-3-Clause
// Frames between ranks of one process over loopback: order, integrity, back-pressure, many links, ends.
#include <random>
#include <thread>

#include "recorder.hpp"

namespace baton::transport {
namespace {

void tiny_buffers(Tcp::Options& options) { options.send_buffer = options.receive_buffer = 4096; }

TEST(TcpLink, CarriesASmallFrameBothWays) {
  World world(2);
  world.send(0, 1, 11, pattern(8, 1));
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
  EXPECT_EQ(world[1].sink.frames[0].number, 11U);
  EXPECT_EQ(world[1].sink.frames[0].from, 0U);
  EXPECT_EQ(world[1].sink.frames[0].payload, pattern(8, 1));
  world.send(1, 0, 12, {});
  ASSERT_TRUE(world.until([&] { return world[0].sink.frames.size() == 1; }));
  EXPECT_EQ(world[0].sink.frames[0].number, 12U);
  EXPECT_TRUE(world[0].sink.frames[0].payload.empty());
}

TEST(TcpLink, AlignsTheRoomItGrantsTo8) {
  World world(2);
  for (std::size_t bytes : {1, 3, 8, 13, 65, 4095}) {
    const Slot slot = world[0].tcp->claim(1, bytes, Lane::ordered);
    ASSERT_TRUE(slot);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(slot.payload) % 8, 0U);
    world[0].tcp->commit(1, number_header(bytes), bytes, Lane::ordered);
  }
}

TEST(TcpLink, SendsLessThanWasClaimed) {
  World world(2);
  const Slot slot = world[0].tcp->claim(1, 1000, Lane::ordered);
  ASSERT_TRUE(slot);
  const auto data = pattern(10, 3);
  std::memcpy(slot.payload, data.data(), 10);
  world[0].tcp->commit(1, number_header(1), 10, Lane::ordered);
  world.send(0, 1, 2, pattern(5, 4));
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 2; }));
  EXPECT_EQ(world[1].sink.frames[0].payload, data);
  EXPECT_EQ(world[1].sink.frames[1].payload, pattern(5, 4));
}

TEST(TcpLink, PutsALargePayloadWhereTheSinkSays) {
  World world(2);
  for (std::size_t bytes : {0UL, 1UL, 7UL, 4096UL, 100'001UL, 5'000'000UL}) {
    world[1].sink.frames.clear();
    world[0].sink.tokens.clear();
    const auto data = pattern(bytes, bytes);
    const Post post = world[0].tcp->send_large(1, number_header(bytes), data, 77);
    ASSERT_NE(post, Post::retry);
    ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
    EXPECT_TRUE(world[1].sink.frames[0].placed);
    EXPECT_EQ(world[1].sink.frames[0].payload, data);
    ASSERT_TRUE(world.until([&] { return world[0].tcp->idle(); }));
    world.poll_all();
    EXPECT_EQ(world[0].sink.tokens.size(), post == Post::posted ? 1U : 0U);
  }
}

TEST(TcpLink, CollectsALargePayloadThatHasNoPlace) {
  World world(2);
  world[1].sink.offers_places = false;
  const auto data = pattern(300'003, 9);
  ASSERT_NE(world[0].tcp->send_large(1, number_header(5), data, 1), Post::retry);
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
  EXPECT_FALSE(world[1].sink.frames[0].placed);
  EXPECT_EQ(world[1].sink.frames[0].payload, data);
}

TEST(TcpLink, RefusesRoomWhenNobodyReadsAndRecoversAfterwards) {
  World world(2, tiny_buffers);
  world.send(0, 1, 0, {});
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
  std::uint64_t count = 0;
  for (; count < 100'000; ++count) {
    const Slot slot = world[0].tcp->claim(1, 1000, Lane::ordered);
    if (!slot) break;
    std::memset(slot.payload, static_cast<int>(count & 0xFF), 1000);
    world[0].tcp->commit(1, number_header(1 + count), 1000, Lane::ordered);
    world[0].tcp->poll(world[0].sink);
  }
  ASSERT_LT(count, 1000U) << "the memory of a sender must be bounded";
  EXPECT_FALSE(world[0].tcp->idle());
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1 + count; }));
  for (std::uint64_t i = 0; i <= count; ++i) ASSERT_EQ(world[1].sink.frames[i].number, i);
  EXPECT_TRUE(world[0].tcp->idle());
}

TEST(TcpLink, SendsABurstOfACallerThatDoesNotComeBack) {
  World world(2);
  world.send(0, 1, 0, {});
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
  // The first frame left with the link: no poll has followed a burst yet.
  for (std::uint64_t number = 1; number <= 40; ++number) {
    ASSERT_TRUE(world[0].tcp->claim(1, 8, Lane::ordered));
    world[0].tcp->commit(1, number_header(number), 8, Lane::ordered);
  }
  ASSERT_TRUE(world[0].tcp->idle()) << "the sender computes now, and its messages would wait for it";
  while (world[1].sink.frames.size() < 41) world[1].tcp->poll(world[1].sink);
}

/// Random frames, both ways at once, in order per lane and whole.
void exchange(World& world, std::uint32_t seed, int rounds) {
  std::mt19937 random(seed);
  std::array<std::uint64_t, 2> next{};
  std::array<std::vector<std::vector<std::byte>>, 2> sent;
  std::array<std::uint64_t, 2> posted{};
  for (int i = 0; i < rounds; ++i) {
    const PeerId from = random() % 2;
    const PeerId to = 1 - from;
    const std::uint64_t number = next[from]++;
    if (random() % 8 == 0) {
      sent[from].push_back(pattern(random() % 200'000, number + seed));
      Post post = Post::retry;
      ASSERT_TRUE(world.until([&] {
        post = world[from].tcp->send_large(to, number_header(number), sent[from].back(), number);
        return post != Post::retry;
      }));
      if (post == Post::posted) ++posted[from];
    } else {
      sent[from].push_back(pattern(random() % 4 == 0 ? random() % 65'537 : random() % 200, number + seed));
      world.send(from, to, number, sent[from].back(), Lane::bulk);
    }
    if (random() % 16 == 0) world.poll_all();
  }
  ASSERT_TRUE(
      world.until([&] { return world[0].sink.frames.size() == next[1] && world[1].sink.frames.size() == next[0]; }));
  ASSERT_TRUE(world.until([&] { return world[0].tcp->idle() && world[1].tcp->idle(); }));
  world.poll_all();
  for (const PeerId from : {0U, 1U}) {
    EXPECT_EQ(world[from].sink.tokens.size(), posted[from]);
    for (std::uint64_t i = 0; i < next[from]; ++i) {
      const auto& frame = world[1 - from].sink.frames[i];
      ASSERT_EQ(frame.number, i);
      ASSERT_TRUE(frame.payload == sent[from][i]) << "frame " << i << " of rank " << from;
    }
  }
}

TEST(TcpLink, KeepsOrderAndContentOfMixedFramesBothWays) {
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    World world(2);
    exchange(world, seed, 600);
  }
}

TEST(TcpLink, KeepsOrderAndContentThroughTinyKernelBuffers) {
  World world(2, tiny_buffers);
  exchange(world, 99, 200);
}

TEST(TcpLink, MakesOneLinkWhenBothSidesCallAtOnce) {
  for (int round = 0; round < 20; ++round) {
    World world(2);
    // Both have begun to call before either polls.
    for (const PeerId from : {0U, 1U}) {
      const Slot slot = world[from].tcp->claim(1 - from, 8, Lane::ordered);
      ASSERT_TRUE(slot);
      std::memset(slot.payload, 1, 8);
      world[from].tcp->commit(1 - from, number_header(from), 8, Lane::ordered);
    }
    // Polled unevenly, so that the handshakes interleave differently.
    for (int i = 0; i < round; ++i)
      world[static_cast<std::size_t>(i % 3 == 0)].tcp->poll(world[static_cast<std::size_t>(i % 3 == 0)].sink);
    ASSERT_TRUE(world.until([&] { return world[0].sink.frames.size() == 1 && world[1].sink.frames.size() == 1; }));
    for (std::uint64_t i = 1; i < 50; ++i) {
      world.send(0, 1, i, pattern(100, i));
      world.send(1, 0, i, pattern(100, i));
    }
    ASSERT_TRUE(world.until([&] { return world[0].sink.frames.size() == 50 && world[1].sink.frames.size() == 50; }));
    EXPECT_TRUE(world[0].sink.losses.empty());
    EXPECT_TRUE(world[1].sink.losses.empty());
  }
}

TEST(TcpLink, LinksEveryRankWithEveryOther) {
  constexpr std::uint32_t size = 9;
  World world(size);
  for (std::uint32_t from = 0; from < size; ++from) {
    for (std::uint32_t to = 0; to < size; ++to) {
      if (from != to) world.send(from, to, from * 100 + to, pattern(from + to, from));
    }
  }
  ASSERT_TRUE(world.until([&] {
    return std::all_of(world.ranks.begin(), world.ranks.end(),
                       [](const Rank& rank) { return rank.sink.frames.size() == size - 1; });
  }));
  for (std::uint32_t to = 0; to < size; ++to) {
    std::map<PeerId, int> seen;
    for (const auto& frame : world[to].sink.frames) {
      EXPECT_EQ(frame.number, frame.from * 100 + to);
      ++seen[frame.from];
    }
    EXPECT_EQ(seen.size(), size - 1);
  }
}

TEST(TcpLink, TellsTheOrderlyEndOfAPeerAfterWhatItSentBefore) {
  World world(2);
  world.send(0, 1, 0, {});
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
  for (std::uint64_t i = 1; i <= 1000; ++i) {
    world.send(0, 1, i, pattern(500, i));
    if (i % 10 == 0) world.send(1, 0, i, pattern(500, i));  // lies unread in rank 0's socket when it closes
  }
  EXPECT_TRUE(world.until([&] { return world[0].tcp->idle() && world[1].tcp->idle(); }));
  std::thread ends([&] {
    EXPECT_TRUE(world[0].tcp->close(world[0].sink, 20'000'000'000));
    world[0].tcp.reset();
  });
  while (world[1].sink.frames.size() < 1001) world[1].tcp->poll(world[1].sink);
  ends.join();
  ASSERT_TRUE(world.until([&] { return world[1].sink.losses.size() == 1; }));
  EXPECT_EQ(world[1].sink.frames.size(), 1001U);
  EXPECT_STREQ(world[1].sink.losses[0].what, "it has finished");
  EXPECT_TRUE(world[1].tcp->idle());
}

TEST(TcpLink, LosesNothingWhenTheSenderEndsWhileTheReceiverIsBusy) {
  World world(2);
  world.send(0, 1, 0, {});
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
  std::uint64_t sent = 1;
  for (; sent < 2000; ++sent) {
    const Slot slot = world[0].tcp->claim(1, 1000, Lane::ordered);
    if (!slot) break;
    std::memset(slot.payload, 5, 1000);
    world[0].tcp->commit(1, number_header(sent), 1000, Lane::ordered);
    world[0].tcp->flush();
  }
  std::thread ends([&] { world[0].tcp.reset(); });
  while (world[1].sink.frames.size() < sent) world[1].tcp->poll(world[1].sink);
  ends.join();
  for (std::uint64_t i = 0; i < sent; ++i) ASSERT_EQ(world[1].sink.frames[i].number, i);
}

TEST(TcpLink, RunsWithARankPerThread) {
  World world(2);
  const auto run = [&](PeerId self) {
    Rank& rank = world[self];
    std::uint64_t sent = 0;
    while (sent < 20'000 || rank.sink.frames.size() < 20'000 || !rank.tcp->idle()) {
      for (int i = 0; i < 64 && sent < 20'000; ++i) {
        const Slot slot = rank.tcp->claim(1 - self, 64, Lane::ordered);
        if (!slot) break;
        std::memset(slot.payload, static_cast<int>(sent & 0xFF), 64);
        rank.tcp->commit(1 - self, number_header(sent++), 64, Lane::ordered);
      }
      rank.tcp->poll(rank.sink);
    }
  };
  std::thread other([&] { run(1); });
  run(0);
  other.join();
  for (const PeerId self : {0U, 1U}) {
    for (std::uint64_t i = 0; i < 20'000; ++i) {
      ASSERT_EQ(world[self].sink.frames[i].number, i);
      ASSERT_EQ(world[self].sink.frames[i].payload[63], static_cast<std::byte>(i & 0xFF));
    }
  }
}

}  // namespace
}  // namespace baton::transport
