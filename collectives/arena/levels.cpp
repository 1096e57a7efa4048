// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/arena/levels.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "collectives/arena/tree.hpp"

namespace baton::collectives::arena {
namespace {

constexpr std::uint32_t fewest_ranks = 4;  // to divide

/// The partition by this level within the domains of the one before, and that one where the level is not known.
std::vector<std::uint32_t> divide(const std::vector<std::uint32_t>& outer, std::span<const Domains> places,
                                  std::size_t level) {
  const bool known =
      std::none_of(places.begin(), places.end(), [&](const Domains& each) { return each[level] == unknown; });
  if (!known) return outer;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> dense;
  std::vector<std::uint32_t> ids;
  for (std::size_t rank = 0; rank < places.size(); ++rank) {
    const std::pair key{outer[rank], places[rank][level]};
    ids.push_back(dense.try_emplace(key, static_cast<std::uint32_t>(dense.size())).first->second);
  }
  return ids;
}

Stage stage_of(const Levels& levels, const Group& group, const Split& split) {
  Stage stage;
  stage.each = group.inner == split.size() ? 1 : split[group.inner].most;
  for (const std::uint32_t rank : group.ranks) {
    if (rank != group.speaker) ++stage.others[static_cast<std::size_t>(levels.between(rank, group.speaker))];
  }
  return stage;
}

/// Whether a speaker has more to read: of what is farthest, then of what is nearer.
bool is_more(const Stage& a, const Stage& b) noexcept {
  return std::lexicographical_compare(b.others.rbegin(), b.others.rend(), a.others.rbegin(), a.others.rend());
}

Way way_of(const Levels& levels, Split split) {
  Way way{std::move(split), {}};
  way.stages.resize(way.split.size() + 1);
  const auto size = static_cast<std::uint32_t>(levels.domains.size());
  for (std::uint32_t rank = 0; rank < size; ++rank) {
    const Tree tree(way.split, rank, size, 0);
    for (const Group& group : tree.led()) {
      Stage& most = way.stages[way.split.size() - group.inner];
      if (const Stage stage = stage_of(levels, group, way.split); is_more(stage, most)) most = stage;
    }
  }
  return way;
}

}  // namespace

Levels Levels::of(std::span<const Domains> places) {
  Levels levels;
  levels.domains.resize(places.size());
  std::vector<std::uint32_t> ids(places.size(), 0);
  std::vector<Nodes> useful;
  for (std::size_t level = 0; level < std::tuple_size_v<Domains>; ++level) {
    ids = divide(ids, places, level);
    for (std::size_t rank = 0; rank < places.size(); ++rank) levels.domains[rank][level] = ids[rank];
    Nodes nodes = Nodes::of(ids);
    const bool divides = nodes.count() > 1 && nodes.most > 1;
    if (divides && (useful.empty() || useful.back().count() != nodes.count())) useful.push_back(std::move(nodes));
  }
  for (std::uint32_t rank = 1; rank < places.size(); ++rank)
    ++levels.flat.others[static_cast<std::size_t>(levels.between(0, rank))];
  if (places.size() < fewest_ranks) return levels;
  for (std::uint32_t chosen = 1; chosen < 1U << useful.size(); ++chosen) {
    Split split;
    for (std::size_t level = 0; level < useful.size(); ++level) {
      if ((chosen >> level & 1U) != 0) split.push_back(useful[level]);
    }
    levels.ways.push_back(way_of(levels, std::move(split)));
  }
  return levels;
}

}  // namespace baton::collectives::arena
