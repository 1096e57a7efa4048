// SPDX-License-Identifier: BSD-3-Clause
// An environment made of a map, for tests.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "bootstrap/launcher.hpp"

namespace baton::bootstrap::testing {

[[nodiscard]] inline Environment environment_of(std::map<std::string, std::string> variables,
                                                std::set<int> sockets = {}) {
  auto shared = std::make_shared<const std::map<std::string, std::string>>(std::move(variables));
  return {[shared](const char* name) -> const char* {
            const auto found = shared->find(name);
            return found == shared->end() ? nullptr : found->second.c_str();
          },
          [sockets = std::move(sockets)](int fd) { return sockets.count(fd) != 0; }};
}

}  // namespace baton::bootstrap::testing
