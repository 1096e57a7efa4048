// SPDX-License-Identifier: BSD-3-Clause
// What one call puts behind the names of a schedule: buffers, datatypes, the operation; and where its messages travel.
#pragma once

#include <cstdint>
#include <span>

#include "datatype/datatype.hpp"
#include "datatype/op.hpp"
#include "p2p/engine.hpp"
#include "schedule/subject.hpp"

namespace baton::schedule {

/// Buffers and types of a call; they must stay as they are until it is complete.
struct Binding {
  const void* send = nullptr;
  void* recv = nullptr;
  const datatype::Datatype* send_type = nullptr;
  const datatype::Datatype* recv_type = nullptr;  // of reductions: the type of all elements
  const datatype::Op* op = nullptr;
  std::span<const datatype::Datatype* const>
      peer_types;  // alltoallw: those of the send side, then those of the receive side
  Form form = Form::blocking;
};

/// Turns ranks into processes; ranks of the remote group count on from `size`. Owns nothing.
struct Peers {
  const void* object = nullptr;
  p2p::PeerId (*process)(const void* object, std::uint32_t peer) noexcept = nullptr;
  [[nodiscard]] p2p::PeerId operator[](std::uint32_t peer) const noexcept { return process(object, peer); }
};

/// The messages of collectives on one communicator.
struct Channel {
  p2p::Engine* engine = nullptr;
  p2p::ContextId context = 0;
  std::uint32_t rank = 0;
  std::uint32_t size = 1;
  std::uint32_t remote_size = 0;  // an intercommunicator when not 0
  Peers peers;
};

}  // namespace baton::schedule
