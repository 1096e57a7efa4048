// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/p2p_operation.hpp"

#include "mpi/failure.hpp"
#include "mpi/status.hpp"

namespace baton::mpi {
namespace {

/// Unused operations, kept for the next request. Guarded by the engine's lock, as every make and destroy is.
struct FreeList {
  P2pOperation* first = nullptr;
};
constinit FreeList free_operations;

}  // namespace

P2pOperation* P2pOperation::make() {
  P2pOperation* made = free_operations.first;
  if (made == nullptr) return new P2pOperation;
  free_operations.first = made->next_free_;
  made->next_free_ = nullptr;
  return made;
}

void P2pOperation::destroy() noexcept {
  communicator_ = {};
  type_ = {};
  request_.on_complete(nullptr, nullptr);
  request_.forget_outcome();  // a persistent buffered send never goes through it
  what_ = What::nothing;
  persistent_ = false;
  active_ = true;
  released_ = false;
  start_call_ = nullptr;
  next_free_ = free_operations.first;
  free_operations.first = this;
}

void P2pOperation::keep(communicator::Communicator& communicator, const datatype::Datatype& type) noexcept {
  communicator_ = communicator::Ref(&communicator);
  type_ = datatype::TypeRef(type);
}

void P2pOperation::send(const p2p::SendArgs& args) noexcept {
  what_ = What::send;
  under_way_ = true;
  request_.on_complete(completed, this);
  engine().send(request_, args);
}

void P2pOperation::receive(const p2p::ReceiveArgs& args) noexcept {
  what_ = What::receive;
  under_way_ = true;
  request_.on_complete(completed, this);
  engine().receive(request_, args);
}

void P2pOperation::receive_matched(p2p::UnexpectedMessage* message, const p2p::ReceiveArgs& args) noexcept {
  what_ = What::receive;
  under_way_ = true;
  request_.on_complete(completed, this);
  engine().receive_matched(request_, message, args);
}

void P2pOperation::make_persistent() noexcept {
  persistent_ = true;
  active_ = false;
}

void P2pOperation::set_send(const p2p::SendArgs& args) noexcept {
  what_ = What::send;
  send_ = args;
}

void P2pOperation::set_receive(const p2p::ReceiveArgs& args) noexcept {
  what_ = What::receive;
  receive_ = args;
}

void P2pOperation::completed(p2p::Request&, void* self) noexcept { static_cast<P2pOperation*>(self)->finished(); }

void P2pOperation::finished() noexcept {
  under_way_ = false;
  if (released_) destroy();
}

bool P2pOperation::complete() const noexcept { return !under_way_; }

int P2pOperation::result(MPI_Status* status) noexcept {
  if (persistent_ && !active_) {
    set_empty_status(status);
    return MPI_SUCCESS;
  }
  if (what_ == What::nothing) {
    set_proc_null_status(status);
    return MPI_SUCCESS;
  }
  return conclude(request_, what_ == What::send, status);
}

int conclude(const p2p::Request& request, bool is_send, MPI_Status* status) noexcept {
  const p2p::Outcome& outcome = request.outcome();
  if (is_send) {
    set_status(status, MPI_ANY_SOURCE, MPI_ANY_TAG, 0, outcome.cancelled);
  } else {
    set_status(status, outcome.source, outcome.tag, outcome.bytes, outcome.cancelled);
  }
  if (outcome.error.ok()) return MPI_SUCCESS;
  if (outcome.error.code == Code::truncated) {
    return make_code(MPI_ERR_TRUNCATE,
                     fmt::format("{}: the message of {} bytes from rank {} with tag {} is longer than the receive "
                                 "buffer of {} bytes; receive with a larger count, or probe for its size first",
                                 current_call, outcome.sent_bytes, outcome.source, outcome.tag, outcome.bytes));
  }
  return make_code(class_of(outcome.error.code), fmt::format("{}: {}", current_call, outcome.error.what));
}

void P2pOperation::cancel() noexcept {
  if (under_way_ && what_ != What::nothing) engine().cancel(request_);
}

int P2pOperation::start() noexcept {
  if (!persistent_) return MPI_ERR_REQUEST;
  active_ = true;
  if (start_call_ != nullptr) return start_call_(*this);
  if (what_ == What::send) send(send_);
  if (what_ == What::receive) receive(receive_);
  return MPI_SUCCESS;
}

MPI_Comm P2pOperation::comm() const noexcept {
  return communicator_ ? extension_of(*communicator_).handle : MPI_COMM_NULL;
}

void P2pOperation::release() noexcept {
  released_ = true;
  if (!under_way_) destroy();
}

}  // namespace baton::mpi
