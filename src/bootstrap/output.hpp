// SPDX-License-Identifier: BSD-3-Clause
// What a rank has printed before its job is ended: a launcher that kills its ranks at once may throw away what still
// lies in their pipes. Not here: telling the launcher.
#pragma once

#include <cstdint>

namespace baton::bootstrap {

/// Whether nothing lies unread in the pipe that `fd` writes to. True for all that is no pipe.
[[nodiscard]] bool is_drained(int fd) noexcept;

/// Waits until the launcher has read what stands in the pipes of standard output and error, at most `patience_ns`: a
/// reader may be stopped, or gone.
void drain_output(std::int64_t patience_ns) noexcept;

}  // namespace baton::bootstrap
