// SPDX-License-Identifier: BSD-3-Clause
// Requests of point-to-point communication: non-blocking and persistent sends and receives, and those with
// MPI_PROC_NULL.
#pragma once

#include <memory>
#include <new>

#include "communicator/communicator.hpp"
#include "datatype/datatype.hpp"
#include "mpi/operation.hpp"
#include "mpi/status.hpp"

namespace baton::mpi {

/// A send or a receive. Lives until it is complete and released, whichever comes last.
class P2pOperation final : public Operation {
 public:
  P2pOperation() noexcept : Operation(true) {}
  /// From the process's free list; under the engine's lock.
  static P2pOperation* make() {
    P2pOperation* const made = free_operations;
    if (made == nullptr) [[unlikely]]
      return make_anew();
    free_operations = made->next_free_;
    return made;
  }
  /// A handle for it, which release() takes back.
  [[nodiscard]] MPI_Request hand_out() noexcept { return seat_.hand_out(); }

  /// Contract: it has just been made.
  void keep(communicator::Communicator& communicator, const datatype::Datatype& type) noexcept {
    new (&communicator_) communicator::Ref(&communicator);
    new (&type_) datatype::TypeRef(type);
  }
  /// Starts now, not persistent.
  void send(const p2p::SendArgs& args) noexcept;
  void receive(const p2p::ReceiveArgs& args) noexcept {
    what_ = What::receive;
    unfinished_ = true;
    communicator_->engine().receive(request_, args);
  }
  void receive_matched(p2p::UnexpectedMessage* message, const p2p::ReceiveArgs& args) noexcept;
  /// Persistent: waits for start(). A partner MPI_PROC_NULL has no args.
  void make_persistent() noexcept;
  void set_send(const p2p::SendArgs& args) noexcept;
  void set_receive(const p2p::ReceiveArgs& args) noexcept;
  /// Persistent buffered: `start` goes through this instead.
  void set_start(int (*call)(P2pOperation&) noexcept) noexcept { start_call_ = call; }
  [[nodiscard]] const p2p::SendArgs& send_args() const noexcept { return send_; }
  [[nodiscard]] communicator::Communicator& communicator() const noexcept { return *communicator_; }

  [[nodiscard]] bool complete() const noexcept override { return !unfinished_; }
  [[nodiscard]] std::uint64_t moment() const noexcept override { return request_.moment(); }
  int result(MPI_Status* status) noexcept override;
  /// Neither persistent nor with MPI_PROC_NULL.
  [[nodiscard]] bool plain() const noexcept { return !persistent_ && what_ != What::nothing; }
  /// result() of one that is plain.
  int plain_result(MPI_Status* status) noexcept;
  void cancel() noexcept override;
  int start() noexcept override;
  [[nodiscard]] MPI_Comm comm() const noexcept override;
  void release() noexcept override {
    seat_.withdraw();
    released_ = true;
    if (!unfinished_) destroy();
  }

 private:
  enum class What : std::uint8_t { nothing, send, receive };

  static P2pOperation* make_anew();
  static void completed(p2p::Request& request, void* self) noexcept;
  void destroy() noexcept {
    communicator_ = {};
    type_ = {};
    what_ = What::nothing;
    released_ = false;
    if (persistent_) [[unlikely]]
      forget_persistence();
    next_free_ = free_operations;
    free_operations = this;
  }
  void forget_persistence() noexcept;

  /// Unused operations, each with its seat. Guarded by the engine's lock, as every make and destroy is.
  static inline constinit P2pOperation* free_operations = nullptr;

  What what_ = What::nothing;
  bool released_ = false;
  HandleTable<MPI_Request, Operation>::Seat seat_;
  communicator::Ref communicator_;
  datatype::TypeRef type_;
  p2p::Request request_;
  p2p::SendArgs send_;
  p2p::ReceiveArgs receive_;
  int (*start_call_)(P2pOperation&) noexcept = nullptr;
  P2pOperation* next_free_ = nullptr;
};

/// The code of what went wrong.
[[gnu::cold]] int code_of(const p2p::Outcome& outcome) noexcept;

/// Fills a status from what came of a receive or a send; returns MPI_SUCCESS or a code.
inline int conclude(const p2p::Request& request, bool is_send, MPI_Status* status) noexcept {
  const p2p::Outcome& outcome = request.outcome();
  if (is_send) {
    set_status(status, MPI_ANY_SOURCE, MPI_ANY_TAG, 0, outcome.cancelled);
  } else {
    set_status(status, outcome.source, outcome.tag, outcome.bytes, outcome.cancelled);
  }
  return outcome.error.ok() ? MPI_SUCCESS : code_of(outcome);
}

inline int P2pOperation::plain_result(MPI_Status* status) noexcept {
  return conclude(request_, what_ == What::send, status);
}

}  // namespace baton::mpi
