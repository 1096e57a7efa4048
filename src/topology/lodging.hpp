// SPDX-License-Identifier: BSD-3-Clause
// On which processor a waiting rank of a crowded node stands for the time being: at home with its neighbours, or, while
// these keep it from running and others have no use for theirs, on one that is idle. Arithmetic alone; who asks the
// kernel and moves is home.hpp.
#pragma once

#include <algorithm>
#include <cstdint>

namespace baton::topology {

class Lodging {
 public:
  /// Waits between two looks.
  static constexpr std::uint32_t waits_a_look = 128;
  /// Time between two looks for an idle processor: after one that was found, and after many looks in vain.
  static constexpr std::int64_t first_pause_ns = 4'000'000;
  static constexpr std::int64_t last_pause_ns = 512'000'000;

  /// `place`: how many ranks of the same home come before; they look one after the other.
  Lodging(std::uint32_t home, std::uint32_t place) noexcept
      : home_(home), cpu_(home), pause_ns_(first_pause_ns * (1 + place)) {}

  [[nodiscard]] std::uint32_t cpu() const noexcept { return cpu_; }
  /// At each wait that gives up the core. Whether it is time for look().
  [[nodiscard]] bool counts() noexcept { return ++waits_ % waits_a_look == 0; }
  /// What has become of the last `waits_a_look` waits: `switches` is how often this thread has given way to another one
  /// since it began. Whether to look for an idle processor, and to move() there.
  [[nodiscard]] bool look(std::int64_t now_ns, std::int64_t switches) noexcept {
    const bool crowded = (switches - switches_) * 2 >= std::int64_t{waits_a_look};
    switches_ = switches;
    if (next_ns_ == 0) next_ns_ = now_ns + pause_ns_;
    if (!crowded) {
      if (cpu_ != home_) pause_ns_ = first_pause_ns;
      return false;
    }
    if (cpu_ != home_) {  // no better than there, where the neighbours are
      cpu_ = home_;
      pause(now_ns);
      return false;
    }
    if (now_ns < next_ns_) return false;
    pause(now_ns);
    return true;
  }
  /// To a processor that may be idle: the next looks tell.
  void move(std::uint32_t cpu) noexcept { cpu_ = cpu; }

 private:
  void pause(std::int64_t now_ns) noexcept {
    pause_ns_ = std::min(2 * pause_ns_, last_pause_ns);
    next_ns_ = now_ns + pause_ns_;
  }

  std::uint32_t home_;
  std::uint32_t cpu_;
  std::uint32_t waits_ = 0;
  std::int64_t pause_ns_;
  std::int64_t next_ns_ = 0;  // 0: not yet begun
  std::int64_t switches_ = 0;
};

}  // namespace baton::topology
