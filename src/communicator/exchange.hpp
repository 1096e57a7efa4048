// SPDX-License-Identifier: BSD-3-Clause
// What the members of a communicator tell each other when they make another one. Not here: what is made of it
// (split.hpp, floor 6).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "communicator/communicator.hpp"
#include "schedule/runner.hpp"

namespace baton::communicator {

using Words = std::vector<std::int64_t>;

/// One call that makes a communicator, from when its arguments are found right until its exchanges are over. It takes a
/// number among the collectives of the parent, also where nothing is exchanged: so ranks that call something else
/// instead are told (schedule/mismatch.cpp). The engine's lock is held by the caller and given up while waiting.
class Construction {
 public:
  Construction(Communicator& parent, schedule::Constructor constructor);
  /// The same with a rank that speaks for all, which all must name.
  Construction(Communicator& parent, schedule::Constructor constructor, std::int32_t leader);
  ~Construction();
  Construction(const Construction&) = delete;
  Construction& operator=(const Construction&) = delete;

  /// The identity of the communicator that is made, unless it is one of several.
  [[nodiscard]] std::uint64_t child() const noexcept { return child_; }

  /// Every member's words in rank order: size() times `own.size()`, which must be equal on all members.
  Result<Words> gather_all(std::span<const std::int64_t> own);
  /// Between groups: the words of every member of either group.
  struct Both {
    Words local;
    Words remote;
  };
  Result<Both> gather_both(std::span<const std::int64_t> own);
  /// The leader's words at every member; others pass any vector.
  Status broadcast(Words& words);

 private:
  [[nodiscard]] schedule::Call prepare(collectives::Collective collective, const std::int64_t* send, std::size_t sent,
                                       std::int64_t* recv, std::size_t received) const;
  Status run(schedule::Call& call);

  Communicator& parent_;
  schedule::Constructor constructor_;
  std::int32_t leader_;
  std::int32_t tag_;
  std::uint64_t child_;
};

/// The same call whose arguments are wrong on this rank: it takes its number, and no part.
void refuse(Communicator& parent, schedule::Constructor constructor);

/// Sends words to one process and receives as many as it sends; both call this. `rank` names the partner within
/// `communicator`. On the internal context: it meets no user's messages and no collectives.
Result<Words> swap(Communicator& communicator, std::int32_t rank, std::int32_t tag, std::span<const std::int64_t> own);

}  // namespace baton::communicator
