// SPDX-License-Identifier: BSD-3-Clause
// From the errors of the rooms below to the exceptions of the native API. This floor may throw.
#pragma once

#include <fmt/format.h>

#include <baton/exception.hpp>

#include "base/error.hpp"

namespace baton::api {

[[nodiscard]] ErrorClass class_of(Code code) noexcept;

/// Throws what a room below reported about `call`.
[[noreturn]] void raise(const char* call, const Error& error);

/// "send: argument 'destination' = 7: ..." with the sentence after the call's name.
template <class... Args>
[[noreturn]] [[gnu::cold]] void raise(const char* call, ErrorClass error_class, fmt::format_string<Args...> format,
                                      Args&&... args) {
  throw Exception(error_class, fmt::format("{}: {}", call, fmt::format(format, std::forward<Args>(args)...)));
}

}  // namespace baton::api
