// SPDX-License-Identifier: BSD-3-Clause
// The way of data between a rank and all others through the domains of a node (levels.hpp): groups of ranks, of which
// one speaks for all to the next group outwards. Hierarchies of shared-memory collectives: Graham, Venkata, Ladd et
// al., "Cheetah: a framework for scalable hierarchical collective operations", CCGrid 2011. Not here: what is done
// along it.
#pragma once

#include <cstdint>
#include <vector>

#include "collectives/arena/levels.hpp"
#include "collectives/arena/program.hpp"

namespace baton::collectives::arena {

/// The ranks that meet on one level, in the order of the domains that they speak for; two at least.
struct Group {
  std::vector<std::uint32_t> ranks;
  std::uint32_t speaker = 0;
  std::size_t inner = 0;  // level of the split whose domains they speak for; its size: each for itself
};

/// What one rank sees of it. The root speaks wherever it stands, else the first rank of a domain.
class Tree {
 public:
  Tree(const Split& split, std::uint32_t rank, std::uint32_t size, std::uint32_t root);

  /// Groups that this rank speaks for, from the innermost outwards, without the outermost of all.
  [[nodiscard]] const std::vector<Group>& below() const noexcept { return below_; }
  /// The group in which others may speak for this rank.
  [[nodiscard]] const Group& above() const noexcept { return above_; }
  /// Whether that is the outermost of all, in which the root speaks.
  [[nodiscard]] bool on_top() const noexcept { return on_top_; }
  /// Who speaks for this rank: itself for the root.
  [[nodiscard]] std::uint32_t parent() const noexcept { return above_.speaker; }
  /// For the root: below() and the outermost group; for others: below().
  [[nodiscard]] std::vector<Group> led() const;
  /// For whom a member of a group speaks in it, ascending.
  [[nodiscard]] std::vector<std::uint32_t> spoken(const Group& group, std::uint32_t member) const;
  /// For whom this rank speaks in the group above; the root for all.
  [[nodiscard]] std::vector<std::uint32_t> spoken() const;

 private:
  [[nodiscard]] std::uint32_t speaker(std::size_t level, std::uint32_t domain) const noexcept;

  const Split& split_;
  std::uint32_t rank_;
  std::uint32_t size_;
  std::uint32_t root_;
  std::vector<Group> below_;
  Group above_;
  bool on_top_ = false;
};

/// The rounds of a program that goes up a tree and down again, once a piece; `bytes`: of the longest slice. Cells are
/// shared with the calls that follow: a short call goes down in one that few of them have used before.
struct TwoWays {
  std::uint32_t pieces;
  std::int64_t bytes;
  [[nodiscard]] static std::uint32_t up(std::uint32_t piece) noexcept { return 2 * piece; }
  [[nodiscard]] std::uint32_t down(std::uint32_t piece) const noexcept {
    return pieces == 1 && bytes <= small_bytes ? cells / 2 : 2 * piece + 1;
  }
  [[nodiscard]] std::uint32_t count() const noexcept { return down(pieces - 1) + 1; }
};

}  // namespace baton::collectives::arena
