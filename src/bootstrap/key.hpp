// SPDX-License-Identifier: BSD-3-Clause
// What a key may look like, the same for every launcher, so that a key that works under one works under all.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/result.hpp"
#include "base/text.hpp"

namespace baton::bootstrap {

/// PMI-1 keys have 63 characters; what is left over names the rank and the piece.
inline constexpr std::size_t max_key_length = 40;

[[nodiscard]] inline Status check_key(std::string_view key) {
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' ||
           c == '-';
  });
  if (plain && !key.empty() && key.size() <= max_key_length) return {};
  return make_error(Code::invalid_argument, "a key has 1 to {} characters of [A-Za-z0-9_.-]; \"{}\" does not",
                    max_key_length, key);
}

}  // namespace baton::bootstrap
