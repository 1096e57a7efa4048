// SPDX-License-Identifier: BSD-3-Clause
#include "bootstrap/process_mapping.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace baton::bootstrap {
namespace {

struct Block {
  std::uint32_t first = 0;
  std::uint32_t nodes = 0;
  std::uint32_t ranks = 0;
};

/// Takes `text` off the front of `rest` if it stands there.
[[nodiscard]] bool take(std::string_view& rest, std::string_view text) {
  if (rest.substr(0, text.size()) != text) return false;
  rest.remove_prefix(text.size());
  return true;
}

[[nodiscard]] bool take(std::string_view& rest, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc{}) return false;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return true;
}

}  // namespace

Result<std::vector<std::uint32_t>> parse_process_mapping(std::string_view text, std::uint32_t size) {
  const Error bad{Code::protocol, 0, "PMI_process_mapping is not \"(vector,(first,nodes,ranks),...)\""};
  std::string_view rest = text;
  if (!take(rest, "(vector")) return bad;
  std::vector<Block> blocks;
  while (take(rest, ",")) {
    Block block;
    const bool good = take(rest, "(") && take(rest, block.first) && take(rest, ",") && take(rest, block.nodes) &&
                      take(rest, ",") && take(rest, block.ranks) && take(rest, ")");
    if (!good || block.nodes == 0 || block.ranks == 0) return bad;
    blocks.push_back(block);
  }
  if (blocks.empty() || rest != ")") return bad;

  std::vector<std::uint32_t> nodes;
  nodes.reserve(size);
  while (nodes.size() < size) {
    for (const Block& block : blocks) {
      for (std::uint32_t n = 0; n < block.nodes && nodes.size() < size; ++n) {
        const std::size_t count = std::min<std::size_t>(block.ranks, size - nodes.size());
        nodes.insert(nodes.end(), count, block.first + n);
      }
    }
  }
  return nodes;
}

std::vector<std::uint32_t> parse_ranks(std::string_view text, std::uint32_t size) {
  std::vector<std::uint32_t> ranks;
  std::string_view rest = text;
  do {
    std::uint32_t rank = 0;
    if (!take(rest, rank) || rank >= size) return {};
    ranks.push_back(rank);
  } while (take(rest, ","));
  if (!rest.empty()) return {};
  std::sort(ranks.begin(), ranks.end());
  if (std::adjacent_find(ranks.begin(), ranks.end()) != ranks.end()) return {};
  return ranks;
}

}  // namespace baton::bootstrap
