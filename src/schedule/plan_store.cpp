// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/plan_store.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace baton::schedule {
namespace {

using collectives::Shape;
using collectives::Side;

constexpr std::size_t most_plans = 64;               // without arrays, kept per communicator
constexpr std::size_t most_steps = 1U << 16;         // in all of them together
constexpr std::size_t most_listed_steps = 1U << 12;  // in one plan of a call with arrays

constexpr std::uint64_t first_prime = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t second_prime = 0xD6E8FEB86659FD93U;

bool has_arrays(const Shape& shape) noexcept { return !shape.send.counts.empty() || !shape.recv.counts.empty(); }

/// Calls `use` with each array of the shape, always in the same order.
template <class Use>
void each_array(const Shape& shape, Use&& use) {
  for (const Side* side : {&shape.send, &shape.recv}) {
    use(side->counts);
    use(side->displacements);
    use(side->sizes);
  }
}

std::uint64_t hash_of_arrays(const Shape& shape, std::uint64_t hash) noexcept {
  each_array(shape, [&](std::span<const std::int64_t> array) {
    hash = (hash ^ array.size()) * second_prime;
    for (const std::int64_t value : array) {
      hash = (hash ^ static_cast<std::uint64_t>(value)) * first_prime;
      hash ^= hash >> 32;
    }
  });
  return hash;
}

bool same_arrays(const Shape& shape, const std::vector<std::int64_t>& kept) noexcept {
  std::span<const std::int64_t> left(kept);
  bool same = true;
  each_array(shape, [&](std::span<const std::int64_t> array) {
    if (!same || left.size() < array.size() || !std::equal(array.begin(), array.end(), left.begin())) {
      same = false;
      return;
    }
    left = left.subspan(array.size());
  });
  return same && left.empty();
}

}  // namespace

std::size_t PlanStore::Hash::operator()(const Key& key) const noexcept {
  std::uint64_t hash = static_cast<std::uint64_t>(key.send_count) * first_prime;
  hash = (hash ^ static_cast<std::uint64_t>(key.recv_count)) * second_prime;
  hash = (hash ^ static_cast<std::uint64_t>(key.send_size) ^ (static_cast<std::uint64_t>(key.recv_size) << 20)) *
         first_prime;
  hash ^= (static_cast<std::uint64_t>(key.root) << 16) ^ (std::uint64_t{key.call} << 48) ^ key.flags;
  hash = (hash ^ key.traits) * first_prime;
  return static_cast<std::size_t>((hash * second_prime) >> 20);
}

Plan* PlanStore::find_slowly(Called called, const Shape& shape, bool any_length) noexcept {
  const Key key = key_of(called, shape, any_length);
  if (any_length || !has_arrays(shape)) {
    const auto known = plans_.find(key);
    if (known == plans_.end()) return nullptr;
    recent(key) = {key, known->second.get()};
    return known->second.get();
  }
  const std::uint64_t hash = hash_of_arrays(shape, Hash{}(key));
  for (Listed& each : listed_) {
    if (each.plan == nullptr || each.hash != hash || !(each.key == key) || !same_arrays(shape, each.arrays)) continue;
    each.used = ++uses_;
    return each.plan.get();
  }
  return nullptr;
}

Plan* PlanStore::keep(Called called, const Shape& shape, std::unique_ptr<Plan>& made, bool any_length) {
  const Key key = key_of(called, shape, any_length);
  if (!any_length && has_arrays(shape)) return keep_listed(key, shape, made);
  if (plans_.size() >= most_plans || kept_steps_ + made->waits.size() > most_steps) {
    recent_.fill({});
    ++epoch_;
    std::erase_if(plans_, [](const auto& entry) { return entry.second->users == 0; });
    kept_steps_ = 0;
    for (const auto& entry : plans_) kept_steps_ += entry.second->waits.size();
  }
  kept_steps_ += made->waits.size();
  return plans_.emplace(key, std::move(made)).first->second.get();
}

/// In the place of the one that was not used for longest.
Plan* PlanStore::keep_listed(const Key& key, const Shape& shape, std::unique_ptr<Plan>& made) {
  if (made->waits.size() > most_listed_steps) return nullptr;
  Listed* place = nullptr;
  for (Listed& each : listed_) {
    if (each.plan != nullptr && each.plan->users != 0) continue;
    if (place == nullptr || each.used < place->used) place = &each;
  }
  if (place == nullptr) return nullptr;
  place->hash = hash_of_arrays(shape, Hash{}(key));
  place->key = key;
  place->arrays.clear();
  each_array(shape, [&](std::span<const std::int64_t> array) {
    place->arrays.insert(place->arrays.end(), array.begin(), array.end());
  });
  place->plan = std::move(made);
  place->used = ++uses_;
  return place->plan.get();
}

std::size_t PlanStore::size() const noexcept {
  std::size_t listed = 0;
  for (const Listed& each : listed_) listed += each.plan != nullptr ? 1 : 0;
  return plans_.size() + listed;
}

}  // namespace baton::schedule
