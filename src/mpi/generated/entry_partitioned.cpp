// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter partitioned, one call each. Next: the body in mpi/partitioned*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_partitioned.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Parrived(MPI_Request request, int partition, int* flag) {
  return enter("MPI_Parrived", [&] { return api::parrived(request, partition, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Parrived")]] int MPI_Parrived(MPI_Request, int, int*);

int PMPI_Pready(int partition, MPI_Request request) {
  return enter("MPI_Pready", [&] { return api::pready(partition, request); });
}
[[gnu::weak, gnu::alias("PMPI_Pready")]] int MPI_Pready(int, MPI_Request);

int PMPI_Pready_list(int length, const int array_of_partitions[], MPI_Request request) {
  return enter("MPI_Pready_list", [&] { return api::pready_list(length, array_of_partitions, request); });
}
[[gnu::weak, gnu::alias("PMPI_Pready_list")]] int MPI_Pready_list(int, const int[], MPI_Request);

int PMPI_Pready_range(int partition_low, int partition_high, MPI_Request request) {
  return enter("MPI_Pready_range", [&] { return api::pready_range(partition_low, partition_high, request); });
}
[[gnu::weak, gnu::alias("PMPI_Pready_range")]] int MPI_Pready_range(int, int, MPI_Request);

int PMPI_Precv_init(void* buf, int partitions, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Info info, MPI_Request* request) {
  return enter("MPI_Precv_init", [&] { return api::precv_init(buf, partitions, count, datatype, dest, tag, comm, info,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Precv_init")]] int MPI_Precv_init(void*, int, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Info, MPI_Request*);

int PMPI_Precv_init_c(void* buf, int partitions, MPI_Count count, MPI_Datatype datatype, int dest, int tag,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Precv_init_c", [&] { return api::precv_init(buf, partitions, count, datatype, dest, tag, comm,
    info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Precv_init_c")]] int MPI_Precv_init_c(void*, int, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Psend_init(const void* buf, int partitions, int count, MPI_Datatype datatype, int dest, int tag,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Psend_init", [&] { return api::psend_init(buf, partitions, count, datatype, dest, tag, comm, info,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Psend_init")]] int MPI_Psend_init(const void*, int, int, MPI_Datatype, int, int,
    MPI_Comm, MPI_Info, MPI_Request*);

int PMPI_Psend_init_c(const void* buf, int partitions, MPI_Count count, MPI_Datatype datatype, int dest, int tag,
    MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  return enter("MPI_Psend_init_c", [&] { return api::psend_init(buf, partitions, count, datatype, dest, tag, comm,
    info, request); });
}
[[gnu::weak, gnu::alias("PMPI_Psend_init_c")]] int MPI_Psend_init_c(const void*, int, MPI_Count, MPI_Datatype, int,
    int, MPI_Comm, MPI_Info, MPI_Request*);

}  // extern "C"
