// SPDX-License-Identifier: BSD-3-Clause
// What a status says: counts of elements, cancelled or not, and its public fields (MPI 5.0, 3.2.5, 4.1.11, 3.8.4).
#include <limits>

#include "mpi/checks.hpp"
#include "mpi/datatypes.hpp"
#include "mpi/generated/api_status.hpp"
#include "mpi/status.hpp"

namespace baton::mpi::api {
namespace {

using datatype::Datatype;
constexpr Raiser where = Raiser::none();

int look_up(const MPI_Status* status, MPI_Datatype handle, const Datatype*& type) noexcept {
  if (int code = check_pointer(where, "status", status)) return code;
  return check_handle(where, "datatype", datatypes(), handle, type);
}

/// Basic elements in `bytes` bytes of `type`, or MPI_UNDEFINED.
MPI_Count elements(const Datatype& type, std::int64_t bytes) noexcept {
  return type.elements_in(bytes).value_or(MPI_UNDEFINED);
}

int set_elements(MPI_Status* status, MPI_Datatype handle, MPI_Count count) {
  const Datatype* type = nullptr;
  if (int code = look_up(status, handle, type)) return code;
  if (int code = check_count(where, "count", count)) return code;
  const auto bytes = type->bytes_of(count);
  if (!bytes)
    return fail(where, MPI_ERR_COUNT, "argument 'count' = {}: so many elements have more bytes than 64 bits count",
                count);
  set_status_bytes(*status, *bytes);
  return MPI_SUCCESS;
}

}  // namespace

int get_count(const MPI_Status* status, MPI_Datatype datatype, CountOut count) {
  const Datatype* type = nullptr;
  if (int code = look_up(status, datatype, type)) return code;
  if (count.is_null()) return fail_null(where, "count", MPI_ERR_ARG);
  const std::int64_t bytes = status_bytes(*status);
  if (type->size() == 0) {
    count.set(bytes == 0 ? 0 : MPI_UNDEFINED);
  } else {
    count.set(bytes % type->size() == 0 ? bytes / type->size() : MPI_UNDEFINED);
  }
  return MPI_SUCCESS;
}

int get_elements(const MPI_Status* status, MPI_Datatype datatype, CountOut count) {
  const Datatype* type = nullptr;
  if (int code = look_up(status, datatype, type)) return code;
  if (count.is_null()) return fail_null(where, "count", MPI_ERR_ARG);
  count.set(elements(*type, status_bytes(*status)));
  return MPI_SUCCESS;
}

int get_elements_x(const MPI_Status* status, MPI_Datatype datatype, MPI_Count* count) {
  return get_elements(status, datatype, CountOut(count));
}

int status_set_elements(MPI_Status* status, MPI_Datatype datatype, MPI_Count count) {
  return set_elements(status, datatype, count);
}

int status_set_elements_x(MPI_Status* status, MPI_Datatype datatype, MPI_Count count) {
  return set_elements(status, datatype, count);
}

int status_set_cancelled(MPI_Status* status, int flag) {
  if (int code = check_pointer(where, "status", status)) return code;
  set_status_cancelled(*status, flag != 0);
  return MPI_SUCCESS;
}

int test_cancelled(const MPI_Status* status, int* flag) {
  if (int code = check_pointer(where, "status", status)) return code;
  if (int code = check_pointer(where, "flag", flag)) return code;
  *flag = status_cancelled(*status);
  return MPI_SUCCESS;
}

int status_get_error(const MPI_Status* status, int* error) {
  if (int code = check_pointer(where, "status", status)) return code;
  if (int code = check_pointer(where, "error", error)) return code;
  *error = status->MPI_ERROR;
  return MPI_SUCCESS;
}

int status_get_source(const MPI_Status* status, int* source) {
  if (int code = check_pointer(where, "status", status)) return code;
  if (int code = check_pointer(where, "source", source)) return code;
  *source = status->MPI_SOURCE;
  return MPI_SUCCESS;
}

int status_get_tag(const MPI_Status* status, int* tag) {
  if (int code = check_pointer(where, "status", status)) return code;
  if (int code = check_pointer(where, "tag", tag)) return code;
  *tag = status->MPI_TAG;
  return MPI_SUCCESS;
}

int status_set_error(MPI_Status* status, int error) {
  if (int code = check_pointer(where, "status", status)) return code;
  status->MPI_ERROR = error;
  return MPI_SUCCESS;
}

int status_set_source(MPI_Status* status, int source) {
  if (int code = check_pointer(where, "status", status)) return code;
  status->MPI_SOURCE = source;
  return MPI_SUCCESS;
}

int status_set_tag(MPI_Status* status, int tag) {
  if (int code = check_pointer(where, "status", status)) return code;
  status->MPI_TAG = tag;
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
