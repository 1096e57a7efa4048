// SPDX-License-Identifier: BSD-3-Clause
// The lists that a hash leads to; more of them when the elements become many, so that each stays short. Elements of one
// list keep their order. Owns none of them; not thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>

#include "base/intrusive_list.hpp"

namespace baton::matching {

/// `Hash` maps a T to 64 bits, of which the upper ones lead to its list.
template <class T, class Tag, class Hash>
class Buckets {
 public:
  using List = IntrusiveList<T, Tag>;

  [[nodiscard]] List& of(std::uint64_t hash) noexcept { return lists_[hash >> shift_]; }

  /// To be told how many elements there are after one more. Cost: none as a rule; at times one step for each element.
  void hold(std::size_t count) noexcept {
    if (count > most_) [[unlikely]]
      grow();
  }

  /// Calls `visit(T*)` for each element, those of a list in their order; visit may remove the one it is given.
  template <class F>
  void each(F&& visit) {
    for (std::size_t i = 0; i < size(); ++i) {
      for (T* item = lists_[i].front(); item != nullptr;) {
        T* const following = lists_[i].after(item);
        visit(item);
        item = following;
      }
    }
  }
  [[nodiscard]] std::size_t size() const noexcept { return std::size_t{1} << (64 - shift_); }

 private:
  static constexpr unsigned first_bits = 7;
  static constexpr unsigned growth_bits = 3;
  static constexpr unsigned most_bits = 22;
  static constexpr std::size_t load = 2;  // elements a list, on average, before there are more lists

  /// Without memory for more, the lists stay as they are, and become longer.
  void grow() noexcept {
    most_ *= std::size_t{1} << growth_bits;
    const unsigned bits = 64 - shift_ + growth_bits;
    if (bits > most_bits) return;
    std::unique_ptr<List[]> more(new (std::nothrow) List[std::size_t{1} << bits]);
    if (more == nullptr) return;
    const unsigned shift = 64 - bits;
    each([&](T* item) {
      List::remove(item);
      more[Hash{}(*item) >> shift].push_back(item);
    });
    many_ = std::move(more);
    lists_ = many_.get();
    shift_ = shift;
  }

  std::array<List, std::size_t{1} << first_bits> few_;
  std::unique_ptr<List[]> many_;
  List* lists_ = few_.data();
  unsigned shift_ = 64 - first_bits;
  std::size_t most_ = load << first_bits;
};

}  // namespace baton::matching
