// SPDX-License-Identifier: BSD-3-Clause
#include "sim/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace baton::sim {
namespace {

constexpr double width = 760;
constexpr double left = 70;
constexpr double right = 210;  // the names
constexpr double top = 40;
constexpr double height = 430;
constexpr double bottom = 50;

/// Maps values to pixels; whole powers of the base are ticks.
struct Scale {
  double low;
  double high;
  double from;
  double to;
  double operator()(double value) const { return from + (std::log10(value) - low) / (high - low) * (to - from); }
};

Scale scale_of(double least, double most, double from, double to) {
  double low = std::log10(least);
  double high = std::log10(most);
  if (high - low < 0.5) {
    low -= 0.25;
    high += 0.25;
  }
  return {low, high, from, to};
}

std::string short_number(double value) {
  constexpr std::array units{"", "k", "M", "G"};
  std::size_t unit = 0;
  while (value >= 10000 && unit + 1 < units.size()) {
    value /= 1000;
    ++unit;
  }
  return fmt::format("{:.4g}{}", value, units[unit]);
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string chart(const std::string& title, const std::string& x_label, const std::string& y_label,
                  const std::vector<Line>& lines) {
  constexpr std::array colours{"#0b6e99", "#c8553d", "#588157", "#7b2d8b", "#b8860b", "#2f4858",
                               "#d1495b", "#3a86ff", "#6a994e", "#8d6e63", "#5c677d", "#e07a5f"};
  double x_least = 1e300, x_most = 0, y_least = 1e300, y_most = 0;
  for (const Line& line : lines) {
    for (const auto& [x, y] : line.points) {
      x_least = std::min(x_least, x);
      x_most = std::max(x_most, x);
      y_least = std::min(y_least, y);
      y_most = std::max(y_most, y);
    }
  }
  if (x_most == 0) return {};
  const Scale x = scale_of(x_least, x_most, left, width - right);
  const Scale y = scale_of(y_least, y_most, height - bottom, top);
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
      "font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n"
      "<text x=\"{2}\" y=\"24\" font-size=\"15\">{3}</text>\n",
      width, height, left, escaped(title));
  auto put = std::back_inserter(out);
  for (double tick = std::pow(10, std::ceil(y.low)); tick <= std::pow(10, y.high) * 1.0001; tick *= 10) {
    fmt::format_to(put,
                   "<path d=\"M{:.1f} {:.1f}H{:.1f}\" stroke=\"#ddd\"/><text x=\"{:.1f}\" y=\"{:.1f}\" "
                   "text-anchor=\"end\">{}</text>\n",
                   left, y(tick), width - right, left - 6, y(tick) + 4, short_number(tick));
  }
  const int powers = static_cast<int>(std::floor(std::log2(x_most))) - static_cast<int>(std::ceil(std::log2(x_least)));
  const double factor = std::exp2(std::max(1, (powers + 7) / 8));
  for (double tick = std::exp2(std::ceil(std::log2(x_least))); tick <= x_most * 1.0001; tick *= factor) {
    fmt::format_to(put,
                   "<path d=\"M{:.1f} {:.1f}V{:.1f}\" stroke=\"#eee\"/><text x=\"{:.1f}\" y=\"{:.1f}\" "
                   "text-anchor=\"middle\">{}</text>\n",
                   x(tick), top, height - bottom, x(tick), height - bottom + 16, short_number(tick));
  }
  fmt::format_to(
      put,
      "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n<text transform=\"translate(16 {:.1f}) "
      "rotate(-90)\" text-anchor=\"middle\">{}</text>\n",
      (left + width - right) / 2, height - 12, escaped(x_label), (top + height - bottom) / 2, escaped(y_label));
  // Names stand in the order in which the lines end, from the top.
  std::vector<std::size_t> order(lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto end_of = [&](std::size_t i) { return lines[i].points.empty() ? 0 : lines[i].points.back().second; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return end_of(a) > end_of(b); });
  double name_y = top + 6;
  for (const std::size_t i : order) {
    const Line& line = lines[i];
    if (line.points.empty()) continue;
    const char* const colour = line.name == "chosen" ? "#000" : colours[i % colours.size()];
    const auto join = [&](std::size_t first, std::size_t end, const char* dashes) {
      std::string path;
      for (std::size_t k = first; k < end; ++k) {
        const auto& [px, py] = line.points[k];
        fmt::format_to(std::back_inserter(path), "{}{:.1f} {:.1f}", path.empty() ? "M" : "L", x(px), y(py));
      }
      fmt::format_to(put, "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n", path, colour,
                     line.name == "chosen" ? 3.0 : 1.6, dashes);
    };
    const std::size_t solid = std::min(line.solid, line.points.size());
    if (solid > 0) join(0, solid, "");
    if (solid < line.points.size()) join(solid > 0 ? solid - 1 : 0, line.points.size(), " stroke-dasharray=\"5 4\"");
    fmt::format_to(put,
                   "<path d=\"M{:.1f} {:.1f}h16\" stroke=\"{}\" stroke-width=\"2\"/><text x=\"{:.1f}\" "
                   "y=\"{:.1f}\">{}</text>\n",
                   width - right + 12, name_y, colour, width - right + 34, name_y + 4, escaped(line.name));
    name_y += 17;
  }
  out += "</svg>\n";
  return out;
}

}  // namespace baton::sim
