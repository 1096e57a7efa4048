// SPDX-License-Identifier: BSD-3-Clause
// A rank that counts on a core of its own, and shares it all the same: it sees so, and stops spinning for a while.
#include "p2p/core_share.hpp"

#include <gtest/gtest.h>
#include <sched.h>

#include <array>

#include "base/clock.hpp"
#include "support/world.hpp"

namespace baton {
namespace {

using communicator::Communicator;
using p2p::CoreShare;
using runtime::Runtime;

TEST(CoreShare, IsSeenByAYieldThatTakesLongAndForgottenAfterSomeWaits) {
  CoreShare core;
  EXPECT_FALSE(core.saw_yield(CoreShare::taken_ns - 1, 0));
  EXPECT_FALSE(core.shared());
  EXPECT_TRUE(core.saw_yield(CoreShare::taken_ns, 0));
  for (std::uint32_t i = 0; i < CoreShare::waits; ++i) {
    EXPECT_TRUE(core.shared());
    core.begin_wait();
  }
  EXPECT_FALSE(core.shared());
}

TEST(CoreShare, WhoComputesThereIsNotGivenItAgainAndAgain) {
  CoreShare core;
  const std::int64_t now = 1'000'000'000;
  EXPECT_TRUE(core.asks(now));
  EXPECT_TRUE(core.saw_yield(CoreShare::taken_ns, now));
  EXPECT_TRUE(core.saw_yield(CoreShare::computed_ns, now));
  EXPECT_FALSE(core.shared());  // waits spin again
  EXPECT_FALSE(core.asks(now + CoreShare::pause * CoreShare::computed_ns - 1));
  EXPECT_TRUE(core.asks(now + CoreShare::pause * CoreShare::computed_ns));
}

TEST(CoreShare, AWaitGivesTheCoreToWhoeverElseIsOnIt) {
  cpu_set_t before;
  ASSERT_EQ(sched_getaffinity(0, sizeof before, &before), 0);
  cpu_set_t one;
  CPU_ZERO(&one);
  for (int cpu = 0; cpu < CPU_SETSIZE && CPU_COUNT(&one) == 0; ++cpu) {
    if (CPU_ISSET(cpu, &before)) CPU_SET(cpu, &one);
  }
  ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);  // the ranks are threads, and inherit it
  tests::run_world(2, "shm", false, [](Runtime& runtime, Communicator& world) {
    p2p::Engine& engine = runtime.engine();
    const p2p::Engine::Guard guard(engine);
    const datatype::Datatype& byte = datatype::builtin(datatype::Kind::byte);
    const p2p::PeerId other = world.peer(1 - world.rank());
    std::array<char, 1> data{};
    const auto send = [&] {
      p2p::Request request;
      engine.send(request, {data.data(), 1, &byte, other, {world.context(), world.rank(), 0}, p2p::SendMode::standard});
      engine.wait(request);
    };
    const auto receive = [&] {
      p2p::Request request;
      engine.receive(request, {data.data(), 1, &byte, other, {world.context(), 1 - world.rank(), 0}});
      engine.wait(request);
    };
    if (world.rank() == 0) {
      send();
      engine.set_oversubscribed(false);  // which the ranks' cpusets say, once they have met
      receive();
      EXPECT_GT(engine.counters().core_taken, 0U);
    } else {
      receive();
      for (const std::int64_t end = now_ns() + 100'000'000; now_ns() < end;) continue;  // rank 0 waits for the core
      send();
    }
  });
  ASSERT_EQ(sched_setaffinity(0, sizeof before, &before), 0);
}

}  // namespace
}  // namespace baton
