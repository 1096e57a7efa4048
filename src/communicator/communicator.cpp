// SPDX-License-Identifier: BSD-3-Clause
#include "communicator/communicator.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace baton::communicator {
namespace {

/// 46 bits of the identity, and two low bits for the kind of message.
ContextId context_of(std::uint64_t id) noexcept { return (mix(id, 0x436F6E74657874U) >> 18) << 2; }

}  // namespace

std::uint64_t mix(std::uint64_t seed, std::uint64_t word) noexcept {
  std::uint64_t value = seed ^ (word + 0x9E3779B97F4A7C15U + (seed << 6) + (seed >> 2));
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

Status Registry::read_tuning() {
  auto tuning = collectives::Tuning::from_parameters();
  if (!tuning) return tuning.error();
  tuning_ = *std::move(tuning);
  return {};
}

bool Registry::is_on_node(const Group& group) const noexcept {
  for (std::int32_t rank = 0; rank < group.size(); ++rank) {
    if (!std::binary_search(node_.begin(), node_.end(), group.process(rank))) return false;
  }
  return true;
}

collectives::Nodes Registry::nodes(const Group& group) const {
  if (nodes_source_) node_of_ = std::exchange(nodes_source_, nullptr)();
  std::vector<std::uint32_t> ids;
  for (std::int32_t rank = 0; rank < group.size(); ++rank) {
    const p2p::PeerId process = group.process(rank);
    if (process >= node_of_.size()) return {};
    ids.push_back(node_of_[process]);
  }
  return collectives::Nodes::of(ids);
}

Result<Ref> Communicator::make(p2p::Engine& engine, Registry& registry, std::uint64_t id, Group group,
                               std::int32_t rank, std::unique_ptr<Group> remote) {
  if (!registry.enter(context_of(id))) {
    return make_error(Code::internal,
                      "two live communicators got the same context id; free communicators that are no longer used");
  }
  return Ref(new Communicator(engine, registry, id, std::move(group), rank, std::move(remote)));
}

Communicator::Communicator(p2p::Engine& engine, Registry& registry, std::uint64_t id, Group group, std::int32_t rank,
                           std::unique_ptr<Group> remote)
    : engine_(engine),
      registry_(registry),
      context_(context_of(id)),
      peers_(nullptr),
      rank_(rank),
      size_(group.size()),
      group_(std::move(group)),
      remote_(std::move(remote)),
      id_(id) {
  peers_ = remote_ != nullptr ? remote_.get() : &group_;
}

Communicator::~Communicator() { registry_.leave(context_); }

void Communicator::end() noexcept { delete this; }

}  // namespace baton::communicator
