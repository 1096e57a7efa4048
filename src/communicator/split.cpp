// SPDX-License-Identifier: BSD-3-Clause
#include "communicator/split.hpp"

#include <algorithm>
#include <vector>

#include "communicator/exchange.hpp"

namespace baton::communicator {
namespace {

constexpr std::size_t words_each = 3;  // whether there is a colour, the colour, the key

/// Old ranks of one colour in their new order.
std::vector<std::int32_t> members_of(const Words& words, std::int64_t color) {
  struct Wish {
    std::int64_t key;
    std::int32_t rank;
  };
  std::vector<Wish> wishes;
  for (std::size_t i = 0; i + words_each <= words.size(); i += words_each) {
    if (words[i] == 0 || words[i + 1] != color) continue;
    wishes.push_back({words[i + 2], static_cast<std::int32_t>(i / words_each)});
  }
  std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.key < b.key; });
  std::vector<std::int32_t> ranks;
  for (const Wish& wish : wishes) ranks.push_back(wish.rank);
  return ranks;
}

}  // namespace

Result<Ref> split(Communicator& parent, std::optional<std::int64_t> color, std::int64_t key,
                  schedule::Constructor constructor) {
  Construction construction(parent, constructor);
  const std::int64_t own[words_each] = {color ? 1 : 0, color.value_or(0), key};
  auto words = construction.gather_all(own);
  if (!words) return words.error();
  if (!color) return Ref{};
  const std::vector<std::int32_t> ranks = members_of(*words, *color);
  const auto rank = std::find(ranks.begin(), ranks.end(), parent.rank()) - ranks.begin();
  return Communicator::make(parent.engine(), parent.registry(),
                            mix(construction.child(), static_cast<std::uint64_t>(*color)), parent.group().incl(ranks),
                            static_cast<std::int32_t>(rank));
}

}  // namespace baton::communicator
