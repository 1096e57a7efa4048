// SPDX-License-Identifier: BSD-3-Clause
// Requests of point-to-point communication: non-blocking and persistent sends and receives, and those with
// MPI_PROC_NULL.
#pragma once

#include <memory>

#include "communicator/communicator.hpp"
#include "datatype/datatype.hpp"
#include "mpi/operation.hpp"

namespace baton::mpi {

/// A send or a receive. Lives until it is complete and released, whichever comes last.
class P2pOperation final : public Operation {
 public:
  /// From a free list of the calling thread's process; under the engine's lock.
  static P2pOperation* make();

  void keep(communicator::Communicator& communicator, const datatype::Datatype& type) noexcept;
  /// Starts now, not persistent.
  void send(const p2p::SendArgs& args) noexcept;
  void receive(const p2p::ReceiveArgs& args) noexcept;
  void receive_matched(p2p::UnexpectedMessage* message, const p2p::ReceiveArgs& args) noexcept;
  /// Persistent: waits for start(). A partner MPI_PROC_NULL has no args.
  void make_persistent() noexcept;
  void set_send(const p2p::SendArgs& args) noexcept;
  void set_receive(const p2p::ReceiveArgs& args) noexcept;
  /// Persistent buffered: `start` goes through this instead.
  void set_start(int (*call)(P2pOperation&) noexcept) noexcept { start_call_ = call; }
  [[nodiscard]] const p2p::SendArgs& send_args() const noexcept { return send_; }
  [[nodiscard]] communicator::Communicator& communicator() const noexcept { return *communicator_; }

  [[nodiscard]] bool complete() const noexcept override;
  [[nodiscard]] std::uint64_t moment() const noexcept override { return request_.moment(); }
  int result(MPI_Status* status) noexcept override;
  void cancel() noexcept override;
  int start() noexcept override;
  [[nodiscard]] MPI_Comm comm() const noexcept override;
  void release() noexcept override;

 private:
  enum class What : std::uint8_t { nothing, send, receive };

  void finished() noexcept;
  static void completed(p2p::Request& request, void* self) noexcept;
  void destroy() noexcept;

  p2p::Request request_;
  What what_ = What::nothing;
  bool under_way_ = false;
  bool released_ = false;
  communicator::Ref communicator_;
  datatype::TypeRef type_;
  p2p::SendArgs send_;
  p2p::ReceiveArgs receive_;
  int (*start_call_)(P2pOperation&) noexcept = nullptr;
  P2pOperation* next_free_ = nullptr;
};

/// Fills a status from what came of a receive or a send; returns MPI_SUCCESS or a code.
int conclude(const p2p::Request& request, bool is_send, MPI_Status* status) noexcept;

}  // namespace baton::mpi
