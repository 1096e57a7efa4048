// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter misc, one call each. Next: the body in mpi/misc*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_misc.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Alloc_mem(MPI_Aint, MPI_Info, void*) { return unsupported("MPI_Alloc_mem", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Alloc_mem")]] int MPI_Alloc_mem(MPI_Aint, MPI_Info, void*);

int PMPI_Free_mem(void*) { return unsupported("MPI_Free_mem", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Free_mem")]] int MPI_Free_mem(void*);

int PMPI_Get_address(const void*, MPI_Aint*) { return unsupported("MPI_Get_address", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Get_address")]] int MPI_Get_address(const void*, MPI_Aint*);

int PMPI_Get_hw_resource_info(MPI_Info*) { return unsupported("MPI_Get_hw_resource_info", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Get_hw_resource_info")]] int MPI_Get_hw_resource_info(MPI_Info*);

int PMPI_Get_library_version(char*, int*) { return unsupported("MPI_Get_library_version", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Get_library_version")]] int MPI_Get_library_version(char*, int*);

int PMPI_Get_processor_name(char*, int*) { return unsupported("MPI_Get_processor_name", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Get_processor_name")]] int MPI_Get_processor_name(char*, int*);

int PMPI_Get_version(int*, int*) { return unsupported("MPI_Get_version", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Get_version")]] int MPI_Get_version(int*, int*);

int PMPI_Pcontrol(int, ...) { return unsupported("MPI_Pcontrol", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Pcontrol")]] int MPI_Pcontrol(int, ...);

MPI_Aint PMPI_Aint_add(MPI_Aint, MPI_Aint) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Aint_add")]] MPI_Aint MPI_Aint_add(MPI_Aint, MPI_Aint);

MPI_Aint PMPI_Aint_diff(MPI_Aint, MPI_Aint) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Aint_diff")]] MPI_Aint MPI_Aint_diff(MPI_Aint, MPI_Aint);

double PMPI_Wtick(void) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Wtick")]] double MPI_Wtick(void);

double PMPI_Wtime(void) { return {}; }
[[gnu::weak, gnu::alias("PMPI_Wtime")]] double MPI_Wtime(void);

}  // extern "C"
