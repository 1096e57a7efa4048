// SPDX-License-Identifier: BSD-3-Clause
// Lines on stderr, one write each, prefixed with the rank. Silent when healthy: the default level is warn.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace baton::log {

enum class Level : std::uint8_t { error, warn, info, debug };

/// The level that a word (error, warn, info, debug) means; nothing for other words.
[[nodiscard]] std::optional<Level> level_of(std::string_view name) noexcept;

/// Level from BATON_LOG, read once; warn where it is missing or no level.
[[nodiscard]] Level level() noexcept;
/// Takes its place, from now on. Thread-safe.
void set_level(Level level) noexcept;

/// What stands between "baton" and the text, such as "[rank 3, host h1]". Set once at start of a process.
void set_identity(std::string_view identity);

/// Writes one line to stderr with a single write(2). Thread-safe.
void line(Level level, std::string_view text) noexcept;

template <class... Args>
void write(Level at, fmt::format_string<Args...> format, Args&&... args) {
  if (at <= level()) line(at, fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace baton::log
