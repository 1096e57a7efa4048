// SPDX-License-Identifier: BSD-3-Clause
#include "base/log.hpp"

#include <unistd.h>

#include <cstdlib>
#include <mutex>
#include <string>

namespace baton::log {
namespace {

Level parse_level() noexcept {
  const char* text = std::getenv("BATON_LOG");
  if (text == nullptr) return Level::warn;
  const std::string_view name(text);
  if (name == "error") return Level::error;
  if (name == "info") return Level::info;
  if (name == "debug") return Level::debug;
  return Level::warn;
}

struct Identity {
  std::mutex mutex;
  std::string text;
};

Identity& identity() {
  static Identity instance;
  return instance;
}

const char* name_of(Level level) noexcept {
  switch (level) {
    case Level::error: return "error";
    case Level::warn: return "warning";
    case Level::info: return "info";
    case Level::debug: return "debug";
  }
  return "";
}

}  // namespace

Level level() noexcept {
  static const Level instance = parse_level();
  return instance;
}

void set_identity(std::string_view text) {
  const std::lock_guard lock(identity().mutex);
  identity().text = text;
}

void line(Level level, std::string_view text) noexcept {
  try {
    std::string whole;
    {
      const std::lock_guard lock(identity().mutex);
      whole = fmt::format("baton{} {}: {}\n", identity().text, name_of(level), text);
    }
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, whole.data(), whole.size());
  } catch (...) {  // a log line must never end a program
  }
}

}  // namespace baton::log
