// SPDX-License-Identifier: BSD-3-Clause
// All that may be chosen, numbered, and how often each was: for tools. Not here: the choice (select.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "collectives/select.hpp"

namespace baton::collectives {

/// An algorithm of a collective; one that several have is a choice of each.
struct NamedChoice {
  Collective collective = Collective::barrier;
  const Algorithm* algorithm = nullptr;
};

/// By collective, and of each those with messages before those in the arena. A choice's number is its place here.
[[nodiscard]] const std::vector<NamedChoice>& choices();

/// Calls by choice. Under the engine's lock.
class Tally {
 public:
  [[nodiscard]] std::uint64_t calls(std::size_t number) const noexcept { return calls_[number]; }
  /// Where calls of this choice are counted; lives as long as the tally. Cost: a search; for the making of a schedule.
  [[nodiscard]] std::uint64_t& of(Collective collective, const Algorithm& algorithm) noexcept;

 private:
  std::vector<std::uint64_t> calls_ = std::vector<std::uint64_t>(choices().size());
};

}  // namespace baton::collectives
