// SPDX-License-Identifier: BSD-3-Clause
// MPI_Alloc_mem, MPI_Free_mem (MPI 5.0, 9.2) and MPI_Get_hw_resource_info (9.1.2). Memory is aligned to a cache line,
// or to what the hint mpi_minimum_memory_alignment asks for; ranks of the node can map it (memory/pool.hpp).
#include <algorithm>
#include <bit>
#include <charconv>

#include "api/process.hpp"
#include "mpi/checks.hpp"
#include "mpi/generated/api_misc.hpp"
#include "mpi/hints.hpp"
#include "mpi/instance.hpp"

namespace baton::mpi::api {
namespace {

constexpr Raiser where = Raiser::none();
constexpr std::size_t default_alignment = 64;
constexpr unsigned long long most_alignment = 1ULL << 30;

/// What mpi_minimum_memory_alignment asks for; a value that no memory can have is ignored, as hints are.
std::size_t alignment_of(MPI_Info info) {
  const std::string wanted = hint_value(info, "mpi_minimum_memory_alignment");
  unsigned long long value = 0;
  const auto [end, problem] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), value);
  const bool whole = problem == std::errc{} && end == wanted.data() + wanted.size();
  if (!whole || !std::has_single_bit(value) || value > most_alignment) return default_alignment;
  return std::max(default_alignment, static_cast<std::size_t>(value));
}

}  // namespace

int alloc_mem(MPI_Aint size, MPI_Info info, void* baseptr) {
  if (size < 0) return fail(where, MPI_ERR_ARG, "argument 'size' = {}: must not be negative", size);
  if (int code = check_pointer(where, "baseptr", baseptr)) return code;
  if (info != MPI_INFO_NULL && !info_exists(info)) return fail_handle(where, "info", info);
  const auto memory = baton::api::Process::get().allocate_pinned(static_cast<std::size_t>(size), alignment_of(info));
  if (!memory) {
    return fail(where, MPI_ERR_NO_MEM, "argument 'size' = {}: this much memory is not to be had ({})", size,
                memory.error().what);
  }
  *static_cast<void**>(baseptr) = *memory;
  return MPI_SUCCESS;
}

int free_mem(void* base) {
  if (base == nullptr)
    return fail(where, MPI_ERR_BASE, "argument 'base' is a null pointer; pass what MPI_Alloc_mem gave");
  if (!baton::api::Process::get().pool().deallocate(base))
    return fail(where, MPI_ERR_BASE, "argument 'base' = {}: not from MPI_Alloc_mem, or freed already", base);
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
