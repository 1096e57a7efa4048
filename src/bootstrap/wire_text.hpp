// SPDX-License-Identifier: BSD-3-Clause
// Any bytes as text without blanks or characters that a PMI server takes for its own, and cut into pieces that fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace baton::bootstrap {

/// Letters, digits and `-_.,:/+@()` stay; every other byte becomes %XX.
[[nodiscard]] std::string to_wire_text(std::string_view bytes);
[[nodiscard]] Result<std::string> from_wire_text(std::string_view text);

/// The pieces of a text, each at most `max_piece` (>= 16) long. The first begins with the number of pieces and '!';
/// never empty.
[[nodiscard]] std::vector<std::string> cut_in_pieces(std::string_view text, std::size_t max_piece);

/// Takes the number of pieces off the first piece.
[[nodiscard]] Result<std::size_t> take_piece_count(std::string_view& first_piece);

}  // namespace baton::bootstrap
