// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the status chapter: what a status says and how tools fill one (MPI 5.0, 3.2.5, 3.8.4, 12.3).
#include <optional>

#include "mpi/checks.hpp"
#include "mpi/datatypes.hpp"
#include "mpi/generated/api_status.hpp"
#include "mpi/status.hpp"

namespace baton::mpi::api {
namespace {

using datatype::Datatype;

constexpr Raiser where = Raiser::none();

/// Not MPI_STATUS_IGNORE either, which is a null pointer.
int check_status(const MPI_Status* status) { return check_pointer(where, "status", status); }

int check_question(const MPI_Status* status, MPI_Datatype datatype, const Datatype*& type, CountOut count) {
  if (int code = check_status(status)) return code;
  if (int code = check_handle(where, "datatype", datatypes(), datatype, type)) return code;
  if (!checks_enabled || !count.is_null()) return MPI_SUCCESS;
  return fail_null(where, "count", MPI_ERR_ARG);
}

template <class T>
int get(const MPI_Status* status, T value, const char* argument, int* out) {
  if (int code = check_status(status)) return code;
  if (int code = check_pointer(where, argument, out)) return code;
  *out = status->*value;
  return MPI_SUCCESS;
}

template <class T>
int set(MPI_Status* status, T value, int number) {
  if (int code = check_status(status)) return code;
  status->*value = number;
  return MPI_SUCCESS;
}

int set_elements(MPI_Status* status, MPI_Datatype datatype, MPI_Count count) {
  const Datatype* type = nullptr;
  if (int code = check_status(status)) return code;
  if (int code = check_handle(where, "datatype", datatypes(), datatype, type)) return code;
  if (int code = check_count(where, "count", count)) return code;
  const auto bytes = type->bytes_of(count);
  if (!bytes) return fail(where, MPI_ERR_COUNT, "argument 'count' = {}: the datatype has no so many elements", count);
  set_status_bytes(*status, *bytes);
  return MPI_SUCCESS;
}

}  // namespace

int get_count(const MPI_Status* status, MPI_Datatype datatype, CountOut count) {
  const Datatype* type = nullptr;
  if (int code = check_question(status, datatype, type, count)) return code;
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
  if (int code = check_question(status, datatype, type, count)) return code;
  count.set(type->elements_in(status_bytes(*status)).value_or(MPI_UNDEFINED));
  return MPI_SUCCESS;
}

int get_elements_x(const MPI_Status* status, MPI_Datatype datatype, MPI_Count* count) {
  return get_elements(status, datatype, CountOut(count));
}

int status_get_error(const MPI_Status* status, int* error) {
  return get(status, &MPI_Status::MPI_ERROR, "error", error);
}
int status_get_source(const MPI_Status* status, int* source) {
  return get(status, &MPI_Status::MPI_SOURCE, "source", source);
}
int status_get_tag(const MPI_Status* status, int* tag) { return get(status, &MPI_Status::MPI_TAG, "tag", tag); }

int status_set_error(MPI_Status* status, int error) { return set(status, &MPI_Status::MPI_ERROR, error); }
int status_set_source(MPI_Status* status, int source) { return set(status, &MPI_Status::MPI_SOURCE, source); }
int status_set_tag(MPI_Status* status, int tag) { return set(status, &MPI_Status::MPI_TAG, tag); }

int status_set_cancelled(MPI_Status* status, int flag) {
  if (int code = check_status(status)) return code;
  mpi::set_status_cancelled(*status, flag != 0);
  return MPI_SUCCESS;
}

int status_set_elements(MPI_Status* status, MPI_Datatype datatype, MPI_Count count) {
  return set_elements(status, datatype, count);
}
int status_set_elements_x(MPI_Status* status, MPI_Datatype datatype, MPI_Count count) {
  return set_elements(status, datatype, count);
}

int test_cancelled(const MPI_Status* status, int* flag) {
  if (int code = check_status(status)) return code;
  if (int code = check_pointer(where, "flag", flag)) return code;
  *flag = status_cancelled(*status) ? 1 : 0;
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
