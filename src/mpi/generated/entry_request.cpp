// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter request, one call each. Next: the body in mpi/request*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_request.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Cancel(MPI_Request*) { return unsupported("MPI_Cancel", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Cancel")]] int MPI_Cancel(MPI_Request*);

int PMPI_Request_free(MPI_Request*) { return unsupported("MPI_Request_free", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Request_free")]] int MPI_Request_free(MPI_Request*);

int PMPI_Request_get_status(MPI_Request, int*, MPI_Status*) {
  return unsupported("MPI_Request_get_status", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Request_get_status")]] int MPI_Request_get_status(MPI_Request, int*, MPI_Status*);

int PMPI_Request_get_status_all(int, const MPI_Request[], int*, MPI_Status[]) {
  return unsupported("MPI_Request_get_status_all", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Request_get_status_all")]] int MPI_Request_get_status_all(int, const MPI_Request[], int*,
    MPI_Status[]);

int PMPI_Request_get_status_any(int, const MPI_Request[], int*, int*, MPI_Status*) {
  return unsupported("MPI_Request_get_status_any", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Request_get_status_any")]] int MPI_Request_get_status_any(int, const MPI_Request[], int*,
    int*, MPI_Status*);

int PMPI_Request_get_status_some(int, const MPI_Request[], int*, int[], MPI_Status[]) {
  return unsupported("MPI_Request_get_status_some", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Request_get_status_some")]] int MPI_Request_get_status_some(int, const MPI_Request[],
    int*, int[], MPI_Status[]);

int PMPI_Start(MPI_Request*) { return unsupported("MPI_Start", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Start")]] int MPI_Start(MPI_Request*);

int PMPI_Startall(int, MPI_Request[]) { return unsupported("MPI_Startall", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Startall")]] int MPI_Startall(int, MPI_Request[]);

int PMPI_Test(MPI_Request*, int*, MPI_Status*) { return unsupported("MPI_Test", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Test")]] int MPI_Test(MPI_Request*, int*, MPI_Status*);

int PMPI_Testall(int, MPI_Request[], int*, MPI_Status[]) { return unsupported("MPI_Testall", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Testall")]] int MPI_Testall(int, MPI_Request[], int*, MPI_Status[]);

int PMPI_Testany(int, MPI_Request[], int*, int*, MPI_Status*) { return unsupported("MPI_Testany", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Testany")]] int MPI_Testany(int, MPI_Request[], int*, int*, MPI_Status*);

int PMPI_Testsome(int, MPI_Request[], int*, int[], MPI_Status[]) {
  return unsupported("MPI_Testsome", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Testsome")]] int MPI_Testsome(int, MPI_Request[], int*, int[], MPI_Status[]);

int PMPI_Wait(MPI_Request*, MPI_Status*) { return unsupported("MPI_Wait", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Wait")]] int MPI_Wait(MPI_Request*, MPI_Status*);

int PMPI_Waitall(int, MPI_Request[], MPI_Status[]) { return unsupported("MPI_Waitall", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Waitall")]] int MPI_Waitall(int, MPI_Request[], MPI_Status[]);

int PMPI_Waitany(int, MPI_Request[], int*, MPI_Status*) { return unsupported("MPI_Waitany", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Waitany")]] int MPI_Waitany(int, MPI_Request[], int*, MPI_Status*);

int PMPI_Waitsome(int, MPI_Request[], int*, int[], MPI_Status[]) {
  return unsupported("MPI_Waitsome", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Waitsome")]] int MPI_Waitsome(int, MPI_Request[], int*, int[], MPI_Status[]);

}  // extern "C"
