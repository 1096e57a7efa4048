// SPDX-License-Identifier: BSD-3-Clause
// A network that does not exist, for tests: ranks of one process joined by queues that delay, refuse, move large sends
// in pieces, break and recover, and lose ranks - all by a seed, so that a failure can be repeated. Its time is the
// number of polls. Not here: real time, and other processes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "base/post.hpp"
#include "transport/transport.hpp"

namespace baton::transport {

/// What the network does to its users. Chances are in thousandths.
struct SimFaults {
  std::uint64_t seed = 1;
  std::uint32_t longest_delay = 20;                  // polls until a frame arrives, at most
  std::uint32_t refusal = 50;                        // a claim that is refused for no reason
  std::uint32_t reset = 0;                           // a poll that finds the link broken: what is under way starts anew
  std::size_t window_bytes = std::size_t{64} << 10;  // under way between two ranks
  std::size_t largest_frame = std::size_t{16} << 10;
  std::size_t piece_bytes = std::size_t{16} << 10;  // of a large send, a poll
  bool large_sends = true;
};

/// The network. Shared by its ranks; thread-safe.
class SimNetwork {
 public:
  SimNetwork(std::uint32_t ranks, SimFaults faults);
  ~SimNetwork();
  SimNetwork(const SimNetwork&) = delete;
  SimNetwork& operator=(const SimNetwork&) = delete;

  /// As if the process of `rank` had been killed: some of what it sent last is gone, then its peers are told. Its own
  /// calls do nothing.
  void kill(PeerId rank);
  /// How often links broke so far: a test that wants resets checks that there were some.
  [[nodiscard]] std::uint64_t resets() const;

 private:
  friend class Sim;
  struct Frame;
  struct Queue;
  struct Link;

  [[nodiscard]] std::uint32_t random(std::uint32_t below);
  [[nodiscard]] Link& between(PeerId from, PeerId to);
  void leave(PeerId rank, bool in_order);

  mutable std::mutex mutex_;
  std::uint32_t ranks_;
  SimFaults faults_;
  std::uint64_t state_;  // of the random numbers
  std::uint64_t now_ = 0;
  std::uint64_t resets_ = 0;
  std::vector<bool> gone_;
  std::vector<std::unique_ptr<Link>> links_;  // by from * ranks + to
};

/// One rank's end of it.
class Sim {
 public:
  static constexpr const char* name = "sim";

  Sim(std::shared_ptr<SimNetwork> network, PeerId self);
  ~Sim();
  Sim(const Sim&) = delete;
  Sim& operator=(const Sim&) = delete;

  // The contract (transport.hpp).
  [[nodiscard]] std::string card() const { return {}; }
  [[nodiscard]] std::size_t max_frame(PeerId peer, Lane lane) const noexcept;
  Slot claim(PeerId peer, std::size_t bytes, Lane lane) noexcept;
  void commit(PeerId peer, const Header& header, std::size_t bytes, Lane lane) noexcept;
  Post send_large(PeerId peer, const Header& header, std::span<const std::byte> payload, Token token) noexcept;
  [[nodiscard]] bool has_large(PeerId peer) const noexcept;
  bool poll(Sink& sink) noexcept;
  [[nodiscard]] bool idle() const noexcept;

 private:
  bool poll_lane(PeerId from, Lane lane, Sink& sink);
  bool poll_large(PeerId from, std::unique_lock<std::mutex>& lock, Sink& sink);

  std::shared_ptr<SimNetwork> network_;
  PeerId self_;
  std::vector<std::vector<std::byte>> claimed_;  // by peer
  std::vector<bool> told_;                       // peers whose loss was told
  std::vector<Token> ended_;                     // own large sends whose end is to be told
  std::size_t cursor_ = 0;
};

static_assert(Transport<Sim>);

}  // namespace baton::transport
