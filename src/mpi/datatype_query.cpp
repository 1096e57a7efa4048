// SPDX-License-Identifier: BSD-3-Clause
// Bodies of what is asked of a datatype and done to it: sizes, bounds, names, contents, commit, free (MPI 5.0, 5.1).
#include <cstring>

#include "mpi/datatype_access.hpp"
#include "mpi/datatype_attributes.hpp"
#include "mpi/generated/api_datatype.hpp"

namespace baton::mpi::api {
namespace {

using datatype::Combiner;
using datatype::Envelope;

constexpr Raiser where = Raiser::none();

int combiner_of(Combiner combiner) {
  switch (combiner) {
    case Combiner::named: return MPI_COMBINER_NAMED;
    case Combiner::dup: return MPI_COMBINER_DUP;
    case Combiner::contiguous: return MPI_COMBINER_CONTIGUOUS;
    case Combiner::vector: return MPI_COMBINER_VECTOR;
    case Combiner::hvector: return MPI_COMBINER_HVECTOR;
    case Combiner::indexed: return MPI_COMBINER_INDEXED;
    case Combiner::hindexed: return MPI_COMBINER_HINDEXED;
    case Combiner::indexed_block: return MPI_COMBINER_INDEXED_BLOCK;
    case Combiner::hindexed_block: return MPI_COMBINER_HINDEXED_BLOCK;
    case Combiner::struct_: return MPI_COMBINER_STRUCT;
    case Combiner::subarray: return MPI_COMBINER_SUBARRAY;
    case Combiner::darray: return MPI_COMBINER_DARRAY;
    case Combiner::f90_real: return MPI_COMBINER_F90_REAL;
    case Combiner::f90_complex: return MPI_COMBINER_F90_COMPLEX;
    case Combiner::f90_integer: return MPI_COMBINER_F90_INTEGER;
    case Combiner::resized: return MPI_COMBINER_RESIZED;
    case Combiner::value_index: return MPI_COMBINER_VALUE_INDEX;
  }
  return MPI_UNDEFINED;
}

int check_out(const char* argument, CountOut out) {
  if (!checks_enabled || !out.is_null()) return MPI_SUCCESS;
  return fail_null(where, argument, MPI_ERR_ARG);
}

MPI_Count length(const std::vector<std::int64_t>& list) { return static_cast<MPI_Count>(list.size()); }

int check_room(const char* argument, MPI_Count room, std::size_t needed, const void* array) {
  if (room < static_cast<MPI_Count>(needed)) {
    return fail(where, MPI_ERR_ARG, "argument '{}' = {}: the datatype's contents have {}; ask MPI_Type_get_envelope",
                argument, room, needed);
  }
  if (needed > 0 && array == nullptr) return fail_null(where, argument, MPI_ERR_ARG);
  return MPI_SUCCESS;
}

/// A handle of a type in another's contents: predefined types as they are, derived ones with a new reference.
MPI_Datatype content_handle(const datatype::TypeRef& type) {
  if (type->is_builtin()) return handle_of(type->kind());
  if (type->is_predefined()) {  // of MPI_Type_create_f90_*, which has one handle for ever
    return reinterpret_cast<MPI_Datatype>(type->handles().first.load(std::memory_order_relaxed));
  }
  return adopt(type);
}

}  // namespace

int type_commit(MPI_Datatype* datatype) {
  const Datatype* type = nullptr;
  if (int code = check_pointer(where, "datatype", datatype, MPI_ERR_TYPE)) return code;
  if (int code = look_up("datatype", *datatype, type)) return code;
  if (auto status = type->commit(); !status) return fail(where, status.error());
  return MPI_SUCCESS;
}

int type_free(MPI_Datatype* datatype) {
  const Datatype* type = nullptr;
  if (int code = check_pointer(where, "datatype", datatype, MPI_ERR_TYPE)) return code;
  if (int code = look_up("datatype", *datatype, type)) return code;
  if (type->is_predefined()) {
    return fail(where, MPI_ERR_TYPE, "argument 'datatype' is {}, a predefined datatype, which cannot be freed",
                name_of(*type));
  }
  auto& handles = type->handles();
  if (handles.count.load(std::memory_order_relaxed) == 1) {
    if (int code = delete_attributes(*datatype, *type)) return raise(where, code);
  }
  handles.count.fetch_sub(1, std::memory_order_relaxed);
  // Operations under way hold references of their own.
  datatypes().erase(*datatype)->release();
  *datatype = MPI_DATATYPE_NULL;
  return MPI_SUCCESS;
}

int type_size(MPI_Datatype datatype, CountOut size) {
  const Datatype* type = nullptr;
  if (int code = look_up("datatype", datatype, type)) return code;
  if (int code = check_out("size", size)) return code;
  size.set(type->size());
  return MPI_SUCCESS;
}

int type_size_x(MPI_Datatype datatype, MPI_Count* size) { return type_size(datatype, CountOut(size)); }

int type_get_extent(MPI_Datatype datatype, CountOut lb, CountOut extent) {
  const Datatype* type = nullptr;
  if (int code = look_up("datatype", datatype, type)) return code;
  if (int code = check_out("lb", lb)) return code;
  if (int code = check_out("extent", extent)) return code;
  lb.set(type->lb());
  extent.set(type->extent());
  return MPI_SUCCESS;
}

int type_get_extent_x(MPI_Datatype datatype, MPI_Count* lb, MPI_Count* extent) {
  return type_get_extent(datatype, CountOut(lb), CountOut(extent));
}

int type_get_true_extent(MPI_Datatype datatype, CountOut true_lb, CountOut true_extent) {
  const Datatype* type = nullptr;
  if (int code = look_up("datatype", datatype, type)) return code;
  if (int code = check_out("true_lb", true_lb)) return code;
  if (int code = check_out("true_extent", true_extent)) return code;
  true_lb.set(type->true_lb());
  true_extent.set(type->true_extent());
  return MPI_SUCCESS;
}

int type_get_true_extent_x(MPI_Datatype datatype, MPI_Count* true_lb, MPI_Count* true_extent) {
  return type_get_true_extent(datatype, CountOut(true_lb), CountOut(true_extent));
}

int type_get_envelope(MPI_Datatype datatype, CountOut num_integers, CountOut num_addresses, CountOut num_large_counts,
                      CountOut num_datatypes, int* combiner) {
  const Datatype* type = nullptr;
  if (int code = look_up("datatype", datatype, type)) return code;
  if (int code = check_out("num_integers", num_integers)) return code;
  if (int code = check_out("num_addresses", num_addresses)) return code;
  if (int code = check_out("num_datatypes", num_datatypes)) return code;
  if (int code = check_pointer(where, "combiner", combiner)) return code;
  const Envelope& envelope = type->envelope();
  num_integers.set(length(envelope.integers));
  num_addresses.set(length(envelope.addresses));
  if (!num_large_counts.is_null()) num_large_counts.set(length(envelope.counts));
  num_datatypes.set(static_cast<MPI_Count>(envelope.types.size()));
  *combiner = combiner_of(envelope.combiner);
  return MPI_SUCCESS;
}

int type_get_contents(MPI_Datatype datatype, MPI_Count max_integers, MPI_Count max_addresses,
                      MPI_Count max_large_counts, MPI_Count max_datatypes, int array_of_integers[],
                      MPI_Aint array_of_addresses[], MPI_Count* array_of_large_counts,
                      MPI_Datatype array_of_datatypes[]) {
  const Datatype* type = nullptr;
  if (int code = look_up("datatype", datatype, type)) return code;
  const Envelope& envelope = type->envelope();
  if (envelope.combiner == Combiner::named) {
    return fail(where, MPI_ERR_TYPE, "argument 'datatype' is {}, a predefined datatype, which has no contents",
                name_of(*type));
  }
  const bool narrow = max_large_counts == -1;
  if (narrow && !envelope.counts.empty()) {
    return fail(where, MPI_ERR_TYPE,
                "argument 'datatype' was made by a large-count constructor; call MPI_Type_get_contents_c");
  }
  if (int code = check_room("max_integers", max_integers, envelope.integers.size(), array_of_integers)) return code;
  if (int code = check_room("max_addresses", max_addresses, envelope.addresses.size(), array_of_addresses)) return code;
  if (int code = check_room("max_datatypes", max_datatypes, envelope.types.size(), array_of_datatypes)) return code;
  if (!narrow) {
    if (int code = check_room("max_large_counts", max_large_counts, envelope.counts.size(), array_of_large_counts)) {
      return code;
    }
  }
  for (std::size_t i = 0; i < envelope.integers.size(); ++i) {
    array_of_integers[i] = static_cast<int>(envelope.integers[i]);  // came as int
  }
  for (std::size_t i = 0; i < envelope.addresses.size(); ++i) array_of_addresses[i] = envelope.addresses[i];
  for (std::size_t i = 0; i < envelope.counts.size(); ++i) array_of_large_counts[i] = envelope.counts[i];
  for (std::size_t i = 0; i < envelope.types.size(); ++i) array_of_datatypes[i] = content_handle(envelope.types[i]);
  return MPI_SUCCESS;
}

int type_get_name(MPI_Datatype datatype, char* type_name, int* resultlen) {
  const Datatype* type = nullptr;
  if (int code = check_pointer(where, "type_name", type_name)) return code;
  if (int code = check_pointer(where, "resultlen", resultlen)) return code;
  std::string name = "MPI_DATATYPE_NULL";  // which has a name, though it is no datatype
  if (datatype != MPI_DATATYPE_NULL) {
    if (int code = look_up("datatype", datatype, type)) return code;
    name = type->name().empty() && !type->is_builtin() ? std::string() : name_of(*type);
  }
  std::memcpy(type_name, name.c_str(), name.size() + 1);
  *resultlen = static_cast<int>(name.size());
  return MPI_SUCCESS;
}

int type_set_name(MPI_Datatype datatype, const char* type_name) {
  const Datatype* type = nullptr;
  if (int code = look_up("datatype", datatype, type)) return code;
  if (int code = check_pointer(where, "type_name", type_name)) return code;
  const std::size_t length = strnlen(type_name, MPI_MAX_OBJECT_NAME);
  if (length >= MPI_MAX_OBJECT_NAME) {
    return fail(where, MPI_ERR_ARG, "argument 'type_name' is longer than {} characters (MPI_MAX_OBJECT_NAME)",
                MPI_MAX_OBJECT_NAME - 1);
  }
  type->set_name({type_name, length});
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
