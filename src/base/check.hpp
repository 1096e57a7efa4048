// SPDX-License-Identifier: BSD-3-Clause
// Assertions about our own code: BATON_CHECK always, BATON_ASSERT in builds without NDEBUG. Users' mistakes never end
// here.
#pragma once

namespace baton {

/// Prints the expression and its place to stderr and aborts the process.
[[noreturn]] void check_failed(const char* expression, const char* file, int line) noexcept;

}  // namespace baton

#define BATON_CHECK(expression) \
  (static_cast<bool>(expression) ? void(0) : ::baton::check_failed(#expression, __FILE__, __LINE__))

#ifdef NDEBUG
#define BATON_ASSERT(expression) void(0)
#else
#define BATON_ASSERT(expression) BATON_CHECK(expression)
#endif
