// SPDX-License-Identifier: BSD-3-Clause
// Sends and receives of a simulation that wait for their partner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace baton::sim {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// A send or a receive that waits for its partner.
struct Half {
  double time;  // eager send: when the message is there. Else when the step was ready
  std::uint32_t step;
  std::uint32_t next = none;
};

/// The halves that wait, a list for each pair of ranks: a table with open places, for each message comes and goes here.
class Halves {
 public:
  Halves() : places_(1U << 10) {}

  /// Joins the list of its pair, or takes the first of it where these are the other halves. Returns whether it took.
  bool meet(std::uint64_t pair, const Half& half, bool is_send, Half& other) {
    if (2 * (used_ + 1) > places_.size()) grow();
    const std::size_t at = find(pair);
    Place& place = places_[at];
    if (place.first != none && place.sends != is_send) {
      const std::uint32_t index = place.first;
      other = halves_[index];
      free_.push_back(index);
      place.first = other.next;
      if (place.first == none) erase(at);
      return true;
    }
    const auto index = free_.empty() ? static_cast<std::uint32_t>(halves_.size()) : free_.back();
    if (free_.empty()) {
      halves_.push_back(half);
    } else {
      free_.pop_back();
      halves_[index] = half;
    }
    if (place.first == none) {
      place = {pair, index, index, is_send};
      ++used_;
    } else {
      halves_[place.last].next = index;
      place.last = index;
    }
    return false;
  }

 private:
  struct Place {
    std::uint64_t pair = 0;
    std::uint32_t first = none;  // none: open
    std::uint32_t last = none;
    bool sends = false;
  };
  [[nodiscard]] std::size_t home(std::uint64_t pair) const noexcept {
    const std::uint64_t mixed = pair * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed ^ (mixed >> 32)) & (places_.size() - 1);
  }
  [[nodiscard]] std::size_t find(std::uint64_t pair) const noexcept {
    std::size_t at = home(pair);
    while (places_[at].first != none && places_[at].pair != pair) at = (at + 1) & (places_.size() - 1);
    return at;
  }
  /// Moves those behind it up that would not be found any more.
  void erase(std::size_t hole) noexcept {
    const std::size_t mask = places_.size() - 1;
    for (std::size_t at = (hole + 1) & mask; places_[at].first != none; at = (at + 1) & mask) {
      if (((at - home(places_[at].pair)) & mask) < ((at - hole) & mask)) continue;
      places_[hole] = places_[at];
      hole = at;
    }
    places_[hole].first = none;
    --used_;
  }
  void grow() {
    std::vector<Place> old(2 * places_.size());
    old.swap(places_);
    for (const Place& place : old) {
      if (place.first != none) places_[find(place.pair)] = place;
    }
  }

  std::vector<Place> places_;
  std::vector<Half> halves_;
  std::vector<std::uint32_t> free_;
  std::size_t used_ = 0;
};

}  // namespace baton::sim
