// SPDX-License-Identifier: BSD-3-Clause
// A job in one process: each rank is a thread with a Runtime of its own, joined by real transports.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "bootstrap/in_process.hpp"
#include "runtime/runtime.hpp"

namespace baton::tests {

/// Runs `body` on every rank and ends the job in order. A failure to start or to end fails the test. The first
/// `ranks_per_host` ranks are told to be on one host, the next on another, ... (0: all on one). `pools`: of pinned
/// buffers, one a rank.
inline void run_world(std::uint32_t size, const std::string& transport, bool threaded,
                      const std::function<void(runtime::Runtime&, communicator::Communicator&)>& body,
                      std::uint32_t ranks_per_host = 0, bool progress_thread = false,
                      const std::vector<memory::Pool*>& pools = {}) {
  bootstrap::InProcessJob job(size, ranks_per_host);
  std::vector<std::thread> ranks;
  for (std::uint32_t rank = 0; rank < size; ++rank) {
    ranks.emplace_back([&, rank] {
      runtime::Options options;
      options.threaded = threaded;
      options.progress_thread = progress_thread;
      options.transport = transport;
      if (!pools.empty()) options.pool = pools[rank];
      options.bootstrap = job.connect(rank);
      auto started = runtime::Runtime::start(std::move(options));
      ASSERT_TRUE(started) << started.error().what;
      runtime::Runtime& runtime = **started;
      {
        auto world = runtime.make_world(0);
        ASSERT_TRUE(world) << world.error().what;
        body(runtime, **world);
      }
      const Status left = runtime.finalize();
      EXPECT_TRUE(left) << left.error().what;
    });
  }
  for (auto& rank : ranks) rank.join();
}

}  // namespace baton::tests
