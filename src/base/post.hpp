// SPDX-License-Identifier: BSD-3-Clause
// Outcomes of an attempt on the hot path. None of them is an error.
#pragma once

#include <cstdint>

namespace baton {

/// done: finished, buffers are the caller's again. posted: accepted, completion will be told. retry: no room now,
/// nothing happened.
enum class [[nodiscard]] Post : std::uint8_t{done, posted, retry};

}  // namespace baton
