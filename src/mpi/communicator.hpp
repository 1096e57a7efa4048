// SPDX-License-Identifier: BSD-3-Clause
// What the bodies of the communicator chapter share with each other and with other chapters.
#pragma once

#include "mpi/objects.hpp"
#include "schedule/subject.hpp"

namespace baton::mpi {

/// The communicator of a handle, or the code of an error that was raised about argument `argument`.
int look_up_comm(const char* argument, MPI_Comm handle, Communicator** communicator) noexcept;
int null_output(MPI_Comm comm, const char* argument) noexcept;

/// Stands in the body of a call that makes a communicator until its arguments are found right. If they are not, the
/// call takes its number among the parent's collectives all the same, so that the ranks stay in step, and those that
/// wait for this one are told.
class Refusal {
 public:
  Refusal(MPI_Comm handle, Communicator& parent, schedule::Constructor constructor) noexcept
      : handle_(handle), parent_(&parent), constructor_(constructor) {}
  ~Refusal() {
    if (parent_ != nullptr) refuse();
  }
  Refusal(const Refusal&) = delete;
  Refusal& operator=(const Refusal&) = delete;
  void dismiss() noexcept { parent_ = nullptr; }

 private:
  void refuse() noexcept;
  MPI_Comm handle_;
  Communicator* parent_;
  schedule::Constructor constructor_;
};

/// The handle is gone; the communicator lives on while requests need it.
void forget(MPI_Comm handle) noexcept;

/// Attributes (7.7): the copy callbacks of a duplication, the delete callbacks of a free. Codes come from the
/// callbacks.
int copy_attributes(const Communicator& from, Communicator& to);
int delete_attributes(Communicator& communicator);

/// Hints (7.4.4).
int copy_hints(const Communicator& from, Communicator& to);
int set_hints(MPI_Comm where, Communicator& to, MPI_Info info);

/// A virtual topology goes with a duplicate (8.5).
void copy_topology(const Communicator& from, Communicator& to);

/// MPI_Comm_split and MPI_Comm_create on an inter-communicator.
namespace api {
int split_inter(MPI_Comm comm, Communicator& parent, int color, int key, MPI_Comm* newcomm);
int create_inter(MPI_Comm comm, Communicator& parent, const Group& group, MPI_Comm* newcomm);

/// MPI_Comm_split within one group, as a part of the call that `constructor` names.
int split_intra(MPI_Comm comm, Communicator& parent, std::int64_t color, int key, schedule::Constructor constructor,
                MPI_Comm* newcomm);
}  // namespace api

/// Waits for the messages in a buffer that MPI_Comm_attach_buffer left, and detaches it.
int detach_buffer(Communicator& communicator);

}  // namespace baton::mpi
