// SPDX-License-Identifier: BSD-3-Clause
// The word is a list of NAME:value, separated by commas, in the order of the table of parameters.
#include "communicator/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/parameters.hpp"
#include "base/text.hpp"
#include "collectives/tuning_file.hpp"

namespace baton::communicator {
namespace {

constexpr std::string_view file_parameter = "TUNING";
constexpr std::size_t digest_digits = 16;
constexpr std::size_t most_path = 100;  // its end

bool must_agree(const Parameter& parameter) noexcept {
  return parameter.scope == ParameterScope::all &&
         (parameter.topic == ParameterTopic::collectives || parameter.topic == ParameterTopic::point_to_point);
}

/// One spelling for each meaning; "" for what is not set, or wrong, which is told elsewhere.
std::string meaning(const Parameter& parameter, const std::string& text) {
  const auto parsed = parse_parameter(parameter, text);
  if (!parsed) return {};
  return parameter.kind == ParameterKind::word ? text : fmt::format("{}", parsed.value().whole);
}

std::uint64_t digest(std::string_view text) noexcept {
  std::uint64_t value = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return value;
}

/// The digest of the constants, and after it the name of the file, for people.
std::string constants_word(const collectives::Tuning& tuning, std::string path) {
  if (path.size() > most_path) path.replace(0, path.size() - most_path, "...");
  std::replace_if(
      path.begin(), path.end(), [](char c) { return c == ';' || c == ','; }, '?');
  return fmt::format("{:016x}{}", digest(collectives::write_constants(tuning.constants)), path);
}

/// What must be equal: of constants the digest, not where they were read.
std::string_view essence(std::string_view name, std::string_view value) noexcept {
  return name == file_parameter ? value.substr(0, digest_digits) : value;
}

std::map<std::string, std::string, std::less<>> settings_in(std::string_view word) {
  std::map<std::string, std::string, std::less<>> settings;
  while (!word.empty()) {
    const std::string_view one = word.substr(0, word.find(','));
    word.remove_prefix(std::min(word.size(), one.size() + 1));
    const std::size_t colon = std::min(one.find(':'), one.size());
    settings.emplace(one.substr(0, colon), one.substr(std::min(colon + 1, one.size())));
  }
  return settings;
}

/// "BATON_ALLREDUCE=ring", for one rank.
std::string told(const std::string& name, const std::string* value) {
  if (name == file_parameter) {
    return value == nullptr ? "the built-in constants"
                            : fmt::format("the constants of BATON_TUNING={}", value->substr(digest_digits));
  }
  if (value != nullptr) return fmt::format("BATON_{}={}", name, *value);
  for (const Parameter& parameter : parameters()) {
    if (name == parameter.name) return fmt::format("BATON_{}={}", name, parameter.fallback);
  }
  return fmt::format("no BATON_{}", name);
}

}  // namespace

std::string settings_word(const collectives::Tuning& tuning) {
  std::string word;
  for (const Parameter& parameter : parameters()) {
    if (!must_agree(parameter)) continue;
    std::string value;
    if (parameter.name == file_parameter) {
      if (tuning.constants == collectives::Constants{}) continue;
      value = constants_word(tuning, parameter_text(parameter.name));
    } else {
      value = meaning(parameter, parameter_text(parameter.name));
      if (value.empty() || value == meaning(parameter, parameter.fallback)) continue;
    }
    word += fmt::format("{}{}:{}", word.empty() ? "" : ",", parameter.name, value);
  }
  return word;
}

std::optional<Error> disagreement(std::string_view mine, std::string_view theirs) {
  if (mine == theirs) return std::nullopt;
  const auto here = settings_in(mine);
  const auto there = settings_in(theirs);
  auto names = here;
  names.insert(there.begin(), there.end());
  for (const auto& [name, any] : names) {
    const auto own = here.find(name);
    const auto other = there.find(name);
    const bool both = own != here.end() && other != there.end();
    if (both && essence(name, own->second) == essence(name, other->second)) continue;
    return make_error(Code::invalid_argument,
                      "it was started with {}, and this rank with {}: ranks would take different algorithms and wait "
                      "for each other for ever; give all ranks of the job the same",
                      told(name, other != there.end() ? &other->second : nullptr),
                      told(name, own != here.end() ? &own->second : nullptr));
  }
  return std::nullopt;
}

}  // namespace baton::communicator
