// SPDX-License-Identifier: BSD-3-Clause
// The plans of calls that repeat, so that a collective in a loop builds nothing. Not here: how a plan is made
// (runner.hpp). Threads: everything happens under the engine's lock.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "schedule/plan.hpp"

namespace baton::schedule {

/// Calls are alike when the call, the root, counts, sizes and the other properties of their shapes are; what a
/// communicator fixes (ranks, neighbours) is not looked at. Calls with arrays of counts are kept apart from the others
/// and few at a time: a program whose arrays differ in each call must not drive out what does repeat.
class PlanStore {
 public:
  /// The plan of an earlier call alike, or nullptr. Cost: a hash of the shape, and of its arrays. `any_length`: plans
  /// that are the same for all counts, displacements and sizes; these are not looked at.
  [[nodiscard]] Plan* find(Called called, const collectives::Shape& shape, bool any_length = false) noexcept {
    if (any_length || (shape.send.counts.empty() && shape.recv.counts.empty())) [[likely]] {
      const Key key = key_of(called, shape, any_length);
      Recent& latest = recent(key);
      if (latest.key == key && latest.plan != nullptr) [[likely]]
        return latest.plan;
    }
    return find_slowly(called, shape, any_length);
  }
  /// Takes the plan of a call that find does not know. nullptr, and `made` is left, where there is no room for it.
  Plan* keep(Called called, const collectives::Shape& shape, std::unique_ptr<Plan>& made, bool any_length = false);

  [[nodiscard]] std::size_t size() const noexcept;
  /// Changes when plans of calls without arrays are dropped.
  [[nodiscard]] std::uint64_t epoch() const noexcept { return epoch_; }

 private:
  struct Key {
    std::int64_t send_count, recv_count, send_size, recv_size;
    collectives::Traits traits;
    std::uint32_t root;
    std::uint16_t call;  // Called::key
    std::uint16_t flags;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const noexcept;
  };
  /// A call with arrays. `arrays`: those of the send side, then those of the receive side.
  struct Listed {
    std::uint64_t hash = 0;
    Key key{};
    std::vector<std::int64_t> arrays;
    std::unique_ptr<Plan> plan;
    std::uint64_t used = 0;  // the latest use, by the clock of uses
  };

  [[nodiscard]] static Key key_of(Called called, const collectives::Shape& shape, bool any_length) noexcept {
    if (any_length) return {0, 0, 0, 0, shape.traits(), shape.root, called.key, 16};
    const auto flags =
        static_cast<std::uint16_t>((shape.send.contiguous ? 1U : 0U) | (shape.recv.contiguous ? 2U : 0U) |
                                   (shape.send.counts.empty() ? 0U : 4U) | (shape.recv.counts.empty() ? 0U : 8U));
    return {shape.send.count, shape.recv.count, shape.send.size, shape.recv.size,
            shape.traits(),   shape.root,       called.key,      flags};
  }
  [[nodiscard]] Plan* find_slowly(Called called, const collectives::Shape& shape, bool any_length) noexcept;
  Plan* keep_listed(const Key& key, const collectives::Shape& shape, std::unique_ptr<Plan>& made);

  /// The latest call of those that meet in one place: found without the map.
  struct Recent {
    Key key{};
    Plan* plan = nullptr;
  };
  [[nodiscard]] Recent& recent(const Key& key) noexcept {
    // Calls that take turns in a loop, as a barrier and a short broadcast, shall not meet.
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;
    const auto counts = static_cast<std::uint64_t>(key.recv_count + key.send_count);
    return recent_[((counts + std::uint64_t{key.call} * 0x10001 + key.root) * spread) >> 60];
  }

  std::unordered_map<Key, std::unique_ptr<Plan>, Hash> plans_;
  std::array<Recent, 16> recent_{};
  std::size_t kept_steps_ = 0;  // in plans_
  std::array<Listed, 8> listed_{};
  std::uint64_t uses_ = 0;
  std::uint64_t epoch_ = 0;
};

}  // namespace baton::schedule
