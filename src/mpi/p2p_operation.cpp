// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/p2p_operation.hpp"

#include "mpi/failure.hpp"

namespace baton::mpi {
P2pOperation* P2pOperation::make_anew() {
  auto* const made = new P2pOperation;
  made->seat_ = requests().take_seat(made);
  made->request_.on_complete(completed, made);
  return made;
}

void P2pOperation::forget_persistence() noexcept {
  persistent_ = false;
  active_ = true;
  start_call_ = nullptr;
}

void P2pOperation::send(const p2p::SendArgs& args) noexcept {
  what_ = What::send;
  unfinished_ = true;
  engine().send(request_, args);
}

void P2pOperation::receive_matched(p2p::UnexpectedMessage* message, const p2p::ReceiveArgs& args) noexcept {
  what_ = What::receive;
  unfinished_ = true;
  engine().receive_matched(request_, message, args);
}

void P2pOperation::make_persistent() noexcept {
  persistent_ = true;
  active_ = false;
  request_.forget_outcome();  // of whoever had this operation before: a persistent buffered send never goes through it
}

void P2pOperation::set_send(const p2p::SendArgs& args) noexcept {
  what_ = What::send;
  send_ = args;
}

void P2pOperation::set_receive(const p2p::ReceiveArgs& args) noexcept {
  what_ = What::receive;
  receive_ = args;
}

void P2pOperation::completed(p2p::Request&, void* self) noexcept {
  auto* const operation = static_cast<P2pOperation*>(self);
  operation->unfinished_ = false;
  if (operation->released_) operation->destroy();
}

int P2pOperation::result(MPI_Status* status) noexcept {
  if (persistent_ && !active_) {
    set_empty_status(status);
    return MPI_SUCCESS;
  }
  if (what_ == What::nothing) {
    set_proc_null_status(status);
    return MPI_SUCCESS;
  }
  return plain_result(status);
}

int code_of(const p2p::Outcome& outcome) noexcept {
  if (outcome.error.code == Code::truncated) {
    return make_code(MPI_ERR_TRUNCATE,
                     fmt::format("{}: the message of {} bytes from rank {} with tag {} is longer than the receive "
                                 "buffer of {} bytes; receive with a larger count, or probe for its size first",
                                 current_call, outcome.sent_bytes, outcome.source, outcome.tag, outcome.bytes));
  }
  return make_code(class_of(outcome.error.code), fmt::format("{}: {}", current_call, outcome.error.what));
}

void P2pOperation::cancel() noexcept {
  if (unfinished_ && what_ != What::nothing) engine().cancel(request_);
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

}  // namespace baton::mpi
