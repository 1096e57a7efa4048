// SPDX-License-Identifier: BSD-3-Clause
// A line chart on two logarithmic axes, as a file of its own (SVG). Knows nothing of collectives.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace baton::sim {

struct Line {
  std::string name;
  std::vector<std::pair<double, double>> points;     // both above 0
  std::size_t solid = static_cast<std::size_t>(-1);  // points from here on are joined by dashes
};

[[nodiscard]] std::string chart(const std::string& title, const std::string& x_label, const std::string& y_label,
                                const std::vector<Line>& lines);

}  // namespace baton::sim
