// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter status, one call each. Next: the body in mpi/status*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_status.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Get_count(const MPI_Status* status, MPI_Datatype datatype, int* count) {
  return enter("MPI_Get_count", [&] { return api::get_count(status, datatype, CountOut(count)); });
}
[[gnu::weak, gnu::alias("PMPI_Get_count")]] int MPI_Get_count(const MPI_Status*, MPI_Datatype, int*);

int PMPI_Get_count_c(const MPI_Status* status, MPI_Datatype datatype, MPI_Count* count) {
  return enter("MPI_Get_count_c", [&] { return api::get_count(status, datatype, CountOut(count)); });
}
[[gnu::weak, gnu::alias("PMPI_Get_count_c")]] int MPI_Get_count_c(const MPI_Status*, MPI_Datatype, MPI_Count*);

int PMPI_Get_elements(const MPI_Status* status, MPI_Datatype datatype, int* count) {
  return enter("MPI_Get_elements", [&] { return api::get_elements(status, datatype, CountOut(count)); });
}
[[gnu::weak, gnu::alias("PMPI_Get_elements")]] int MPI_Get_elements(const MPI_Status*, MPI_Datatype, int*);

int PMPI_Get_elements_c(const MPI_Status* status, MPI_Datatype datatype, MPI_Count* count) {
  return enter("MPI_Get_elements_c", [&] { return api::get_elements(status, datatype, CountOut(count)); });
}
[[gnu::weak, gnu::alias("PMPI_Get_elements_c")]] int MPI_Get_elements_c(const MPI_Status*, MPI_Datatype, MPI_Count*);

int PMPI_Get_elements_x(const MPI_Status* status, MPI_Datatype datatype, MPI_Count* count) {
  return enter("MPI_Get_elements_x", [&] { return api::get_elements_x(status, datatype, count); });
}
[[gnu::weak, gnu::alias("PMPI_Get_elements_x")]] int MPI_Get_elements_x(const MPI_Status*, MPI_Datatype, MPI_Count*);

int PMPI_Status_get_error(const MPI_Status* status, int* error) {
  return enter_anytime("MPI_Status_get_error", [&] { return api::status_get_error(status, error); });
}
[[gnu::weak, gnu::alias("PMPI_Status_get_error")]] int MPI_Status_get_error(const MPI_Status*, int*);

int PMPI_Status_get_source(const MPI_Status* status, int* source) {
  return enter_anytime("MPI_Status_get_source", [&] { return api::status_get_source(status, source); });
}
[[gnu::weak, gnu::alias("PMPI_Status_get_source")]] int MPI_Status_get_source(const MPI_Status*, int*);

int PMPI_Status_get_tag(const MPI_Status* status, int* tag) {
  return enter_anytime("MPI_Status_get_tag", [&] { return api::status_get_tag(status, tag); });
}
[[gnu::weak, gnu::alias("PMPI_Status_get_tag")]] int MPI_Status_get_tag(const MPI_Status*, int*);

int PMPI_Status_set_cancelled(MPI_Status* status, int flag) {
  return enter("MPI_Status_set_cancelled", [&] { return api::status_set_cancelled(status, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Status_set_cancelled")]] int MPI_Status_set_cancelled(MPI_Status*, int);

int PMPI_Status_set_elements(MPI_Status* status, MPI_Datatype datatype, int count) {
  return enter("MPI_Status_set_elements", [&] { return api::status_set_elements(status, datatype, count); });
}
[[gnu::weak, gnu::alias("PMPI_Status_set_elements")]] int MPI_Status_set_elements(MPI_Status*, MPI_Datatype, int);

int PMPI_Status_set_elements_c(MPI_Status* status, MPI_Datatype datatype, MPI_Count count) {
  return enter("MPI_Status_set_elements_c", [&] { return api::status_set_elements(status, datatype, count); });
}
[[gnu::weak, gnu::alias("PMPI_Status_set_elements_c")]] int MPI_Status_set_elements_c(MPI_Status*, MPI_Datatype,
    MPI_Count);

int PMPI_Status_set_elements_x(MPI_Status* status, MPI_Datatype datatype, MPI_Count count) {
  return enter("MPI_Status_set_elements_x", [&] { return api::status_set_elements_x(status, datatype, count); });
}
[[gnu::weak, gnu::alias("PMPI_Status_set_elements_x")]] int MPI_Status_set_elements_x(MPI_Status*, MPI_Datatype,
    MPI_Count);

int PMPI_Status_set_error(MPI_Status* status, int error) {
  return enter_anytime("MPI_Status_set_error", [&] { return api::status_set_error(status, error); });
}
[[gnu::weak, gnu::alias("PMPI_Status_set_error")]] int MPI_Status_set_error(MPI_Status*, int);

int PMPI_Status_set_source(MPI_Status* status, int source) {
  return enter_anytime("MPI_Status_set_source", [&] { return api::status_set_source(status, source); });
}
[[gnu::weak, gnu::alias("PMPI_Status_set_source")]] int MPI_Status_set_source(MPI_Status*, int);

int PMPI_Status_set_tag(MPI_Status* status, int tag) {
  return enter_anytime("MPI_Status_set_tag", [&] { return api::status_set_tag(status, tag); });
}
[[gnu::weak, gnu::alias("PMPI_Status_set_tag")]] int MPI_Status_set_tag(MPI_Status*, int);

int PMPI_Test_cancelled(const MPI_Status* status, int* flag) {
  return enter("MPI_Test_cancelled", [&] { return api::test_cancelled(status, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Test_cancelled")]] int MPI_Test_cancelled(const MPI_Status*, int*);

}  // extern "C"
