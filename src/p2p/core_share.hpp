// SPDX-License-Identifier: BSD-3-Clause
// Whether others want the core that a rank has, by the count of ranks and cores, for itself: other jobs, containers of
// the same machine, a limit on its time. Seen by how long a yield takes: others that wait, too, give the core back
// soon; who computes keeps it for its whole slice of time, some milliseconds, and then spinning in one's own slices is
// a thousand times quicker. Arithmetic alone; who yields is wait.cpp.
#pragma once

#include <cstdint>

namespace baton::p2p {

class CoreShare {
 public:
  /// Time from one yield of a spinning wait to its next: what a process that wants the core waits for it, and 20 times
  /// what a yield costs where nobody does.
  static constexpr std::int64_t look_ns = 6'000;
  /// A yield that took so long has let somebody run.
  static constexpr std::int64_t taken_ns = 4'000;
  /// And so long: somebody who computes.
  static constexpr std::int64_t computed_ns = 500'000;
  /// Of the time after that, which no wait gives up the core before it has spun to the end: so many times what the
  /// yield took.
  static constexpr std::int64_t pause = 20;
  /// Waits that do not spin after a yield that was short, though longer than `taken_ns`.
  static constexpr std::uint32_t waits = 64;

  [[nodiscard]] bool shared() const noexcept { return waits_ != 0; }
  void begin_wait() noexcept {
    if (waits_ != 0) --waits_;
  }
  /// Whether to ask by a yield.
  [[nodiscard]] bool asks(std::int64_t now_ns) const noexcept { return now_ns >= quiet_until_ns_; }
  /// Whether that yield let somebody run. `now_ns`: at its end.
  bool saw_yield(std::int64_t took_ns, std::int64_t now_ns) noexcept {
    if (took_ns < taken_ns) return false;
    if (took_ns >= computed_ns) {
      waits_ = 0;
      quiet_until_ns_ = now_ns + pause * took_ns;
    } else {
      waits_ = waits;
    }
    return true;
  }

 private:
  std::uint32_t waits_ = 0;
  std::int64_t quiet_until_ns_ = 0;
};

}  // namespace baton::p2p
