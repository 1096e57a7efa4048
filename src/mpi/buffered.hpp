// SPDX-License-Identifier: BSD-3-Clause
// Attached buffers of buffered sends (MPI 5.0, 3.6): of the process, of a communicator, of a session. The user's memory
// is an allowance: what it could hold may be under way at once; MPI_BUFFER_AUTOMATIC has no limit.
#pragma once

#include <cstdint>
#include <memory>

#include "communicator/communicator.hpp"
#include "mpi.h"
#include "mpi/counts.hpp"
#include "mpi/raiser.hpp"

namespace baton::mpi {

class AttachedBuffer final : public communicator::Extension {
 public:
  AttachedBuffer(void* address, MPI_Count size) noexcept : address_(address), size_(size) {}

  [[nodiscard]] bool automatic() const noexcept { return address_ == MPI_BUFFER_AUTOMATIC; }
  [[nodiscard]] bool has_room(MPI_Count bytes) const noexcept {
    return automatic() || used_ + bytes + MPI_BSEND_OVERHEAD <= size_;
  }
  void take(MPI_Count bytes) noexcept { used_ += bytes + MPI_BSEND_OVERHEAD; }
  void give_back(MPI_Count bytes) noexcept { used_ -= bytes + MPI_BSEND_OVERHEAD; }
  [[nodiscard]] bool empty() const noexcept { return used_ == 0; }
  [[nodiscard]] void* address() const noexcept { return address_; }
  [[nodiscard]] MPI_Count size() const noexcept { return size_; }
  [[nodiscard]] MPI_Count used() const noexcept { return used_; }

 private:
  void* address_;
  MPI_Count size_;
  MPI_Count used_ = 0;
};

/// Bodies shared by MPI_Buffer_*, MPI_Comm_*_buffer and MPI_Session_*_buffer; `slot` is where the buffer hangs.
using BufferSlot = std::unique_ptr<communicator::Extension>;
int attach(const Raiser& where, BufferSlot& slot, void* buffer, MPI_Count size);
int detach(const Raiser& where, BufferSlot& slot, void* buffer_addr, CountOut size);
int flush(BufferSlot& slot);
int iflush(const Raiser& where, BufferSlot& slot, MPI_Request* request);

/// Where a session's buffer hangs (session.cpp).
[[nodiscard]] BufferSlot* session_buffer(void* session) noexcept;

/// Waits until no buffered message of the process is under way (MPI_Finalize).
void flush_buffers();

}  // namespace baton::mpi
