// SPDX-License-Identifier: BSD-3-Clause
// No wake-up is lost: ranks on too few cores, which sleep whenever they find nothing, exchange random traffic. Their
// sleeps have a bound that no exchange comes near; each sleep that it ends although there is something to do is counted
// by the engine, and the count must be 0. Not here: the transports alone (tests/transport/sleep_test.cpp).
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <memory>
#include <random>
#include <thread>
#include <vector>

#include "datatype/constructors.hpp"
#include "p2p/arguments.hpp"
#include "support/world.hpp"

namespace baton {
namespace {

using communicator::Communicator;
using p2p::Engine;
using p2p::Request;
using p2p::SendMode;
using runtime::Runtime;
using tests::byte;
using tests::Mix;

constexpr std::int64_t bound_ns = 3'000'000'000;

/// One planned message. All ranks know the plan, so that a receiver knows what to expect.
struct Planned {
  std::uint32_t from, to;
  std::size_t bytes;
  SendMode mode;
};

/// Small ones mostly (a flood), some that fill rings, some rendezvous.
std::vector<Planned> plan(std::uint32_t seed, std::uint32_t ranks, std::size_t messages) {
  std::mt19937 engine(seed);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  std::vector<Planned> all;
  // A few senders and receivers dominate a round, so that some are flooded while others sleep.
  const std::uint32_t senders = 1 + random() % ranks;
  const std::uint32_t receivers = 1 + random() % ranks;
  for (std::size_t i = 0; i < messages; ++i) {
    const std::uint32_t kind = random() % 16;
    const std::size_t bytes = kind < 10 ? random() % 64 : kind < 14 ? random() % 9000 : random() % 100'000;
    all.push_back({(random() % senders + seed) % ranks, (random() % receivers + seed / 3) % ranks, bytes,
                   random() % 8 == 0 ? SendMode::synchronous : SendMode::standard});
  }
  return all;
}

/// Sends and receives this rank's part of a round, and waits in different orders.
void exchange(Engine& engine, Communicator& world, const std::vector<Planned>& round, std::uint32_t seed,
              std::int32_t tag) {
  const auto self = static_cast<std::uint32_t>(world.rank());
  static const std::vector<std::byte> source(100'000, std::byte{0x5A});
  std::vector<std::unique_ptr<Request>> requests;
  std::vector<std::vector<std::byte>> places;
  const bool wild = seed % 3 == 0;
  const bool late = seed % 2 == 0;
  const auto post_receives = [&] {
    for (const Planned& message : round) {
      if (message.to != self) continue;
      places.emplace_back(wild ? 100'000 : message.bytes);
      requests.push_back(std::make_unique<Request>());
      engine.receive(*requests.back(),
                     {places.back().data(),
                      static_cast<std::int64_t>(places.back().size()),
                      &byte(),
                      wild ? p2p::any_peer : world.peer(static_cast<std::int32_t>(message.from)),
                      {world.context(), wild ? matching::any_source : static_cast<std::int32_t>(message.from), tag}});
    }
  };
  if (!late) post_receives();
  for (const Planned& message : round) {
    if (message.from != self) continue;
    requests.push_back(std::make_unique<Request>());
    engine.send(*requests.back(), {source.data(),
                                   static_cast<std::int64_t>(message.bytes),
                                   &byte(),
                                   world.peer(static_cast<std::int32_t>(message.to)),
                                   {world.context(), world.rank(), tag},
                                   message.mode});
  }
  if (late) post_receives();
  const bool backwards = seed % 5 < 2;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    Request& request = *requests[backwards ? requests.size() - 1 - i : i];
    engine.wait(request);
    EXPECT_TRUE(request.outcome().error.ok()) << request.outcome().error.what;
  }
}

class Waking : public ::testing::TestWithParam<Mix> {};

TEST_P(Waking, no_sleep_is_ended_by_its_bound_while_there_is_something_to_do) {
  const Mix& mix = GetParam();
  std::atomic<std::uint64_t> sleeps{0};
  std::atomic<std::uint64_t> overslept{0};
  tests::run_world(
      mix.ranks, mix.transport, false,
      [&](Runtime& runtime, Communicator& world) {
        Engine& engine = runtime.engine();
        const Engine::Guard guard(engine);
        engine.sleep_at_once(bound_ns);
        for (std::uint32_t seed = 0; seed < 60 && overslept == 0; ++seed) {
          exchange(engine, world, plan(seed, mix.ranks, 150), seed, static_cast<std::int32_t>(seed));
          overslept += engine.counters().overslept;
        }
        sleeps += engine.counters().sleeps;
      },
      mix.ranks_per_host);
  EXPECT_EQ(overslept, 0U);
  EXPECT_GT(sleeps, 0U) << "nothing was tried";
}

TEST_P(Waking, no_sleep_of_several_threads_of_a_rank_is_ended_by_its_bound_either) {
  const Mix& mix = GetParam();
  std::atomic<std::uint64_t> overslept{0};
  tests::run_world(
      mix.ranks, mix.transport, true,
      [&](Runtime& runtime, Communicator& world) {
        Engine& engine = runtime.engine();
        {
          const Engine::Guard guard(engine);
          engine.sleep_at_once(bound_ns);
        }
        const auto work = [&](std::int32_t thread) {
          for (std::uint32_t seed = 0; seed < 12 && overslept == 0; ++seed) {
            const Engine::Guard guard(engine);
            exchange(engine, world, plan(seed, mix.ranks, 60), seed, thread * 1000 + static_cast<std::int32_t>(seed));
          }
        };
        std::array<std::thread, 2> others{std::thread(work, 1), std::thread(work, 2)};
        work(0);
        for (auto& other : others) other.join();
        const Engine::Guard guard(engine);
        overslept += engine.counters().overslept;
      },
      mix.ranks_per_host);
  EXPECT_EQ(overslept, 0U);
}

INSTANTIATE_TEST_SUITE_P(Mixes, Waking,
                         ::testing::Values(Mix{"shm_2", "shm", 2, 0}, Mix{"shm_8", "shm", 8, 0},
                                           Mix{"tcp_2", "tcp", 2, 0}, Mix{"tcp_5", "tcp", 5, 0},
                                           Mix{"both_4", "auto", 4, 2}, Mix{"both_7", "auto", 7, 3}),
                         [](const auto& mix) { return std::string(mix.param.name); });

}  // namespace
}  // namespace baton
