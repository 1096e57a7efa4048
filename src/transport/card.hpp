// SPDX-License-Identifier: BSD-3-Clause
// The business card of a rank: "name=value;name=value", a word per transport (and others' words, which are left alone).
#pragma once

#include <algorithm>
#include <string_view>

namespace baton::transport {

/// The value of a word of a card, "" when it has none. A card without '=' is taken as the value alone.
[[nodiscard]] constexpr std::string_view word_of_card(std::string_view card, std::string_view name) noexcept {
  if (card.find('=') == std::string_view::npos) return card;
  while (!card.empty()) {
    const std::string_view word = card.substr(0, card.find(';'));
    if (word.size() > name.size() && word.starts_with(name) && word[name.size()] == '=')
      return word.substr(name.size() + 1);
    card.remove_prefix(std::min(card.size(), word.size() + 1));
  }
  return {};
}

}  // namespace baton::transport
