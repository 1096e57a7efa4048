// SPDX-License-Identifier: BSD-3-Clause
// MPI_Info_*: keys and values of the user (MPI 5.0, chapter 10). All calls are allowed at any time.
#include <algorithm>
#include <cstring>

#include "mpi/checks.hpp"
#include "mpi/generated/api_info.hpp"
#include "mpi/info.hpp"

namespace baton::mpi::api {
namespace {

constexpr Raiser where = Raiser::none();

int check_info(MPI_Info handle, Info*& info) noexcept { return check_handle(where, "info", infos(), handle, info); }

int check_key(const char* key) noexcept {
  if (int code = check_pointer(where, "key", key, MPI_ERR_INFO_KEY)) return code;
  const std::size_t length = strnlen(key, MPI_MAX_INFO_KEY);
  if (length == 0) return fail(where, MPI_ERR_INFO_KEY, "argument 'key' is empty; give a key of 1 character or more");
  if (length >= MPI_MAX_INFO_KEY) {
    return fail(where, MPI_ERR_INFO_KEY, "argument 'key' is longer than {} characters (MPI_MAX_INFO_KEY)",
                MPI_MAX_INFO_KEY - 1);
  }
  return MPI_SUCCESS;
}

int check_changeable(MPI_Info handle) noexcept {
  if (handle != MPI_INFO_ENV) return MPI_SUCCESS;
  return fail(where, MPI_ERR_INFO,
              "argument 'info' is MPI_INFO_ENV, which cannot be changed or freed; change a copy made by "
              "MPI_Info_dup");
}

/// Copies at most `room` characters, the ending NUL included.
void copy_text(char* to, std::size_t room, const std::string& text) noexcept {
  if (room == 0) return;
  const std::size_t length = text.copy(to, room - 1);
  to[length] = '\0';
}

}  // namespace

int info_create(MPI_Info* info) {
  if (int code = check_pointer(where, "info", info)) return code;
  *info = new_info({});
  return MPI_SUCCESS;
}

int info_create_env(int argc, char* argv[], MPI_Info* info) {
  if (int code = check_pointer(where, "info", info)) return code;
  *info = new_info(environment_entries(argc, argv));  // alike before, between and after init and finalize
  return MPI_SUCCESS;
}

int info_delete(MPI_Info info, const char* key) {
  Info* object = nullptr;
  if (int code = check_info(info, object)) return code;
  if (int code = check_changeable(info)) return code;
  if (int code = check_key(key)) return code;
  if (object->erase(key)) return MPI_SUCCESS;
  return fail(where, MPI_ERR_INFO_NOKEY, "argument 'key' = \"{}\": the info object has no such key", key);
}

int info_dup(MPI_Info info, MPI_Info* newinfo) {
  Info* object = nullptr;
  if (int code = check_info(info, object)) return code;
  if (int code = check_pointer(where, "newinfo", newinfo)) return code;
  *newinfo = new_info(object->entries());
  return MPI_SUCCESS;
}

int info_free(MPI_Info* info) {
  Info* object = nullptr;
  if (int code = check_pointer(where, "info", info)) return code;
  if (int code = check_info(*info, object)) return code;
  if (int code = check_changeable(*info)) return code;
  delete infos().erase(*info);
  *info = MPI_INFO_NULL;
  return MPI_SUCCESS;
}

int info_get(MPI_Info info, const char* key, int valuelen, char* value, int* flag) {
  Info* object = nullptr;
  if (int code = check_info(info, object)) return code;
  if (int code = check_key(key)) return code;
  if (valuelen < 0)
    return fail(where, MPI_ERR_ARG, "argument 'valuelen' = {}: a length must not be negative", valuelen);
  if (int code = check_pointer(where, "value", value, MPI_ERR_INFO_VALUE)) return code;
  if (int code = check_pointer(where, "flag", flag)) return code;
  const auto found = object->get(key);
  *flag = found.has_value();
  if (found) copy_text(value, static_cast<std::size_t>(valuelen) + 1, *found);
  return MPI_SUCCESS;
}

int info_get_string(MPI_Info info, const char* key, int* buflen, char* value, int* flag) {
  Info* object = nullptr;
  if (int code = check_info(info, object)) return code;
  if (int code = check_key(key)) return code;
  if (int code = check_pointer(where, "buflen", buflen)) return code;
  if (int code = check_pointer(where, "flag", flag)) return code;
  if (*buflen < 0) return fail(where, MPI_ERR_ARG, "argument 'buflen' = {}: a length must not be negative", *buflen);
  if (int code = check_array(where, "value", value, *buflen, MPI_ERR_INFO_VALUE)) return code;
  const auto found = object->get(key);
  *flag = found.has_value();
  if (!found) return MPI_SUCCESS;
  copy_text(value, static_cast<std::size_t>(*buflen), *found);
  *buflen = static_cast<int>(found->size()) + 1;
  return MPI_SUCCESS;
}

int info_get_nkeys(MPI_Info info, int* nkeys) {
  Info* object = nullptr;
  if (int code = check_info(info, object)) return code;
  if (int code = check_pointer(where, "nkeys", nkeys)) return code;
  *nkeys = static_cast<int>(object->size());
  return MPI_SUCCESS;
}

int info_get_nthkey(MPI_Info info, int n, char* key) {
  Info* object = nullptr;
  if (int code = check_info(info, object)) return code;
  if (int code = check_pointer(where, "key", key)) return code;
  const auto found = n < 0 ? std::nullopt : object->key(static_cast<std::size_t>(n));
  if (!found)
    return fail(where, MPI_ERR_ARG, "argument 'n' = {}: the info object has {} keys, counted from 0", n,
                object->size());
  copy_text(key, MPI_MAX_INFO_KEY, *found);
  return MPI_SUCCESS;
}

int info_get_valuelen(MPI_Info info, const char* key, int* valuelen, int* flag) {
  Info* object = nullptr;
  if (int code = check_info(info, object)) return code;
  if (int code = check_key(key)) return code;
  if (int code = check_pointer(where, "valuelen", valuelen)) return code;
  if (int code = check_pointer(where, "flag", flag)) return code;
  const auto found = object->get(key);
  *flag = found.has_value();
  if (found) *valuelen = static_cast<int>(found->size());
  return MPI_SUCCESS;
}

int info_set(MPI_Info info, const char* key, const char* value) {
  Info* object = nullptr;
  if (int code = check_info(info, object)) return code;
  if (int code = check_changeable(info)) return code;
  if (int code = check_key(key)) return code;
  if (int code = check_pointer(where, "value", value, MPI_ERR_INFO_VALUE)) return code;
  if (strnlen(value, MPI_MAX_INFO_VAL) >= MPI_MAX_INFO_VAL) {
    return fail(where, MPI_ERR_INFO_VALUE,
                "argument 'value' of key \"{}\" is longer than {} characters (MPI_MAX_INFO_VAL)", key,
                MPI_MAX_INFO_VAL - 1);
  }
  object->set(key, value);
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
