// SPDX-License-Identifier: BSD-3-Clause
#include "bootstrap/wire_text.hpp"

#include <charconv>

#include "base/text.hpp"

namespace baton::bootstrap {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";
constexpr std::size_t max_pieces = 9999;

[[nodiscard]] bool is_plain(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("-_.,:/+@()").find(c) != std::string_view::npos;
}

}  // namespace

std::string to_wire_text(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (const char c : bytes) {
    if (is_plain(c)) {
      text += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      text += '%';
      text += digits[byte >> 4U];
      text += digits[byte & 15U];
    }
  }
  return text;
}

Result<std::string> from_wire_text(std::string_view text) {
  const Error bad{Code::protocol, 0, "a value from the launcher's key-value store is not what was put"};
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return bad;
      const std::size_t high = digits.find(text[i + 1]);
      const std::size_t low = digits.find(text[i + 2]);
      if (high == std::string_view::npos || low == std::string_view::npos) return bad;
      bytes += static_cast<char>(high * 16 + low);
      i += 2;
    } else if (is_plain(text[i])) {
      bytes += text[i];
    } else {
      return bad;
    }
  }
  return bytes;
}

std::vector<std::string> cut_in_pieces(std::string_view text, std::size_t max_piece) {
  constexpr std::size_t head = 5;  // "9999!"
  std::size_t count = 1;
  if (text.size() > max_piece - head) count += (text.size() - (max_piece - head) + max_piece - 1) / max_piece;
  std::vector<std::string> pieces;
  pieces.push_back(fmt::format("{}!{}", count, text.substr(0, max_piece - head)));
  for (std::size_t at = max_piece - head; at < text.size(); at += max_piece)
    pieces.emplace_back(text.substr(at, max_piece));
  return pieces;
}

Result<std::size_t> take_piece_count(std::string_view& first_piece) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(first_piece.data(), first_piece.data() + first_piece.size(), count);
  const auto used = static_cast<std::size_t>(end - first_piece.data());
  if (error != std::errc{} || count == 0 || count > max_pieces || used >= first_piece.size() ||
      first_piece[used] != '!') {
    return Error{Code::protocol, 0,
                 "a value from the launcher's key-value store does not begin with its number of pieces"};
  }
  first_piece.remove_prefix(used + 1);
  return count;
}

}  // namespace baton::bootstrap
