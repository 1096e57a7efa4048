// SPDX-License-Identifier: BSD-3-Clause
// The contract suite, applied to self, shm, sim and the wires that join them. (tcp applies it in its own folder.)
#include "transport/contract.hpp"

#include <memory>
#include <string>
#include <vector>

#include "transport/bell.hpp"
#include "transport/self/self.hpp"
#include "transport/shm/shm.hpp"
#include "transport/sim/sim.hpp"
#include "transport/world.hpp"

namespace baton::transport::contract {
namespace {

struct SelfWorld {
  explicit SelfWorld(std::uint32_t) {}
  Self& at(PeerId) { return self; }
  void end(PeerId) {}
  static constexpr bool alone = true;
  Self self{0};
};

struct ShmWorld {
  explicit ShmWorld(std::uint32_t ranks) {
    for (PeerId i = 0; i < ranks; ++i) {
      auto bell = Bell::open();
      EXPECT_TRUE(bell) << bell.error().what;
      bells.push_back(std::move(*bell));
      auto shm = Shm::open({i, ranks, [this](PeerId peer) -> Result<std::string> { return cards[peer]; }}, *bells[i]);
      EXPECT_TRUE(shm) << shm.error().what;
      transports.push_back(std::move(*shm));
      cards.push_back(transports[i]->card());
    }
  }
  Shm& at(PeerId rank) { return *transports[rank]; }
  void end(PeerId rank) { transports[rank].reset(); }
  static constexpr bool alone = false;

  std::vector<std::string> cards;
  std::vector<std::unique_ptr<Bell>> bells;
  std::vector<std::unique_ptr<Shm>> transports;
};

/// A network that delays and refuses, or one that also breaks all the time and moves large sends in small pieces.
template <bool harsh>
struct SimWorld {
  explicit SimWorld(std::uint32_t ranks) {
    SimFaults faults;
    faults.seed = 11;
    if (harsh) {
      faults.reset = 10;
      faults.refusal = 300;
      faults.longest_delay = 100;
      faults.piece_bytes = 50'000;
      faults.window_bytes = 4096;
    }
    network = std::make_shared<SimNetwork>(ranks, faults);
    for (PeerId i = 0; i < ranks; ++i) transports.push_back(std::make_unique<Sim>(network, i));
  }
  Sim& at(PeerId rank) { return *transports[rank]; }
  void end(PeerId rank) { transports[rank].reset(); }
  static constexpr bool alone = false;

  std::shared_ptr<SimNetwork> network;
  std::vector<std::unique_ptr<Sim>> transports;
};

template <const char* const& mode>
struct WiresWorld : WiresTogether {
  explicit WiresWorld(std::uint32_t ranks) : WiresTogether(ranks, mode) {}
  static constexpr bool alone = false;
};
constexpr const char* by_shm = "shm";
constexpr const char* by_tcp = "tcp";

INSTANTIATE_TYPED_TEST_SUITE_P(Self, TransportContract, SelfWorld);
INSTANTIATE_TYPED_TEST_SUITE_P(Shm, TransportContract, ShmWorld);
using Modes = testing::Types<WiresWorld<by_shm>, WiresWorld<by_tcp>>;
INSTANTIATE_TYPED_TEST_SUITE_P(Wires, TransportContract, Modes);
using Networks = testing::Types<SimWorld<false>, SimWorld<true>>;
INSTANTIATE_TYPED_TEST_SUITE_P(Sim, TransportContract, Networks);

}  // namespace
}  // namespace baton::transport::contract
