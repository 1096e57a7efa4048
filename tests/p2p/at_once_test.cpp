// SPDX-License-Identifier: BSD-3-Clause
// Sends and receives that are over before their call returns take nothing that belongs to others.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "p2p/arguments.hpp"
#include "p2p/at_once.hpp"
#include "support/world.hpp"

namespace baton {
namespace {

using communicator::Communicator;
using p2p::Engine;
using p2p::Request;
using runtime::Runtime;
using tests::from;
using tests::pattern;
using tests::to;

class AtOnce : public ::testing::TestWithParam<const char*> {};

TEST_P(AtOnce, AReceiveAtOnceTakesOnlyWhatAnOrdinaryOneWouldGet) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    std::mt19937 random(11);
    constexpr int rounds = 400;
    if (world.rank() == 0) {
      for (int i = 0; i < rounds; ++i) {
        const std::uint64_t word = static_cast<std::uint64_t>(i);
        Request request;
        engine.send(request, to(world, 1, i % 3, &word, sizeof word));
        engine.wait(request);
      }
      return;
    }
    // Each message once, of each tag in order, whichever way it is taken: at once, by a receive that was posted before,
    // by one that finds it kept.
    int at_once = 0;
    int next[3] = {0, 1, 2};
    for (int i = 0; i < rounds; ++i) {
      const std::int32_t tag = next[0] < rounds && random() % 2 == 0 ? 0 : (next[1] < next[2] ? 1 : 2);
      const std::int32_t wanted = next[tag] < rounds ? tag : (next[0] < rounds ? 0 : (next[1] < rounds ? 1 : 2));
      std::uint64_t word = 0;
      const p2p::ReceiveArgs args = from(world, 0, wanted, &word, sizeof word);
      p2p::ProbeResult came;
      const Post taken = random() % 2 == 0 ? engine.try_receive(args, came) : engine.receive_soon(args, came);
      if (taken == Post::done) {
        ++at_once;
        EXPECT_EQ(came.source, 0);
        EXPECT_EQ(came.tag, wanted);
        EXPECT_EQ(came.bytes, 8);
      } else {
        Request request;
        engine.receive(request, args);
        p2p::ProbeResult nothing;
        std::uint64_t other = 0;
        if (!request.complete()) {  // posted before: it has the older right to the message
          EXPECT_EQ(engine.try_receive(from(world, 0, wanted, &other, sizeof other), nothing), Post::retry);
          EXPECT_EQ(engine.receive_soon(from(world, 0, wanted, &other, sizeof other), nothing), Post::retry);
        }
        engine.wait(request);
      }
      EXPECT_EQ(word, static_cast<std::uint64_t>(next[wanted]));
      next[wanted] += 3;
    }
    EXPECT_EQ(engine.queue_lengths(world.context()).unexpected, 0U);
    EXPECT_TRUE(at_once == 0 || GetParam() == std::string("shm"));
  });
}

// Its answer may be what the other rank waits for before it sends.
TEST_P(AtOnce, AReceiveDoesNotLingerWhileALongMessageOfThisRankNeedsItsTurns) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const auto sent = pattern(1 << 20, 7);
    std::uint64_t word = 3;
    if (world.rank() == 1) {
      std::vector<unsigned char> got(sent.size());
      Request whole;
      engine.receive(whole, from(world, 0, 1, got.data(), static_cast<std::int64_t>(got.size())));
      engine.wait(whole);
      EXPECT_EQ(got, sent);
      Request reply;
      engine.send(reply, to(world, 0, 2, &word, sizeof word));
      engine.wait(reply);
      return;
    }
    Request whole;
    engine.send(whole, to(world, 1, 1, sent.data(), static_cast<std::int64_t>(sent.size())));
    std::uint64_t got = 0;
    const p2p::ReceiveArgs args = from(world, 1, 2, &got, sizeof got);
    p2p::ProbeResult came;
    if (!whole.complete()) {
      EXPECT_EQ(engine.receive_soon(args, came), Post::retry);
    }
    engine.wait(whole);
    if (engine.receive_soon(args, came) != Post::done) {
      Request request;
      engine.receive(request, args);
      engine.wait(request);
    }
    EXPECT_EQ(got, word);
  });
}

// Else who receives for ever from one rank would never hear of another.
TEST_P(AtOnce, ReceivesInARowLeaveTurnsForTheOtherRanks) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    constexpr std::uint64_t rounds = 2000;
    constexpr int most_in_a_row = 64;
    std::uint64_t word = 0;
    if (world.rank() == 0) {
      for (; word < rounds; ++word) {
        Request request;
        engine.send(request, to(world, 1, 1, &word, sizeof word));
        engine.wait(request);
      }
      return;
    }
    int row = 0;
    int longest = 0;
    for (std::uint64_t round = 0; round < rounds; ++round) {
      const p2p::ReceiveArgs args = from(world, 0, 1, &word, sizeof word);
      p2p::ProbeResult came;
      if (engine.try_receive(args, came) == Post::done || engine.receive_soon(args, came) == Post::done) {
        longest = std::max(longest, ++row);
      } else {
        row = 0;
        Request request;
        engine.receive(request, args);
        engine.wait(request);
      }
      ASSERT_EQ(word, round);
    }
    EXPECT_LE(longest, most_in_a_row);
  });
}

TEST_P(AtOnce, AReceiveAtOnceLeavesMessagesOfAnotherLengthToTheOthers) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const auto sent = pattern(16, 5);
    if (world.rank() == 0) {
      Request request;
      engine.send(request, to(world, 1, 1, sent.data(), 16));
      engine.wait(request);
      return;
    }
    std::vector<unsigned char> got(8);
    Request request;
    const p2p::ReceiveArgs args = from(world, 0, 1, got.data(), 8);
    p2p::ProbeResult came;
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(engine.try_receive(args, came), Post::retry);
    engine.receive(request, args);
    engine.wait(request);
    EXPECT_EQ(request.outcome().error.code, Code::truncated);
    EXPECT_EQ(request.outcome().sent_bytes, 16);
  });
}

TEST_P(AtOnce, AReceiveInACompletionDoesNotTakeTheMessageThatCompletesIt) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    constexpr int rounds = 50;
    if (world.rank() == 0) {
      for (std::uint64_t word = 0; word < 2 * rounds; ++word) {
        Request request;
        engine.send(request, to(world, 1, 1, &word, sizeof word));
        engine.wait(request);
      }
      return;
    }
    for (std::uint64_t round = 0; round < rounds; ++round) {
      struct Next {
        Engine* engine;
        p2p::ReceiveArgs args;
        bool at_once = false;
      };
      std::uint64_t words[2] = {};
      Next next{&engine, from(world, 0, 1, &words[1], sizeof words[1])};
      Request first;
      first.on_complete(
          [](Request&, void* context) noexcept {
            auto& then = *static_cast<Next*>(context);
            p2p::ProbeResult came;
            then.at_once = then.engine->try_receive(then.args, came) == Post::done;
          },
          &next);
      engine.receive(first, from(world, 0, 1, &words[0], sizeof words[0]));
      engine.wait(first);
      if (!next.at_once) {
        Request second;
        engine.receive(second, next.args);
        engine.wait(second);
      }
      ASSERT_EQ(words[0], 2 * round);
      ASSERT_EQ(words[1], 2 * round + 1);
    }
  });
}

TEST_P(AtOnce, ASendToItselfAtOnceMeetsThePostedReceiveInOrder) {
  tests::run_world(1, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    std::uint64_t out[4] = {10, 11, 12, 13};
    std::uint64_t in[4] = {};
    Request receives[4];
    // The first goes by the ring, as nobody waits for it; so does the second, which must not overtake it.
    ASSERT_EQ(engine.try_send_to_self(to(world, 0, 1, &out[0], 8)), Post::done);
    for (int i = 0; i < 4; ++i) engine.receive(receives[i], from(world, 0, 1, &in[i], 8));
    ASSERT_EQ(engine.try_send_to_self(to(world, 0, 1, &out[1], 8)), Post::done);
    EXPECT_FALSE(receives[0].complete());
    engine.wait(receives[1]);
    EXPECT_TRUE(receives[0].complete());
    for (int i = 2; i < 4; ++i) {
      ASSERT_EQ(engine.try_send_to_self(to(world, 0, 1, &out[i], 8)), Post::done);
      EXPECT_TRUE(receives[i].complete());
      EXPECT_EQ(receives[i].outcome().bytes, 8);
      EXPECT_EQ(receives[i].outcome().source, 0);
    }
    EXPECT_TRUE(std::equal(in, in + 4, out));
    // Too long for its receive, and with nobody waiting.
    Request small;
    engine.receive(small, from(world, 0, 2, in, 4));
    ASSERT_EQ(engine.try_send_to_self(to(world, 0, 2, out, 8)), Post::done);
    EXPECT_EQ(small.outcome().error.code, Code::truncated);
    EXPECT_EQ(engine.try_send_to_self(to(world, 0, 3, out, 1'000'000)), Post::retry);
  });
}

INSTANTIATE_TEST_SUITE_P(Transports, AtOnce, ::testing::Values("shm", "tcp"));

}  // namespace
}  // namespace baton
