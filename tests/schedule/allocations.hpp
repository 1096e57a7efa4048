// SPDX-License-Identifier: BSD-3-Clause
// Counts what operator new hands out; linking allocations.cpp replaces it for the whole test.
#pragma once

#include <cstdint>

namespace baton::tests {

/// Allocations of the calling thread so far.
[[nodiscard]] std::int64_t allocations() noexcept;

}  // namespace baton::tests
