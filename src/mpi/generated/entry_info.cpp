// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter info, one call each. Next: the body in mpi/info*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_info.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Info_create(MPI_Info* info) {
  return enter_anytime("MPI_Info_create", [&] { return api::info_create(info); });
}
[[gnu::weak, gnu::alias("PMPI_Info_create")]] int MPI_Info_create(MPI_Info*);

int PMPI_Info_create_env(int argc, char* argv[], MPI_Info* info) {
  return enter_anytime("MPI_Info_create_env", [&] { return api::info_create_env(argc, argv, info); });
}
[[gnu::weak, gnu::alias("PMPI_Info_create_env")]] int MPI_Info_create_env(int, char*[], MPI_Info*);

int PMPI_Info_delete(MPI_Info info, const char* key) {
  return enter_anytime("MPI_Info_delete", [&] { return api::info_delete(info, key); });
}
[[gnu::weak, gnu::alias("PMPI_Info_delete")]] int MPI_Info_delete(MPI_Info, const char*);

int PMPI_Info_dup(MPI_Info info, MPI_Info* newinfo) {
  return enter_anytime("MPI_Info_dup", [&] { return api::info_dup(info, newinfo); });
}
[[gnu::weak, gnu::alias("PMPI_Info_dup")]] int MPI_Info_dup(MPI_Info, MPI_Info*);

int PMPI_Info_free(MPI_Info* info) {
  return enter_anytime("MPI_Info_free", [&] { return api::info_free(info); });
}
[[gnu::weak, gnu::alias("PMPI_Info_free")]] int MPI_Info_free(MPI_Info*);

int PMPI_Info_get(MPI_Info info, const char* key, int valuelen, char* value, int* flag) {
  return enter_anytime("MPI_Info_get", [&] { return api::info_get(info, key, valuelen, value, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Info_get")]] int MPI_Info_get(MPI_Info, const char*, int, char*, int*);

int PMPI_Info_get_nkeys(MPI_Info info, int* nkeys) {
  return enter_anytime("MPI_Info_get_nkeys", [&] { return api::info_get_nkeys(info, nkeys); });
}
[[gnu::weak, gnu::alias("PMPI_Info_get_nkeys")]] int MPI_Info_get_nkeys(MPI_Info, int*);

int PMPI_Info_get_nthkey(MPI_Info info, int n, char* key) {
  return enter_anytime("MPI_Info_get_nthkey", [&] { return api::info_get_nthkey(info, n, key); });
}
[[gnu::weak, gnu::alias("PMPI_Info_get_nthkey")]] int MPI_Info_get_nthkey(MPI_Info, int, char*);

int PMPI_Info_get_string(MPI_Info info, const char* key, int* buflen, char* value, int* flag) {
  return enter_anytime("MPI_Info_get_string", [&] { return api::info_get_string(info, key, buflen, value, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Info_get_string")]] int MPI_Info_get_string(MPI_Info, const char*, int*, char*, int*);

int PMPI_Info_get_valuelen(MPI_Info info, const char* key, int* valuelen, int* flag) {
  return enter_anytime("MPI_Info_get_valuelen", [&] { return api::info_get_valuelen(info, key, valuelen, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Info_get_valuelen")]] int MPI_Info_get_valuelen(MPI_Info, const char*, int*, int*);

int PMPI_Info_set(MPI_Info info, const char* key, const char* value) {
  return enter_anytime("MPI_Info_set", [&] { return api::info_set(info, key, value); });
}
[[gnu::weak, gnu::alias("PMPI_Info_set")]] int MPI_Info_set(MPI_Info, const char*, const char*);

}  // extern "C"
