// SPDX-License-Identifier: BSD-3-Clause
// Messages that are lent: the receiver looks at the sender's pinned buffer, and nothing is copied. On the wire a loan
// is an announcement like any other; what ends the send is `matched`, when the receiver gives it back. Not here: who
// may look, and for how long (api/loan.cpp).
#include "p2p/engine.hpp"
#include "p2p/unexpected.hpp"

namespace baton::p2p {

bool Engine::borrow(UnexpectedMessage* message, Loan& out) noexcept {
  if (message->kind != wire::Kind::rts || (message->traits & wire::lent) == 0 || message->bytes == 0) return false;
  if (message->from == self_) {
    const Request* const send = find(message->sender);
    if (send == nullptr || !send->flat_) return false;
    out.data = send->source_;
  } else {
    if ((message->traits & wire::pinned) == 0 || peer(message->from).lost) return false;
    memory::PeerWindow* const window = wires_.window(message->from);
    if (window == nullptr) return false;
    out.data = window->at(message->address - 1, static_cast<std::uint64_t>(message->bytes));
    // Without the verdict it is withdrawn: who receives it hears so.
    if (out.data == nullptr || !wires_.take(message->from, message->verdict)) return false;
    out.holds = window->hold();
  }
  out.bytes = message->bytes;
  out.from = message->from;
  out.sender = message->sender;
  ++counters_.borrowed;
  counters_.borrowed_bytes += static_cast<std::uint64_t>(message->bytes);
  UnexpectedMessage::destroy(message);
  return true;
}

void Engine::return_loan(const Loan& loan) noexcept {
  if (loan.from != self_) {
    if (!peer(loan.from).lost) matched(loan.from, loan.sender);
    return;
  }
  Request* const send = find(loan.sender);
  if (send != nullptr && send->is_send_) finish(*send);
}

}  // namespace baton::p2p
