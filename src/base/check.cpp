// SPDX-License-Identifier: BSD-3-Clause
#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace baton {

void check_failed(const char* expression, const char* file, int line) noexcept {
  std::fprintf(stderr, "baton: internal error: '%s' does not hold at %s:%d; please report it\n", expression, file,
               line);
  std::abort();
}

}  // namespace baton
