// SPDX-License-Identifier: BSD-3-Clause
// The few words that members tell each other when communicators are made. Blocking; on the internal context, so that it
// never meets users' messages or collectives. Not here: collectives (schedule room), which need a finished
// communicator.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "communicator/communicator.hpp"

namespace baton::communicator {

using Words = std::vector<std::int64_t>;

/// Every member's words in rank order: size() times `own.size()`, which must be equal on all members (Bruck's
/// algorithm: log2 P rounds). The engine's lock is held by the caller and given up while waiting.
Result<Words> gather_all(Communicator& communicator, std::span<const std::int64_t> own);

/// Sends words to one process and receives as many from it; both call this. `rank` names the partner within
/// `communicator`.
Result<Words> swap(Communicator& communicator, std::int32_t rank, std::int32_t tag, std::span<const std::int64_t> own);

/// Root's words at every member; others pass any vector. The length is sent along.
Status broadcast(Communicator& communicator, std::int32_t root, Words& words);

}  // namespace baton::communicator
