// SPDX-License-Identifier: BSD-3-Clause
// Time for deadlines and waits. Code that must be tested without waiting takes `now_ns` as an argument instead.
#pragma once

#include <cstdint>
#include <ctime>

namespace baton {

/// Nanoseconds of CLOCK_MONOTONIC (vDSO, about 20 ns a call).
[[nodiscard]] inline std::int64_t now_ns() noexcept {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

}  // namespace baton
