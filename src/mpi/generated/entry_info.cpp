// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter info, one call each. Next: the body in mpi/info*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_info.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Info_create(MPI_Info*) { return unsupported("MPI_Info_create", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_create")]] int MPI_Info_create(MPI_Info*);

int PMPI_Info_create_env(int, char*[], MPI_Info*) { return unsupported("MPI_Info_create_env", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_create_env")]] int MPI_Info_create_env(int, char*[], MPI_Info*);

int PMPI_Info_delete(MPI_Info, const char*) { return unsupported("MPI_Info_delete", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_delete")]] int MPI_Info_delete(MPI_Info, const char*);

int PMPI_Info_dup(MPI_Info, MPI_Info*) { return unsupported("MPI_Info_dup", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_dup")]] int MPI_Info_dup(MPI_Info, MPI_Info*);

int PMPI_Info_free(MPI_Info*) { return unsupported("MPI_Info_free", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_free")]] int MPI_Info_free(MPI_Info*);

int PMPI_Info_get(MPI_Info, const char*, int, char*, int*) { return unsupported("MPI_Info_get", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_get")]] int MPI_Info_get(MPI_Info, const char*, int, char*, int*);

int PMPI_Info_get_nkeys(MPI_Info, int*) { return unsupported("MPI_Info_get_nkeys", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_get_nkeys")]] int MPI_Info_get_nkeys(MPI_Info, int*);

int PMPI_Info_get_nthkey(MPI_Info, int, char*) { return unsupported("MPI_Info_get_nthkey", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_get_nthkey")]] int MPI_Info_get_nthkey(MPI_Info, int, char*);

int PMPI_Info_get_string(MPI_Info, const char*, int*, char*, int*) {
  return unsupported("MPI_Info_get_string", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Info_get_string")]] int MPI_Info_get_string(MPI_Info, const char*, int*, char*, int*);

int PMPI_Info_get_valuelen(MPI_Info, const char*, int*, int*) {
  return unsupported("MPI_Info_get_valuelen", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Info_get_valuelen")]] int MPI_Info_get_valuelen(MPI_Info, const char*, int*, int*);

int PMPI_Info_set(MPI_Info, const char*, const char*) { return unsupported("MPI_Info_set", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Info_set")]] int MPI_Info_set(MPI_Info, const char*, const char*);

}  // extern "C"
