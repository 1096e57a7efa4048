// SPDX-License-Identifier: BSD-3-Clause
// Copies elements of one datatype onto elements of another with the same signature, as a message to oneself would;
// where memory for copies lies best.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "datatype/datatype.hpp"

namespace baton::schedule {

/// Error: truncated, when source and target do not hold the same number of bytes; nothing is copied then.
Status copy_elements(const void* source, std::int64_t source_count, const datatype::Datatype& source_type, void* target,
                     std::int64_t target_count, const datatype::Datatype& target_type) noexcept;

/// memcpy that leaves the target in memory, not in this core's caches, where the processor can: half as fast as a copy
/// in cache, but lines that another core has read need not be asked back for each store, and none are fetched only to
/// be written. What follows (a flag, say) is seen after it. For targets of many lines.
void copy_past_caches(std::byte* target, const std::byte* source, std::size_t bytes) noexcept;

/// The start of `bytes` of scratch memory, in the middle of a page; `memory` grows where it must. Buffers start where
/// pages do, or 16 bytes on, and a copy to 1 to 31 bytes, modulo the page, behind its source runs at a sixteenth of the
/// speed on processors that copy by microcode (AMD Zen 5: 43 KiB in 14.2 us, else 0.9; the kernel's copies alike).
std::byte* between_pages(std::vector<std::byte>& memory, std::size_t bytes);

}  // namespace baton::schedule
