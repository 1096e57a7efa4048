// SPDX-License-Identifier: BSD-3-Clause
// Messages from and to pinned buffers: that they arrive whole whichever side can see the other's buffer, that no side
// waits for one that is busy, and what becomes of them when a rank is lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <latch>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/text.hpp"
#include "bootstrap/in_process.hpp"
#include "datatype/constructors.hpp"
#include "memory/pool.hpp"
#include "p2p/arguments.hpp"
#include "support/world.hpp"

namespace baton {
namespace {

using communicator::Communicator;
using p2p::Engine;
using p2p::Request;
using runtime::Runtime;
using tests::from;
using tests::pattern;
using tests::to;

/// A pool for each rank, as in processes.
class Pools {
 public:
  explicit Pools(std::size_t ranks) {
    for (std::size_t i = 0; i < ranks; ++i) {
      memory::PoolOptions options;
      options.window.bytes = std::size_t{256} << 20;
      options.window.lock = false;
      options.keep_bytes = 0;
      pools_.push_back(std::make_unique<memory::Pool>(std::move(options)));
      all_.push_back(pools_.back().get());
    }
  }
  [[nodiscard]] const std::vector<memory::Pool*>& all() const { return all_; }
  memory::Pool& operator[](std::int32_t rank) { return *all_[static_cast<std::size_t>(rank)]; }

 private:
  std::vector<std::unique_ptr<memory::Pool>> pools_;
  std::vector<memory::Pool*> all_;
};

/// Bytes in a pool, or on the heap.
class Buffer {
 public:
  Buffer(memory::Pool* pool, const std::vector<unsigned char>& content) : pool_(pool), size_(content.size()) {
    if (pool_ == nullptr) {
      heap_ = content;
      data_ = heap_.data();
      return;
    }
    auto memory = pool_->allocate(size_);
    EXPECT_TRUE(memory);
    data_ = static_cast<unsigned char*>(*memory);
    if (size_ != 0) std::memcpy(data_, content.data(), size_);
  }
  ~Buffer() { EXPECT_TRUE(pool_ == nullptr || pool_->deallocate(data_)); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  [[nodiscard]] unsigned char* data() { return data_; }
  [[nodiscard]] std::vector<unsigned char> content() const { return {data_, data_ + size_}; }

 private:
  memory::Pool* pool_;
  std::size_t size_;
  std::vector<unsigned char> heap_;
  unsigned char* data_ = nullptr;
};

class PinnedMessages : public ::testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] static bool shared() { return GetParam() == std::string("shm"); }
};

TEST_P(PinnedMessages, arrive_whole_whichever_side_is_pinned) {
  Pools pools(2);
  const auto body = [&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const Engine::Guard guard(engine);
    std::uint64_t pinned_long = 0;
    for (const std::size_t bytes : {0, 1, 5'000, 20'000, 65'536, 131'072, 300'001, 1 << 20, (4 << 20) + 1}) {
      for (int kind = 0; kind < 4; ++kind) {
        const bool from_pool = (kind & 1) != 0;
        const bool into_pool = (kind & 2) != 0;
        for (const bool cut : {false, true}) {
          const std::size_t room = cut ? bytes / 2 : bytes;
          const auto sent = pattern(bytes, static_cast<unsigned>(kind));
          Request request;
          if (world.rank() == 0) {
            Buffer buffer(from_pool ? &pools[0] : nullptr, sent);
            engine.send(request, to(world, 1, kind, buffer.data(), bytes));
            engine.wait(request);
            EXPECT_TRUE(request.outcome().error.ok());
            EXPECT_EQ(buffer.content(), sent);
          } else {
            Buffer buffer(into_pool ? &pools[1] : nullptr, std::vector<unsigned char>(room));
            engine.receive(request, from(world, 0, kind, buffer.data(), room));
            engine.wait(request);
            EXPECT_EQ(request.outcome().error.code, cut && bytes != 0 ? Code::truncated : Code::ok);
            EXPECT_EQ(request.outcome().bytes, static_cast<std::int64_t>(room));
            EXPECT_TRUE(std::equal(sent.begin(), sent.begin() + static_cast<std::ptrdiff_t>(room), buffer.data()));
          }
          if ((from_pool || into_pool) && bytes > 16'384) ++pinned_long;
        }
      }
    }
    // Each of them was ended by one side.
    std::uint64_t ended = engine.counters().mapped;
    std::uint64_t other = 0;
    Request out;
    Request in;
    engine.receive(in, from(world, 1 - world.rank(), 99, &other, sizeof other));
    engine.send(out, to(world, 1 - world.rank(), 99, &ended, sizeof ended));
    engine.wait(in);
    engine.wait(out);
    EXPECT_EQ(ended + other, shared() ? pinned_long : 0);
  };
  tests::run_world(2, GetParam(), false, body, 0, false, pools.all());
}

TEST_P(PinnedMessages, are_packed_and_unpacked_where_they_have_gaps) {
  Pools pools(2);
  const auto body = [&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const Engine::Guard guard(engine);
    constexpr std::size_t count = 100'000;
    const auto gaps = datatype::vector(count, 3, 8, tests::byte());
    ASSERT_TRUE(gaps && (*gaps)->commit());
    for (int kind = 0; kind < 4; ++kind) {
      const bool gaps_sent = (kind & 1) != 0;
      const bool gaps_received = (kind & 2) != 0;
      const auto spread = pattern(8 * count, 3);
      std::vector<unsigned char> dense;
      for (std::size_t i = 0; i < count; ++i) dense.insert(dense.end(), &spread[8 * i], &spread[8 * i] + 3);
      Request request;
      if (world.rank() == 0) {
        Buffer buffer(&pools[0], gaps_sent ? spread : dense);
        auto args = to(world, 1, kind, buffer.data(), dense.size());
        if (gaps_sent) args.count = 1, args.type = gaps.operator->()->get();
        engine.send(request, args);
        engine.wait(request);
      } else {
        Buffer buffer(&pools[1], std::vector<unsigned char>(gaps_received ? spread.size() : dense.size()));
        auto args = from(world, 0, kind, buffer.data(), dense.size());
        if (gaps_received) args.count = 1, args.type = gaps.operator->()->get();
        engine.receive(request, args);
        engine.wait(request);
        auto expected = dense;
        if (gaps_received) {
          expected.assign(spread.size(), 0);
          for (std::size_t i = 0; i < count; ++i) std::copy_n(&dense[3 * i], 3, &expected[8 * i]);
        }
        EXPECT_EQ(buffer.content(), expected) << kind;
      }
    }
  };
  tests::run_world(2, GetParam(), false, body, 0, false, pools.all());
}

TEST_P(PinnedMessages, of_many_sizes_cross_in_both_directions) {
  Pools pools(3);
  const auto body = [&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const Engine::Guard guard(engine);
    std::mt19937 random(11);  // the same on all ranks
    constexpr int messages = 120;
    struct Message {
      std::int32_t source, target;
      std::size_t bytes;
      bool from_pool, into_pool;
    };
    std::vector<Message> plan;
    for (int i = 0; i < messages; ++i) {
      const auto source = static_cast<std::int32_t>(random() % 3);
      const auto target = static_cast<std::int32_t>((source + 1 + static_cast<std::int32_t>(random() % 2)) % 3);
      plan.push_back(
          {source, target, random() % (std::size_t{1} << (10 + random() % 11)), random() % 2 == 0, random() % 2 == 0});
    }
    std::vector<std::unique_ptr<Buffer>> buffers(messages);
    std::vector<Request> requests(messages);
    for (int i = 0; i < messages; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const Message& m = plan[at];
      memory::Pool* const pool = &pools[world.rank()];
      if (world.rank() == m.source) {
        buffers[at] =
            std::make_unique<Buffer>(m.from_pool ? pool : nullptr, pattern(m.bytes, static_cast<unsigned>(i)));
        engine.send(requests[at], to(world, m.target, i % 3, buffers[at]->data(), m.bytes));
      } else if (world.rank() == m.target) {
        buffers[at] = std::make_unique<Buffer>(m.into_pool ? pool : nullptr, std::vector<unsigned char>(m.bytes));
        engine.receive(requests[at], from(world, m.source, i % 3, buffers[at]->data(), m.bytes));
      }
    }
    for (int i = 0; i < messages; ++i) {
      const auto at = static_cast<std::size_t>(i);
      if (buffers[at] == nullptr) continue;
      engine.wait(requests[at]);
      EXPECT_TRUE(requests[at].outcome().error.ok());
      EXPECT_EQ(buffers[at]->content(), pattern(plan[at].bytes, static_cast<unsigned>(i))) << i;
    }
  };
  tests::run_world(3, GetParam(), false, body, 0, false, pools.all());
}

TEST(PinnedMessage, is_copied_by_the_receiver_when_the_sender_is_busy) {
  Pools pools(2);
  std::latch received(1);
  const auto body = [&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const Engine::Guard guard(engine);
    constexpr std::size_t bytes = 3'000'000;
    Request request;
    if (world.rank() == 0) {
      Buffer buffer(&pools[0], pattern(bytes, 1));
      engine.send(request, to(world, 1, 0, buffer.data(), bytes));
      received.wait();
      engine.wait(request);
      EXPECT_EQ(engine.counters().mapped, 0u);
    } else {
      Buffer buffer(&pools[1], std::vector<unsigned char>(bytes));
      engine.receive(request, from(world, 0, 0, buffer.data(), bytes));
      engine.wait(request);
      EXPECT_EQ(buffer.content(), pattern(bytes, 1));
      EXPECT_EQ(engine.counters().mapped, 1u);
      received.count_down();
    }
  };
  tests::run_world(2, "shm", false, body, 0, false, pools.all());
}

TEST(PinnedMessage, is_copied_by_the_sender_when_the_receiver_is_busy) {
  Pools pools(2);
  std::latch sent(1);
  const auto body = [&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const Engine::Guard guard(engine);
    constexpr std::size_t bytes = 20'000'000;
    Request request;
    if (world.rank() == 0) {
      Buffer buffer(&pools[0], pattern(bytes, 1));
      engine.send(request, to(world, 1, 0, buffer.data(), bytes));
      engine.wait(request);
      sent.count_down();
    } else {
      Buffer buffer(&pools[1], std::vector<unsigned char>(bytes));
      engine.receive(request, from(world, 0, 0, buffer.data(), bytes));
      while (engine.counters().received == 0) (void)engine.progress();
      EXPECT_FALSE(request.complete());
      sent.wait();
      engine.wait(request);
      EXPECT_EQ(buffer.content(), pattern(bytes, 1));
    }
  };
  tests::run_world(2, "shm", false, body, 0, false, pools.all());
}

TEST(PinnedMessage, whose_buffer_was_freed_and_used_again_is_the_new_one) {
  Pools pools(2);
  const auto body = [&](Runtime& runtime, Communicator& world) {
    Engine& engine = runtime.engine();
    const Engine::Guard guard(engine);
    for (unsigned round = 0; round < 20; ++round) {
      const std::size_t bytes = round % 2 == 0 ? 3'000'000 : 200'000;
      Request request;
      if (world.rank() == 0) {
        Buffer buffer(&pools[0], pattern(bytes, round));
        engine.send(request, to(world, 1, 0, buffer.data(), bytes));
        engine.wait(request);
      } else {
        Buffer buffer(&pools[1], std::vector<unsigned char>(bytes));
        engine.receive(request, from(world, 0, 0, buffer.data(), bytes));
        engine.wait(request);
        ASSERT_EQ(buffer.content(), pattern(bytes, round)) << round;
      }
    }
    EXPECT_EQ(pools[world.rank()].figures().committed_bytes, 0u) << "freed memory is given back";
  };
  tests::run_world(2, "shm", false, body, 0, false, pools.all());
}

TEST(PinnedMessage, half_copied_when_its_sender_is_lost_fails) {
  // The job does not end in order here, so the ranks are made by hand.
  Pools pools(2);
  bootstrap::InProcessJob job(2);
  std::latch over(1);
  const auto body = [&](std::uint32_t rank) {
    runtime::Options options;
    options.transport = "shm";
    options.bootstrap = job.connect(rank);
    options.pool = &pools[static_cast<std::int32_t>(rank)];
    auto started = Runtime::start(std::move(options));
    ASSERT_TRUE(started) << started.error().what;
    auto world = (*started)->make_world(0);
    ASSERT_TRUE(world) << world.error().what;
    Engine& engine = (*started)->engine();
    const Engine::Guard guard(engine);
    constexpr std::size_t bytes = 20'000'000;
    Request request;
    Buffer buffer(&pools[static_cast<std::int32_t>(rank)], pattern(bytes, rank));
    if (rank == 0) {
      engine.send(request, to(**world, 1, 1, buffer.data(), bytes));
      over.wait();
      engine.declare_lost(1, make_error(Code::peer_lost, "the test is over"));
      EXPECT_TRUE(request.complete());
      return;
    }
    engine.receive(request, from(**world, 0, 1, buffer.data(), bytes));
    while (engine.counters().received == 0) (void)engine.progress();
    EXPECT_FALSE(request.complete());
    engine.declare_lost(0, make_error(Code::peer_lost, "killed by the test"));
    EXPECT_TRUE(request.complete());
    EXPECT_EQ(request.outcome().error.code, Code::peer_lost);
    for (int turn = 0; turn < 100; ++turn) (void)engine.progress();
    over.count_down();
  };
  std::thread first(body, 0);
  std::thread second(body, 1);
  first.join();
  second.join();
}

INSTANTIATE_TEST_SUITE_P(Transports, PinnedMessages, ::testing::Values("shm", "tcp"));

}  // namespace
}  // namespace baton
