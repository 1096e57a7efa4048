// SPDX-License-Identifier: BSD-3-Clause
// Reads what PMI launchers say about who stands where: PMI_process_mapping's vector, and lists of ranks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace baton::bootstrap {

/// The node of each of `size` ranks, from "(vector,(first node,nodes,ranks per node),...)". The vector starts again
/// where it is too short.
[[nodiscard]] Result<std::vector<std::uint32_t>> parse_process_mapping(std::string_view text, std::uint32_t size);

/// "0,3,7" ascending; empty when the text is anything else or names a rank >= size.
[[nodiscard]] std::vector<std::uint32_t> parse_ranks(std::string_view text, std::uint32_t size);

}  // namespace baton::bootstrap
