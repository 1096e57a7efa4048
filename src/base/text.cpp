// SPDX-License-Identifier: BSD-3-Clause
#include "base/text.hpp"

#include <cstring>
#include <mutex>
#include <set>

namespace baton {

const char* intern(std::string_view text) {
  // Sentences are shared by every Runtime of the process and only ever added to: no state that a caller could observe.
  static std::mutex mutex;
  static std::set<std::string, std::less<>> texts;
  const std::lock_guard lock(mutex);
  return texts.emplace(text).first->c_str();
}

std::string errno_text(int os_errno) {
  char buffer[128];
  return strerror_r(os_errno, buffer, sizeof buffer);  // the GNU form, which may return a static string
}

}  // namespace baton
