// SPDX-License-Identifier: BSD-3-Clause
// What the handles of communicators, groups and requests mean, and what floor 6 keeps with a communicator.
// The tables of datatypes, operations, infos and error handlers stand with their chapters.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "communicator/communicator.hpp"
#include "mpi/errhandler.hpp"
#include "mpi/handles.hpp"

namespace baton::mpi {

class Operation;
struct Topology;
namespace collective {
class Repeats;
}

using communicator::Communicator;
using communicator::Group;

/// What belongs to a communicator but means nothing below the C API.
struct CommExtension final : communicator::Extension {
  CommExtension();
  ~CommExtension() override;

  MPI_Comm handle = MPI_COMM_NULL;
  Errhandler* errhandler;                               // a counted reference
  bool errhandler_was_set = false;                      // by MPI_Comm_set_errhandler
  std::unique_ptr<communicator::Extension> attributes;  // the attribute chapter's
  std::unique_ptr<communicator::Extension> hints;       // the info chapter's
  std::unique_ptr<Topology> topology;
  void* session = nullptr;                          // the session it was derived from; nullptr: the world model
  std::unique_ptr<communicator::Extension> buffer;  // MPI_Comm_attach_buffer
  /// Memory for the arrays of a collective, which the next call takes (collective.hpp); owned. nullptr: none, or in
  /// use.
  std::atomic<communicator::Extension*> lists{nullptr};
  std::unique_ptr<collective::Repeats> repeats;
};

[[nodiscard]] inline CommExtension& extension_of(const Communicator& communicator) noexcept {
  return static_cast<CommExtension&>(*communicator.extension());
}

/// A group as a handle means it.
struct GroupObject {
  Group group;
  void* session = nullptr;  // the session it was derived from; nullptr: the world model
};

/// This process, by its rank in the job. Only between init and finalize.
[[nodiscard]] p2p::PeerId own_process() noexcept;

/// All communicators that have a handle; each entry holds one reference.
[[nodiscard]] HandleTable<MPI_Comm, Communicator>& comms() noexcept;
[[nodiscard]] HandleTable<MPI_Group, GroupObject>& groups() noexcept;
[[nodiscard]] HandleTable<MPI_Request, Operation>& requests() noexcept;

/// Gives a new communicator its extension and a handle. `parent` lends its error handler (MPI 5.0, 9.3); nullptr:
/// MPI_ERRORS_ARE_FATAL.
MPI_Comm adopt(const communicator::Ref& made, const Communicator* parent);
MPI_Group adopt(Group group, void* session = nullptr);

}  // namespace baton::mpi
