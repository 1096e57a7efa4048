// SPDX-License-Identifier: BSD-3-Clause
// The engine over real transports, ranks as threads: protocols, order, modes, cancellation, flow control.
#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <thread>

#include "datatype/constructors.hpp"
#include "p2p/arguments.hpp"
#include "p2p/at_once.hpp"
#include "support/world.hpp"
#include "transport/world.hpp"

namespace baton {
namespace {

using communicator::Communicator;
using p2p::Engine;
using p2p::Request;
using p2p::SendMode;
using runtime::Runtime;
using tests::byte;
using tests::from;
using tests::pattern;
using tests::to;

class EngineWorld : public ::testing::TestWithParam<const char*> {};

TEST_P(EngineWorld, CarriesMessagesOfAllSizesUnchanged) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    for (const std::size_t bytes : {0UL, 1UL, 8UL, 40UL, 41UL, 1000UL, 8192UL, 70'000UL, 1'000'003UL, 5'000'000UL}) {
      const auto sent = pattern(bytes, 3);
      Request request;
      if (world.rank() == 0) {
        engine.send(request, to(world, 1, 7, sent.data(), bytes));
        engine.wait(request);
      } else {
        std::vector<unsigned char> got(bytes + 1);
        engine.receive(request, from(world, 0, 7, got.data(), bytes + 1));
        engine.wait(request);
        EXPECT_EQ(request.outcome().bytes, static_cast<std::int64_t>(bytes));
        got.resize(bytes);
        EXPECT_TRUE(got == sent) << bytes << " bytes";
      }
    }
  });
}

TEST_P(EngineWorld, KeepsTheOrderOfEagerAndRendezvousMessages) {
  tests::run_world(3, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    constexpr int count = 200;
    const auto size_of = [](int i) { return static_cast<std::size_t>(i % 5 == 0 ? 100'000 + i : i % 50); };
    if (world.rank() != 0) {
      std::vector<std::vector<unsigned char>> data;
      std::vector<std::unique_ptr<Request>> requests;
      for (int i = 0; i < count; ++i) {
        data.push_back(pattern(size_of(i), static_cast<unsigned>(i)));
        requests.push_back(std::make_unique<Request>());
        engine.send(*requests.back(), to(world, 0, 1, data.back().data(), data.back().size()));
      }
      for (auto& request : requests) engine.wait(*request);
      return;
    }
    int next[3] = {0, 0, 0};
    std::vector<unsigned char> got(200'000);
    for (int i = 0; i < 2 * count; ++i) {
      Request request;
      engine.receive(request, from(world, matching::any_source, matching::any_tag, got.data(), got.size()));
      engine.wait(request);
      const int source = request.outcome().source;
      const int index = next[source]++;
      const auto wanted = pattern(size_of(index), static_cast<unsigned>(index));
      ASSERT_EQ(request.outcome().bytes, static_cast<std::int64_t>(wanted.size()));
      ASSERT_TRUE(std::equal(wanted.begin(), wanted.end(), got.begin())) << "message " << index;
    }
  });
}

TEST_P(EngineWorld, ASynchronousSendCompletesOnlyWhenItsReceiveIsPosted) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    char mark = 'x';
    if (world.rank() == 0) {
      Request first;
      Request second;
      engine.send(first, to(world, 1, 1, &mark, 1, SendMode::synchronous));
      engine.send(second, to(world, 1, 2, &mark, 1));
      engine.wait(second);
      Request told;
      engine.receive(told, from(world, 1, 3, &mark, 1));
      engine.wait(told);  // rank 1 has seen message 2 and has not posted the receive of message 1
      EXPECT_FALSE(first.complete());
      Request go;
      engine.send(go, to(world, 1, 4, &mark, 1));
      engine.wait(go);
      engine.wait(first);
      EXPECT_TRUE(first.outcome().error.ok());
    } else {
      for (const int tag : {2, -3, 4, 1}) {
        Request request;
        if (tag < 0) {
          engine.send(request, to(world, 0, -tag, &mark, 1));
        } else {
          engine.receive(request, from(world, 0, tag, &mark, 1));
        }
        engine.wait(request);
      }
    }
  });
}

TEST_P(EngineWorld, TellsTruncationAndStoresWhatFits) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    for (const std::size_t bytes : {100UL, 300'000UL}) {
      const auto sent = pattern(bytes, 5);
      Request request;
      if (world.rank() == 0) {
        engine.send(request, to(world, 1, 1, sent.data(), bytes));
        engine.wait(request);
        EXPECT_TRUE(request.outcome().error.ok());
      } else {
        std::vector<unsigned char> got(bytes, 0);
        engine.receive(request, from(world, 0, 1, got.data(), bytes / 2));
        engine.wait(request);
        EXPECT_EQ(request.outcome().error.code, Code::truncated);
        EXPECT_EQ(request.outcome().sent_bytes, static_cast<std::int64_t>(bytes));
        EXPECT_TRUE(std::equal(got.begin(), got.begin() + static_cast<std::ptrdiff_t>(bytes / 2), sent.begin()));
        EXPECT_EQ(got[bytes / 2], 0);
      }
    }
  });
}

TEST_P(EngineWorld, MovesTypesWithGapsByEagerAndRendezvous) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const auto type = datatype::vector(3, 2, 4, datatype::builtin(datatype::Kind::int_));
    ASSERT_TRUE(type);
    ASSERT_TRUE((*type)->commit());
    for (const std::int64_t count : {5L, 50'000L}) {
      std::vector<int> data(static_cast<std::size_t>(count) * 10 + 16, -1);
      Request request;
      if (world.rank() == 0) {
        std::iota(data.begin(), data.end(), 0);
        engine.send(request,
                    {data.data(), count, type->get(), world.peer(1), {world.context(), 0, 1}, SendMode::standard});
        engine.wait(request);
      } else {
        engine.receive(request, {data.data(), count, type->get(), world.peer(0), {world.context(), 0, 1}});
        engine.wait(request);
        for (std::int64_t i = 0; i < count * 10; ++i) {
          const std::int64_t at = i % 10;  // extent: 2 strides of 4 and a block of 2
          const int wanted = at % 4 < 2 ? static_cast<int>(i) : -1;
          ASSERT_EQ(data[static_cast<std::size_t>(i)], wanted) << i;
        }
      }
    }
  });
}

TEST_P(EngineWorld, CancelsUnmatchedReceivesAndUnmatchedLongSends) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const auto data = pattern(500'000, 1);
    char mark = 0;
    Request done;
    if (world.rank() == 0) {
      Request request;
      engine.send(request, to(world, 1, 1, data.data(), data.size()));
      engine.cancel(request);
      engine.wait(request);
      EXPECT_TRUE(request.outcome().cancelled);
      engine.send(done, to(world, 1, 2, &mark, 1));
    } else {
      Request request;
      engine.receive(request, from(world, 0, 99, &mark, 1));
      engine.cancel(request);
      engine.wait(request);
      EXPECT_TRUE(request.outcome().cancelled);
      engine.receive(done, from(world, 0, 2, &mark, 1));
    }
    engine.wait(done);
    if (world.rank() == 1) {
      p2p::ProbeResult found;
      const auto there = engine.probe({world.context(), 0, 1}, world.peer(0), found);
      EXPECT_TRUE(there && !*there) << "the cancelled message is still there";
    }
  });
}

TEST_P(EngineWorld, AFloodOfSmallMessagesStaysWithinTheBudgetAndLosesNothing) {
  tests::run_world(2, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    constexpr int count = 20'000;
    std::vector<unsigned char> block(1024);
    if (world.rank() == 0) {
      for (int i = 0; i < count; ++i) {
        std::memcpy(block.data(), &i, sizeof i);
        Request request;
        engine.send(request, to(world, 1, 1, block.data(), block.size()));
        engine.wait(request);
      }
      EXPECT_GT(engine.counters().rendezvous_sent, 0U);
    } else {
      // 4 MiB hold 3744 such messages with their overhead; the next one is only announced, and then the sender waits.
      engine.wait_until([&] { return engine.matcher().unexpected_count() >= 3745; });
      for (int turn = 0; turn < 1000; ++turn) engine.progress();
      EXPECT_EQ(engine.matcher().unexpected_count(), 3745U);
      for (int i = 0; i < count; ++i) {
        Request request;
        engine.receive(request, from(world, 0, 1, block.data(), block.size()));
        engine.wait(request);
        int got = -1;
        std::memcpy(&got, block.data(), sizeof got);
        ASSERT_EQ(got, i);
      }
    }
  });
}

TEST_P(EngineWorld, SendsToItselfShortAndLong) {
  tests::run_world(1, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    for (const std::size_t bytes : {0UL, 8UL, 4000UL, 1'000'000UL}) {
      const auto sent = pattern(bytes, 9);
      std::vector<unsigned char> got(bytes);
      Request send;
      Request receive;
      engine.send(send, to(world, 0, 1, sent.data(), bytes));
      engine.receive(receive, from(world, 0, 1, got.data(), bytes));
      engine.wait(receive);
      engine.wait(send);
      EXPECT_TRUE(got == sent);
    }
  });
}

TEST_P(EngineWorld, SendsToItselfBetweenTypesThatStartLateAndTypesWithGaps) {
  tests::run_world(1, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const datatype::Datatype& number = datatype::builtin(datatype::Kind::int_);
    const std::vector<std::int64_t> length{4};
    const std::vector<std::int64_t> place{1};
    const auto late = datatype::indexed(length, place, number);  // .xxxx, one run of memory for any count
    const auto gaps = datatype::vector(2, 2, 4, number);         // xx..xx
    ASSERT_TRUE(late && gaps && (*late)->commit() && (*gaps)->commit());
    // Where the n-th number of a message lies.
    const auto late_at = [](std::size_t n) { return n + 1; };
    const auto gaps_at = [](std::size_t n) { return n / 4 * 6 + n % 4 + (n % 4 < 2 ? 0 : 2); };
    for (const std::int64_t count : {3L, 50'000L}) {
      const auto numbers = static_cast<std::size_t>(count) * 4;
      for (const bool from_late : {true, false}) {
        std::vector<int> out(numbers * 2);
        std::vector<int> in(numbers * 2, -1);
        for (std::size_t n = 0; n < numbers; ++n) out[from_late ? late_at(n) : gaps_at(n)] = static_cast<int>(n);
        const auto* sent_as = (from_late ? *late : *gaps).get();
        const auto* received_as = (from_late ? *gaps : *late).get();
        Request send;
        Request receive;
        engine.receive(receive, {in.data(), count, received_as, world.peer(0), {world.context(), 0, 1}});
        engine.send(send, {out.data(), count, sent_as, world.peer(0), {world.context(), 0, 1}, SendMode::standard});
        engine.wait(receive);
        engine.wait(send);
        for (std::size_t n = 0; n < numbers; ++n)
          ASSERT_EQ(in[from_late ? gaps_at(n) : late_at(n)], static_cast<int>(n)) << count << " " << from_late;
        EXPECT_EQ(std::count(in.begin(), in.end(), -1), static_cast<std::ptrdiff_t>(numbers));
      }
    }
  });
}

TEST_P(EngineWorld, RandomTrafficBetweenManyRanksArrivesWholeAndInOrder) {
  tests::run_world(5, GetParam(), false, [](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    std::mt19937 random(42);  // the same plan on all ranks
    struct Plan {
      int source, target, bytes;
    };
    std::vector<Plan> plan;
    for (int i = 0; i < 600; ++i) {
      plan.push_back({static_cast<int>(random() % 5), static_cast<int>(random() % 5),
                      static_cast<int>(random() % 4 == 0 ? random() % 150'000 : random() % 300)});
    }
    std::vector<std::unique_ptr<Request>> requests;
    std::vector<std::vector<unsigned char>> out(plan.size());
    std::vector<std::vector<unsigned char>> in(plan.size());
    for (std::size_t i = 0; i < plan.size(); ++i) {
      const auto bytes = static_cast<std::size_t>(plan[i].bytes);
      if (plan[i].target == world.rank()) {
        in[i].resize(bytes);
        requests.push_back(std::make_unique<Request>());
        engine.receive(*requests.back(), from(world, plan[i].source, 1, in[i].data(), bytes));
      }
      if (plan[i].source == world.rank()) {
        out[i] = pattern(bytes, static_cast<unsigned>(i));
        requests.push_back(std::make_unique<Request>());
        engine.send(*requests.back(), to(world, plan[i].target, 1, out[i].data(), bytes));
      }
    }
    for (auto& request : requests) {
      engine.wait(*request);
      ASSERT_TRUE(request->outcome().error.ok()) << request->outcome().error.what;
    }
    for (std::size_t i = 0; i < plan.size(); ++i) {
      if (plan[i].target == world.rank()) {
        ASSERT_TRUE(in[i] == pattern(in[i].size(), static_cast<unsigned>(i))) << "message " << i;
      }
    }
  });
}

TEST_P(EngineWorld, SeveralThreadsOfARankWaitAtOnce) {
  tests::run_world(2, GetParam(), true, [](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    std::vector<std::thread> threads;
    for (int id = 0; id < 4; ++id) {
      threads.emplace_back([&, id] {
        for (int i = 0; i < 300; ++i) {
          int value = i;
          const Engine::Guard guard(engine);
          Request request;
          if ((world.rank() + i) % 2 == 0) {
            engine.send(request, to(world, 1 - world.rank(), id, &value, sizeof value));
            engine.wait(request);
          } else {
            engine.receive(request, from(world, 1 - world.rank(), id, &value, sizeof value));
            engine.wait(request);
            EXPECT_EQ(value, i);
          }
        }
      });
    }
    for (auto& thread : threads) thread.join();
  });
}

TEST(EnginePolling, GivesUpTheCoreAfterSomePollsInVainOnlyWhereRanksAreCrowded) {
  tests::run_world(1, "shm", false, [](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const Engine::Guard guard(engine);
    const std::uint64_t before = engine.counters().polls_yielded;
    const auto yielded = [&] { return engine.counters().polls_yielded - before; };
    p2p::ProbeResult found;
    const std::uint32_t row = engine.options().crowded_polls;
    engine.set_oversubscribed(false);
    for (std::uint32_t i = 0; i < 10 * row; ++i) EXPECT_FALSE(engine.poll());
    EXPECT_EQ(yielded(), 0U);
    engine.set_oversubscribed(true);
    for (std::uint32_t i = 0; i < 10 * row; ++i) EXPECT_FALSE(engine.poll());
    EXPECT_EQ(yielded(), 10U);
    for (std::uint32_t i = 0; i < 10 * row; ++i) {
      const auto there = engine.probe({world.context(), 0, 1}, world.peer(0), found);
      EXPECT_TRUE(there && !*there);
    }
    EXPECT_EQ(yielded(), 20U);
  });
}

TEST(Engine, ARankThatTheChosenTransportDoesNotReachIsNotCalledGone) {
  transport::WiresTogether wires(2, "shm", 1);
  char& digit = wires.cards[1][wires.cards[1].find('=') + 1];  // of the place that the rank says to be in
  digit = digit == '0' ? '1' : '0';
  Engine engine(wires.at(0), 0, 2, {});
  Request request;
  engine.receive(request, {nullptr, 0, &byte(), 1, {4, 1, 0}});
  Request send;
  engine.send(send, {nullptr, 0, &byte(), 1, {4, 0, 0}});
  engine.wait(request);
  const std::string why = request.outcome().error.what;
  EXPECT_EQ(why.find("rank 1 cannot be reached: it is on another node"), 0U) << why;
  EXPECT_EQ(request.outcome().error.code, Code::refused);
}

INSTANTIATE_TEST_SUITE_P(Over, EngineWorld, ::testing::Values("shm", "tcp"),
                         [](const auto& tested) { return std::string(tested.param); });

}  // namespace
}  // namespace baton
