// SPDX-License-Identifier: BSD-3-Clause
// What a rank of a large job keeps of ranks that it never talks to. Counted is what malloc has handed out and what the
// process has mapped for itself, not what happens to be resident.
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "bootstrap/in_process.hpp"
#include "p2p/arguments.hpp"
#include "runtime/runtime.hpp"

namespace baton {
namespace {

constexpr std::uint32_t ranks_a_host = 128;

/// Bytes that are this process's own.
struct Memory {
  std::int64_t heap = 0;
  std::int64_t data = 0;  // mapped, private and writable

  static Memory now() {
    const auto info = mallinfo2();
    Memory memory{static_cast<std::int64_t>(info.uordblks + info.hblkhd), 0};
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
      long kib = 0;
      if (std::sscanf(line.c_str(), "VmData: %ld", &kib) == 1) memory.data = std::int64_t{1024} * kib;
    }
    return memory;
  }
};

/// What a rank of a job of this size keeps once it has started and talked to itself.
Memory kept(std::uint32_t size) {
  bootstrap::InProcessJob job(size, ranks_a_host);
  auto connected = job.connect(size / 2);
  const Memory before = Memory::now();
  runtime::Options options;
  options.transport = "auto";
  options.bootstrap = std::move(connected);
  auto started = runtime::Runtime::start(std::move(options));
  EXPECT_TRUE(started) << started.error().what;
  runtime::Runtime& runtime = **started;
  std::vector<communicator::Ref> communicators;
  for (std::uint64_t use = 0; use < 4; ++use) {
    auto world = runtime.make_world(use);
    EXPECT_TRUE(world);
    communicators.push_back(std::move(*world));
  }
  {
    communicator::Communicator& world = *communicators[0];
    p2p::Engine& engine = runtime.engine();
    const p2p::Engine::Guard guard(engine);
    const int sent = 42;
    int got = 0;
    p2p::Request out;
    p2p::Request in;
    engine.receive(in, tests::from(world, world.rank(), 1, &got, sizeof got));
    engine.send(out, tests::to(world, world.rank(), 1, &sent, sizeof sent));
    engine.wait(in);
    engine.wait(out);
    EXPECT_EQ(got, sent);
  }
  const Memory after = Memory::now();
  communicators.clear();
  return {after.heap - before.heap, after.data - before.data};  // the others never come: it leaves without goodbye
}

TEST(ARankOfALargeJob, keeps_next_to_nothing_of_ranks_that_it_never_talks_to) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "the sanitizer's allocator does not tell what it has handed out";
#endif
  constexpr std::uint32_t large = 100'000;
  const Memory small = kept(ranks_a_host);
  const Memory all = kept(large);
  constexpr double peers = large - ranks_a_host;
  const double heap = static_cast<double>(all.heap - small.heap) / peers;
  const double data = static_cast<double>(all.data - small.data) / peers;
  RecordProperty("heap_bytes_a_peer", std::to_string(heap));
  std::printf("%.1f bytes of heap and %.1f bytes mapped for each rank never talked to\n", heap, data);
  EXPECT_GT(heap, 1) << "not even a table entry: is this measured?";
  EXPECT_LT(heap, 64);
  EXPECT_LT(data, 64);
}

}  // namespace
}  // namespace baton
