// SPDX-License-Identifier: BSD-3-Clause
// The constants of the cost model as a text file: what baton-tune writes and BATON_TUNING names. A line a constant, its
// name and its value; a # starts a comment. What is not named keeps its default.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "collectives/cost_model.hpp"

namespace baton::collectives {

/// Error: an unknown name, a value that is no positive number, or a name twice; with its line.
[[nodiscard]] Result<Constants> parse_constants(std::string_view text);
[[nodiscard]] std::string write_constants(const Constants& constants);
/// Error: also where the file cannot be read.
[[nodiscard]] Result<Constants> read_constants(const std::string& path);

}  // namespace baton::collectives
