// SPDX-License-Identifier: BSD-3-Clause
// Long messages that may be read from the sender's memory instead of being streamed: when, and that they arrive whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <latch>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "bootstrap/in_process.hpp"
#include "p2p/arguments.hpp"
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

class LongMessages : public ::testing::TestWithParam<const char*> {};

TEST_P(LongMessages, BothWaysAtOnceArriveWhole) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const std::int32_t other = 1 - world.rank();
    const std::size_t lengths[] = {20'000, 65'536, 300'001, 1 << 20, (1 << 20) + 1, 5'000'000};
    constexpr std::size_t messages = std::size(lengths);
    std::vector<unsigned char> out[messages];
    std::vector<unsigned char> in[messages];
    Request sends[messages];
    Request receives[messages];
    for (std::size_t i = 0; i < messages; ++i) {
      out[i] = pattern(lengths[i], static_cast<unsigned>(i) + 7U * static_cast<unsigned>(world.rank()));
      in[i].assign(lengths[i] - (i == 2 ? 1000 : 0), 0);  // one is cut short
      engine.send(sends[i], to(world, other, static_cast<std::int32_t>(i), out[i].data(), lengths[i]));
    }
    for (std::size_t i = 0; i < messages; ++i)
      engine.receive(receives[i], from(world, other, static_cast<std::int32_t>(i), in[i].data(), in[i].size()));
    engine.wait_until([&] {
      return std::all_of(sends, sends + messages, [](const Request& r) { return r.complete(); }) &&
             std::all_of(receives, receives + messages, [](const Request& r) { return r.complete(); });
    });
    for (std::size_t i = 0; i < messages; ++i) {
      auto expected = pattern(lengths[i], static_cast<unsigned>(i) + 7U * static_cast<unsigned>(other));
      expected.resize(in[i].size());
      EXPECT_TRUE(in[i] == expected) << lengths[i];
      EXPECT_EQ(receives[i].outcome().error.code, i == 2 ? Code::truncated : Code::ok);
      EXPECT_EQ(receives[i].outcome().bytes, static_cast<std::int64_t>(in[i].size()));
      EXPECT_TRUE(sends[i].outcome().error.ok());
    }
    EXPECT_TRUE(engine.counters().pulled == 0 || GetParam() == std::string("shm"));
  });
}

TEST_P(LongMessages, OfARankThatSendsToSeveralAreReadFromItsMemory) {
  tests::run_world(3, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    constexpr std::size_t bytes = 300'000;
    constexpr std::int32_t long_tag = 1;
    constexpr std::int32_t short_tag = 2;
    const auto sent = pattern(bytes, 5);
    const unsigned char word = 1;
    if (world.rank() == 0) {
      Request sends[4];
      engine.send(sends[0], to(world, 1, long_tag, sent.data(), bytes));
      engine.send(sends[1], to(world, 2, long_tag, sent.data(), bytes));
      engine.send(sends[2], to(world, 1, short_tag, &word, 1));
      engine.send(sends[3], to(world, 2, short_tag, &word, 1));
      for (Request& send : sends) engine.wait(send);
      return;
    }
    // Both are announced by now: the first one when it was the only one, so it is streamed.
    unsigned char got = 0;
    Request first;
    engine.receive(first, from(world, 0, short_tag, &got, 1));
    engine.wait(first);
    std::vector<unsigned char> whole(bytes);
    Request second;
    engine.receive(second, from(world, 0, long_tag, whole.data(), bytes));
    engine.wait(second);
    EXPECT_TRUE(whole == sent);
    EXPECT_EQ(engine.counters().pulled, world.rank() == 2 && GetParam() == std::string("shm") ? 1U : 0U);
  });
}

TEST_P(LongMessages, OfOneDirectionAreStreamed) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    constexpr std::size_t bytes = 3'000'000;
    for (int i = 0; i < 3; ++i) {
      std::vector<unsigned char> data = pattern(bytes, static_cast<unsigned>(i));
      Request request;
      if (world.rank() == 0) {
        engine.send(request, to(world, 1, i, data.data(), bytes));
      } else {
        std::fill(data.begin(), data.end(), static_cast<unsigned char>(0));
        engine.receive(request, from(world, 0, i, data.data(), bytes));
      }
      engine.wait(request);
      EXPECT_TRUE(data == pattern(bytes, static_cast<unsigned>(i)));
    }
    EXPECT_EQ(engine.counters().pulled, 0U);
  });
}

TEST_P(LongMessages, OfOneDirectionAreReadByWhoOnlyAsks) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    constexpr std::size_t bytes = 3'000'000;
    constexpr std::int32_t long_tag = 1;
    constexpr std::int32_t short_tag = 2;
    std::vector<unsigned char> data = pattern(bytes, 3);
    unsigned char word = 1;
    Request word_request;
    Request request;
    if (world.rank() == 0) {
      engine.receive(word_request, from(world, 1, short_tag, &word, 1));
      engine.wait(word_request);
      engine.send(request, to(world, 1, long_tag, data.data(), bytes));
      engine.wait(request);
      return;
    }
    std::fill(data.begin(), data.end(), static_cast<unsigned char>(0));
    engine.receive(request, from(world, 0, long_tag, data.data(), bytes));
    engine.send(word_request, to(world, 0, short_tag, &word, 1));
    while (!request.complete() || !word_request.complete()) engine.poll();
    EXPECT_TRUE(data == pattern(bytes, 3));
    EXPECT_EQ(engine.counters().pulled, GetParam() == std::string("shm") ? 1U : 0U);
  });
}

TEST_P(LongMessages, HalfReadWhenTheirSenderIsLostFail) {
  // The job does not end in order here, so the ranks are made by hand.
  bootstrap::InProcessJob job(2);
  std::latch over(1);
  const auto body = [&](std::uint32_t rank) {
    runtime::Options options;
    options.transport = GetParam();
    options.bootstrap = job.connect(rank);
    auto started = Runtime::start(std::move(options));
    ASSERT_TRUE(started) << started.error().what;
    auto world = (*started)->make_world(0);
    ASSERT_TRUE(world) << world.error().what;
    Engine& engine = (*started)->engine();
    const Engine::Guard guard(engine);
    constexpr std::size_t bytes = 8'000'000;
    const auto sent = pattern(bytes, 1);
    std::vector<unsigned char> got(bytes);
    const auto other = static_cast<std::int32_t>(1 - rank);
    Request send;
    engine.send(send, to(**world, other, 1, sent.data(), bytes));
    // Behind the announcement: when this has come, the receive below finds it.
    const unsigned char word = 1;
    unsigned char answer = 0;
    Request note;
    engine.send(note, to(**world, other, 2, &word, 1));
    Request noted;
    engine.receive(noted, from(**world, other, 2, &answer, 1));
    engine.wait(noted);
    engine.wait(note);
    if (rank == 0) {
      over.wait();
      engine.declare_lost(1, make_error(Code::peer_lost, "the test is over"));
      return;
    }
    Request receive;
    engine.receive(receive, from(**world, 0, 1, got.data(), bytes));
    EXPECT_FALSE(receive.complete());  // the first piece at most
    engine.declare_lost(0, make_error(Code::peer_lost, "killed by the test"));
    EXPECT_TRUE(receive.complete());
    EXPECT_EQ(receive.outcome().error.code, Code::peer_lost);
    EXPECT_TRUE(send.complete());
    for (int turn = 0; turn < 100; ++turn) engine.progress();
    EXPECT_EQ(engine.counters().pulled, 0U);
    over.count_down();
  };
  std::thread first(body, 0);
  std::thread second(body, 1);
  first.join();
  second.join();
}

INSTANTIATE_TEST_SUITE_P(Transports, LongMessages, ::testing::Values("shm", "tcp"));

}  // namespace
}  // namespace baton
