// SPDX-License-Identifier: BSD-3-Clause
// What an MPI_Message means: a message that a matched probe took out of matching.
#pragma once

#include "mpi/handles.hpp"
#include "mpi/objects.hpp"
#include "p2p/unexpected.hpp"

namespace baton::mpi {

struct MatchedMessage {
  p2p::UnexpectedMessage* message = nullptr;  // nullptr: MPI_MESSAGE_NO_PROC
  communicator::Ref communicator;
};

[[nodiscard]] HandleTable<MPI_Message, MatchedMessage>& messages() noexcept;

}  // namespace baton::mpi
