// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the collectives that compute: reduce, allreduce, reduce_scatter, scan and their variants (MPI 5.0, 6.9
// to 6.11).
#include <cstdint>
#include <span>
#include <vector>

#include "mpi/collective.hpp"
#include "mpi/failure.hpp"

namespace baton::mpi::collective {

using collectives::Collective;

int reduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
           MPI_Comm comm, const Form& form) {
  Arguments a(Collective::reduce, comm);
  if (const int code = a.open(); code != MPI_SUCCESS) return code;
  if (const int code = a.set_root(root); code != MPI_SUCCESS) return code;
  if (a.takes_part()) {
    if (const int code = a.take_in_place("sendbuf", sendbuf, a.at_root()); code != MPI_SUCCESS) return code;
  }
  if (a.takes_part() || a.at_root()) {
    if (const int code = a.set_reduction(sendbuf, recvbuf, count, datatype, op, a.takes_part(), a.at_root());
        code != MPI_SUCCESS)
      return code;
  }
  return launch(a, form);
}

namespace {

/// Every rank gives a vector and gets one of the same length. Rank 0 gets nothing from exscan.
int reduce_all(Arguments& a, bool intra_only, const void* sendbuf, void* recvbuf, MPI_Count count,
               MPI_Datatype datatype, MPI_Op op, const Form& form) {
  if (const int code = a.open(intra_only); code != MPI_SUCCESS) return code;
  if (const int code = a.take_in_place("sendbuf", sendbuf); code != MPI_SUCCESS) return code;
  // Rank 0 of exscan receives nothing, but who passes one buffer for both passes it on all ranks.
  if (count > 0 && !a.shape().in_place && !a.inter()) {
    if (const int code = a.check_apart(sendbuf, recvbuf); code != MPI_SUCCESS) return code;
  }
  const bool receives = a.call.collective != Collective::exscan || a.communicator->rank() > 0 || a.shape().in_place;
  if (const int code = a.set_reduction(sendbuf, recvbuf, count, datatype, op, true, receives); code != MPI_SUCCESS)
    return code;
  return launch(a, form);
}

}  // namespace

int allreduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
              const Form& form) {
  Arguments a(Collective::allreduce, comm);
  return reduce_all(a, false, sendbuf, recvbuf, count, datatype, op, form);
}

int scan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
         const Form& form) {
  Arguments a(Collective::scan, comm);
  return reduce_all(a, true, sendbuf, recvbuf, count, datatype, op, form);
}

int exscan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
           const Form& form) {
  Arguments a(Collective::exscan, comm);
  return reduce_all(a, true, sendbuf, recvbuf, count, datatype, op, form);
}

int reduce_scatter(const void* sendbuf, void* recvbuf, Counts recvcounts, MPI_Datatype datatype, MPI_Op op,
                   MPI_Comm comm, const Form& form) {
  Arguments a(Collective::reduce_scatter, comm);
  if (const int code = a.open(); code != MPI_SUCCESS) return code;
  if (const int code = a.take_in_place("sendbuf", sendbuf); code != MPI_SUCCESS) return code;
  const auto size = static_cast<std::size_t>(a.communicator->size());
  if (const int code = check_counts(comm, "recvcounts", recvcounts, a.communicator->size()); code != MPI_SUCCESS)
    return code;
  std::vector<std::int64_t>& arrays = a.lists().recv_arrays;
  arrays.resize(2 * size);
  const auto counts = std::span(arrays).first(size);
  const auto displacements = std::span(arrays).subspan(size);
  std::int64_t total = 0;
  for (std::size_t i = 0; i < size; ++i) {
    counts[i] = recvcounts[i];
    displacements[i] = total;
    total += counts[i];
  }
  const auto own = counts[static_cast<std::size_t>(a.communicator->rank())];
  // A rank that gets nothing needs no receive buffer, unless its contribution lies there.
  const bool receives = own > 0 || a.shape().in_place;
  if (const int code = a.set_reduction(sendbuf, recvbuf, total, datatype, op, true, receives); code != MPI_SUCCESS)
    return code;
  a.shape().recv.count = own;
  a.shape().recv.counts = counts;
  a.shape().recv.displacements = displacements;
  return launch(a, form);
}

int reduce_scatter_block(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype, MPI_Op op,
                         MPI_Comm comm, const Form& form) {
  Arguments a(Collective::reduce_scatter_block, comm);
  if (const int code = a.open(); code != MPI_SUCCESS) return code;
  if (const int code = check_count(comm, "recvcount", recvcount); code != MPI_SUCCESS) return code;
  if (const int code = a.take_in_place("sendbuf", sendbuf); code != MPI_SUCCESS) return code;
  if (const int code = a.set_reduction(sendbuf, recvbuf, recvcount, datatype, op, true, true); code != MPI_SUCCESS)
    return code;
  std::int64_t total = 0;
  if (__builtin_mul_overflow(recvcount, static_cast<std::int64_t>(a.communicator->size()), &total))
    return fail(comm, MPI_ERR_COUNT, "argument 'recvcount' = {}: too large for {} ranks", recvcount,
                a.communicator->size());
  a.shape().send.count = total;
  return launch(a, form);
}

}  // namespace baton::mpi::collective
