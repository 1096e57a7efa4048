// SPDX-License-Identifier: BSD-3-Clause
// Sends, receives and probes of the native API: arguments are checked, ranks become peers, the engine does the rest.
#include <cstdint>

#include "api/failure.hpp"
#include "api/state.hpp"
#include "datatype/datatype.hpp"
#include "p2p/at_once.hpp"

namespace baton::api::detail {
namespace {

const datatype::Datatype& byte_type() noexcept {
  static const datatype::Datatype& type = datatype::builtin(datatype::Kind::byte);
  return type;
}

[[noreturn]] [[gnu::cold]] void raise_rank(const char* call, const char* argument, int rank, int size, bool any) {
  raise(call, ErrorClass::invalid_rank, "argument '{}' = {}: valid ranks are 0..{}{} and null_rank", argument, rank,
        size - 1, any ? ", any_source" : "");
}

[[noreturn]] [[gnu::cold]] void raise_tag(const char* call, int tag, bool any) {
  raise(call, ErrorClass::invalid_tag, "argument 'tag' = {}: valid tags are 0 and more{}", tag,
        any ? ", and any_tag" : "");
}

/// False for null_rank.
bool check_send(const char* call, const CommunicatorState& state, int destination, int tag) {
  if (tag < 0) [[unlikely]]
    raise_tag(call, tag, false);
  if (destination >= 0 && destination < state.communicator->size()) [[likely]]
    return true;
  if (destination != null_rank) raise_rank(call, "destination", destination, state.communicator->size(), false);
  return false;
}

bool check_receive(const char* call, const CommunicatorState& state, int source, int tag) {
  if (tag < 0 && tag != any_tag) [[unlikely]]
    raise_tag(call, tag, true);
  if ((source >= 0 && source < state.communicator->size()) || source == any_source) [[likely]]
    return true;
  if (source != null_rank) raise_rank(call, "source", source, state.communicator->size(), true);
  return false;
}

p2p::SendArgs send_args(const CommunicatorState& state, const void* data, std::size_t bytes, int destination, int tag) {
  const communicator::Communicator& communicator = *state.communicator;
  return {data,
          static_cast<std::int64_t>(bytes),
          &byte_type(),
          communicator.peer(destination),
          {communicator.context(), communicator.rank(), tag},
          p2p::SendMode::standard};
}

p2p::Envelope wish_of(const CommunicatorState& state, int source, int tag) {
  return {state.communicator->context(), source == any_source ? matching::any_source : source,
          tag == any_tag ? matching::any_tag : tag};
}

p2p::PeerId peer_of(const CommunicatorState& state, int source) {
  return source == any_source ? p2p::any_peer : state.communicator->peer(source);
}

p2p::ReceiveArgs receive_args(const CommunicatorState& state, void* out, std::size_t bytes, int source, int tag) {
  return {out, static_cast<std::int64_t>(bytes), &byte_type(), peer_of(state, source), wish_of(state, source, tag)};
}

}  // namespace

Status outcome(const char* call, const p2p::Request& message, bool is_send) {
  const p2p::Outcome& outcome = message.outcome();
  if (!outcome.error.ok()) [[unlikely]] {
    if (outcome.error.code == Code::truncated) {
      raise(call, ErrorClass::truncated,
            "the message of {} bytes from rank {} with tag {} is longer than the buffer of {} bytes; receive into a "
            "larger buffer, or use receive_vector",
            outcome.sent_bytes, outcome.source, outcome.tag, outcome.bytes);
    }
    raise(call, outcome.error);
  }
  if (is_send) return {null_rank, any_tag, 0, outcome.cancelled};
  if (outcome.cancelled) return {null_rank, any_tag, 0, true};
  return {outcome.source, outcome.tag, static_cast<std::size_t>(outcome.bytes)};
}

void send(CommunicatorState* handle, const void* data, std::size_t bytes, int destination, int tag, bool synchronous) {
  const char* const call = synchronous ? "synchronous_send" : "send";
  CommunicatorState& state = checked(handle, call);
  if (!check_send(call, state, destination, tag)) return;
  p2p::SendArgs args = send_args(state, data, bytes, destination, tag);
  p2p::Engine& engine = state.rank->engine();
  p2p::Request request;
  {
    const Guard guard(engine);
    if (synchronous) {
      args.mode = p2p::SendMode::synchronous;
    } else if (engine.try_send(args) == Post::done) {
      engine.flush(args.peer);
      return;
    }
    engine.send(request, args);
    engine.wait(request);
  }
  outcome(call, request, true);
}

Operation* start_send(CommunicatorState* handle, const void* data, std::size_t bytes, int destination, int tag) {
  CommunicatorState& state = checked(handle, "isend");
  const bool moves = check_send("isend", state, destination, tag);
  const Guard guard(state.rank->engine());
  Operation* const operation = make_operation(state);
  operation->is_send = true;
  operation->moves_nothing = !moves;
  if (moves) state.rank->engine().send(operation->message, send_args(state, data, bytes, destination, tag));
  return operation;
}

Operation* start_loan(CommunicatorState* handle, const void* data, std::size_t bytes, int destination, int tag) {
  CommunicatorState& state = checked(handle, "lend");
  const bool moves = check_send("lend", state, destination, tag);
  const Guard guard(state.rank->engine());
  Operation* const operation = make_operation(state);
  operation->is_send = true;
  operation->moves_nothing = !moves;
  if (moves) {
    p2p::SendArgs args = send_args(state, data, bytes, destination, tag);
    args.mode = p2p::SendMode::loan;
    state.rank->engine().send(operation->message, args);
  }
  return operation;
}

Status receive(CommunicatorState* handle, void* out, std::size_t bytes, int source, int tag) {
  CommunicatorState& state = checked(handle, "receive");
  if (!check_receive("receive", state, source, tag)) return {};
  p2p::Engine& engine = state.rank->engine();
  const p2p::ReceiveArgs args = receive_args(state, out, bytes, source, tag);
  p2p::Request request;
  {
    const Guard guard(engine);
    p2p::ProbeResult at_once;
    if (engine.try_receive(args, at_once) == Post::done) {
      return {at_once.source, at_once.tag, static_cast<std::size_t>(at_once.bytes)};
    }
    engine.receive(request, args);
    engine.wait(request);
  }
  return outcome("receive", request, false);
}

Operation* start_receive(CommunicatorState* handle, void* out, std::size_t bytes, int source, int tag) {
  CommunicatorState& state = checked(handle, "ireceive");
  const bool moves = check_receive("ireceive", state, source, tag);
  const Guard guard(state.rank->engine());
  Operation* const operation = make_operation(state);
  operation->moves_nothing = !moves;
  if (moves) state.rank->engine().receive(operation->message, receive_args(state, out, bytes, source, tag));
  return operation;
}

namespace {

/// Looks for a message, once or until there is one. `message`: takes it out of matching, unless nullptr.
bool look(const char* call, const CommunicatorState& state, int source, int tag, bool wait, p2p::ProbeResult& found,
          p2p::UnexpectedMessage** message) {
  p2p::Engine& engine = state.rank->engine();
  const p2p::Envelope wish = wish_of(state, source, tag);
  const p2p::PeerId peer = peer_of(state, source);
  bool is_there = false;
  Error error;
  {
    const Guard guard(engine);
    const auto ask = [&] {
      const auto answer =
          message == nullptr ? engine.probe(wish, peer, found) : engine.matched_probe(wish, peer, found, message);
      if (!answer) error = answer.error();
      is_there = answer && *answer;
      return is_there || !error.ok();
    };
    if (wait) {
      engine.wait_until(ask);
    } else {
      ask();
    }
  }
  if (!error.ok()) raise(call, error);
  return is_there;
}

}  // namespace

std::optional<Status> probe(CommunicatorState* handle, int source, int tag, bool wait) {
  const char* const call = wait ? "probe" : "try_probe";
  CommunicatorState& state = checked(handle, call);
  if (!check_receive(call, state, source, tag)) return Status{};
  p2p::ProbeResult found;
  if (!look(call, state, source, tag, wait, found, nullptr)) return std::nullopt;
  return Status(found.source, found.tag, static_cast<std::size_t>(found.bytes));
}

Status receive_any_size(CommunicatorState* handle, int source, int tag, std::size_t element_bytes,
                        void* (*allocate)(void* context, std::size_t count), void* context) {
  const char* const call = "receive_vector";
  CommunicatorState& state = checked(handle, call);
  if (!check_receive(call, state, source, tag)) return {};
  p2p::Engine& engine = state.rank->engine();
  p2p::ProbeResult found;
  p2p::UnexpectedMessage* message = nullptr;
  look(call, state, source, tag, true, found, &message);
  const auto bytes = static_cast<std::size_t>(found.bytes);
  // A message that was taken must be received, also when there is no use or no memory for it.
  void* out = nullptr;
  std::exception_ptr no_memory;
  if (bytes % element_bytes == 0) {
    try {
      out = allocate(context, bytes / element_bytes);
    } catch (...) {
      no_memory = std::current_exception();
    }
  }
  p2p::Request request;
  {
    const Guard guard(engine);
    engine.receive_matched(request, message, receive_args(state, out, out == nullptr ? 0 : bytes, source, tag));
    engine.wait(request);
  }
  if (no_memory != nullptr) std::rethrow_exception(no_memory);
  if (bytes % element_bytes != 0) {
    raise(call, ErrorClass::invalid_count,
          "the message of {} bytes from rank {} with tag {} is no whole number of elements of {} bytes; it is lost",
          bytes, found.source, found.tag, element_bytes);
  }
  return outcome(call, request, false);
}

namespace {

/// Receives what cannot be looked at where it lies, into memory of the view's own.
void copy_of(const char* call, const CommunicatorState& state, p2p::UnexpectedMessage* message, std::size_t bytes,
             Borrowed& into) {
  p2p::Engine& engine = state.rank->engine();
  std::exception_ptr no_memory;
  try {
    into.copy = std::make_unique_for_overwrite<std::byte[]>(bytes);
  } catch (...) {
    no_memory = std::current_exception();
  }
  p2p::Request request;
  {
    const Guard guard(engine);
    engine.receive_matched(request, message,
                           receive_args(state, into.copy.get(), no_memory == nullptr ? bytes : 0, any_source, any_tag));
    engine.wait(request);
  }
  if (no_memory != nullptr) std::rethrow_exception(no_memory);
  (void)outcome(call, request, false);
}

}  // namespace

Borrowed* borrow(CommunicatorState* handle, int source, int tag, std::size_t element_bytes) {
  const char* const call = "borrow";
  CommunicatorState& state = checked(handle, call);
  auto made = std::make_unique<Borrowed>();
  if (!check_receive(call, state, source, tag)) return made.release();
  made->rank = state.rank;
  p2p::Engine& engine = state.rank->engine();
  p2p::ProbeResult found;
  p2p::UnexpectedMessage* message = nullptr;
  look(call, state, source, tag, true, found, &message);
  const auto bytes = static_cast<std::size_t>(found.bytes);
  made->status = Status(found.source, found.tag, bytes);
  {
    const Guard guard(engine);
    if (bytes % element_bytes == 0 && engine.borrow(message, made->loan)) {
      made->in_place = made->open = true;
      Borrowed*& first = state.rank->open_loans;
      made->next = first;
      if (first != nullptr) first->before = made.get();
      first = made.get();
      return made.release();
    }
  }
  copy_of(call, state, message, bytes, *made);
  if (bytes % element_bytes != 0) {
    raise(call, ErrorClass::invalid_count,
          "the message of {} bytes from rank {} with tag {} is no whole number of elements of {} bytes; it is lost",
          bytes, found.source, found.tag, element_bytes);
  }
  return made.release();
}

}  // namespace baton::api::detail
