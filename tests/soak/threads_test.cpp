// SPDX-License-Identifier: BSD-3-Clause
// The soak among threads of one process, each a rank with an engine, transports and pinned buffers of its own: what
// ThreadSanitizer can look at.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <ostream>
#include <utility>
#include <vector>

#include "datatype/constructors.hpp"
#include "memory/pool.hpp"
#include "p2p/arguments.hpp"
#include "p2p/at_once.hpp"
#include "soak/rank.hpp"
#include "support/world.hpp"

namespace baton {
namespace {

using p2p::Engine;

datatype::TypeRef make_type(const soak::Element& element) {
  using Made = soak::Element::Made;
  const datatype::Datatype& byte = tests::byte();
  std::vector<std::int64_t> lengths;
  std::vector<std::int64_t> at;
  for (const soak::Run& run : element.runs) {
    lengths.push_back(run.bytes);
    at.push_back(run.at);
  }
  const auto count = static_cast<std::int64_t>(at.size());
  const auto value = [](Result<datatype::TypeRef> made) {
    EXPECT_TRUE(made);
    return std::move(*made);
  };
  datatype::TypeRef type;
  switch (element.made) {
    case Made::bytes: return datatype::TypeRef(byte);
    case Made::vector: type = value(datatype::vector(count, lengths[0], at[1], byte)); break;
    case Made::hvector: type = value(datatype::hvector(count, lengths[0], at[1], byte)); break;
    case Made::indexed: type = value(datatype::indexed(lengths, at, byte)); break;
    case Made::structure: {
      std::vector<datatype::TypeRef> parts;
      std::vector<const datatype::Datatype*> pointers;
      for (const std::int64_t length : lengths) parts.push_back(value(datatype::contiguous(length, byte)));
      for (const datatype::TypeRef& part : parts) pointers.push_back(part.get());
      type = value(datatype::create_struct(std::vector<std::int64_t>(lengths.size(), 1), at, pointers));
      break;
    }
    case Made::hindexed: type = value(datatype::hindexed(lengths, at, byte)); break;
    case Made::descending: type = value(datatype::contiguous(lengths[0], byte)); break;
  }
  if (element.made >= Made::structure) type = value(datatype::resized(*type, element.lb, element.extent));
  EXPECT_TRUE(type->commit());
  return type;
}

/// The calls of a soak on an engine.
class Threads {
 public:
  using Request = std::unique_ptr<p2p::Request>;
  using Probed = p2p::UnexpectedMessage*;
  enum class Exchange : std::uint8_t { both, last = both };

  Threads(runtime::Runtime& runtime, soak::Report& report, memory::Pool& pool)
      : engine_(runtime.engine()), report_(report), pool_(pool) {
    for (std::uint64_t use = 1; use <= soak::lanes + 1; ++use) {
      auto world = runtime.make_world(use);
      EXPECT_TRUE(world);
      lanes_.push_back(std::move(*world));
    }
    barriers_.resize(soak::lanes);
    for (const soak::Element& element : soak::elements()) types_.push_back(make_type(element));
  }

  [[nodiscard]] int rank() const { return lanes_[0]->rank(); }

  unsigned char* allocate(std::size_t bytes, bool pinned) {
    if (!pinned) return new unsigned char[bytes];
    auto memory = pool_.allocate(bytes);
    EXPECT_TRUE(memory);
    return static_cast<unsigned char*>(*memory);
  }
  void release(unsigned char* memory, bool pinned) {
    if (pinned) {
      EXPECT_TRUE(pool_.deallocate(memory));
    } else {
      delete[] memory;
    }
  }

  void send(soak::Mode mode, int lane, const void* at, std::int64_t count, std::uint8_t element, int dest, int tag) {
    const Engine::Guard guard(engine_);
    const p2p::SendArgs args = send_args(mode, lane, at, count, element, dest, tag);
    if (mode != soak::Mode::ssend && at_once(args)) return;
    auto request = std::make_unique<p2p::Request>();
    engine_.send(*request, args);
    if (mode == soak::Mode::bsend) {  // does not wait; there is no attached buffer at this floor
      left_.push_back(std::move(request));
      return;
    }
    (void)finish(*request);
  }
  Request start_send(soak::Mode mode, int lane, const void* at, std::int64_t count, std::uint8_t element, int dest,
                     int tag) {
    const Engine::Guard guard(engine_);
    auto request = std::make_unique<p2p::Request>();
    const p2p::SendArgs args = send_args(mode, lane, at, count, element, dest, tag);
    if (args.mode != p2p::SendMode::standard || !at_once(args)) {
      engine_.send(*request, args);
      return request;
    }
    return nullptr;
  }
  Request start_receive(int lane, void* at, std::int64_t count, std::uint8_t element, const soak::Wish& wish) {
    const Engine::Guard guard(engine_);
    auto request = std::make_unique<p2p::Request>();
    engine_.receive(*request, receive_args(lane, at, count, element, wish));
    return request;
  }
  soak::Answer receive(int lane, void* at, std::int64_t count, std::uint8_t element, const soak::Wish& wish) {
    const Engine::Guard guard(engine_);
    const p2p::ReceiveArgs args = receive_args(lane, at, count, element, wish);
    p2p::ProbeResult seen;
    if (engine_.try_receive(args, seen) == Post::done) return {seen.source, seen.tag, seen.bytes, false};
    p2p::Request request;
    engine_.receive(request, args);
    return finish(request);
  }
  soak::Answer probe(int lane, const soak::Wish& wish) {
    const Engine::Guard guard(engine_);
    const auto args = receive_args(lane, nullptr, 0, 0, wish);
    p2p::ProbeResult seen;
    engine_.wait_until([&] {
      const auto there = engine_.probe(args.wish, args.peer, seen);
      EXPECT_TRUE(there);
      return !there || *there.operator->();
    });
    return {seen.source, seen.tag, seen.bytes, false};
  }
  std::pair<Probed, soak::Answer> matched_probe(int lane, const soak::Wish& wish, bool polls) {
    const Engine::Guard guard(engine_);
    const auto args = receive_args(lane, nullptr, 0, 0, wish);
    p2p::ProbeResult seen;
    Probed message = nullptr;
    const auto look = [&] {
      const auto there = engine_.matched_probe(args.wish, args.peer, seen, &message);
      EXPECT_TRUE(there);
      return !there || *there.operator->();
    };
    if (polls) {
      while (!look()) (void)engine_.poll();
    } else {
      engine_.wait_until(look);
    }
    return {message, {seen.source, seen.tag, seen.bytes, false}};
  }
  soak::Answer receive_matched(Probed message, void* at, std::int64_t count, std::uint8_t element) {
    const Engine::Guard guard(engine_);
    p2p::Request request;
    engine_.receive_matched(request, message, receive_args(0, at, count, element, {}));
    return finish(request);
  }
  soak::Answer cancel(Request& request) {
    const Engine::Guard guard(engine_);
    engine_.cancel(*request);
    return finish(*request);
  }
  void poll() {
    const Engine::Guard guard(engine_);
    (void)engine_.poll();
  }
  void complete(std::vector<Request>& requests, std::vector<soak::Answer>& answers, soak::Dice& dice) {
    const Engine::Guard guard(engine_);
    if (dice.chance(50)) {
      engine_.wait_until([&] {
        return std::all_of(requests.begin(), requests.end(),
                           [](const Request& request) { return request == nullptr || request->complete(); });
      });
    }
    for (std::size_t i = requests.size(); i-- > 0;) {
      if (requests[i] != nullptr) answers[i] = finish(*requests[i]);
    }
    for (const Request& request : left_) (void)finish(*request);
    left_.clear();
  }
  void exchange(Exchange, unsigned char* from, unsigned char* to, std::int64_t bytes, int dest, int source) {
    const Engine::Guard guard(engine_);
    communicator::Communicator& world = *lanes_[soak::lanes];
    p2p::Request in;
    p2p::Request out;
    engine_.receive(in, tests::from(world, source, 1, to, static_cast<std::size_t>(bytes)));
    engine_.send(out, tests::to(world, dest, 1, from, static_cast<std::size_t>(bytes)));
    (void)finish(in);
    (void)finish(out);
  }
  void start_barrier(int lane) {
    const Engine::Guard guard(engine_);
    communicator::Communicator& world = *lanes_[soak::lanes];
    for (int peer = 0; peer < world.size(); ++peer) {
      for (const bool in : {true, false}) {
        barriers_[lane].push_back(std::make_unique<p2p::Request>());
        p2p::Request& request = *barriers_[lane].back();
        if (in)
          engine_.receive(request, tests::from(world, peer, 100 + lane, nullptr, 0));
        else
          engine_.send(request, tests::to(world, peer, 100 + lane, nullptr, 0));
      }
    }
  }
  void finish_barrier(int lane) {
    const Engine::Guard guard(engine_);
    for (const Request& request : barriers_[lane]) (void)finish(*request);
    barriers_[lane].clear();
  }

 private:
  p2p::SendArgs send_args(soak::Mode mode, int lane, const void* at, std::int64_t count, std::uint8_t element, int dest,
                          int tag) {
    communicator::Communicator& world = *lanes_[lane];
    const bool synchronous = mode == soak::Mode::issend || mode == soak::Mode::ssend;
    return {at,
            count,
            types_[element].get(),
            world.peer(dest),
            {world.context(), world.rank(), tag},
            synchronous ? p2p::SendMode::synchronous : p2p::SendMode::standard};
  }
  p2p::ReceiveArgs receive_args(int lane, void* at, std::int64_t count, std::uint8_t element, const soak::Wish& wish) {
    communicator::Communicator& world = *lanes_[lane];
    return {at,
            count,
            types_[element].get(),
            wish.source == soak::any ? p2p::any_peer : world.peer(wish.source),
            {world.context(), wish.source, wish.tag == soak::any ? matching::any_tag : wish.tag}};
  }
  bool at_once(const p2p::SendArgs& args) {
    return (args.peer == engine_.self() ? engine_.try_send_to_self(args) : engine_.try_send(args)) == Post::done;
  }
  soak::Answer finish(p2p::Request& request) {
    engine_.wait(request);
    const p2p::Outcome& outcome = request.outcome();
    if (!outcome.error.ok()) report_.fail(report_.doing + ": " + outcome.error.what);
    return {outcome.source, outcome.tag, outcome.bytes, outcome.cancelled};
  }

  Engine& engine_;
  soak::Report& report_;
  memory::Pool& pool_;
  std::vector<communicator::Ref> lanes_;  // the last: for exchanges and barriers
  std::vector<std::vector<Request>> barriers_;
  std::vector<Request> left_;
  std::vector<datatype::TypeRef> types_;  // by element
};

struct Way {
  const char* name;
  const char* transport;
  std::uint32_t ranks_per_host;
  bool progress_thread;
};
std::ostream& operator<<(std::ostream& out, const Way& way) { return out << way.name; }

class Soak : public ::testing::TestWithParam<Way> {};

TEST_P(Soak, every_byte_of_random_messages_is_right) {
  constexpr std::uint32_t ranks = 4;
  constexpr std::uint32_t rounds = 60;
  const Way& way = GetParam();
  std::vector<std::unique_ptr<memory::Pool>> pools;
  std::vector<memory::Pool*> all;
  for (std::uint32_t rank = 0; rank < ranks; ++rank) {
    memory::PoolOptions options;
    options.window.bytes = std::size_t{512} << 20;
    options.window.lock = false;
    options.keep_bytes = std::size_t{4} << 20;
    pools.push_back(std::make_unique<memory::Pool>(std::move(options)));
    all.push_back(pools.back().get());
  }
  soak::Settings settings;
  settings.seed = 7;
  settings.ranks = ranks;
  settings.longest = std::int64_t{1} << 20;
  const soak::Plan plan(settings);
  (void)soak::elements();
  tests::run_world(
      ranks, way.transport, false,
      [&](runtime::Runtime& runtime, communicator::Communicator& world) {
        soak::Report report;
        Threads port(runtime, report, *all[static_cast<std::size_t>(world.rank())]);
        soak::Rank rank(port, plan, report);
        for (std::uint32_t round = 0; round < rounds; ++round) rank.round(round);
        rank.end(rounds);
        EXPECT_EQ(report.failures, 0U);
        EXPECT_EQ(report.rounds, rounds);
        EXPECT_GT(report.messages, 100U);
        EXPECT_GT(report.probed, 10U);
        EXPECT_GT(report.cancelled + report.not_cancelled, 10U);
      },
      way.ranks_per_host, way.progress_thread, all);
}

INSTANTIATE_TEST_SUITE_P(Ways, Soak,
                         ::testing::Values(Way{"shm", "shm", 0, false}, Way{"tcp", "tcp", 0, false},
                                           Way{"both", "auto", 2, false}, Way{"shm_attended", "shm", 0, true}),
                         [](const auto& way) { return std::string(way.param.name); });

}  // namespace
}  // namespace baton
