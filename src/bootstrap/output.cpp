// SPDX-License-Identifier: BSD-3-Clause
#include "bootstrap/output.hpp"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ctime>

#include "base/clock.hpp"

namespace baton::bootstrap {

bool is_drained(int fd) noexcept {
  struct stat status {};
  if (::fstat(fd, &status) != 0 || !S_ISFIFO(status.st_mode)) return true;
  int unread = 0;
  return ::ioctl(fd, FIONREAD, &unread) != 0 || unread == 0;
}

void drain_output(std::int64_t patience_ns) noexcept {
  constexpr timespec look_every{0, 200'000};
  const std::int64_t deadline = now_ns() + patience_ns;
  while (!(is_drained(STDOUT_FILENO) && is_drained(STDERR_FILENO)) && now_ns() < deadline) {
    ::nanosleep(&look_every, nullptr);
  }
}

}  // namespace baton::bootstrap
