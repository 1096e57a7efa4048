// SPDX-License-Identifier: BSD-3-Clause
#include "runtime/survey.hpp"

#include <algorithm>
#include <utility>

#include "base/log.hpp"

namespace baton::runtime {

std::string Survey::card() const {
  const auto cpus = topology::allowed_cpus();
  return cpus ? cpus->text() : std::string();
}

std::vector<topology::Place> Survey::places(std::span<const p2p::PeerId> processes,
                                            std::span<const std::string> cards) {
  const bool alike = std::all_of(cards.begin(), cards.end(), [&](const std::string& card) { return card == cards[0]; });
  if (!topology::is_described() && (crowded_ || alike)) return {};
  if (!std::exchange(loaded_, true)) {
    auto machine = topology::Machine::load();
    if (machine) {
      machine_ = std::make_unique<topology::Machine>(*std::move(machine));
    } else {
      log::write(log::Level::warn, "collectives take this node for one cache: {}", machine.error().what);
    }
  }
  if (machine_ == nullptr) return {};
  std::vector<topology::Place> places;
  for (std::size_t i = 0; i < processes.size(); ++i) {
    if (!machine_->is_this_system()) {
      const auto at = std::lower_bound(node_.begin(), node_.end(), processes[i]);
      places.push_back(machine_->locate(
          machine_->share(static_cast<std::uint32_t>(at - node_.begin()), static_cast<std::uint32_t>(node_.size()))));
      continue;
    }
    const auto cpus = topology::CpuSet::parse(cards[i]);
    places.push_back(cpus ? machine_->locate(*cpus) : topology::Place{});
  }
  return places;
}

}  // namespace baton::runtime
