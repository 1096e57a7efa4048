// SPDX-License-Identifier: BSD-3-Clause
// Which launcher started this process, judged from its environment alone. Not here: talking to it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.hpp"

namespace baton::bootstrap {

enum class Launcher : std::uint8_t { pmix, pmi_fd, pmi_port, singleton };

/// What the judgement rests on; tests pass their own.
struct Environment {
  std::function<const char*(const char* name)> variable;  // nullptr when not set, as getenv
  std::function<bool(int fd)> is_socket;                  // an open descriptor that is a socket

  /// "" when not set.
  [[nodiscard]] std::string text(const char* name) const;
  /// `otherwise` when not set or no number.
  [[nodiscard]] std::int64_t number(const char* name, std::int64_t otherwise) const;
  [[nodiscard]] bool has(const char* name) const { return variable(name) != nullptr; }
};

/// The environment of this process.
[[nodiscard]] Environment process_environment();

/// Names the launcher, or says why this process must not go on alone. Variables are inherited by everything that a rank
/// starts, and by jobs started from within jobs; descriptors are not. So an open PMI_FD beats PMIX_RANK, which beats
/// the rest; a launcher's size without its connection is an Error. BATON_LAUNCHER=pmix|pmi|singleton overrules all
/// this.
[[nodiscard]] Result<Launcher> detect(const Environment& environment);

}  // namespace baton::bootstrap
