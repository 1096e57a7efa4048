// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter misc, one call each. Next: the body in mpi/misc*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_misc.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Alloc_mem(MPI_Aint size, MPI_Info info, void* baseptr) {
  return enter("MPI_Alloc_mem", [&] { return api::alloc_mem(size, info, baseptr); });
}
[[gnu::weak, gnu::alias("PMPI_Alloc_mem")]] int MPI_Alloc_mem(MPI_Aint, MPI_Info, void*);

int PMPI_Free_mem(void* base) {
  return enter("MPI_Free_mem", [&] { return api::free_mem(base); });
}
[[gnu::weak, gnu::alias("PMPI_Free_mem")]] int MPI_Free_mem(void*);

int PMPI_Get_address(const void* location, MPI_Aint* address) {
  return enter_anytime("MPI_Get_address", [&] { return api::get_address(location, address); });
}
[[gnu::weak, gnu::alias("PMPI_Get_address")]] int MPI_Get_address(const void*, MPI_Aint*);

int PMPI_Get_hw_resource_info(MPI_Info* hw_info) {
  return enter("MPI_Get_hw_resource_info", [&] { return api::get_hw_resource_info(hw_info); });
}
[[gnu::weak, gnu::alias("PMPI_Get_hw_resource_info")]] int MPI_Get_hw_resource_info(MPI_Info*);

int PMPI_Get_library_version(char* version, int* resultlen) {
  return enter_anytime("MPI_Get_library_version", [&] { return api::get_library_version(version, resultlen); });
}
[[gnu::weak, gnu::alias("PMPI_Get_library_version")]] int MPI_Get_library_version(char*, int*);

int PMPI_Get_processor_name(char* name, int* resultlen) {
  return enter("MPI_Get_processor_name", [&] { return api::get_processor_name(name, resultlen); });
}
[[gnu::weak, gnu::alias("PMPI_Get_processor_name")]] int MPI_Get_processor_name(char*, int*);

int PMPI_Get_version(int* version, int* subversion) {
  return enter_anytime("MPI_Get_version", [&] { return api::get_version(version, subversion); });
}
[[gnu::weak, gnu::alias("PMPI_Get_version")]] int MPI_Get_version(int*, int*);

int PMPI_Pcontrol(int level, ...) {
  return enter_anytime("MPI_Pcontrol", [&] { return api::pcontrol(level); });
}
[[gnu::weak, gnu::alias("PMPI_Pcontrol")]] int MPI_Pcontrol(int, ...);

MPI_Aint PMPI_Aint_add(MPI_Aint base, MPI_Aint disp) {
  return api::aint_add(base, disp);
}
[[gnu::weak, gnu::alias("PMPI_Aint_add")]] MPI_Aint MPI_Aint_add(MPI_Aint, MPI_Aint);

MPI_Aint PMPI_Aint_diff(MPI_Aint addr1, MPI_Aint addr2) {
  return api::aint_diff(addr1, addr2);
}
[[gnu::weak, gnu::alias("PMPI_Aint_diff")]] MPI_Aint MPI_Aint_diff(MPI_Aint, MPI_Aint);

double PMPI_Wtick(void) {
  return api::wtick();
}
[[gnu::weak, gnu::alias("PMPI_Wtick")]] double MPI_Wtick(void);

double PMPI_Wtime(void) {
  return api::wtime();
}
[[gnu::weak, gnu::alias("PMPI_Wtime")]] double MPI_Wtime(void);

}  // extern "C"
