// SPDX-License-Identifier: BSD-3-Clause
// The simulated network: it does what its faults say, the same way each time.
#include "transport/sim/sim.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "transport/contract.hpp"
#include "transport/wires.hpp"

namespace baton::transport {
namespace {

using contract::Checker;
using contract::fill;
using contract::header_of;

/// Sends 200 frames from 0 to 1 while both poll in turn; which poll brought how many.
std::vector<std::uint64_t> history(SimFaults faults, std::uint64_t& resets) {
  const auto network = std::make_shared<SimNetwork>(2, faults);
  Sim zero(network, 0);
  Sim one(network, 1);
  Checker sinks[2];
  std::vector<std::uint64_t> arrived;
  std::uint64_t sent = 0;
  for (int turn = 0; turn < 20000 && sinks[1].frames < 200; ++turn) {
    if (sent < 200) {
      if (const Slot slot = zero.claim(1, 100, Lane::ordered)) {
        fill(slot.payload, 0, Lane::ordered, sent, 100);
        zero.commit(1, header_of(Lane::ordered, sent++), 100, Lane::ordered);
      }
    }
    zero.poll(sinks[0]);
    one.poll(sinks[1]);
    arrived.push_back(sinks[1].frames);
  }
  EXPECT_EQ(sinks[1].frames, 200U);
  resets = network->resets();
  return arrived;
}

TEST(Sim, repeats_itself_for_a_seed_and_differs_for_another) {
  SimFaults faults;
  faults.reset = 20;
  std::uint64_t resets = 0;
  const auto first = history(faults, resets);
  EXPECT_GT(resets, 0U);
  EXPECT_EQ(history(faults, resets), first);
  faults.seed = 2;
  EXPECT_NE(history(faults, resets), first);
}

TEST(Sim, a_killed_rank_is_lost_after_a_part_of_what_it_sent_and_large_sends_to_it_end) {
  const auto network = std::make_shared<SimNetwork>(2, SimFaults{});
  Sim zero(network, 0);
  Sim one(network, 1);
  Checker sink;
  std::vector<std::byte> large(100000);
  Post post = Post::retry;
  while (post == Post::retry) post = zero.send_large(1, header_of(Lane::bulk, 0), large, 77);
  ASSERT_EQ(post, Post::posted);
  EXPECT_FALSE(zero.idle());
  std::uint64_t sent = 0;
  while (sent < 40) {
    if (const Slot slot = one.claim(0, 10, Lane::ordered)) {
      fill(slot.payload, 1, Lane::ordered, sent, 10);
      one.commit(0, header_of(Lane::ordered, sent++), 10, Lane::ordered);
    }
  }
  network->kill(1);
  for (int i = 0; i < 1000 && sink.losses.empty(); ++i) zero.poll(sink);
  EXPECT_TRUE(sink.losses.contains(1));
  EXPECT_LE(sink.frames, 40U);
  EXPECT_EQ(sink.tokens[77], 1);
  EXPECT_TRUE(zero.idle());
}

TEST(Sim, carries_everything_of_wires_that_are_opened_with_it) {
  const auto network = std::make_shared<SimNetwork>(2, SimFaults{});
  std::vector<std::unique_ptr<Wires>> ranks;
  for (PeerId i = 0; i < 2; ++i) {
    Wires::Options options;
    options.self = i;
    options.size = 2;
    options.sim = network;
    auto wires = Wires::open(std::move(options));
    ASSERT_TRUE(wires);
    ranks.push_back(std::move(*wires));
  }
  EXPECT_STREQ(ranks[0]->route_name(1), "sim");
  Checker sinks[2];
  std::uint64_t sent = 0;
  for (int turn = 0; turn < 5000 && sinks[1].frames < 20; ++turn) {
    if (sent < 20) {
      if (const Slot slot = ranks[0]->claim(1, 9, Lane::ordered)) {
        fill(slot.payload, 0, Lane::ordered, sent, 9);
        ranks[0]->commit(1, header_of(Lane::ordered, sent++), 9, Lane::ordered);
      }
    }
    for (std::size_t i = 0; i < 2; ++i) ranks[i]->poll(sinks[i]);
  }
  EXPECT_EQ(sinks[1].frames, 20U);
}

}  // namespace
}  // namespace baton::transport
