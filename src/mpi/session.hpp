// SPDX-License-Identifier: BSD-3-Clause
// What an MPI_Session means (MPI 5.0, 11.3).
#pragma once

#include <memory>

#include "mpi/buffered.hpp"
#include "mpi/errhandler.hpp"
#include "mpi/handles.hpp"

namespace baton::mpi {

struct Session {
  Errhandler* errhandler = nullptr;  // a counted reference
  BufferSlot buffer;
};

[[nodiscard]] HandleTable<MPI_Session, Session>& sessions() noexcept;

}  // namespace baton::mpi
