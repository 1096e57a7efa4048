// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/choices.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "collectives/arena/algorithms.hpp"

namespace baton::collectives {

const std::vector<NamedChoice>& choices() {
  static const std::vector<NamedChoice> all = [] {
    std::vector<NamedChoice> found;
    for (std::size_t c = 0; c < collective_count; ++c) {
      const auto collective = static_cast<Collective>(c);
      for (const Algorithm& each : algorithms(collective)) found.push_back({collective, &each});
      for (const Algorithm& each : arena::algorithms(collective)) found.push_back({collective, &each});
    }
    return found;
  }();
  return all;
}

std::uint64_t& Tally::of(Collective collective, const Algorithm& algorithm) noexcept {
  const auto found = std::find_if(choices().begin(), choices().end(), [&](const NamedChoice& each) {
    return each.collective == collective && each.algorithm == &algorithm;
  });
  BATON_CHECK(found != choices().end());
  return calls_[static_cast<std::size_t>(found - choices().begin())];
}

}  // namespace baton::collectives
