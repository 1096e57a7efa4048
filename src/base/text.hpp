// SPDX-License-Identifier: BSD-3-Clause
// Formats error sentences and keeps them for the life of the process, so that an Error can point at them.
// For failures only: every different sentence stays in memory.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace baton {

/// Returns a NUL-terminated copy of `text` that lives as long as the process; equal texts share one copy. Thread-safe.
const char* intern(std::string_view text);

/// "No such file or directory" for an errno; thread-safe.
std::string errno_text(int os_errno);

/// An Error whose sentence is formatted now.
template <class... Args>
[[nodiscard]] Error make_error(Code code, fmt::format_string<Args...> format, Args&&... args) {
  return Error{code, 0, intern(fmt::format(format, std::forward<Args>(args)...))};
}

/// The same for a failed system call; `: <errno text>` is appended.
template <class... Args>
[[nodiscard]] Error os_error(int os_errno, fmt::format_string<Args...> format, Args&&... args) {
  return Error{Code::io, os_errno,
               intern(fmt::format(format, std::forward<Args>(args)...) + ": " + errno_text(os_errno))};
}

}  // namespace baton
