// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/tuning_file.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "base/text.hpp"

namespace baton::collectives {
namespace {

struct Row {
  const char* name;
  double& (*of)(Constants&);
  const char* meaning;
};
constexpr std::array rows = std::to_array<Row>({
    {"node.message", [](Constants& c) -> double& { return c.node.message; }, "ns of a message between ranks of a node"},
    {"node.byte", [](Constants& c) -> double& { return c.node.sent; }, "ns of a byte more there"},
    {"network.message", [](Constants& c) -> double& { return c.network.message; },
     "ns of a message between ranks of two nodes"},
    {"network.byte", [](Constants& c) -> double& { return c.network.sent; }, "ns of a byte more there"},
    {"reduced", [](Constants& c) -> double& { return c.reduced; }, "ns of a byte reduced"},
    {"copied", [](Constants& c) -> double& { return c.copied; }, "ns of a byte copied"},
    {"step", [](Constants& c) -> double& { return c.step; }, "ns of a step of a schedule without a message"},
});

std::string_view word(std::string_view& line) {
  constexpr std::string_view blanks = " \t\r";
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  const std::string_view found = line.substr(0, line.find_first_of(blanks));
  line.remove_prefix(found.size());
  return found;
}

}  // namespace

Result<Constants> parse_constants(std::string_view text) {
  Constants constants;
  std::array<bool, rows.size()> seen{};
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    line = line.substr(0, line.find('#'));
    const std::string name(word(line));
    if (name.empty()) continue;
    const std::string value(word(line));
    std::size_t at = 0;
    while (at < rows.size() && name != rows[at].name) ++at;
    if (at == rows.size()) {
      return make_error(Code::invalid_argument, "line {}: '{}' is no constant; baton-tune writes those that are",
                        number, name);
    }
    double parsed = 0;
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (problem != std::errc{} || end != value.data() + value.size() || !(parsed > 0) || parsed > 1e12 ||
        !word(line).empty()) {
      return make_error(Code::invalid_argument, "line {}: {} needs one positive number of nanoseconds, not '{}'",
                        number, name, value);
    }
    if (std::exchange(seen[at], true)) {
      return make_error(Code::invalid_argument, "line {}: {} comes twice", number, name);
    }
    rows[at].of(constants) = parsed;
  }
  return constants;
}

std::string write_constants(const Constants& constants) {
  Constants copy = constants;
  std::string text = "# Constants of Baton's choice of collective algorithms; use: BATON_TUNING=<this file>\n";
  for (const Row& row : rows) text += fmt::format("{:16} {:<12.6g} # {}\n", row.name, row.of(copy), row.meaning);
  return text;
}

Result<Constants> read_constants(const std::string& path) {
  std::ifstream file(path);
  if (!file) return make_error(Code::invalid_argument, "BATON_TUNING='{}' cannot be read", path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto parsed = parse_constants(text);
  if (!parsed) return make_error(Code::invalid_argument, "BATON_TUNING='{}': {}", path, parsed.error().what);
  return parsed;
}

}  // namespace baton::collectives
