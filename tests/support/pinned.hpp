// SPDX-License-Identifier: BSD-3-Clause
// Whether memory of this process is a pinned buffer, by the system's word: for programs that know MPI alone.
#pragma once

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>

namespace baton::tests {

/// Whether peers on the node can map it.
inline bool is_pinned(void* memory) {  // not const: what it points to is not looked at, and may not be written yet
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    std::uintptr_t first = 0;
    std::uintptr_t last = 0;
    if (std::sscanf(line.c_str(), "%lx-%lx", &first, &last) != 2) continue;
    const auto at = reinterpret_cast<std::uintptr_t>(memory);
    if (at >= first && at < last) return line.find("baton-pinned") != std::string::npos;
  }
  return false;
}

}  // namespace baton::tests
