// SPDX-License-Identifier: BSD-3-Clause
#include "topology/discover.hpp"

#include <hwloc.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "base/text.hpp"

namespace baton::topology {
namespace {

struct DestroyTopology {
  void operator()(hwloc_topology_t topology) const noexcept { hwloc_topology_destroy(topology); }
};
using Topology = std::unique_ptr<hwloc_topology, DestroyTopology>;

struct FreeBitmap {
  void operator()(hwloc_bitmap_t bitmap) const noexcept { hwloc_bitmap_free(bitmap); }
};
using Bitmap = std::unique_ptr<hwloc_bitmap_s, FreeBitmap>;

[[nodiscard]] Bitmap to_bitmap(const CpuSet& cpus) {
  Bitmap bitmap(hwloc_bitmap_alloc());
  for (const std::uint32_t cpu : cpus.members()) hwloc_bitmap_set(bitmap.get(), cpu);
  return bitmap;
}

[[nodiscard]] CpuSet from_bitmap(hwloc_const_bitmap_t bitmap) {
  CpuSet cpus;
  if (bitmap == nullptr || hwloc_bitmap_last(bitmap) < 0) return cpus;  // none, or endless
  for (int cpu = hwloc_bitmap_first(bitmap); cpu >= 0; cpu = hwloc_bitmap_next(bitmap, cpu)) {
    if (std::cmp_less(cpu, CpuSet::max_cpus)) cpus.insert(static_cast<std::uint32_t>(cpu));
  }
  return cpus;
}

/// The logical index of the object of this type that contains all of `cpus`. Where objects are nested (groups of
/// memory), the smallest.
[[nodiscard]] std::uint32_t index_of(hwloc_topology_t topology, hwloc_obj_type_t type, hwloc_const_bitmap_t cpus) {
  std::uint32_t best = Place::unknown;
  int best_weight = 0;
  for (hwloc_obj_t object = nullptr; (object = hwloc_get_next_obj_by_type(topology, type, object)) != nullptr;) {
    if (object->cpuset == nullptr || hwloc_bitmap_isincluded(cpus, object->cpuset) == 0) continue;
    const int weight = hwloc_bitmap_weight(object->cpuset);
    if (best == Place::unknown || weight < best_weight) {
      best = object->logical_index;
      best_weight = weight;
    }
  }
  return best;
}

/// The variable that describes a machine, if any does.
[[nodiscard]] const char* description() noexcept {
  for (const char* name : {"HWLOC_XMLFILE", "HWLOC_SYNTHETIC"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return name;
  }
  return nullptr;
}

/// hwloc takes this machine when it cannot read the description that the user named, and says nothing.
[[nodiscard]] const char* ignored_description(hwloc_topology_t topology) noexcept {
  if (hwloc_topology_is_thissystem(topology) == 0 || std::getenv("HWLOC_THISSYSTEM") != nullptr) return nullptr;
  return description();
}

}  // namespace

bool is_described() noexcept { return description() != nullptr; }

struct Machine::Impl {
  Topology topology;
};

Machine::Machine(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Machine::Machine(Machine&&) noexcept = default;
Machine& Machine::operator=(Machine&&) noexcept = default;
Machine::~Machine() = default;

Result<Machine> Machine::load() {
  hwloc_topology_t raw = nullptr;
  if (hwloc_topology_init(&raw) != 0) return os_error(errno, "hwloc cannot start");
  Topology topology(raw);
  // Machine, NUMA nodes and processing units are always there. Devices are not asked for, and no processor is visited
  // to ask it (x86): that would chase this thread over all cores of the node, in every rank at once.
  hwloc_topology_set_all_types_filter(raw, HWLOC_TYPE_FILTER_KEEP_NONE);
  for (const hwloc_obj_type_t type : {HWLOC_OBJ_PACKAGE, HWLOC_OBJ_L3CACHE, HWLOC_OBJ_CORE}) {
    hwloc_topology_set_type_filter(raw, type, HWLOC_TYPE_FILTER_KEEP_ALL);
  }
  hwloc_topology_set_type_filter(raw, HWLOC_OBJ_GROUP, HWLOC_TYPE_FILTER_KEEP_STRUCTURE);  // what NUMA nodes hang on
  for (const char* component : {"x86", "pci", "opencl", "cuda", "nvml", "rsmi", "levelzero", "gl"}) {
    hwloc_topology_set_components(raw, HWLOC_TOPOLOGY_COMPONENTS_FLAG_BLACKLIST, component);
  }
  // With what this process may not use, so that logical indices are the same in every process of the node.
  hwloc_topology_set_flags(raw, HWLOC_TOPOLOGY_FLAG_INCLUDE_DISALLOWED | HWLOC_TOPOLOGY_FLAG_NO_DISTANCES |
                                    HWLOC_TOPOLOGY_FLAG_NO_MEMATTRS | HWLOC_TOPOLOGY_FLAG_NO_CPUKINDS);
  if (hwloc_topology_load(raw) != 0) {
    return os_error(errno, "hwloc cannot read this machine (check HWLOC_XMLFILE and HWLOC_SYNTHETIC if set)");
  }
  if (const char* name = ignored_description(raw); name != nullptr) {
    return make_error(Code::invalid_argument,
                      "hwloc cannot use {}=\"{}\": name a description that it can read, or unset it", name,
                      std::getenv(name));
  }
  auto impl = std::make_unique<Impl>();
  impl->topology = std::move(topology);
  return Machine(std::move(impl));
}

Place Machine::locate(const CpuSet& cpus) const {
  Place place;
  if (cpus.empty()) return place;
  const Bitmap bitmap = to_bitmap(cpus);
  hwloc_topology* topology = impl_->topology.get();
  place.package = index_of(topology, HWLOC_OBJ_PACKAGE, bitmap.get());
  place.numa = index_of(topology, HWLOC_OBJ_NUMANODE, bitmap.get());
  place.l3 = index_of(topology, HWLOC_OBJ_L3CACHE, bitmap.get());
  place.core = index_of(topology, HWLOC_OBJ_CORE, bitmap.get());
  return place;
}

bool Machine::is_this_system() const { return hwloc_topology_is_thissystem(impl_->topology.get()) != 0; }

CpuSet Machine::all_cpus() const { return from_bitmap(hwloc_topology_get_topology_cpuset(impl_->topology.get())); }

CpuSet Machine::share(std::uint32_t index, std::uint32_t count) const {
  hwloc_topology* topology = impl_->topology.get();
  const int cores = hwloc_get_nbobjs_by_type(topology, HWLOC_OBJ_CORE);
  const hwloc_obj_type_t type = cores > 0 ? HWLOC_OBJ_CORE : HWLOC_OBJ_PU;
  const auto places = static_cast<std::uint64_t>(hwloc_get_nbobjs_by_type(topology, type));
  if (places == 0 || count == 0) return all_cpus();
  // More processes than cores: neighbours share one. Fewer: gaps of equal size.
  const auto at = static_cast<unsigned>(std::uint64_t{index} % count * places / count);
  return from_bitmap(hwloc_get_obj_by_type(topology, type, at)->cpuset);
}

Result<LocalPlace> discover(std::uint32_t index, std::uint32_t count) {
  auto cpus = allowed_cpus();
  if (!cpus) return cpus.error();
  auto machine = Machine::load();
  if (!machine) return machine.error();
  LocalPlace local;
  local.place = machine->locate(machine->is_this_system() ? *cpus : machine->share(index, count));
  local.cpus = *std::move(cpus);
  return local;
}

}  // namespace baton::topology
