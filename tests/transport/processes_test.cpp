// SPDX-License-Identifier: BSD-3-Clause
// Waking between real processes, more of them than cores: whoever finds nothing sleeps at once, in shared memory and
// over tcp at the same time. Each sleep that its bound ends although there is something is counted; the count must be
// 0. Not here: ranks as threads (sleep_test.cpp), the engine (tests/p2p/waking_test.cpp).
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include "transport/contract.hpp"
#include "transport/wires.hpp"

namespace baton::transport {
namespace {

using contract::Checker;
using contract::fill;
using contract::header_of;

constexpr PeerId most_ranks = 8;
/// Shorter than the period at which tcp looks for silent hosts, which would hide what is wrong.
constexpr std::int64_t bound_ns = 1'000'000'000;

/// What the processes share beside the transports.
struct Board {
  std::array<std::array<char, 1024>, most_ranks> cards;
  std::atomic<std::uint32_t> ready, done;
  std::atomic<std::uint32_t> unheard;  // sleeps that the bound ended although there was something
  std::atomic<std::uint32_t> wrong;
};

struct Plan {
  PeerId ranks;
  PeerId ranks_per_host;
  std::uint64_t frames;  // from each rank to each other
};

/// One process: sends to everybody in turn, as room allows, and takes what comes. The exit status says nothing; the
/// board does.
void run(PeerId self, const Plan& plan, Board& board) {
  Wires::Options options;
  options.self = self;
  options.size = plan.ranks;
  options.job_id = "processes";
  for (PeerId other = 0; other < plan.ranks; ++other) {
    if (other / plan.ranks_per_host == self / plan.ranks_per_host) options.local_ranks.push_back(other);
  }
  options.directory = [&](PeerId peer) -> Result<std::string> { return std::string(board.cards[peer].data()); };
  options.mode = "auto";
  auto opened = Wires::open(std::move(options));
  const std::string card = opened ? (*opened)->card() : std::string();
  if (!opened || card.size() >= board.cards[self].size()) {
    ++board.wrong;
    return;
  }
  Wires& wires = **opened;
  std::memcpy(board.cards[self].data(), card.data(), card.size());
  ++board.ready;
  while (board.ready < plan.ranks && board.wrong == 0) ::sched_yield();

  Checker sink;
  std::array<std::uint64_t, most_ranks> sent{};
  const std::uint64_t whole = plan.frames * (plan.ranks - 1);
  std::uint64_t left = whole;
  bool expired = false;
  while ((left != 0 || sink.frames < whole) && board.unheard == 0 && board.wrong == 0) {
    bool moved = false;
    for (PeerId step = 1; step < plan.ranks; ++step) {
      const PeerId to = (self + step) % plan.ranks;
      // A flood of small frames, with long ones among them, so that the rings fill.
      for (int burst = 0; burst < 20 && sent[to] < plan.frames; ++burst) {
        const std::size_t bytes = sent[to] % 16 == 15 ? 9'000 : sent[to] % 60;
        const Slot slot = wires.claim(to, bytes, Lane::ordered);
        if (!slot) break;
        fill(slot.payload, self, Lane::ordered, sent[to], bytes);
        wires.commit(to, header_of(Lane::ordered, sent[to]), bytes, Lane::ordered);
        ++sent[to];
        --left;
        moved = true;
      }
    }
    moved |= wires.poll(sink);
    if (moved) {
      if (expired) ++board.unheard;
      expired = false;
    } else {
      expired = !wires.wait(bound_ns);
    }
  }
  if (testing::Test::HasFailure()) ++board.wrong;
  // Nobody leaves while others still take what it has sent by tcp.
  for (int i = 0; i < 3; ++i) (void)wires.poll(sink);
  ++board.done;
  while (board.done < plan.ranks && board.wrong == 0 && board.unheard == 0) {
    (void)wires.poll(sink);
    ::sched_yield();
  }
}

class Processes : public testing::TestWithParam<Plan> {};

TEST_P(Processes, lose_no_wake_up) {
  const Plan plan = GetParam();
  void* const memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(memory, MAP_FAILED);
  Board& board = *new (memory) Board{};
  std::array<pid_t, most_ranks> children{};
  for (PeerId rank = 0; rank < plan.ranks; ++rank) {
    children[rank] = ::fork();
    ASSERT_GE(children[rank], 0);
    if (children[rank] == 0) {
      run(rank, plan, board);
      ::_exit(0);
    }
  }
  for (PeerId rank = 0; rank < plan.ranks; ++rank) {
    int status = 0;
    ASSERT_EQ(::waitpid(children[rank], &status, 0), children[rank]);
    EXPECT_EQ(status, 0) << "rank " << rank;
    if (status != 0) ++board.wrong;  // lets the others end
  }
  EXPECT_EQ(board.unheard, 0U);
  EXPECT_EQ(board.wrong, 0U);
  ::munmap(memory, sizeof(Board));
}

INSTANTIATE_TEST_SUITE_P(Plans, Processes,
                         testing::Values(Plan{2, 2, 4000}, Plan{8, 8, 600}, Plan{2, 1, 2000}, Plan{6, 3, 500}),
                         [](const auto& which) {
                           return std::to_string(which.param.ranks) + "_ranks_" +
                                  std::to_string(which.param.ranks_per_host) + "_a_host";
                         });

}  // namespace
}  // namespace baton::transport
