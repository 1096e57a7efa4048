// SPDX-License-Identifier: BSD-3-Clause
// Sends and receives of bytes between the ranks of a world in this process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <vector>

#include "communicator/communicator.hpp"
#include "datatype/datatype.hpp"
#include "p2p/engine.hpp"

namespace baton::tests {

/// A way to connect a world's ranks: each `ranks_per_host` of them stand on a host of their own.
struct Mix {
  const char* name;
  const char* transport;
  std::uint32_t ranks;
  std::uint32_t ranks_per_host;
};
inline std::ostream& operator<<(std::ostream& out, const Mix& mix) { return out << mix.name; }

inline const datatype::Datatype& byte() { return datatype::builtin(datatype::Kind::byte); }

inline p2p::SendArgs to(communicator::Communicator& world, std::int32_t rank, std::int32_t tag, const void* data,
                        std::size_t bytes, p2p::SendMode mode = p2p::SendMode::standard) {
  return {data, static_cast<std::int64_t>(bytes), &byte(), world.peer(rank), {world.context(), world.rank(), tag},
          mode};
}

inline p2p::ReceiveArgs from(communicator::Communicator& world, std::int32_t rank, std::int32_t tag, void* data,
                             std::size_t bytes) {
  return {data,
          static_cast<std::int64_t>(bytes),
          &byte(),
          rank < 0 ? p2p::any_peer : world.peer(rank),
          {world.context(), rank, tag}};
}

inline std::vector<unsigned char> pattern(std::size_t bytes, unsigned seed) {
  std::vector<unsigned char> data(bytes);
  for (std::size_t i = 0; i < bytes; ++i) data[i] = static_cast<unsigned char>(i * 131 + seed * 17 + (i >> 8));
  return data;
}

}  // namespace baton::tests
