// SPDX-License-Identifier: BSD-3-Clause
// The contract suite, applied to tcp: as it is, and with kernel buffers so small that every frame is cut.
#include "transport/contract.hpp"

#include "recorder.hpp"

namespace baton::transport::contract {
namespace {

template <int buffer>
struct TcpWorld : World {
  explicit TcpWorld(std::uint32_t count)
      : World(count, [](Tcp::Options& options) { options.send_buffer = options.receive_buffer = buffer; }) {}
  Tcp& at(PeerId rank) { return *ranks[rank].tcp; }
  void end(PeerId rank) { ranks[rank].tcp.reset(); }
  static constexpr bool alone = false;
};

using Worlds = testing::Types<TcpWorld<0>, TcpWorld<4096>>;
INSTANTIATE_TYPED_TEST_SUITE_P(Tcp, TransportContract, Worlds);

}  // namespace
}  // namespace baton::transport::contract
