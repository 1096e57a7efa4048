// SPDX-License-Identifier: BSD-3-Clause
// One rank of a world in this process with the runner of its communicator.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "schedule/runner.hpp"
#include "tests/support/world.hpp"

namespace baton::schedule {

using communicator::Communicator;

inline p2p::PeerId process(const void* object, std::uint32_t peer) noexcept {
  return static_cast<const Communicator*>(object)->group().process(static_cast<std::int32_t>(peer));
}

/// Tells where ranks stand.
class Placed final : public Surveyor {
 public:
  explicit Placed(std::vector<collectives::arena::Domains> domains) : domains_(std::move(domains)) {}
  [[nodiscard]] std::string card() const override { return "0"; }
  [[nodiscard]] std::vector<collectives::arena::Domains> domains(std::span<const std::string> cards) override {
    EXPECT_EQ(cards.size(), domains_.size());
    for (const std::string& card : cards) EXPECT_EQ(card, "0");
    return domains_;
  }

 private:
  std::vector<collectives::arena::Domains> domains_;
};

/// One rank with its runner.
class Rank {
 public:
  /// `arena_after`: after so many collectives the ranks share an arena; never where it is below 0. `nodes`: where to
  /// say that they stand.
  explicit Rank(Communicator& communicator, std::int64_t arena_after = -1, const collectives::Nodes* nodes = nullptr)
      : communicator_(communicator),
        tuning_(tuning(arena_after)),
        runner_(
            {&communicator.engine(), communicator.collective_context(), rank(), size(), 0, {&communicator, process}},
            tuning_, nodes, arena_after >= 0) {}

  [[nodiscard]] std::uint32_t rank() const { return static_cast<std::uint32_t>(communicator_.rank()); }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(communicator_.size()); }
  Runner& runner() { return runner_; }
  p2p::Engine& engine() { return communicator_.engine(); }

  Call allreduce(const std::vector<std::int64_t>& send, std::vector<std::int64_t>& recv) {
    Call call = make(collectives::Collective::allreduce);
    call.shape.send.count = call.shape.recv.count = static_cast<std::int64_t>(recv.size());
    call.shape.send.size = call.shape.recv.size = 8;
    call.binding.send = send.data();
    call.binding.recv = recv.data();
    return call;
  }
  Call bcast(std::vector<std::int64_t>& buffer, std::uint32_t root) {
    Call call = make(collectives::Collective::bcast);
    call.shape.recv.count = static_cast<std::int64_t>(buffer.size());
    call.shape.recv.size = 8;
    call.shape.root = root;
    call.binding.recv = buffer.data();
    return call;
  }
  Call make(collectives::Collective collective) {
    Call call;
    call.collective = collective;
    call.binding.send_type = call.binding.recv_type = &datatype::builtin(datatype::Kind::int64);
    call.binding.op = &datatype::builtin(datatype::Operation::sum);
    call.tag = communicator_.next_collective();
    return call;
  }
  Status run(Call call) {
    const p2p::Engine::Guard guard(engine());
    return runner_.run(call);
  }

  [[nodiscard]] Communicator& communicator() { return communicator_; }

 private:
  static collectives::Tuning tuning(std::int64_t arena_after) {
    collectives::Tuning tuning;
    tuning.arena = arena_after >= 0;
    tuning.arena_after = arena_after;
    return tuning;
  }

  Communicator& communicator_;
  collectives::Tuning tuning_;
  Runner runner_;
};

}  // namespace baton::schedule
