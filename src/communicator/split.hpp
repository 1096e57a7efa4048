// SPDX-License-Identifier: BSD-3-Clause
// Splitting an intra-communicator by colour (MPI 5.0, 7.4.2). Not here: inter-communicators (floor 6).
#pragma once

#include <cstdint>
#include <optional>

#include "communicator/communicator.hpp"
#include "schedule/subject.hpp"

namespace baton::communicator {

/// The communicator of all members with this colour, ordered by key and then by old rank; an empty Ref without a
/// colour. Collective over `parent`, as a part of the call `constructor`. The engine's lock is held by the caller and
/// given up while waiting.
Result<Ref> split(Communicator& parent, std::optional<std::int64_t> color, std::int64_t key,
                  schedule::Constructor constructor = schedule::Constructor::split);

}  // namespace baton::communicator
