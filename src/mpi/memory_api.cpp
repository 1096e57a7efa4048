// SPDX-License-Identifier: BSD-3-Clause
// MPI_Alloc_mem, MPI_Free_mem (MPI 5.0, 9.2) and MPI_Get_hw_resource_info (9.1.2). Memory is aligned to a cache line,
// or to what the hint mpi_minimum_memory_alignment asks for.
#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <unordered_set>

#include "mpi/checks.hpp"
#include "mpi/generated/api_misc.hpp"
#include "mpi/hints.hpp"
#include "mpi/instance.hpp"

namespace baton::mpi::api {
namespace {

constexpr Raiser where = Raiser::none();
constexpr std::size_t default_alignment = 64;

/// What MPI_Alloc_mem gave and MPI_Free_mem has not had back: another address must not reach free().
class Given {
 public:
  void add(void* memory) {
    const std::lock_guard guard(mutex_);
    given_.insert(memory);
  }
  bool take(void* memory) noexcept {
    const std::lock_guard guard(mutex_);
    return given_.erase(memory) == 1;
  }

 private:
  std::mutex mutex_;
  std::unordered_set<void*> given_;
};

Given& given() {
  static Given& immortal = *new Given;  // calls from atexit handlers still find it
  return immortal;
}

}  // namespace

int alloc_mem(MPI_Aint size, MPI_Info info, void* baseptr) {
  if (size < 0) return fail(where, MPI_ERR_ARG, "argument 'size' = {}: must not be negative", size);
  if (int code = check_pointer(where, "baseptr", baseptr)) return code;
  if (info != MPI_INFO_NULL && !info_exists(info)) return fail_handle(where, "info", info);
  std::size_t alignment = default_alignment;
  const std::string wanted = hint_value(info, "mpi_minimum_memory_alignment");
  if (!wanted.empty()) {
    const unsigned long long value = std::strtoull(wanted.c_str(), nullptr, 10);
    const bool power_of_two = value != 0 && (value & (value - 1)) == 0;
    if (power_of_two && value <= (1ULL << 30)) alignment = std::max(alignment, static_cast<std::size_t>(value));
  }
  void* memory = nullptr;
  if (posix_memalign(&memory, alignment, std::max<std::size_t>(static_cast<std::size_t>(size), 1)) != 0) {
    return fail(where, MPI_ERR_NO_MEM, "argument 'size' = {}: this much memory is not to be had", size);
  }
  given().add(memory);
  *static_cast<void**>(baseptr) = memory;
  return MPI_SUCCESS;
}

int free_mem(void* base) {
  if (base == nullptr)
    return fail(where, MPI_ERR_BASE, "argument 'base' is a null pointer; pass what MPI_Alloc_mem gave");
  if (!given().take(base))
    return fail(where, MPI_ERR_BASE, "argument 'base' = {}: not from MPI_Alloc_mem, or freed already", base);
  std::free(base);
  return MPI_SUCCESS;
}

int get_hw_resource_info(MPI_Info* hw_info) {
  if (int code = check_pointer(where, "hw_info", hw_info)) return code;
  // "true" where the calling process is confined to one instance of the resource.
  runtime::Runtime& runtime = *instance().runtime;
  const topology::Hierarchy own = runtime.hierarchy(Group::contiguous(runtime.job().rank, 1));
  const topology::Place place = own.places.front();
  const auto confined = [](std::uint32_t at) { return std::string(at == topology::Place::unknown ? "false" : "true"); };
  *hw_info = make_info({{"hwloc://Machine", "true"},
                        {"hwloc://Package", confined(place.package)},
                        {"hwloc://NUMANode", confined(place.numa)},
                        {"hwloc://L3Cache", confined(place.l3)},
                        {"hwloc://Core", confined(place.core)}});
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
