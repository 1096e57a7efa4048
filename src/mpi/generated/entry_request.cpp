// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter request, one call each. Next: the body in mpi/request*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_request.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Cancel(MPI_Request* request) {
  return enter("MPI_Cancel", [&] { return api::cancel(request); });
}
[[gnu::weak, gnu::alias("PMPI_Cancel")]] int MPI_Cancel(MPI_Request*);

int PMPI_Request_free(MPI_Request* request) {
  return enter("MPI_Request_free", [&] { return api::request_free(request); });
}
[[gnu::weak, gnu::alias("PMPI_Request_free")]] int MPI_Request_free(MPI_Request*);

int PMPI_Request_get_status(MPI_Request request, int* flag, MPI_Status* status) {
  return enter("MPI_Request_get_status", [&] { return api::request_get_status(request, flag, status); });
}
[[gnu::weak, gnu::alias("PMPI_Request_get_status")]] int MPI_Request_get_status(MPI_Request, int*, MPI_Status*);

int PMPI_Request_get_status_all(int count, const MPI_Request array_of_requests[], int* flag,
    MPI_Status array_of_statuses[]) {
  return enter("MPI_Request_get_status_all", [&] { return api::request_get_status_all(count, array_of_requests, flag,
    array_of_statuses); });
}
[[gnu::weak, gnu::alias("PMPI_Request_get_status_all")]] int MPI_Request_get_status_all(int, const MPI_Request[], int*,
    MPI_Status[]);

int PMPI_Request_get_status_any(int count, const MPI_Request array_of_requests[], int* indx, int* flag,
    MPI_Status* status) {
  return enter("MPI_Request_get_status_any", [&] { return api::request_get_status_any(count, array_of_requests, indx,
    flag, status); });
}
[[gnu::weak, gnu::alias("PMPI_Request_get_status_any")]] int MPI_Request_get_status_any(int, const MPI_Request[], int*,
    int*, MPI_Status*);

int PMPI_Request_get_status_some(int incount, const MPI_Request array_of_requests[], int* outcount,
    int array_of_indices[], MPI_Status array_of_statuses[]) {
  return enter("MPI_Request_get_status_some", [&] { return api::request_get_status_some(incount, array_of_requests,
    outcount, array_of_indices, array_of_statuses); });
}
[[gnu::weak, gnu::alias("PMPI_Request_get_status_some")]] int MPI_Request_get_status_some(int, const MPI_Request[],
    int*, int[], MPI_Status[]);

int PMPI_Start(MPI_Request* request) {
  return enter("MPI_Start", [&] { return api::start(request); });
}
[[gnu::weak, gnu::alias("PMPI_Start")]] int MPI_Start(MPI_Request*);

int PMPI_Startall(int count, MPI_Request array_of_requests[]) {
  return enter("MPI_Startall", [&] { return api::startall(count, array_of_requests); });
}
[[gnu::weak, gnu::alias("PMPI_Startall")]] int MPI_Startall(int, MPI_Request[]);

int PMPI_Test(MPI_Request* request, int* flag, MPI_Status* status) {
  return enter("MPI_Test", [&] { return api::test(request, flag, status); });
}
[[gnu::weak, gnu::alias("PMPI_Test")]] int MPI_Test(MPI_Request*, int*, MPI_Status*);

int PMPI_Testall(int count, MPI_Request array_of_requests[], int* flag, MPI_Status array_of_statuses[]) {
  return enter("MPI_Testall", [&] { return api::testall(count, array_of_requests, flag, array_of_statuses); });
}
[[gnu::weak, gnu::alias("PMPI_Testall")]] int MPI_Testall(int, MPI_Request[], int*, MPI_Status[]);

int PMPI_Testany(int count, MPI_Request array_of_requests[], int* indx, int* flag, MPI_Status* status) {
  return enter("MPI_Testany", [&] { return api::testany(count, array_of_requests, indx, flag, status); });
}
[[gnu::weak, gnu::alias("PMPI_Testany")]] int MPI_Testany(int, MPI_Request[], int*, int*, MPI_Status*);

int PMPI_Testsome(int incount, MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
    MPI_Status array_of_statuses[]) {
  return enter("MPI_Testsome", [&] { return api::testsome(incount, array_of_requests, outcount, array_of_indices,
    array_of_statuses); });
}
[[gnu::weak, gnu::alias("PMPI_Testsome")]] int MPI_Testsome(int, MPI_Request[], int*, int[], MPI_Status[]);

int PMPI_Wait(MPI_Request* request, MPI_Status* status) {
  return enter("MPI_Wait", [&] { return api::wait(request, status); });
}
[[gnu::weak, gnu::alias("PMPI_Wait")]] int MPI_Wait(MPI_Request*, MPI_Status*);

int PMPI_Waitall(int count, MPI_Request array_of_requests[], MPI_Status array_of_statuses[]) {
  return enter("MPI_Waitall", [&] { return api::waitall(count, array_of_requests, array_of_statuses); });
}
[[gnu::weak, gnu::alias("PMPI_Waitall")]] int MPI_Waitall(int, MPI_Request[], MPI_Status[]);

int PMPI_Waitany(int count, MPI_Request array_of_requests[], int* indx, MPI_Status* status) {
  return enter("MPI_Waitany", [&] { return api::waitany(count, array_of_requests, indx, status); });
}
[[gnu::weak, gnu::alias("PMPI_Waitany")]] int MPI_Waitany(int, MPI_Request[], int*, MPI_Status*);

int PMPI_Waitsome(int incount, MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
    MPI_Status array_of_statuses[]) {
  return enter("MPI_Waitsome", [&] { return api::waitsome(incount, array_of_requests, outcount, array_of_indices,
    array_of_statuses); });
}
[[gnu::weak, gnu::alias("PMPI_Waitsome")]] int MPI_Waitsome(int, MPI_Request[], int*, int[], MPI_Status[]);

}  // extern "C"
