// SPDX-License-Identifier: BSD-3-Clause
// Collectives run on real engines: ranks are threads, joined by shared memory or TCP.
#include "schedule/runner.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <thread>
#include <vector>

#include "tests/schedule/allocations.hpp"
#include "tests/schedule/rank.hpp"

namespace baton::schedule {
namespace {

using collectives::Collective;
using communicator::Communicator;
using p2p::Engine;

class OnTransports : public testing::TestWithParam<const char*> {
 protected:
  void world(std::uint32_t size, const std::function<void(Rank&)>& body, bool threaded = false) {
    tests::run_world(size, GetParam(), threaded, [&](runtime::Runtime&, Communicator& communicator) {
      Rank rank(communicator);
      body(rank);
    });
  }
};

TEST_P(OnTransports, SumsAndBroadcastsOfManyLengthsAreRight) {
  for (const std::uint32_t size : {1U, 2U, 3U, 4U, 7U}) {
    world(size, [](Rank& me) {
      for (const std::size_t length : {1, 2, 100, 3000, 200000}) {
        std::vector<std::int64_t> send(length);
        std::vector<std::int64_t> recv(length, -1);
        for (std::size_t i = 0; i < length; ++i) send[i] = static_cast<std::int64_t>(i * (me.rank() + 1));
        const Status summed = me.run(me.allreduce(send, recv));
        ASSERT_TRUE(summed) << summed.error().what;
        const auto factor = static_cast<std::int64_t>(me.size() * (me.size() + 1) / 2);
        for (std::size_t i = 0; i < length; ++i) ASSERT_EQ(recv[i], static_cast<std::int64_t>(i) * factor);
        const std::uint32_t root = static_cast<std::uint32_t>(length) % me.size();
        std::vector<std::int64_t> buffer(length, me.rank());
        const Status spread = me.run(me.bcast(buffer, root));
        ASSERT_TRUE(spread) << spread.error().what;
        for (const std::int64_t value : buffer) ASSERT_EQ(value, root);
      }
      ASSERT_TRUE(me.run(me.make(Collective::barrier)));
    });
  }
}

/// A predefined type whose elements have gaps: 12 bytes, 16 apart.
struct Located {
  double value;
  int place;
};

TEST_P(OnTransports, ElementsWithGapsAreReducedAcrossNodes) {
  for (const std::vector<std::uint32_t>& places :
       {std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1}, {0, 0, 0, 0, 0, 1, 1}, {0, 1, 0, 1, 0, 1}}) {
    const collectives::Nodes nodes = collectives::Nodes::of(places);
    const auto size = static_cast<std::uint32_t>(places.size());
    tests::run_world(size, GetParam(), false, [&](runtime::Runtime&, Communicator& communicator) {
      Rank me(communicator, -1, &nodes);
      for (const std::size_t length : {1, 10, 10000}) {
        std::vector<Located> send(length), recv(length, {-1, -1});
        for (std::size_t i = 0; i < length; ++i) {
          send[i] = {static_cast<double>((i + me.rank()) % size), static_cast<int>(me.rank())};
        }
        Call call = me.make(Collective::allreduce);
        call.shape.send.count = call.shape.recv.count = static_cast<std::int64_t>(length);
        call.shape.send.size = call.shape.recv.size = 12;
        call.binding.send = send.data();
        call.binding.recv = recv.data();
        call.binding.send_type = call.binding.recv_type = &datatype::builtin(datatype::Kind::double_int);
        call.binding.op = &datatype::builtin(datatype::Operation::minloc);
        ASSERT_TRUE(me.run(call));
        for (std::size_t i = 0; i < length; ++i) {
          ASSERT_EQ(recv[i].value, 0) << "element " << i << " of " << length;
          ASSERT_EQ(recv[i].place, static_cast<int>((size - i % size) % size));
        }
      }
    });
  }
}

TEST_P(OnTransports, SeveralCollectivesAreUnderWayAtOnce) {
  world(3, [](Rank& me) {
    constexpr std::size_t many = 20;
    std::vector<std::vector<std::int64_t>> send(many), recv(many);
    std::vector<Execution*> running;
    const Engine::Guard guard(me.engine());
    for (std::size_t i = 0; i < many; ++i) {
      send[i].assign(10 + 500 * i, static_cast<std::int64_t>(i));
      recv[i].assign(send[i].size(), -1);
      Call call = me.allreduce(send[i], recv[i]);
      running.push_back(&me.runner().start(call));
    }
    for (std::size_t i = many; i-- > 0;) {
      me.engine().wait_until([&] { return running[i]->done(); });
      EXPECT_TRUE(running[i]->error().ok());
      for (const std::int64_t value : recv[i]) ASSERT_EQ(value, static_cast<std::int64_t>(i * me.size()));
      me.runner().give_back(*running[i]);
    }
  });
}

TEST_P(OnTransports, APlanIsRunAgainAndAgain) {
  world(4, [](Rank& me) {
    std::vector<std::int64_t> send(5), recv(5);
    Call call = me.allreduce(send, recv);
    Execution execution;
    const Engine::Guard guard(me.engine());
    for (std::int64_t turn = 0; turn < 50; ++turn) {
      std::iota(send.begin(), send.end(), turn);
      if (turn == 0) {
        execution.start(me.runner().plan(call), me.runner().channel(), call.binding, call.tag);
      } else {
        execution.restart();
      }
      me.engine().wait_until([&] { return execution.done(); });
      ASSERT_TRUE(execution.error().ok());
      for (std::int64_t i = 0; i < 5; ++i) ASSERT_EQ(recv[static_cast<std::size_t>(i)], 4 * (turn + i));
    }
    EXPECT_EQ(me.runner().cached_plans(), 0U);
  });
}

TEST_P(OnTransports, ASmallCollectiveInALoopAllocatesNothing) {
  world(2, [](Rank& me) {
    std::vector<std::int64_t> send(1, 1), recv(1);
    for (int i = 0; i < 200; ++i) ASSERT_TRUE(me.run(me.allreduce(send, recv)));
    // A rank that runs ahead meets messages before their receives; that may cost memory now and then, but not each
    // time.
    const std::int64_t before = tests::allocations();
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(me.run(me.allreduce(send, recv)));
    EXPECT_LT(tests::allocations() - before, 100);
    EXPECT_EQ(me.runner().cached_plans(), 1U);
  });
}

TEST_P(OnTransports, DifferentLengthsAreAnErrorAndTheNextCollectiveWorks) {
  world(4, [](Rank& me) {
    std::vector<std::int64_t> buffer(me.rank() == 2 ? 3 : 5, me.rank());
    const Status spread = me.run(me.bcast(buffer, 0));
    if (me.rank() == 2) {
      ASSERT_FALSE(spread);
      EXPECT_EQ(spread.error().code, Code::truncated);
      EXPECT_NE(std::string(spread.error().what).find("40 bytes"), std::string::npos) << spread.error().what;
    }
    std::vector<std::int64_t> send(1, 1), recv(1);
    ASSERT_TRUE(me.run(me.allreduce(send, recv)));
    EXPECT_EQ(recv[0], 4);
  });
}

TEST_P(OnTransports, ALostRankFailsTheCollectiveAndNobodyHangs) {
  // The job does not end in order here, so the ranks are made by hand.
  bootstrap::InProcessJob job(5);
  std::vector<std::thread> ranks;
  for (std::uint32_t rank = 0; rank < 5; ++rank) {
    ranks.emplace_back([&, rank] {
      runtime::Options options;
      options.transport = GetParam();
      options.bootstrap = job.connect(rank);
      auto started = runtime::Runtime::start(std::move(options));
      ASSERT_TRUE(started) << started.error().what;
      auto world = (*started)->make_world(0);
      ASSERT_TRUE(world);
      Rank me(**world);
      ASSERT_TRUE(me.run(me.make(Collective::barrier)));
      if (rank == 1) return;
      {
        const Engine::Guard guard(me.engine());
        me.engine().declare_lost(1, {Code::peer_lost, 0, "killed by the test"});
      }
      std::vector<std::int64_t> send(1, 1), recv(1);
      int failures = 0;
      for (int i = 0; i < 5; ++i) failures += me.run(me.allreduce(send, recv)) ? 0 : 1;
      // Whoever talks to the lost rank in this algorithm sees it; and nobody waits for ever.
      if (rank == 0) {
        EXPECT_EQ(failures, 5);
      }
    });
  }
  for (auto& rank : ranks) rank.join();
}

TEST_P(OnTransports, ManyShapesDoNotFillTheMemory) {
  world(2, [](Rank& me) {
    for (std::size_t length = 1; length < 300; ++length) {
      std::vector<std::int64_t> send(length, 1), recv(length);
      ASSERT_TRUE(me.run(me.allreduce(send, recv)));
    }
    EXPECT_LE(me.runner().cached_plans(), 64U);
  });
}

TEST_P(OnTransports, WithThreadsTheLockIsGivenUpWhileWaiting) {
  world(
      2,
      [](Rank& me) {
        std::vector<std::int64_t> send(1000, 1), recv(1000);
        for (int i = 0; i < 50; ++i) ASSERT_TRUE(me.run(me.allreduce(send, recv)));
        EXPECT_EQ(recv[999], 2);
      },
      true);
}

INSTANTIATE_TEST_SUITE_P(Transports, OnTransports, testing::Values("shm", "tcp"),
                         [](const auto& which) { return std::string(which.param); });

}  // namespace
}  // namespace baton::schedule
