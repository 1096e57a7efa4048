// SPDX-License-Identifier: BSD-3-Clause
// Bodies of subarrays, distributed arrays, and the types named by size or precision (MPI 5.0, 5.1.3, 5.1.4, 19.1.9).
#include <algorithm>

#include "mpi/datatype_access.hpp"
#include "mpi/generated/api_datatype.hpp"

namespace baton::mpi::api {
namespace {

using datatype::Distribution;
using datatype::Kind;
using datatype::Order;

constexpr Raiser where = Raiser::none();

int check_order(int order) {
  if (order == MPI_ORDER_C || order == MPI_ORDER_FORTRAN) return MPI_SUCCESS;
  return fail(where, MPI_ERR_ARG, "argument 'order' = {}: must be MPI_ORDER_C or MPI_ORDER_FORTRAN", order);
}

int check_dimensions(int ndims) {
  if (ndims > 0) return MPI_SUCCESS;
  return fail(where, MPI_ERR_DIMS, "argument 'ndims' = {}: must be at least 1", ndims);
}

Order order_of(int order) { return order == MPI_ORDER_C ? Order::c : Order::fortran; }

/// The types of MPI_Type_create_f90_*, which live as long as the process.
datatype::F90Types& f90_types() noexcept {
  static Immortal<datatype::F90Types> types;
  return *types;
}

/// One handle for each: made on the first call, given out again by later ones.
int deliver_f90(Result<datatype::TypeRef> made, MPI_Datatype* newtype) {
  if (!made) return fail(where, MPI_ERR_ARG, "{}", made.error().what);
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  const auto known = (*made)->handles().first.load(std::memory_order_relaxed);
  if (known != 0) {
    *newtype = reinterpret_cast<MPI_Datatype>(known);
    return MPI_SUCCESS;
  }
  *newtype = adopt(std::move(*made));
  return MPI_SUCCESS;
}

std::optional<int> defined(int value) { return value == MPI_UNDEFINED ? std::nullopt : std::optional(value); }

int check_distribution(int d, int distribution, int argument, Distribution& out) {
  switch (distribution) {
    case MPI_DISTRIBUTE_NONE: out = Distribution::none; break;
    case MPI_DISTRIBUTE_BLOCK: out = Distribution::block; break;
    case MPI_DISTRIBUTE_CYCLIC: out = Distribution::cyclic; break;
    default: return fail(where, MPI_ERR_ARG, "argument 'array_of_distribs'[{}] = {}: no distribution", d, distribution);
  }
  if (argument > 0 || argument == MPI_DISTRIBUTE_DFLT_DARG) return MPI_SUCCESS;
  return fail(where, MPI_ERR_ARG, "argument 'array_of_dargs'[{}] = {}: must be positive, or MPI_DISTRIBUTE_DFLT_DARG",
              d, argument);
}

}  // namespace

int type_create_subarray(int ndims, Counts array_of_sizes, Counts array_of_subsizes, Counts array_of_starts, int order,
                         MPI_Datatype oldtype, MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_dimensions(ndims)) return code;
  if (array_of_sizes.is_null()) return fail_null(where, "array_of_sizes", MPI_ERR_ARG);
  if (array_of_subsizes.is_null()) return fail_null(where, "array_of_subsizes", MPI_ERR_ARG);
  if (array_of_starts.is_null()) return fail_null(where, "array_of_starts", MPI_ERR_ARG);
  for (int d = 0; d < ndims; ++d) {
    const MPI_Count size = array_of_sizes[d], subsize = array_of_subsizes[d], start = array_of_starts[d];
    if (size < 1 || subsize < 1 || subsize > size || start < 0 || start > size - subsize) {
      return fail(where, MPI_ERR_ARG, "dimension {}: {} indices from {} on do not lie within an array of size {}", d,
                  subsize, start, size);
    }
  }
  if (int code = check_order(order)) return code;
  if (int code = look_up("oldtype", oldtype, old)) return code;
  if (int code = check_pointer(where, "newtype", newtype)) return code;
  return deliver(datatype::subarray(widened(array_of_sizes, ndims), widened(array_of_subsizes, ndims),
                                    widened(array_of_starts, ndims), order_of(order), *old, order, called_width()),
                 newtype);
}

int type_create_darray(int size, int rank, int ndims, Counts array_of_gsizes, const int array_of_distribs[],
                       const int array_of_dargs[], const int array_of_psizes[], int order, MPI_Datatype oldtype,
                       MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (size < 1) return fail(where, MPI_ERR_ARG, "argument 'size' = {}: must be at least 1", size);
  if (rank < 0 || rank >= size) {
    return fail(where, MPI_ERR_RANK, "argument 'rank' = {}: valid ranks are 0..{}", rank, size - 1);
  }
  if (int code = check_dimensions(ndims)) return code;
  if (array_of_gsizes.is_null()) return fail_null(where, "array_of_gsizes", MPI_ERR_ARG);
  if (int code = check_array(where, "array_of_distribs", array_of_distribs, ndims)) return code;
  if (int code = check_array(where, "array_of_dargs", array_of_dargs, ndims)) return code;
  if (int code = check_array(where, "array_of_psizes", array_of_psizes, ndims)) return code;
  std::vector<Distribution> distributions(static_cast<std::size_t>(ndims));
  for (int d = 0; d < ndims; ++d) {
    if (int code = check_distribution(d, array_of_distribs[d], array_of_dargs[d],
                                      distributions[static_cast<std::size_t>(d)])) {
      return code;
    }
  }
  if (int code = check_order(order)) return code;
  if (int code = look_up("oldtype", oldtype, old)) return code;
  if (int code = check_pointer(where, "newtype", newtype)) return code;

  const auto sizes = widened(array_of_gsizes, ndims);
  const auto raw_distributions = widened(Counts(array_of_distribs), ndims);
  const auto raw_arguments = widened(Counts(array_of_dargs), ndims);
  const auto grid = widened(Counts(array_of_psizes), ndims);
  auto arguments = raw_arguments;
  std::ranges::replace(arguments, MPI_DISTRIBUTE_DFLT_DARG, datatype::default_argument);
  return deliver(datatype::darray({.processes = size,
                                   .rank = rank,
                                   .sizes = sizes,
                                   .distributions = distributions,
                                   .arguments = arguments,
                                   .grid = grid,
                                   .order = order_of(order),
                                   .raw_distributions = raw_distributions,
                                   .raw_arguments = raw_arguments,
                                   .raw_order = order},
                                  *old, called_width()),
                 newtype);
}

int type_create_f90_real(int p, int r, MPI_Datatype* newtype) {
  if (int code = check_pointer(where, "newtype", newtype)) return code;
  return deliver_f90(f90_types().real(defined(p), defined(r), MPI_UNDEFINED), newtype);
}

int type_create_f90_complex(int p, int r, MPI_Datatype* newtype) {
  if (int code = check_pointer(where, "newtype", newtype)) return code;
  return deliver_f90(f90_types().complex(defined(p), defined(r), MPI_UNDEFINED), newtype);
}

int type_create_f90_integer(int r, MPI_Datatype* newtype) {
  if (int code = check_pointer(where, "newtype", newtype)) return code;
  return deliver_f90(f90_types().integer(r), newtype);
}

int type_match_size(int typeclass, int size, MPI_Datatype* datatype) {
  if (int code = check_pointer(where, "datatype", datatype)) return code;
  datatype::TypeClass group{};
  switch (typeclass) {
    case MPI_TYPECLASS_INTEGER: group = datatype::TypeClass::integer; break;
    case MPI_TYPECLASS_REAL: group = datatype::TypeClass::real; break;
    case MPI_TYPECLASS_COMPLEX: group = datatype::TypeClass::complex; break;
    default: return fail(where, MPI_ERR_ARG, "argument 'typeclass' = {}: must be one of MPI_TYPECLASS_*", typeclass);
  }
  const Kind kind = datatype::match_size(group, size);
  if (kind == Kind::none) {
    return fail(where, MPI_ERR_ARG, "argument 'size' = {}: no type of that class has so many bytes", size);
  }
  *datatype = handle_of(kind);
  return MPI_SUCCESS;
}

int type_get_value_index(MPI_Datatype value_type, MPI_Datatype index_type, MPI_Datatype* pair_type) {
  const Datatype* value = nullptr;
  const Datatype* index = nullptr;
  if (int code = look_up("value_type", value_type, value)) return code;
  if (int code = look_up("index_type", index_type, index)) return code;
  if (int code = check_pointer(where, "pair_type", pair_type)) return code;
  if (!value->is_builtin() || !index->is_builtin()) {
    return fail(where, MPI_ERR_TYPE, "arguments 'value_type' and 'index_type' must be predefined datatypes");
  }
  *pair_type = handle_of(datatype::value_index(value->kind(), index->kind()));
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
