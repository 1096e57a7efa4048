// SPDX-License-Identifier: BSD-3-Clause
// Sleeping and waking: ranks that sleep whenever a poll finds nothing still lose no arrival, no room and no end.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "transport/contract.hpp"
#include "transport/world.hpp"

namespace baton::transport {
namespace {

using contract::Checker;
using contract::fill;
using contract::header_of;

/// Far longer than any wake-up takes: a sleep of this length was not ended by anybody.
constexpr std::int64_t endless_ns = 20'000'000'000;

/// Shorter than the period at which tcp looks for silent hosts, which ends sleeps too and would hide what is wrong.
constexpr std::int64_t bound_ns = 1'000'000'000;

/// A rank that sleeps at once when there is nothing. Counts the sleeps that nobody ended although there was something.
struct Sleeper {
  Wires& wires;
  Checker sink;
  std::atomic<int>& unheard;
  std::uint64_t number = 0;
  bool expired = false;  // the last sleep

  void turn() {
    if (!wires.poll(sink)) {
      expired = !wires.wait(bound_ns);
    } else if (std::exchange(expired, false)) {
      ++unheard;
    }
  }
  void send(PeerId self, PeerId to, Lane lane, std::size_t bytes) {
    Slot slot;
    while (!(slot = wires.claim(to, bytes, lane)) && unheard == 0) turn();
    if (!slot) return;
    if (std::exchange(expired, false)) ++unheard;  // there was room, and nobody told
    fill(slot.payload, self, lane, number, bytes);
    wires.commit(to, header_of(lane, number++), bytes, lane);
    wires.flush(to);
  }
};

class Sleep : public testing::TestWithParam<const char*> {};

TEST_P(Sleep, a_message_wakes_its_receiver_each_time) {
  WiresTogether world(2, GetParam());
  std::atomic<int> unheard{0};
  const auto run = [&](PeerId self) {
    Sleeper rank{world.at(self), {}, unheard};
    for (std::uint64_t round = 0; round < 5000 && unheard == 0; ++round) {
      if (self == 0) rank.send(0, 1, Lane::ordered, round % 100);
      while (rank.sink.frames <= round && unheard == 0) rank.turn();
      if (self == 1) rank.send(1, 0, Lane::ordered, round % 100);
    }
    EXPECT_EQ(rank.sink.frames, 5000U);
  };
  std::thread other(run, 1);
  run(0);
  other.join();
  EXPECT_EQ(unheard, 0);
}

TEST_P(Sleep, room_wakes_the_sender_that_waits_for_it) {
  WiresTogether world(2, GetParam());
  std::atomic<int> unheard{0};
  constexpr std::uint64_t frames = 600;
  std::thread sender([&] {
    Sleeper rank{world.at(0), {}, unheard};
    for (std::uint64_t i = 0; i < frames; ++i) rank.send(0, 1, Lane::bulk, 60'000);
    while (rank.sink.frames < 1 && unheard == 0) rank.turn();
  });
  Sleeper rank{world.at(1), {}, unheard};
  while (rank.sink.frames < frames && unheard == 0) rank.turn();
  rank.send(1, 0, Lane::ordered, 0);
  sender.join();
  EXPECT_EQ(unheard, 0);
}

TEST_P(Sleep, many_ranks_on_few_cores_exchange_while_all_sleep) {
  constexpr PeerId ranks = 8;
  constexpr std::uint64_t rounds = 150;
  WiresTogether world(ranks, GetParam());
  std::atomic<int> unheard{0};
  const auto run = [&](PeerId self) {
    Sleeper rank{world.at(self), {}, unheard};
    rank.sink.on_frame = nullptr;
    // A dissemination barrier, again and again; each rank hears from three.
    for (std::uint64_t round = 0; round < rounds; ++round) {
      for (PeerId step = 1; step < ranks; step *= 2) {
        const PeerId to = (self + step) % ranks;
        const PeerId from = (self + ranks - step) % ranks;
        rank.number = round;
        rank.send(self, to, Lane::ordered, 8);
        while (rank.sink.count(from, Lane::ordered) <= round && unheard == 0) rank.turn();
      }
    }
  };
  std::vector<std::thread> threads;
  for (PeerId i = 0; i < ranks; ++i) threads.emplace_back(run, i);
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(unheard, 0);
}

TEST_P(Sleep, the_end_of_a_peer_wakes) {
  WiresTogether world(2, GetParam());
  std::atomic<int> unheard{0};
  std::atomic<bool> met{false};
  std::thread other([&] {
    Sleeper rank{world.at(1), {}, unheard};
    while (rank.sink.frames < 1 && unheard == 0) rank.turn();
    world.end(1);
    met = true;
  });
  Sleeper rank{world.at(0), {}, unheard};
  rank.send(0, 1, Lane::ordered, 8);
  while (rank.sink.losses.empty() && unheard == 0) rank.turn();
  other.join();
  EXPECT_EQ(unheard, 0);
  EXPECT_TRUE(met);
}

INSTANTIATE_TEST_SUITE_P(Modes, Sleep, testing::Values("shm", "tcp"), [](const auto& which) { return which.param; });

TEST(Wake, ends_a_sleep_from_another_thread_and_is_remembered_until_the_next) {
  WiresTogether world(2);
  Wires& wires = world.at(0);
  wires.wake();
  EXPECT_FALSE(wires.arm()) << "a wake before the sleep was forgotten";
  std::atomic<int> rounds{0};
  std::atomic<bool> done{false};
  std::thread waker([&] {
    while (!done) {
      const int before = rounds;
      wires.wake();
      while (rounds == before && !done) std::this_thread::yield();
    }
  });
  const std::int64_t start = now_ns();
  for (int i = 0; i < 2000; ++i) {
    wires.wait(endless_ns);
    ++rounds;
  }
  done = true;
  waker.join();
  EXPECT_LT(now_ns() - start, endless_ns) << "a wake was lost";
}

TEST(Wake, an_armed_owner_is_not_put_to_sleep_by_a_poll_of_another_thread) {
  WiresTogether world(2);
  Wires& wires = world.at(0);
  Checker sink;
  ASSERT_TRUE(wires.arm());
  wires.wake();
  for (int i = 0; i < 5000; ++i) (void)wires.poll(sink);  // looks at the sockets more than once
  const std::int64_t start = now_ns();
  wires.sleep(endless_ns);
  EXPECT_LT(now_ns() - start, endless_ns);
}

}  // namespace
}  // namespace baton::transport
