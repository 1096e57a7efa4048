// SPDX-License-Identifier: BSD-3-Clause
// Copies elements of one datatype onto elements of another with the same signature, as a message to oneself would.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "datatype/datatype.hpp"

namespace baton::schedule {

/// Error: truncated, when source and target do not hold the same number of bytes; nothing is copied then.
Status copy_elements(const void* source, std::int64_t source_count, const datatype::Datatype& source_type, void* target,
                     std::int64_t target_count, const datatype::Datatype& target_type) noexcept;

}  // namespace baton::schedule
