// SPDX-License-Identifier: BSD-3-Clause
#include "topology/assemble.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "base/check.hpp"
#include "base/text.hpp"

namespace baton::topology {
namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFF;

/// Matches each process to a processing unit of its own by augmenting paths.
class Matching {
 public:
  explicit Matching(std::span<const CpuSet> sets) {
    std::size_t cpus = 0;
    for (const CpuSet& set : sets) {
      wants_.push_back(set.members());
      if (!wants_.back().empty()) cpus = std::max<std::size_t>(cpus, wants_.back().back() + std::size_t{1});
    }
    owner_.assign(cpus, nobody);
  }

  [[nodiscard]] bool all_fit() {
    for (std::uint32_t process = 0; process < wants_.size(); ++process) {
      visited_.assign(owner_.size(), false);
      if (!wants_[process].empty() && !place(process)) return false;
    }
    return true;
  }

 private:
  /// Depth is bounded by the number of processes: each level visits a CPU for the first time.
  bool place(std::uint32_t process) {  // NOLINT(misc-no-recursion)
    for (const std::uint32_t cpu : wants_[process]) {
      if (owner_[cpu] == nobody) {
        owner_[cpu] = process;
        return true;
      }
    }
    for (const std::uint32_t cpu : wants_[process]) {
      if (visited_[cpu]) continue;
      visited_[cpu] = true;
      if (place(owner_[cpu])) {
        owner_[cpu] = process;
        return true;
      }
    }
    return false;
  }

  std::vector<std::vector<std::uint32_t>> wants_;
  std::vector<std::uint32_t> owner_;
  std::vector<bool> visited_;
};

void append_id(std::string& text, char before, std::uint32_t id) {
  text += before;
  text += id == Place::unknown ? "-" : std::to_string(id);
}

}  // namespace

std::string encode(const LocalPlace& place) {
  std::string text = place.cpus.text();
  append_id(text, '@', place.place.package);
  append_id(text, '.', place.place.numa);
  append_id(text, '.', place.place.l3);
  append_id(text, '.', place.place.core);
  return text;
}

Result<LocalPlace> decode(std::string_view text) {
  const Error bad{Code::protocol, 0, "a rank's place is not \"processors@package.numa.l3.core\""};
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return bad;
  auto cpus = CpuSet::parse(text.substr(0, at));
  if (!cpus) return bad;
  LocalPlace local;
  local.cpus = *std::move(cpus);
  std::string_view rest = text.substr(at);
  const std::array ids = {&local.place.package, &local.place.numa, &local.place.l3, &local.place.core};
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (rest.empty() || rest[0] != (i == 0 ? '@' : '.')) return bad;
    rest.remove_prefix(1);
    if (!rest.empty() && rest[0] == '-') {
      rest.remove_prefix(1);
      continue;
    }
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), *ids[i]);
    if (error != std::errc{}) return bad;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  }
  if (!rest.empty()) return bad;
  return local;
}

bool oversubscribed(std::span<const CpuSet> node) {
  CpuSet all;
  std::size_t known = 0;
  for (const CpuSet& set : node) {
    all |= set;
    known += set.empty() ? 0 : 1;
  }
  if (known > all.size()) return true;
  return !Matching(node).all_fit();
}

Hierarchy assemble(std::span<const LocalPlace> ranks, std::span<const std::uint32_t> nodes, std::uint32_t self) {
  BATON_CHECK(ranks.size() == nodes.size() && self < ranks.size());
  Hierarchy hierarchy;
  hierarchy.places.reserve(ranks.size());
  std::unordered_map<std::uint32_t, std::uint32_t> dense;
  std::vector<CpuSet> mine;
  for (std::size_t r = 0; r < ranks.size(); ++r) {
    Place place = ranks[r].place;
    place.node = dense.emplace(nodes[r], static_cast<std::uint32_t>(dense.size())).first->second;
    hierarchy.places.push_back(place);
    if (nodes[r] == nodes[self]) mine.push_back(ranks[r].cpus);
  }
  hierarchy.oversubscribed = oversubscribed(mine);
  return hierarchy;
}

}  // namespace baton::topology
