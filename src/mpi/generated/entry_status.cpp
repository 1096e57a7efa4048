// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter status, one call each. Next: the body in mpi/status*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_status.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Get_count(const MPI_Status*, MPI_Datatype, int*) { return unsupported("MPI_Get_count", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Get_count")]] int MPI_Get_count(const MPI_Status*, MPI_Datatype, int*);

int PMPI_Get_count_c(const MPI_Status*, MPI_Datatype, MPI_Count*) {
  return unsupported("MPI_Get_count_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Get_count_c")]] int MPI_Get_count_c(const MPI_Status*, MPI_Datatype, MPI_Count*);

int PMPI_Get_elements(const MPI_Status*, MPI_Datatype, int*) {
  return unsupported("MPI_Get_elements", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Get_elements")]] int MPI_Get_elements(const MPI_Status*, MPI_Datatype, int*);

int PMPI_Get_elements_c(const MPI_Status*, MPI_Datatype, MPI_Count*) {
  return unsupported("MPI_Get_elements_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Get_elements_c")]] int MPI_Get_elements_c(const MPI_Status*, MPI_Datatype, MPI_Count*);

int PMPI_Get_elements_x(const MPI_Status*, MPI_Datatype, MPI_Count*) {
  return unsupported("MPI_Get_elements_x", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Get_elements_x")]] int MPI_Get_elements_x(const MPI_Status*, MPI_Datatype, MPI_Count*);

int PMPI_Status_get_error(const MPI_Status*, int*) { return unsupported("MPI_Status_get_error", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Status_get_error")]] int MPI_Status_get_error(const MPI_Status*, int*);

int PMPI_Status_get_source(const MPI_Status*, int*) { return unsupported("MPI_Status_get_source", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Status_get_source")]] int MPI_Status_get_source(const MPI_Status*, int*);

int PMPI_Status_get_tag(const MPI_Status*, int*) { return unsupported("MPI_Status_get_tag", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Status_get_tag")]] int MPI_Status_get_tag(const MPI_Status*, int*);

int PMPI_Status_set_cancelled(MPI_Status*, int) { return unsupported("MPI_Status_set_cancelled", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Status_set_cancelled")]] int MPI_Status_set_cancelled(MPI_Status*, int);

int PMPI_Status_set_elements(MPI_Status*, MPI_Datatype, int) {
  return unsupported("MPI_Status_set_elements", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Status_set_elements")]] int MPI_Status_set_elements(MPI_Status*, MPI_Datatype, int);

int PMPI_Status_set_elements_c(MPI_Status*, MPI_Datatype, MPI_Count) {
  return unsupported("MPI_Status_set_elements_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Status_set_elements_c")]] int MPI_Status_set_elements_c(MPI_Status*, MPI_Datatype,
    MPI_Count);

int PMPI_Status_set_elements_x(MPI_Status*, MPI_Datatype, MPI_Count) {
  return unsupported("MPI_Status_set_elements_x", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Status_set_elements_x")]] int MPI_Status_set_elements_x(MPI_Status*, MPI_Datatype,
    MPI_Count);

int PMPI_Status_set_error(MPI_Status*, int) { return unsupported("MPI_Status_set_error", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Status_set_error")]] int MPI_Status_set_error(MPI_Status*, int);

int PMPI_Status_set_source(MPI_Status*, int) { return unsupported("MPI_Status_set_source", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Status_set_source")]] int MPI_Status_set_source(MPI_Status*, int);

int PMPI_Status_set_tag(MPI_Status*, int) { return unsupported("MPI_Status_set_tag", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Status_set_tag")]] int MPI_Status_set_tag(MPI_Status*, int);

int PMPI_Test_cancelled(const MPI_Status*, int*) { return unsupported("MPI_Test_cancelled", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Test_cancelled")]] int MPI_Test_cancelled(const MPI_Status*, int*);

}  // extern "C"
