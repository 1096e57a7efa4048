// SPDX-License-Identifier: BSD-3-Clause
// Cancelled sends: whichever comes first, the receiver or the cancellation, only one of them has the message, and the
// cancelling rank does not wait for the other to say so.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <latch>
#include <string>
#include <tuple>
#include <vector>

#include "datatype/constructors.hpp"
#include "p2p/arguments.hpp"
#include "support/world.hpp"

namespace baton {
namespace {

using communicator::Communicator;
using p2p::Engine;
using p2p::Request;
using p2p::SendArgs;
using p2p::SendMode;
using runtime::Runtime;
using tests::from;
using tests::pattern;
using tests::to;

constexpr std::int32_t tag = 5;
constexpr std::int32_t marker_tag = 6;
constexpr std::size_t long_bytes = 400'000;

/// A message that may be cancelled, and the one of one byte that comes after it.
struct Sort {
  const char* name;
  std::size_t bytes;
  SendMode mode;
  bool gaps;  // it cannot be read from the sender's memory
};
constexpr Sort sorts[] = {{"short_synchronous", 8, SendMode::synchronous, false},
                          {"empty_synchronous", 0, SendMode::synchronous, false},
                          {"long", long_bytes, SendMode::standard, false},
                          {"long_synchronous", long_bytes, SendMode::synchronous, false},
                          {"long_with_gaps", long_bytes, SendMode::standard, true}};

class CancelledSends : public ::testing::TestWithParam<std::tuple<const char*, Sort>> {
 protected:
  static Sort sort() { return std::get<Sort>(GetParam()); }
  static bool by_shm() { return std::string(std::get<const char*>(GetParam())) == "shm"; }
  /// Whether a receiver can take it without an answer of its sender.
  static bool can_be_taken() { return by_shm() && !sort().gaps; }

  static void run(const std::function<void(Runtime&, Communicator&)>& body) {
    tests::run_world(2, std::get<const char*>(GetParam()), false, [&](Runtime& runtime, Communicator& world) {
      const Engine::Guard guard(runtime.engine());
      meet(runtime.engine(), world);
      body(runtime, world);
    });
  }
  static void meet(Engine& engine, Communicator& world) {
    const char word = 0;
    char answer = 0;
    Request sent;
    Request got;
    engine.send(sent, to(world, 1 - world.rank(), 99, &word, 1));
    engine.receive(got, from(world, 1 - world.rank(), 99, &answer, 1));
    engine.wait(sent);
    engine.wait(got);
  }
  static SendArgs message(Communicator& world, const datatype::Datatype& gaps, const void* data) {
    SendArgs args = to(world, 1, tag, data, sort().bytes, sort().mode);
    if (sort().gaps) {
      args.type = &gaps;
      args.count = static_cast<std::int64_t>(sort().bytes / 8);
    }
    return args;
  }
  static datatype::TypeRef with_gaps() {
    auto type = datatype::vector(2, 4, 8, tests::byte());
    EXPECT_TRUE(type && (*type)->commit());
    return *type;
  }
  static void send_byte(Engine& engine, Communicator& world, std::int32_t with, char value) {
    Request request;
    engine.send(request, to(world, 1, with, &value, 1));
    engine.wait(request);
  }
  static char receive_byte(Engine& engine, Communicator& world, std::int32_t with) {
    char value = 0;
    Request request;
    engine.receive(request, from(world, 0, with, &value, 1));
    engine.wait(request);
    return value;
  }
};

TEST_P(CancelledSends, AreOverAtOnceWhereNothingHasMetThemAndNobodyFindsThem) {
  std::latch cancelled(1);
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const auto type = with_gaps();
    const std::vector<unsigned char> data(2 * long_bytes, 1);
    if (world.rank() == 0) {
      Request request;
      engine.send(request, message(world, *type, data.data()));
      engine.cancel(request);
      EXPECT_TRUE(request.complete()) << "the other rank sleeps";
      EXPECT_TRUE(request.outcome().cancelled);
      cancelled.count_down();
      send_byte(engine, world, marker_tag, 'm');
    } else {
      cancelled.wait();
      EXPECT_EQ(receive_byte(engine, world, marker_tag), 'm');
      p2p::ProbeResult found;
      const auto there = engine.probe({world.context(), 0, tag}, world.peer(0), found);
      EXPECT_TRUE(there && !*there) << "the cancelled message is still there";
    }
  });
}

TEST_P(CancelledSends, OnTheWayToAReceiveLeaveItToTheNextMessage) {
  std::latch cancelled(1);
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const auto type = with_gaps();
    std::vector<unsigned char> data(2 * long_bytes, 1);
    if (world.rank() == 0) {
      Request request;
      engine.send(request, message(world, *type, data.data()));
      engine.cancel(request);
      EXPECT_TRUE(request.complete() && request.outcome().cancelled);
      std::fill(data.begin(), data.end(), static_cast<unsigned char>(2));
      cancelled.count_down();
      send_byte(engine, world, tag, 'a');
      send_byte(engine, world, tag, 'b');
    } else {
      cancelled.wait();
      Request first;
      Request second;
      std::vector<unsigned char> got(long_bytes, 0);
      char next = 0;
      engine.receive(first, from(world, matching::any_source, tag, got.data(), got.size()));
      engine.receive(second, from(world, 0, tag, &next, 1));
      engine.wait(first);
      engine.wait(second);
      EXPECT_EQ(first.outcome().bytes, 1);
      EXPECT_EQ(first.outcome().source, 0);
      EXPECT_TRUE(first.outcome().error.ok());
      EXPECT_EQ(got[0], 'a');
      EXPECT_EQ(next, 'b');
    }
  });
}

TEST_P(CancelledSends, ThatMetAReceiveAreReceivedOrLeaveItItsPlace) {
  std::latch met(1);
  std::latch cancelled(1);
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const auto type = with_gaps();
    std::vector<unsigned char> data(2 * long_bytes, 1);
    if (world.rank() == 0) {
      Request request;
      engine.send(request, message(world, *type, data.data()));
      engine.flush(world.peer(1));
      met.wait();  // without a turn: whatever the receiver answered lies here unread
      engine.cancel(request);
      const bool over = request.complete();
      EXPECT_TRUE(over || can_be_taken()) << "only what was taken may go on";
      EXPECT_TRUE(!over || request.outcome().cancelled);
      send_byte(engine, world, tag, 'a');
      send_byte(engine, world, tag, 'b');
      send_byte(engine, world, tag, 'c');
      cancelled.count_down();
      engine.wait(request);
      send_byte(engine, world, marker_tag, request.outcome().cancelled ? 1 : 0);
    } else {
      std::vector<unsigned char> got(long_bytes, 0);
      std::vector<Request> receives(3);
      char second = 0;
      char third = 0;
      engine.receive(receives[0], from(world, 0, matching::any_tag, got.data(), got.size()));
      engine.receive(receives[1], from(world, matching::any_source, tag, &second, 1));
      engine.receive(receives[2], from(world, 0, tag, &third, 1));
      while (engine.matcher().posted_count() == 3) engine.progress();
      met.count_down();
      for (Request& receive : receives) engine.wait(receive);
      if (receives[0].outcome().bytes == 1) {
        EXPECT_EQ(got[0], 'a');
        EXPECT_EQ(second, 'b');
        EXPECT_EQ(third, 'c');
        EXPECT_EQ(receive_byte(engine, world, marker_tag), 1) << "received, although not cancelled";
      } else {
        EXPECT_EQ(receives[0].outcome().bytes, static_cast<std::int64_t>(sort().bytes));
        EXPECT_EQ(second, 'a');
        EXPECT_EQ(third, 'b');
        EXPECT_EQ(receive_byte(engine, world, tag), 'c');
        EXPECT_EQ(receive_byte(engine, world, marker_tag), 0) << "cancelled and received";
      }
      cancelled.wait();
    }
  });
}

TEST_P(CancelledSends, ThatAMatchedProbeHoldsAreReceivedOrTheReceiverIsTold) {
  std::latch held(1);
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const auto type = with_gaps();
    const std::vector<unsigned char> data(2 * long_bytes, 1);
    if (world.rank() == 0) {
      Request request;
      engine.send(request, message(world, *type, data.data()));
      engine.flush(world.peer(1));
      held.wait();
      engine.cancel(request);
      EXPECT_EQ(request.complete(), !can_be_taken());
      engine.wait(request);
      EXPECT_EQ(request.outcome().cancelled, !can_be_taken());
    } else {
      p2p::UnexpectedMessage* message = nullptr;
      p2p::ProbeResult found;
      while (message == nullptr) {
        ASSERT_TRUE(engine.matched_probe({world.context(), 0, tag}, world.peer(0), found, &message));
      }
      held.count_down();
      std::vector<unsigned char> got(long_bytes, 0);
      Request request;
      engine.receive_matched(request, message, from(world, 0, tag, got.data(), got.size()));
      engine.wait(request);
      EXPECT_EQ(request.outcome().error.code, can_be_taken() ? Code::ok : Code::cancelled);
    }
  });
}

TEST_P(CancelledSends, InAnyOrderOfEventsAreEitherReceivedOrCancelled) {
  constexpr int rounds = 70;  // twice each pair of the numbers of turns
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const auto type = with_gaps();
    std::vector<unsigned char> data(2 * long_bytes, 0);
    for (int round = 0; round < rounds; ++round) {
      const auto mark = static_cast<unsigned char>(round + 1);
      if (world.rank() == 0) {
        std::fill(data.begin(), data.end(), mark);
        Request request;
        engine.send(request, message(world, *type, data.data()));
        for (int turn = 0; turn < round % 7; ++turn) engine.progress();
        engine.cancel(request);
        engine.wait(request);
        std::fill(data.begin(), data.end(), static_cast<unsigned char>(0));
        send_byte(engine, world, tag, request.outcome().cancelled ? 'c' : 's');
        char answer = 0;
        Request over;
        engine.receive(over, from(world, 1, marker_tag, &answer, 1));
        engine.wait(over);
      } else {
        std::vector<unsigned char> got(long_bytes, 0);
        Request first;
        for (int turn = 0; turn < round % 5; ++turn) engine.progress();
        engine.receive(first, from(world, 0, tag, got.data(), got.size()));
        engine.wait(first);
        ASSERT_TRUE(first.outcome().error.ok());
        if (first.outcome().bytes == 1) {
          ASSERT_EQ(got[0], 'c');
        } else {
          ASSERT_EQ(first.outcome().bytes, static_cast<std::int64_t>(sort().bytes));
          got.resize(sort().bytes);
          ASSERT_TRUE(std::all_of(got.begin(), got.end(), [&](unsigned char byte) { return byte == mark; }));
          ASSERT_EQ(receive_byte(engine, world, tag), 's');
        }
        const char answer = 1;
        Request over;
        engine.send(over, to(world, 0, marker_tag, &answer, 1));
        engine.wait(over);
      }
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Of, CancelledSends,
                         ::testing::Combine(::testing::Values("shm", "tcp"), ::testing::ValuesIn(sorts)),
                         [](const auto& of) {
                           return std::string(std::get<0>(of.param)) + "_" + std::get<1>(of.param).name;
                         });

/// More messages than there are words to decide about them: those without are cancelled all the same.
TEST(CancelledSend, OfManyAtOnceAreAllOver) {
  std::latch cancelled(1);
  tests::run_world(2, "shm", false, [&](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const auto data = pattern(long_bytes, 3);
    const char mark = 'm';
    char got = 0;
    Request marker;
    if (world.rank() == 0) {
      std::vector<Request> sends(200);
      for (Request& send : sends)
        engine.send(send, to(world, 1, tag, data.data(), &send == &sends[0] ? 4 : long_bytes, SendMode::synchronous));
      for (Request& send : sends) engine.cancel(send);
      for (const Request& send : sends) EXPECT_TRUE(send.complete() && send.outcome().cancelled);
      cancelled.count_down();
      engine.send(marker, to(world, 1, marker_tag, &mark, 1));
    } else {
      cancelled.wait();
      engine.receive(marker, from(world, 0, marker_tag, &got, 1));
    }
    engine.wait(marker);
    p2p::ProbeResult found;
    const auto there = engine.probe({world.context(), 0, tag}, world.peer(0), found);
    EXPECT_TRUE(there && !*there);
  });
}

TEST(CancelledSend, ToTheOwnRankLeavesItsReceiveToTheNextMessage) {
  tests::run_world(1, "shm", false, [&](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const auto data = pattern(long_bytes, 3);
    for (const std::size_t bytes : {std::size_t{4}, long_bytes}) {
      for (const bool posted : {false, true}) {
        std::vector<unsigned char> got(long_bytes);
        Request send;
        Request next;
        Request receive;
        const char byte = 'n';
        engine.send(send, to(world, 0, tag, data.data(), bytes, SendMode::synchronous));
        if (posted) {
          engine.cancel(send);
          engine.receive(receive, from(world, 0, tag, got.data(), got.size()));
        } else {
          engine.progress();  // it lies among the unexpected ones
          engine.cancel(send);
          engine.receive(receive, from(world, 0, tag, got.data(), got.size()));
        }
        EXPECT_TRUE(send.complete() && send.outcome().cancelled);
        engine.send(next, to(world, 0, tag, &byte, 1));
        engine.wait(next);
        engine.wait(receive);
        EXPECT_EQ(receive.outcome().bytes, 1);
        EXPECT_EQ(got[0], 'n');
      }
    }
  });
}

/// The receive has met the message when it is cancelled, and learns only later that the message is no more.
TEST(CancelledReceive, OfACancelledMessageIsCancelled) {
  tests::run_world(1, "shm", false, [&](Runtime& runtime, Communicator& world) {
    const Engine::Guard guard(runtime.engine());
    Engine& engine = runtime.engine();
    const auto data = pattern(long_bytes, 3);
    for (const std::size_t bytes : {std::size_t{0}, std::size_t{4}, long_bytes}) {
      std::vector<unsigned char> got(long_bytes);
      Request send;
      Request receive;
      engine.send(send, to(world, 0, tag, data.data(), bytes, SendMode::synchronous));
      engine.progress();  // it lies among the unexpected ones
      engine.cancel(send);
      engine.receive(receive, from(world, 0, tag, got.data(), got.size()));
      engine.cancel(receive);
      for (int turn = 0; turn < 100 && !receive.complete(); ++turn) engine.progress();
      ASSERT_TRUE(receive.complete()) << bytes << " bytes: it waits for a message that never comes";
      EXPECT_TRUE(receive.outcome().cancelled);
      // The next one has nothing of it.
      const char byte = 'n';
      engine.receive(receive, from(world, 0, tag, got.data(), got.size()));
      engine.send(send, to(world, 0, tag, &byte, 1));
      engine.wait(send);
      engine.wait(receive);
      EXPECT_FALSE(receive.outcome().cancelled);
      EXPECT_EQ(receive.outcome().bytes, 1);
    }
  });
}

}  // namespace
}  // namespace baton
