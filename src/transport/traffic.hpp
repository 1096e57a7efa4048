// SPDX-License-Identifier: BSD-3-Clause
// What a transport has carried, for tests, MPI_T and diagnosis.
#pragma once

#include <cstddef>
#include <cstdint>

namespace baton::transport {

struct Traffic {
  std::uint64_t frames_sent = 0;
  std::uint64_t bytes_sent = 0;
  std::uint64_t frames_received = 0;
  std::uint64_t bytes_received = 0;

  Traffic& operator+=(const Traffic& other) noexcept {
    frames_sent += other.frames_sent;
    bytes_sent += other.bytes_sent;
    frames_received += other.frames_received;
    bytes_received += other.bytes_received;
    return *this;
  }
};

/// What a transport holds now.
struct Holdings {
  std::size_t links = 0;          // peers with an open link or ring
  std::size_t memory_bytes = 0;   // of rings and buffers that this process has made
  std::uint64_t retransmits = 0;  // segments sent again since the start; tcp only
};

}  // namespace baton::transport
