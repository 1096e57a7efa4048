// SPDX-License-Identifier: BSD-3-Clause
#include "base/log.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <string>

namespace baton::log {
namespace {

std::atomic<Level>& current_level() noexcept {
  static std::atomic<Level> instance = [] {
    const char* text = std::getenv("BATON_LOG");
    return text == nullptr ? Level::warn : level_of(text).value_or(Level::warn);
  }();
  return instance;
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

std::optional<Level> level_of(std::string_view name) noexcept {
  if (name == "error") return Level::error;
  if (name == "warn") return Level::warn;
  if (name == "info") return Level::info;
  if (name == "debug") return Level::debug;
  return std::nullopt;
}

Level level() noexcept { return current_level().load(std::memory_order_relaxed); }
void set_level(Level level) noexcept { current_level().store(level, std::memory_order_relaxed); }

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
