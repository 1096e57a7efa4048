// SPDX-License-Identifier: BSD-3-Clause
// Finds out where this process stands on its machine. hwloc is loaded only when coordinates are asked for, and only its
// CPU side (a few milliseconds); it obeys HWLOC_XMLFILE and HWLOC_SYNTHETIC. Not here: what all ranks of a node make of
// it (assemble.hpp).
#pragma once

#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "topology/cpu_set.hpp"
#include "topology/hierarchy.hpp"

namespace baton::topology {

/// One process on its node: where it may run, and the coordinates of the smallest objects that contain all of that
/// (`place.node` is not known to a process alone and stays 0).
struct LocalPlace {
  CpuSet cpus;
  Place place;
  bool operator==(const LocalPlace&) const = default;
};

/// The machine as hwloc sees it. One load serves any number of questions, so that one rank can answer for its whole
/// node.
class Machine {
 public:
  [[nodiscard]] static Result<Machine> load();
  Machine(Machine&&) noexcept;
  Machine& operator=(Machine&&) noexcept;
  ~Machine();

  /// Coordinates (logical indices: dense from 0, the same for every process of the node) of the smallest objects that
  /// contain `cpus`.
  [[nodiscard]] Place locate(const CpuSet& cpus) const;

  /// False when HWLOC_XMLFILE or HWLOC_SYNTHETIC describes some other machine.
  [[nodiscard]] bool is_this_system() const;

  /// Everything the machine has, by the operating system's numbers.
  [[nodiscard]] CpuSet all_cpus() const;

  /// The core of the `index`-th of `count` processes that are spread evenly over all cores: where a process stands on a
  /// machine that is only pretended.
  [[nodiscard]] CpuSet share(std::uint32_t index, std::uint32_t count) const;

 private:
  struct Impl;
  explicit Machine(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// Whether HWLOC_XMLFILE or HWLOC_SYNTHETIC is set; does not load anything.
[[nodiscard]] bool is_described() noexcept;

/// Where the calling thread stands. On a pretended machine: as the `index`-th of `count` processes of the node.
[[nodiscard]] Result<LocalPlace> discover(std::uint32_t index = 0, std::uint32_t count = 1);

}  // namespace baton::topology
