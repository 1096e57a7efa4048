// SPDX-License-Identifier: BSD-3-Clause
// How a status of the ABI is used: MPI_internal[0..1] hold the 64-bit byte count, [2] the cancelled flag.
#pragma once

#include <cstdint>
#include <cstring>

#include "mpi.h"

namespace baton::mpi {

inline void set_status_bytes(MPI_Status& status, std::int64_t bytes) noexcept {
  std::memcpy(&status.MPI_internal[0], &bytes, sizeof bytes);
}
[[nodiscard]] inline std::int64_t status_bytes(const MPI_Status& status) noexcept {
  std::int64_t bytes = 0;
  std::memcpy(&bytes, &status.MPI_internal[0], sizeof bytes);
  return bytes;
}
inline void set_status_cancelled(MPI_Status& status, bool cancelled) noexcept {
  status.MPI_internal[2] = cancelled ? 1 : 0;
}
[[nodiscard]] inline bool status_cancelled(const MPI_Status& status) noexcept { return status.MPI_internal[2] != 0; }

/// Fills all but MPI_ERROR, which only the calls that return several statuses may touch (MPI 5.0, 3.2.5).
inline void set_status(MPI_Status* status, int source, int tag, std::int64_t bytes, bool cancelled = false) noexcept {
  if (status == MPI_STATUS_IGNORE) return;
  status->MPI_SOURCE = source;
  status->MPI_TAG = tag;
  set_status_bytes(*status, bytes);
  set_status_cancelled(*status, cancelled);
}

/// The empty status (3.7.3): of inactive requests and of sends. Its error is MPI_SUCCESS.
inline void set_empty_status(MPI_Status* status) noexcept {
  set_status(status, MPI_ANY_SOURCE, MPI_ANY_TAG, 0);
  if (status != MPI_STATUS_IGNORE) status->MPI_ERROR = MPI_SUCCESS;
}
/// Of communication with MPI_PROC_NULL (3.10).
inline void set_proc_null_status(MPI_Status* status) noexcept { set_status(status, MPI_PROC_NULL, MPI_ANY_TAG, 0); }

}  // namespace baton::mpi
