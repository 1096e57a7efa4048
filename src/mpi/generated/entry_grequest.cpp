// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter grequest, one call each. Next: the body in mpi/grequest*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_grequest.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Grequest_complete(MPI_Request request) {
  return enter("MPI_Grequest_complete", [&] { return api::grequest_complete(request); });
}
[[gnu::weak, gnu::alias("PMPI_Grequest_complete")]] int MPI_Grequest_complete(MPI_Request);

int PMPI_Grequest_start(MPI_Grequest_query_function* query_fn, MPI_Grequest_free_function* free_fn,
    MPI_Grequest_cancel_function* cancel_fn, void* extra_state, MPI_Request* request) {
  return enter("MPI_Grequest_start", [&] { return api::grequest_start(query_fn, free_fn, cancel_fn, extra_state,
    request); });
}
[[gnu::weak, gnu::alias("PMPI_Grequest_start")]] int MPI_Grequest_start(MPI_Grequest_query_function*,
    MPI_Grequest_free_function*, MPI_Grequest_cancel_function*, void*, MPI_Request*);

}  // extern "C"
