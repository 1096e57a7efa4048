// SPDX-License-Identifier: BSD-3-Clause
// Whether others want the core that a rank has, by the count of ranks and cores, for itself: other jobs, containers of
// the same machine, a limit on its time. Seen by how long a yield takes. Arithmetic alone; who yields is wait.cpp.
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
  /// Waits that do not spin after that.
  static constexpr std::uint32_t waits = 64;

  [[nodiscard]] bool shared() const noexcept { return waits_ != 0; }
  void begin_wait() noexcept {
    if (waits_ != 0) --waits_;
  }
  /// Whether that yield let somebody run.
  bool saw_yield(std::int64_t took_ns) noexcept {
    if (took_ns < taken_ns) return false;
    waits_ = waits;
    return true;
  }

 private:
  std::uint32_t waits_ = 0;
};

}  // namespace baton::p2p
