// SPDX-License-Identifier: BSD-3-Clause
// Calls of MPI 4 that an older MPI's header does not have: never called there, but named in the source.
#pragma once

#include <mpi.h>

#if MPI_VERSION < 4
namespace differential {
// clang-format off
template <class... Any> int MPI_Barrier_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Bcast_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Gather_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Gatherv_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Scatter_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Scatterv_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Allgather_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Allgatherv_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Alltoall_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Alltoallv_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Alltoallw_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Reduce_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Allreduce_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Reduce_scatter_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Reduce_scatter_block_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Scan_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Exscan_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Neighbor_allgather_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Neighbor_allgatherv_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Neighbor_alltoall_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Neighbor_alltoallv_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
template <class... Any> int MPI_Neighbor_alltoallw_init(Any...) { return MPI_ERR_UNSUPPORTED_OPERATION; }
// clang-format on
}  // namespace differential
#endif
