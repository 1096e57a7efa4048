// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/tuning_file.hpp"

#include <algorithm>
#include <array>

#include "base/settings.hpp"
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

}  // namespace

Result<Constants> parse_constants(std::string_view text) {
  const auto settings = parse_settings(text);
  if (!settings) return settings.error();
  Constants constants;
  for (const Setting& setting : settings.value()) {
    const auto* const row =
        std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return setting.name == r.name; });
    if (row == rows.end()) {
      return make_error(Code::invalid_argument, "line {}: '{}' is no constant; baton-tune writes those that are",
                        setting.line, setting.name);
    }
    row->of(constants) = setting.value;
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
  const auto text = text_of_file(path);
  if (!text) return make_error(Code::invalid_argument, "BATON_TUNING: {}", text.error().what);
  auto parsed = parse_constants(text.value());
  if (!parsed) return make_error(Code::invalid_argument, "BATON_TUNING='{}': {}", path, parsed.error().what);
  return parsed;
}

}  // namespace baton::collectives
