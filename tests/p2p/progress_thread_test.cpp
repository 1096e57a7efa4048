// SPDX-License-Identifier: BSD-3-Clause
// The progress thread: what is under way comes to its end while the rank's own thread calls nothing; it leaves alone
// what nobody waits for; no wake-up is lost on the way from thread to thread. "Computing" is looking at a request or a
// flag until it has changed, which only the progress thread, or another rank, can have done.
#include <gtest/gtest.h>
#include <sched.h>

#include <array>
#include <atomic>
#include <memory>
#include <random>
#include <vector>

#include "p2p/arguments.hpp"
#include "support/world.hpp"

namespace baton {
namespace {

using communicator::Communicator;
using p2p::Engine;
using p2p::Request;
using runtime::Runtime;
using tests::from;
using tests::Mix;
using tests::to;

void compute_until(const std::atomic<bool>& flag) {
  while (!flag.load()) sched_yield();
}
void compute_until_complete(const Request& request) {
  while (!request.complete()) sched_yield();
  EXPECT_TRUE(request.outcome().error.ok()) << request.outcome().error.what;
}

class Attended : public ::testing::TestWithParam<Mix> {
 protected:
  template <class Body>
  void run(Body&& body) {
    const Mix& mix = GetParam();
    tests::run_world(mix.ranks, mix.transport, false, body, mix.ranks_per_host, true);
  }
};

TEST_P(Attended, a_long_message_arrives_while_its_receiver_computes) {
  std::atomic<bool> posted{false};
  std::atomic<bool> sent{false};
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    std::vector<std::byte> data(3'000'000, std::byte{static_cast<unsigned char>(world.rank())});
    Request request;
    if (world.rank() == 0) {
      compute_until(posted);
      const Engine::Guard guard(engine);
      engine.send(request, to(world, 1, 0, data.data(), data.size()));
      engine.wait(request);
      sent = true;
    } else if (world.rank() == 1) {
      {
        const Engine::Guard guard(engine);
        engine.receive(request, from(world, 0, 0, data.data(), data.size()));
      }
      posted = true;
      compute_until(sent);
      compute_until_complete(request);
      EXPECT_EQ(data.front(), std::byte{0});
      EXPECT_EQ(data.back(), std::byte{0});
    }
  });
}

TEST_P(Attended, a_long_message_leaves_while_its_sender_computes) {
  std::atomic<bool> announced{false};
  std::atomic<bool> received{false};
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    std::vector<std::byte> data(3'000'000, std::byte{static_cast<unsigned char>(world.rank())});
    Request request;
    if (world.rank() == 0) {
      {
        const Engine::Guard guard(engine);
        engine.send(request, to(world, 1, 0, data.data(), data.size()));
      }
      announced = true;
      compute_until(received);
      compute_until_complete(request);
    } else if (world.rank() == 1) {
      compute_until(announced);
      const Engine::Guard guard(engine);
      engine.receive(request, from(world, 0, 0, data.data(), data.size()));
      engine.wait(request);
      EXPECT_EQ(data.back(), std::byte{0});
      received = true;
    }
  });
}

TEST_P(Attended, messages_that_nobody_waits_for_are_left_alone) {
  std::atomic<bool> sent{false};
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    std::vector<std::byte> data(8);
    if (world.rank() == 0) {
      for (std::int32_t i = 0; i < 20; ++i) {
        const Engine::Guard guard(engine);
        Request request;
        engine.send(request, to(world, 1, i, data.data(), data.size()));
        engine.wait(request);
      }
      sent = true;
    } else if (world.rank() == 1) {
      compute_until(sent);
      const Engine::Guard guard(engine);
      EXPECT_EQ(engine.counters().attended, 0U);
      EXPECT_EQ(engine.counters().received, 0U);
      for (std::int32_t i = 0; i < 20; ++i) {
        Request request;
        engine.receive(request, from(world, 0, i, data.data(), data.size()));
        engine.wait(request);
      }
    }
  });
}

TEST_P(Attended, a_rank_that_rests_and_goes_on_has_its_thread_again) {
  std::atomic<bool> sent{false};
  run([&](Runtime& runtime, Communicator& world) {
    ASSERT_TRUE(runtime.rest());
    ASSERT_TRUE(runtime.go_on());
    Engine& engine = runtime.engine();
    std::vector<std::byte> data(500'000);
    Request request;
    if (world.rank() == 0) {
      const Engine::Guard guard(engine);
      engine.send(request, to(world, 1, 0, data.data(), data.size()));
      engine.wait(request);
      sent = true;
    } else if (world.rank() == 1) {
      {
        const Engine::Guard guard(engine);
        engine.receive(request, from(world, 0, 0, data.data(), data.size()));
      }
      compute_until(sent);
      compute_until_complete(request);
    }
  });
}

/// Every rank exchanges messages of random lengths with all others, round after round. In some rounds it waits in the
/// engine, in some it computes, in some it computes a little and asks in between.
void exchange(Engine& engine, Communicator& world, std::uint32_t seed) {
  std::mt19937 random(seed);  // the lengths are the same on all ranks
  const auto ranks = static_cast<std::size_t>(world.size());
  std::vector<std::size_t> lengths(ranks * ranks);
  for (std::size_t& length : lengths) {
    const auto kind = random() % 8;
    length = kind < 4 ? random() % 64 : kind < 7 ? random() % 9000 : random() % 200'000;
  }
  const auto self = static_cast<std::size_t>(world.rank());
  const auto tag = static_cast<std::int32_t>(seed);
  std::vector<std::vector<std::byte>> buffers;
  buffers.reserve(2 * ranks);
  std::vector<std::unique_ptr<Request>> requests;
  for (std::size_t other = 0; other < ranks; ++other) {
    if (other == self) continue;
    buffers.emplace_back(lengths[other * ranks + self]);
    const Engine::Guard guard(engine);
    requests.push_back(std::make_unique<Request>());
    engine.receive(*requests.back(),
                   from(world, static_cast<std::int32_t>(other), tag, buffers.back().data(), buffers.back().size()));
  }
  for (std::size_t other = 0; other < ranks; ++other) {
    if (other == self) continue;
    buffers.emplace_back(lengths[self * ranks + other], std::byte{static_cast<unsigned char>(seed)});
    const Engine::Guard guard(engine);
    requests.push_back(std::make_unique<Request>());
    engine.send(*requests.back(),
                to(world, static_cast<std::int32_t>(other), tag, buffers.back().data(), buffers.back().size()));
  }
  const std::size_t way = (seed + self) % 3;
  for (const auto& request : requests) {
    if (way == 0) {
      const Engine::Guard guard(engine);
      engine.wait(*request);
    } else if (way == 1) {
      compute_until_complete(*request);
    } else {
      while (!request->complete()) {
        for (int i = 0; i < 50; ++i) sched_yield();
        const Engine::Guard guard(engine);
        engine.poll();
      }
    }
    EXPECT_TRUE(request->outcome().error.ok()) << request->outcome().error.what;
  }
  for (std::size_t i = 0; i + 1 < ranks; ++i) {
    for (const std::byte each : buffers[i]) ASSERT_EQ(each, std::byte{static_cast<unsigned char>(seed)});
  }
}

TEST_P(Attended, no_wake_up_is_lost_between_the_thread_and_the_application) {
  constexpr std::int64_t bound_ns = 3'000'000'000;
  std::atomic<std::uint64_t> overslept{0};
  std::atomic<std::uint64_t> attended{0};
  run([&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    for (std::uint32_t seed = 0; seed < 150 && overslept == 0; ++seed) {
      if (seed == 50) {
        const Engine::Guard guard(engine);
        engine.sleep_at_once(bound_ns);
      }
      exchange(engine, world, seed);
      const Engine::Guard guard(engine);
      overslept += engine.counters().overslept;
    }
    const Engine::Guard guard(engine);
    attended += engine.counters().attended;
  });
  EXPECT_EQ(overslept, 0U);
  EXPECT_GT(attended, 0U) << "nothing was tried";
}

INSTANTIATE_TEST_SUITE_P(Mixes, Attended,
                         ::testing::Values(Mix{"shm_2", "shm", 2, 0}, Mix{"shm_5", "shm", 5, 0},
                                           Mix{"tcp_2", "tcp", 2, 0}, Mix{"tcp_4", "tcp", 4, 0},
                                           Mix{"both_4", "auto", 4, 2}),
                         [](const auto& mix) { return std::string(mix.param.name); });

}  // namespace
}  // namespace baton
