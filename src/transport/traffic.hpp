// SPDX-License-Identifier: BSD-3-Clause
// What a transport has carried, for tests, MPI_T and diagnosis.
#pragma once

#include <cstdint>

namespace baton::transport {

struct Traffic {
  std::uint64_t frames_sent = 0;
  std::uint64_t bytes_sent = 0;
  std::uint64_t frames_received = 0;
  std::uint64_t bytes_received = 0;
};

}  // namespace baton::transport
