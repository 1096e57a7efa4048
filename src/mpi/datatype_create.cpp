// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the datatype constructors (MPI 5.0, 5.1.2 to 5.1.7), except arrays.
#include "mpi/datatype_access.hpp"
#include "mpi/datatype_attributes.hpp"
#include "mpi/generated/api_datatype.hpp"

namespace baton::mpi::api {
namespace {

constexpr Raiser where = Raiser::none();

/// What the constructors of one old type have in common: the type, the place for the new one, the count.
int check_common(MPI_Count count, MPI_Datatype oldtype, const Datatype*& old, MPI_Datatype* newtype) {
  if (int code = check_count(where, "count", count)) return code;
  if (int code = look_up("oldtype", oldtype, old)) return code;
  return check_pointer(where, "newtype", newtype);
}

/// Block lengths and displacements.
int check_lists(MPI_Count count, Counts blocklengths, Counts displacements) {
  if constexpr (checks_enabled) {
    if (count == 0) return MPI_SUCCESS;
    if (displacements.is_null()) return fail_null(where, "array_of_displacements", MPI_ERR_ARG);
    if (blocklengths.is_null()) return fail_null(where, "array_of_blocklengths", MPI_ERR_ARG);
    for (MPI_Count i = 0; i < count; ++i) {
      const MPI_Count length = blocklengths[static_cast<std::size_t>(i)];
      if (length < 0) {
        return fail(where, MPI_ERR_ARG, "argument 'array_of_blocklengths'[{}] = {}: must not be negative", i, length);
      }
    }
  }
  return MPI_SUCCESS;
}

int check_blocklength(MPI_Count blocklength) {
  if (!checks_enabled || blocklength >= 0) return MPI_SUCCESS;
  return fail(where, MPI_ERR_ARG, "argument 'blocklength' = {}: must not be negative", blocklength);
}

}  // namespace

int type_contiguous(MPI_Count count, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(count, oldtype, old, newtype)) return code;
  return deliver(datatype::contiguous(count, *old, called_width()), newtype);
}

int type_vector(MPI_Count count, MPI_Count blocklength, MPI_Count stride, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(count, oldtype, old, newtype)) return code;
  if (int code = check_blocklength(blocklength)) return code;
  return deliver(datatype::vector(count, blocklength, stride, *old, called_width()), newtype);
}

int type_create_hvector(MPI_Count count, MPI_Count blocklength, MPI_Count stride, MPI_Datatype oldtype,
                        MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(count, oldtype, old, newtype)) return code;
  if (int code = check_blocklength(blocklength)) return code;
  return deliver(datatype::hvector(count, blocklength, stride, *old, called_width()), newtype);
}

int type_indexed(MPI_Count count, Counts array_of_blocklengths, Counts array_of_displacements, MPI_Datatype oldtype,
                 MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(count, oldtype, old, newtype)) return code;
  if (int code = check_lists(count, array_of_blocklengths, array_of_displacements)) return code;
  return deliver(datatype::indexed(widened(array_of_blocklengths, count), widened(array_of_displacements, count), *old,
                                   called_width()),
                 newtype);
}

int type_create_hindexed(MPI_Count count, Counts array_of_blocklengths, Counts array_of_displacements,
                         MPI_Datatype oldtype, MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(count, oldtype, old, newtype)) return code;
  if (int code = check_lists(count, array_of_blocklengths, array_of_displacements)) return code;
  return deliver(datatype::hindexed(widened(array_of_blocklengths, count), widened(array_of_displacements, count), *old,
                                    called_width()),
                 newtype);
}

int type_create_indexed_block(MPI_Count count, MPI_Count blocklength, Counts array_of_displacements,
                              MPI_Datatype oldtype, MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(count, oldtype, old, newtype)) return code;
  if (int code = check_blocklength(blocklength)) return code;
  if (array_of_displacements.is_null() && count > 0) return fail_null(where, "array_of_displacements", MPI_ERR_ARG);
  return deliver(datatype::indexed_block(blocklength, widened(array_of_displacements, count), *old, called_width()),
                 newtype);
}

int type_create_hindexed_block(MPI_Count count, MPI_Count blocklength, Counts array_of_displacements,
                               MPI_Datatype oldtype, MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(count, oldtype, old, newtype)) return code;
  if (int code = check_blocklength(blocklength)) return code;
  if (array_of_displacements.is_null() && count > 0) return fail_null(where, "array_of_displacements", MPI_ERR_ARG);
  return deliver(datatype::hindexed_block(blocklength, widened(array_of_displacements, count), *old, called_width()),
                 newtype);
}

int type_create_struct(MPI_Count count, Counts array_of_blocklengths, Counts array_of_displacements,
                       const MPI_Datatype array_of_types[], MPI_Datatype* newtype) {
  if (int code = check_count(where, "count", count)) return code;
  if (int code = check_pointer(where, "newtype", newtype)) return code;
  if (int code = check_lists(count, array_of_blocklengths, array_of_displacements)) return code;
  if (int code = check_array(where, "array_of_types", array_of_types, count)) return code;
  std::vector<const Datatype*> types(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (int code = look_up("array_of_types", array_of_types[i], types[i])) return code;
  }
  return deliver(datatype::create_struct(widened(array_of_blocklengths, count), widened(array_of_displacements, count),
                                         types, called_width()),
                 newtype);
}

int type_create_resized(MPI_Datatype oldtype, MPI_Count lb, MPI_Count extent, MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(0, oldtype, old, newtype)) return code;
  return deliver(datatype::resized(*old, lb, extent, called_width()), newtype);
}

int type_dup(MPI_Datatype oldtype, MPI_Datatype* newtype) {
  const Datatype* old = nullptr;
  if (int code = check_common(0, oldtype, old, newtype)) return code;
  auto made = datatype::dup(*old);
  if (!made) return fail(where, made.error());
  if (int code = copy_attributes(oldtype, *old, **made)) return raise(where, code);
  *newtype = adopt(std::move(*made));
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
