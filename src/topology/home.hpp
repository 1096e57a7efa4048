// SPDX-License-Identifier: BSD-3-Clause
// Ranks of a crowded node (more ranks than processors) that nobody has bound: how many processors they share, and a
// processor for each to come back to. Not here: binding, which is the launcher's business; the kernel may always move
// such a rank.
#pragma once

#include <pthread.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "topology/cpu_set.hpp"
#include "topology/lodging.hpp"

namespace baton::topology {

/// What the ranks of a job may run on together on this node, as one of them can tell: its own processors (`own`) and
/// those of the process that started it, which a launcher that binds its ranks has not bound.
[[nodiscard]] CpuSet cpus_of_job(const CpuSet& own);

/// The kernel leaves three of four ranks on one of two processors for long when all of them yield while they wait; the
/// fourth then waits for all of them. So a rank that waits goes to its processor, and may be moved away again when it
/// computes. Where neighbours run there in turn while another processor is idle, it goes to that one, for as long as it
/// has it for itself: the kernel leaves two ranks that yield to each other on one processor for ever. Threads: for the
/// one that made it; others stay where they are.
class Home {
 public:
  /// For the `index`-th of `count` ranks that share `cpus`: neighbours stand together. `pause_ns`: at least so long
  /// between two ways home.
  Home(const CpuSet& cpus, std::size_t index, std::size_t count, std::int64_t pause_ns = 1'000'000);

  /// Where it stands for the time being.
  [[nodiscard]] std::uint32_t cpu() const noexcept { return lodging_.cpu(); }
  /// Goes there, unless this thread is there already, or it, or somebody else, has meanwhile chosen other processors
  /// for it. Whether it went.
  bool come_back() noexcept;

 private:
  void look_for_idle(std::int64_t now_ns) noexcept;

  std::vector<std::uint32_t> cpus_;
  std::vector<std::uint64_t> shared_;  // masks, as the kernel has them
  std::vector<std::uint64_t> own_;
  std::vector<std::uint64_t> found_;
  pthread_t thread_ = ::pthread_self();
  Lodging lodging_;
  std::size_t next_try_ = 0;
  std::int64_t pause_ns_;
  std::int64_t next_ns_ = 0;
};

}  // namespace baton::topology
