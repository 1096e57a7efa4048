// SPDX-License-Identifier: BSD-3-Clause
// Which way long data takes between two ranks is quicker differs between processors, and between cores of one: the
// kernel's copy, or slices written past the caches. So while they set an arena up, the ranks try both. Not here: what
// follows from it (collectives/arena/select.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "schedule/arena_memory.hpp"

namespace baton::schedule {

/// One rank's part: first it leaves a sample in its own memory and in its slices, then, after all have, it takes those
/// of the other. About 60 us for two ranks; of more ranks nothing is timed. Owns the sample, which must outlive the
/// others' takes.
class ArenaProbe {
 public:
  static constexpr std::uint64_t secret = 0x42'41'54'4F'4E;
  /// Fills `into` from an address of the other's memory by the kernel; whether it could.
  using Pull = std::function<bool(std::uint64_t address, std::span<std::byte> into)>;

  explicit ArenaProbe(std::uint32_t ranks);
  /// Before all have agreed that there is an arena, where nothing of a collective lies yet.
  void leave(ArenaMemory& memory, std::uint32_t rank);
  /// Afterwards. Whether the peer's memory can be read.
  [[nodiscard]] bool take(const ArenaMemory& memory, std::uint32_t peer, const Pull& pull);
  /// Whether slices were quicker, or are the only way; of two ranks.
  [[nodiscard]] bool streams() const noexcept;

 private:
  static constexpr std::size_t sample_bytes = std::size_t{64} << 10;
  static constexpr std::size_t tries = 3;  // the quickest counts: the others were disturbed

  std::vector<std::byte> sample_;
  std::vector<std::byte> taken_;
  std::int64_t stored_ns_;
  std::int64_t loaded_ns_;
  std::int64_t pulled_ns_;
};

}  // namespace baton::schedule
