// SPDX-License-Identifier: BSD-3-Clause
#include "communicator/runner.hpp"

#include <span>
#include <string>
#include <vector>

namespace baton::communicator {
namespace {

/// Asks for the ranks of a communicator.
class Places final : public schedule::Surveyor {
 public:
  explicit Places(const Communicator& communicator) noexcept : communicator_(communicator) {}
  [[nodiscard]] std::string card() const override {
    const communicator::Surveyor* const surveyor = communicator_.registry().surveyor();
    return surveyor != nullptr ? surveyor->card() : std::string();
  }
  [[nodiscard]] std::vector<collectives::arena::Domains> domains(std::span<const std::string> cards) override {
    static_assert(topology::Place::unknown == collectives::arena::unknown);
    communicator::Surveyor* const surveyor = communicator_.registry().surveyor();
    if (surveyor == nullptr) return {};
    std::vector<p2p::PeerId> processes;
    for (std::int32_t rank = 0; rank < communicator_.size(); ++rank)
      processes.push_back(communicator_.group().process(rank));
    std::vector<collectives::arena::Domains> found;
    for (const topology::Place& place : surveyor->places(processes, cards))
      found.push_back({place.package, place.numa, place.l3});
    return found;
  }

 private:
  const Communicator& communicator_;
};

/// What lives as long as the communicator.
struct Kept {
  Kept(Communicator& communicator, collectives::Nodes where, const schedule::Channel& channel, bool one_node,
       bool crowded)
      : nodes(std::move(where)),
        places(communicator),
        runner(channel, communicator.registry().tuning(), nodes.count() > 1 ? &nodes : nullptr, one_node, crowded) {
    runner.set_surveyor(places);
    runner.set_tally(communicator.registry().tally());
  }
  collectives::Nodes nodes;
  Places places;
  schedule::Runner runner;
};

p2p::PeerId process(const void* object, std::uint32_t peer) noexcept {
  const auto& communicator = *static_cast<const Communicator*>(object);
  const auto rank = static_cast<std::int32_t>(peer);
  if (rank < communicator.size()) return communicator.group().process(rank);
  return communicator.remote_group().process(rank - communicator.size());
}

}  // namespace

schedule::Runner& runner_of(Communicator& communicator) {
  std::shared_ptr<void>& place = communicator.schedules();
  if (place == nullptr) [[unlikely]] {
    schedule::Channel channel;
    channel.engine = &communicator.engine();
    channel.context = communicator.collective_context();
    channel.rank = static_cast<std::uint32_t>(communicator.rank());
    channel.size = static_cast<std::uint32_t>(communicator.size());
    channel.remote_size = communicator.is_inter() ? static_cast<std::uint32_t>(communicator.remote_group().size()) : 0;
    channel.peers = {&communicator, process};
    Registry& registry = communicator.registry();
    const bool one_node = !communicator.is_inter() && registry.is_on_node(communicator.group());
    const auto kept = std::make_shared<Kept>(
        communicator, communicator.is_inter() || one_node ? collectives::Nodes{} : registry.nodes(communicator.group()),
        channel, one_node, one_node && registry.is_crowded());
    place = std::shared_ptr<schedule::Runner>(kept, &kept->runner);
  }
  return *static_cast<schedule::Runner*>(place.get());
}

}  // namespace baton::communicator
