// SPDX-License-Identifier: BSD-3-Clause
// Settings that all ranks of a job must share, or they would run different algorithms and wait for each other for ever:
// what a rank writes of them on its card, and what is wrong when two cards differ. Not here: who compares
// (runtime.cpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "collectives/select.hpp"

namespace baton::communicator {

/// What differs from the defaults, "" where nothing does; without ';'. Of a file of constants what it says counts, not
/// where it lies.
[[nodiscard]] std::string settings_word(const collectives::Tuning& tuning);

/// Nothing where both words mean the same; else the first setting that differs, told to the rank with `mine`.
[[nodiscard]] std::optional<Error> disagreement(std::string_view mine, std::string_view theirs);

}  // namespace baton::communicator
