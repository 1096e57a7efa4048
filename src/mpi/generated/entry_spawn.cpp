// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter spawn, one call each. Next: the body in mpi/spawn*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_spawn.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Close_port(const char*) { return unsupported("MPI_Close_port", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Close_port")]] int MPI_Close_port(const char*);

int PMPI_Comm_accept(const char*, MPI_Info, int, MPI_Comm comm, MPI_Comm*) {
  return unsupported("MPI_Comm_accept", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_accept")]] int MPI_Comm_accept(const char*, MPI_Info, int, MPI_Comm, MPI_Comm*);

int PMPI_Comm_connect(const char*, MPI_Info, int, MPI_Comm comm, MPI_Comm*) {
  return unsupported("MPI_Comm_connect", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_connect")]] int MPI_Comm_connect(const char*, MPI_Info, int, MPI_Comm, MPI_Comm*);

int PMPI_Comm_disconnect(MPI_Comm* comm) {
  return enter("MPI_Comm_disconnect", [&] { return api::comm_disconnect(comm); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_disconnect")]] int MPI_Comm_disconnect(MPI_Comm*);

int PMPI_Comm_get_parent(MPI_Comm* parent) {
  return enter("MPI_Comm_get_parent", [&] { return api::comm_get_parent(parent); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_get_parent")]] int MPI_Comm_get_parent(MPI_Comm*);

int PMPI_Comm_join(int, MPI_Comm*) { return unsupported("MPI_Comm_join", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Comm_join")]] int MPI_Comm_join(int, MPI_Comm*);

int PMPI_Comm_spawn(const char*, char*[], int, MPI_Info, int, MPI_Comm comm, MPI_Comm*, int[]) {
  return unsupported("MPI_Comm_spawn", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_spawn")]] int MPI_Comm_spawn(const char*, char*[], int, MPI_Info, int, MPI_Comm,
    MPI_Comm*, int[]);

int PMPI_Comm_spawn_multiple(int, char*[], char**[], const int[], const MPI_Info[], int, MPI_Comm comm, MPI_Comm*,
    int[]) {
  return unsupported("MPI_Comm_spawn_multiple", comm);
}
[[gnu::weak, gnu::alias("PMPI_Comm_spawn_multiple")]] int MPI_Comm_spawn_multiple(int, char*[], char**[], const int[],
    const MPI_Info[], int, MPI_Comm, MPI_Comm*, int[]);

int PMPI_Lookup_name(const char*, MPI_Info, char*) { return unsupported("MPI_Lookup_name", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Lookup_name")]] int MPI_Lookup_name(const char*, MPI_Info, char*);

int PMPI_Open_port(MPI_Info, char*) { return unsupported("MPI_Open_port", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Open_port")]] int MPI_Open_port(MPI_Info, char*);

int PMPI_Publish_name(const char*, MPI_Info, const char*) { return unsupported("MPI_Publish_name", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Publish_name")]] int MPI_Publish_name(const char*, MPI_Info, const char*);

int PMPI_Unpublish_name(const char*, MPI_Info, const char*) {
  return unsupported("MPI_Unpublish_name", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Unpublish_name")]] int MPI_Unpublish_name(const char*, MPI_Info, const char*);

}  // extern "C"
