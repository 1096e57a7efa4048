// SPDX-License-Identifier: BSD-3-Clause
#include "topology/memory_home.hpp"

#include <hwloc.h>

#include <cstdio>
#include <new>

namespace baton::topology {
namespace {

/// Whether the kernel knows more than node 0.
bool has_nodes() noexcept {
  std::FILE* const file = std::fopen("/sys/devices/system/node/online", "re");
  if (file == nullptr) return false;
  char text[64] = {};
  const std::size_t got = std::fread(text, 1, sizeof text - 1, file);
  (void)std::fclose(file);
  return got > 0 && !(text[0] == '0' && (text[1] == '\n' || text[1] == '\0'));
}

}  // namespace

struct MemoryHome::Impl {
  hwloc_topology_t topology = nullptr;
  hwloc_bitmap_t cpus = nullptr;
  hwloc_bitmap_t nodes = nullptr;

  Impl() noexcept : cpus(hwloc_bitmap_alloc()), nodes(hwloc_bitmap_alloc()) {
    if (hwloc_topology_init(&topology) != 0) {
      topology = nullptr;
      return;
    }
    // Nodes are all that is asked for.
    (void)hwloc_topology_set_all_types_filter(topology, HWLOC_TYPE_FILTER_KEEP_NONE);
    if (hwloc_topology_load(topology) != 0) {
      hwloc_topology_destroy(topology);
      topology = nullptr;
    }
  }
  ~Impl() {
    if (topology != nullptr) hwloc_topology_destroy(topology);
    hwloc_bitmap_free(cpus);
    hwloc_bitmap_free(nodes);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
};

MemoryHome::MemoryHome() noexcept = default;
MemoryHome::~MemoryHome() = default;
MemoryHome::MemoryHome(MemoryHome&&) noexcept = default;

void MemoryHome::bind(std::span<std::byte> memory) noexcept {
  if (!tried_) {
    tried_ = true;
    if (has_nodes()) impl_.reset(new (std::nothrow) Impl);
  }
  if (impl_ == nullptr || impl_->topology == nullptr || impl_->cpus == nullptr || impl_->nodes == nullptr) return;
  if (hwloc_topology_is_thissystem(impl_->topology) == 0) return;
  if (hwloc_get_cpubind(impl_->topology, impl_->cpus, HWLOC_CPUBIND_THREAD) != 0) return;
  hwloc_cpuset_to_nodeset(impl_->topology, impl_->cpus, impl_->nodes);
  if (hwloc_bitmap_weight(impl_->nodes) != 1) return;
  (void)hwloc_set_area_membind(impl_->topology, memory.data(), memory.size(), impl_->nodes, HWLOC_MEMBIND_BIND,
                               HWLOC_MEMBIND_BYNODESET);
}

}  // namespace baton::topology
