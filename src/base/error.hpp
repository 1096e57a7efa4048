// SPDX-License-Identifier: BSD-3-Clause
// What can go wrong below the C API, as a value of 16 bytes that travels in registers.
// Not here: MPI error classes (mpi/error_class.cpp maps codes to them) and outcomes that are no error (post.hpp).
#pragma once

#include <cstdint>

namespace baton {

/// The kinds of failure that rooms below the C API report. One MPI error class is derived from each.
enum class Code : std::uint16_t {
  ok = 0,
  invalid_argument,  // a value no caller may pass
  call_mismatch,     // ranks called collectives that do not fit together
  root_mismatch,     // the same collective, with different roots
  op_mismatch,       // the same reduction, with different operations
  truncated,         // a message is longer than the receive buffer
  no_memory,         // allocation, mapping or locking of memory failed
  not_found,         // a key, file, library or peer does not exist
  timed_out,         // a bounded wait ended
  peer_lost,         // the peer process ended or its link broke for good
  refused,           // a peer or launcher said no (wrong secret, wrong version)
  unsupported,       // right by the standard, not written yet
  type_mismatch,     // datatypes or operation do not fit each other
  cancelled,         // the operation was cancelled
  io,                // a system call failed; see os_errno
  protocol,          // the other side broke the wire format
  internal,          // our own bug, where going on is still possible
};

/// A failure: what kind, the errno where a system call failed (else 0), and a static sentence.
/// `what` must point at storage that outlives every user: a literal, or text interned with `intern()` (text.hpp).
struct Error {
  Code code = Code::ok;
  std::int32_t os_errno = 0;
  const char* what = "";

  [[nodiscard]] constexpr bool ok() const noexcept { return code == Code::ok; }
};
static_assert(sizeof(Error) == 16);

}  // namespace baton
