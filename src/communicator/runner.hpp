// SPDX-License-Identifier: BSD-3-Clause
// The collectives of a communicator: what the schedule room must know of it. Not here: arguments and requests of
// collectives (floor 6).
#pragma once

#include "communicator/communicator.hpp"
#include "schedule/runner.hpp"

namespace baton::communicator {

/// The runner of a communicator, made on first use and kept with it. Under the engine's lock.
[[nodiscard]] schedule::Runner& runner_of(Communicator& communicator);

}  // namespace baton::communicator
