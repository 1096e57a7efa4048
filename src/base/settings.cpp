// SPDX-License-Identifier: BSD-3-Clause
#include "base/settings.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "base/text.hpp"

namespace baton {
namespace {

/// Takes the next word off the line; "" at its end.
std::string_view word(std::string_view& line) {
  constexpr std::string_view blanks = " \t\r";
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  const std::string_view found = line.substr(0, line.find_first_of(blanks));
  line.remove_prefix(found.size());
  return found;
}

}  // namespace

Result<std::vector<Setting>> parse_settings(std::string_view text) {
  std::vector<Setting> settings;
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    line = line.substr(0, line.find('#'));
    Setting setting{number, std::string(word(line)), 0};
    if (setting.name.empty()) continue;
    const std::string value(word(line));
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), setting.value);
    // The comparisons also refuse NaN.
    if (problem != std::errc{} || end != value.data() + value.size() || !(setting.value > 0 && setting.value <= 1e12) ||
        !word(line).empty()) {
      return make_error(Code::invalid_argument, "line {}: {} needs one positive number, not '{}'", number, setting.name,
                        value);
    }
    if (std::any_of(settings.begin(), settings.end(), [&](const Setting& s) { return s.name == setting.name; })) {
      return make_error(Code::invalid_argument, "line {}: {} comes twice", number, setting.name);
    }
    settings.push_back(std::move(setting));
  }
  return settings;
}

Result<std::string> text_of_file(const std::string& path) {
  std::ifstream file(path);
  if (!file) return make_error(Code::not_found, "'{}' cannot be read", path);
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

}  // namespace baton
