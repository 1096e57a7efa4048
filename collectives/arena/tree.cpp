// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/arena/tree.hpp"

#include <numeric>
#include <utility>

namespace baton::collectives::arena {

Tree::Tree(const Split& split, std::uint32_t rank, std::uint32_t size, std::uint32_t root)
    : split_(split), rank_(rank), size_(size), root_(root) {
  for (std::size_t level = split_.size(); level-- > 0;) {
    const std::uint32_t domain = split_[level].node_of[rank];
    Group group;
    group.inner = level + 1;
    group.speaker = speaker(level, domain);
    if (group.inner == split_.size()) {
      group.ranks = split_[level].members[domain];
    } else {
      const Nodes& inner = split_[group.inner];
      for (std::uint32_t each = 0; each < inner.count(); ++each) {
        if (split_[level].node_of[inner.members[each][0]] == domain) group.ranks.push_back(speaker(group.inner, each));
      }
    }
    if (group.speaker != rank) {
      above_ = std::move(group);
      return;
    }
    if (group.ranks.size() > 1) below_.push_back(std::move(group));
  }
  on_top_ = true;
  above_.speaker = root;
  for (std::uint32_t domain = 0; domain < split_[0].count(); ++domain) above_.ranks.push_back(speaker(0, domain));
}

std::uint32_t Tree::speaker(std::size_t level, std::uint32_t domain) const noexcept {
  return split_[level].node_of[root_] == domain ? root_ : split_[level].members[domain][0];
}

std::vector<Group> Tree::led() const {
  std::vector<Group> groups = below_;
  if (rank_ == root_) groups.push_back(above_);
  return groups;
}

std::vector<std::uint32_t> Tree::spoken(const Group& group, std::uint32_t member) const {
  if (group.inner == split_.size()) return {member};
  return split_[group.inner].members[split_[group.inner].node_of[member]];
}

std::vector<std::uint32_t> Tree::spoken() const {
  if (rank_ != root_) return spoken(above_, rank_);
  std::vector<std::uint32_t> all(size_);
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

}  // namespace baton::collectives::arena
