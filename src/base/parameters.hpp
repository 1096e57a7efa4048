// SPDX-License-Identifier: BSD-3-Clause
// The settings a user can make by BATON_* environment variables: one table, printed by `baton-info --parameters`.
// A room asks by name; a name that is not in the table is our bug. Values are read from the environment at each call,
// so ask once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace baton {

enum class ParameterKind : std::uint8_t { flag, count, bytes, seconds, word };

/// What a parameter is about; tools show it as a category.
enum class ParameterTopic : std::uint8_t { point_to_point, collectives, transports, startup, diagnosis };
/// own: each process may have its own value. all: every process of the job must have the same.
enum class ParameterScope : std::uint8_t { own, all };
/// Who may want to change it.
enum class ParameterAudience : std::uint8_t { user, tuner, developer };

/// One row of the table. `fallback` is what holds when the variable is not set.
struct Parameter {
  const char* name;  // without BATON_, upper case
  ParameterKind kind;
  const char* fallback;
  const char* help;
  ParameterTopic topic = ParameterTopic::point_to_point;
  ParameterScope scope = ParameterScope::all;
  ParameterAudience audience = ParameterAudience::tuner;
  std::string_view choices = {};  // of a word that must be one of some: these, one space between two
};

/// All rows, sorted by name.
[[nodiscard]] std::span<const Parameter> parameters() noexcept;

/// A text as a value: of a flag, count or size `whole`, of seconds `seconds`. Of words only whether it is one of the
/// choices, where there are some.
struct ParameterValue {
  std::int64_t whole = 0;
  double seconds = 0;
};
[[nodiscard]] Result<ParameterValue> parse_parameter(const Parameter& parameter, const std::string& text);

/// The text of a parameter: the environment's, else the fallback.
[[nodiscard]] std::string parameter_text(std::string_view name);

/// A flag (0/1/true/false/yes/no), count, size in bytes (64K, 4M, 1G), or seconds (0.5). Bad text: an Error that says
/// what is allowed.
[[nodiscard]] Result<bool> parameter_flag(std::string_view name);
[[nodiscard]] Result<std::int64_t> parameter_count(std::string_view name);
[[nodiscard]] Result<std::int64_t> parameter_bytes(std::string_view name);
[[nodiscard]] Result<double> parameter_seconds(std::string_view name);

/// The first variable of the environment that starts with BATON_ and is in no row, with the closest known name; for a
/// warning at start.
[[nodiscard]] std::optional<std::string> unknown_parameter();
/// What is wrong with the words of the environment that must be one of some, a sentence each; for warnings at start.
/// Not those of collectives: where one is wrong, nothing starts (collectives::Tuning).
[[nodiscard]] std::vector<std::string> unknown_words();

}  // namespace baton
