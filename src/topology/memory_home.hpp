// SPDX-License-Identifier: BSD-3-Clause
// Binds memory to the NUMA node that the calling thread stands on. Not here: whose memory, and when.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace baton::topology {

/// Machines with one node are told by a look at a file, without hwloc. Threads: one at a time.
class MemoryHome {
 public:
  MemoryHome() noexcept;
  ~MemoryHome();
  MemoryHome(MemoryHome&&) noexcept;

  /// Prefers the node of the thread for memory that nobody has touched. Where the thread may run on several nodes, or
  /// the system refuses, it is left as it is: it then comes from the node of whoever touches it first.
  void bind(std::span<std::byte> memory) noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  bool tried_ = false;
};

}  // namespace baton::topology
