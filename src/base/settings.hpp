// SPDX-License-Identifier: BSD-3-Clause
// A file of settings: a line a setting, its name and a number above 0; a # starts a comment. Not here: which names
// there are, and what they mean (whoever asks).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace baton {

struct Setting {
  int line = 0;
  std::string name;
  double value = 0;
};

/// In the order of their lines. Error: a value that is no positive number, or a name twice; with its line.
[[nodiscard]] Result<std::vector<Setting>> parse_settings(std::string_view text);

/// Error: it cannot be read.
[[nodiscard]] Result<std::string> text_of_file(const std::string& path);

}  // namespace baton
