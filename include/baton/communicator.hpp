// SPDX-License-Identifier: BSD-3-Clause
// Communicator: an ordered group of processes that exchange messages among themselves. Its messages and collectives
// never meet those of another communicator, nor those of the C API.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <baton/detail/core.hpp>
#include <baton/exception.hpp>
#include <baton/loan.hpp>
#include <baton/operation.hpp>
#include <baton/request.hpp>
#include <baton/status.hpp>
#include <baton/transferable.hpp>

namespace baton::api {

/// A shared handle: copies are the same communicator, the last one frees it. An empty one (default constructed, moved
/// from, or the answer of split() without a colour) may only be tested and assigned to.
///
/// Data: whatever is Sendable or Receivable (transferable.hpp): ranges such as std::vector<double> or std::span<int>,
/// and single objects. A message is a sequence of bytes; sender and receiver must mean the same element type. Buffers
/// of a collective: `in` is read, `out` is written, and they must not overlap; each names its own length in elements,
/// and lengths that do not fit throw invalid_count before anything is sent. Errors: every call may throw not_running
/// and peer_lost; others are named where they belong. Threads: any number with ThreadLevel::multiple. Collectives on
/// one communicator must be called in one order on all ranks, which several threads must see to by themselves.
class Communicator {
 public:
  Communicator() noexcept = default;
  Communicator(const Communicator& other) noexcept : state_(detail::retain(other.state_)) {}
  Communicator(Communicator&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
  Communicator& operator=(Communicator other) noexcept {
    std::swap(state_, other.state_);
    return *this;
  }
  ~Communicator() { detail::release(state_); }
  /// For the library: takes over one reference.
  explicit Communicator(detail::CommunicatorState* state) noexcept : state_(state) {}

  /// All ranks of the job, as the native API knows them; this rank alone. Throw not_running.
  [[nodiscard]] static Communicator world() { return Communicator(detail::world()); }
  [[nodiscard]] static Communicator self() { return Communicator(detail::self()); }

  explicit operator bool() const noexcept { return state_ != nullptr; }
  /// The same communicator (not one with the same members).
  friend bool operator==(const Communicator&, const Communicator&) noexcept = default;

  [[nodiscard]] int rank() const { return detail::rank(state_); }
  [[nodiscard]] int size() const { return detail::size(state_); }

  /// The same members with messages of their own. Collective; sends nothing.
  [[nodiscard]] Communicator dup() const { return Communicator(detail::duplicate(state_)); }
  /// One communicator for each colour, ordered by key, then by rank here. Without a colour: an empty one. Collective.
  [[nodiscard]] Communicator split(std::optional<int> color, int key = 0) const {
    return Communicator(detail::split(state_, color.has_value(), color.value_or(0), key));
  }
  /// One communicator for each node: the ranks that share memory. Collective.
  [[nodiscard]] Communicator split_by_node(int key = 0) const {
    return Communicator(detail::split_by_node(state_, key));
  }

  // ---- messages -----------------------------------------------------------------------------------------------------
  // Messages of one sender to one receiver arrive in the order they were sent, as far as source and tag match.
  // Errors: invalid_rank, invalid_tag.

  /// Sends; on return the data may be changed. Small messages do not wait for the receiver, large ones do.
  template <Sendable D>
  void send(const D& data, int destination, int tag = 0) const {
    detail::send(state_, detail::data_of(data), detail::bytes_of(data), destination, tag, false);
  }
  /// Sends, and returns no earlier than the receiver has begun to receive.
  template <Sendable D>
  void synchronous_send(const D& data, int destination, int tag = 0) const {
    detail::send(state_, detail::data_of(data), detail::bytes_of(data), destination, tag, true);
  }
  /// Starts a send. Data passed by reference stays the caller's (see Request); a temporary or std::move(data) is taken
  /// into the request, whose wait() gives it back.
  template <class D>
  requires Sendable<std::remove_reference_t<D>>
  [[nodiscard]] auto isend(D&& data, int destination, int tag = 0) const {
    if constexpr (Lasting<D>) {
      return Request<>(detail::start_send(state_, detail::data_of(data), detail::bytes_of(data), destination, tag));
    } else {
      auto kept = std::make_unique<D>(std::forward<D>(data));
      Request<> request(detail::start_send(state_, detail::data_of(*kept), detail::bytes_of(*kept), destination, tag));
      return Request<D>(std::move(request), std::move(kept));
    }
  }

  /// Receives a message of at most the size of `out`; status().count<T>() tells how much came. Errors: truncated.
  template <Receivable D>
  Status receive(D&& out, int source = any_source, int tag = any_tag) const {
    return detail::receive(state_, detail::writable(out), detail::bytes_of(out), source, tag);
  }
  /// Receives one object.
  template <TransferableValue T>
  requires std::default_initializable<T>
  [[nodiscard]] T receive_value(int source = any_source, int tag = any_tag, Status* status = nullptr) const {
    T value{};
    const Status known = receive(value, source, tag);
    if (status != nullptr) *status = known;
    return value;
  }
  /// Receives a message of whatever length. Errors: invalid_count when it is no whole number of Ts (the message is
  /// lost).
  template <Transferable T>
  [[nodiscard]] std::vector<T> receive_vector(int source = any_source, int tag = any_tag,
                                              Status* status = nullptr) const {
    std::vector<T> values;
    const Status known = detail::receive_any_size(
        state_, source, tag, sizeof(T),
        [](void* context, std::size_t count) -> void* {
          auto& made = *static_cast<std::vector<T>*>(context);
          made.resize(count);
          return made.data();
        },
        &values);
    if (status != nullptr) *status = known;
    return values;
  }
  /// Starts a receive into memory of the caller (see Request).
  template <Receivable D>
  [[nodiscard]] Request<> ireceive(D&& out, int source = any_source, int tag = any_tag) const {
    return Request<>(detail::start_receive(state_, detail::writable(out), detail::bytes_of(out), source, tag));
  }
  /// Starts a receive of one object, which wait() hands out.
  template <TransferableValue T>
  requires std::default_initializable<T>
  [[nodiscard]] Request<T> ireceive_value(int source = any_source, int tag = any_tag) const {
    auto value = std::make_unique<T>();
    Request<> request = ireceive(*value, source, tag);
    return Request<T>(std::move(request), std::move(value));
  }
  /// Sends one thing and receives another at once; cannot deadlock. Buffers must not overlap.
  template <Sendable In, Receivable Out>
  Status send_receive(const In& in, int destination, Out&& out, int source, int send_tag = 0,
                      int receive_tag = any_tag) const {
    Request<> incoming = ireceive(out, source, receive_tag);
    send(in, destination, send_tag);
    return incoming.wait();
  }

  /// Lends data to the receiver: the request is complete when the receiver has given it back, or has received it as any
  /// other message. Until then it may be read by all and changed by nobody. A pinned buffer (pinned.hpp) is looked at
  /// where it lies by a receiver on this node that calls borrow(); any other is copied.
  template <class D>
  requires Sendable<std::remove_reference_t<D>> && Lasting<D>
  [[nodiscard]] Request<> lend(D&& data, int destination, int tag = 0) const {
    return Request<>(detail::start_loan(state_, detail::data_of(data), detail::bytes_of(data), destination, tag));
  }
  /// Receives a message of whatever length as a view of Ts, of a loan without a copy. Any message may be borrowed, also
  /// one that was not lent. Errors: invalid_count when it is no whole number of Ts (the message is lost).
  template <class T>
  requires Transferable<std::remove_const_t<T>>
  [[nodiscard]] Borrowed<T> borrow(int source = any_source, int tag = any_tag) const {
    return Borrowed<T>(detail::borrow(state_, source, tag, sizeof(T)));
  }

  /// Waits for a message without receiving it.
  [[nodiscard]] Status probe(int source = any_source, int tag = any_tag) const {
    return *detail::probe(state_, source, tag, true);
  }
  /// The same without waiting: nothing when there is none yet. Makes progress.
  [[nodiscard]] std::optional<Status> try_probe(int source = any_source, int tag = any_tag) const {
    return detail::probe(state_, source, tag, false);
  }

  // ---- collectives --------------------------------------------------------------------------------------------------
  // Called by all ranks of the communicator in the same order. The forms with i start the operation: buffers must then
  // live until the request is complete (temporaries are refused at compile time). Errors: invalid_rank for a root,
  // invalid_count.

  void barrier() const { detail::run(state_, {detail::Verb::barrier}); }
  [[nodiscard]] Request<> ibarrier() const { return Request<>(detail::start(state_, {detail::Verb::barrier})); }

  /// The root's data at every rank.
  template <Receivable D>
  void broadcast(D&& data, int root = 0) const {
    detail::run(state_, detail::broadcast_call(data, root));
  }
  template <Receivable D>
  [[nodiscard]] Request<> ibroadcast(D&& data, int root = 0) const {
    return Request<>(detail::start(state_, detail::broadcast_call(data, root)));
  }

  /// out[i] at the root = in[i] of rank 0, op, in[i] of rank 1, op, ... `out` of other ranks is not looked at.
  template <Sendable In, Receivable Out, OperationOn<Element<In>> Op>
  void reduce(const In& in, Out&& out, const Op& op, int root = 0) const {
    detail::run(state_, detail::reduction_call(detail::Verb::reduce, in, out, op, root, false));
  }
  template <class In, Receivable Out, OperationOn<Element<In>> Op>
  requires Sendable<std::remove_reference_t<In>> && Lasting<In>
  [[nodiscard]] Request<> ireduce(In&& in, Out&& out, const Op& op, int root = 0) const {
    return Request<>(detail::start(state_, detail::reduction_call(detail::Verb::reduce, in, out, op, root, true)));
  }
  /// Of one object each: the result at the root, nothing elsewhere.
  template <TransferableValue T, OperationOn<T> Op>
  [[nodiscard]] std::optional<T> reduce(const T& value, const Op& op, int root = 0) const {
    T result = value;
    detail::run(state_, detail::reduction_call(detail::Verb::reduce, value, result, op, root, false));
    return rank() == root ? std::optional<T>(result) : std::nullopt;
  }

  /// The same at every rank.
  template <Sendable In, Receivable Out, OperationOn<Element<In>> Op>
  void all_reduce(const In& in, Out&& out, const Op& op) const {
    detail::run(state_, detail::reduction_call(detail::Verb::all_reduce, in, out, op, 0, false));
  }
  template <class In, Receivable Out, OperationOn<Element<In>> Op>
  requires Sendable<std::remove_reference_t<In>> && Lasting<In>
  [[nodiscard]] Request<> iall_reduce(In&& in, Out&& out, const Op& op) const {
    return Request<>(detail::start(state_, detail::reduction_call(detail::Verb::all_reduce, in, out, op, 0, true)));
  }
  /// In place: each rank's contribution is replaced by the result.
  template <Receivable Data, OperationOn<Element<Data>> Op>
  requires TransferableRange<Data>
  void all_reduce(Data&& data, const Op& op) const {
    detail::run(state_, detail::in_place_call(detail::Verb::all_reduce, data, op, false));
  }
  template <Receivable Data, OperationOn<Element<Data>> Op>
  requires TransferableRange<Data>
  [[nodiscard]] Request<> iall_reduce(Data&& data, const Op& op) const {
    return Request<>(detail::start(state_, detail::in_place_call(detail::Verb::all_reduce, data, op, true)));
  }
  /// Of one object each.
  template <TransferableValue T, OperationOn<T> Op>
  [[nodiscard]] T all_reduce(const T& value, const Op& op) const {
    T result = value;
    detail::run(state_, detail::reduction_call(detail::Verb::all_reduce, value, result, op, 0, false));
    return result;
  }

  /// out[i] at rank r = in[i] of ranks 0, op, ..., op, r.
  template <Sendable In, Receivable Out, OperationOn<Element<In>> Op>
  void scan(const In& in, Out&& out, const Op& op) const {
    detail::run(state_, detail::reduction_call(detail::Verb::scan, in, out, op, 0, false));
  }
  template <class In, Receivable Out, OperationOn<Element<In>> Op>
  requires Sendable<std::remove_reference_t<In>> && Lasting<In>
  [[nodiscard]] Request<> iscan(In&& in, Out&& out, const Op& op) const {
    return Request<>(detail::start(state_, detail::reduction_call(detail::Verb::scan, in, out, op, 0, true)));
  }
  template <TransferableValue T, OperationOn<T> Op>
  [[nodiscard]] T scan(const T& value, const Op& op) const {
    T result = value;
    scan(value, result, op);
    return result;
  }
  /// The same without the own contribution; `out` of rank 0 is left as it is.
  template <Sendable In, Receivable Out, OperationOn<Element<In>> Op>
  void exclusive_scan(const In& in, Out&& out, const Op& op) const {
    detail::run(state_, detail::reduction_call(detail::Verb::exclusive_scan, in, out, op, 0, false));
  }
  template <class In, Receivable Out, OperationOn<Element<In>> Op>
  requires Sendable<std::remove_reference_t<In>> && Lasting<In>
  [[nodiscard]] Request<> iexclusive_scan(In&& in, Out&& out, const Op& op) const {
    return Request<>(detail::start(state_, detail::reduction_call(detail::Verb::exclusive_scan, in, out, op, 0, true)));
  }

  /// Every rank's `in`, equally long, one after another in `out` at the root; `out` of others is not looked at.
  template <Sendable In, Receivable Out>
  void gather(const In& in, Out&& out, int root = 0) const {
    detail::run(state_, detail::movement_call(detail::Verb::gather, in, out, root));
  }
  template <class In, Receivable Out>
  requires Sendable<std::remove_reference_t<In>> && Lasting<In>
  [[nodiscard]] Request<> igather(In&& in, Out&& out, int root = 0) const {
    return Request<>(detail::start(state_, detail::movement_call(detail::Verb::gather, in, out, root)));
  }
  /// Of one object each: all of them at the root, none elsewhere.
  template <TransferableValue T>
  [[nodiscard]] std::vector<T> gather(const T& value, int root = 0) const {
    std::vector<T> all(rank() == root ? static_cast<std::size_t>(size()) : 0);
    gather(value, all, root);
    return all;
  }
  /// The same at every rank.
  template <Sendable In, Receivable Out>
  void all_gather(const In& in, Out&& out) const {
    detail::run(state_, detail::movement_call(detail::Verb::all_gather, in, out, 0));
  }
  template <class In, Receivable Out>
  requires Sendable<std::remove_reference_t<In>> && Lasting<In>
  [[nodiscard]] Request<> iall_gather(In&& in, Out&& out) const {
    return Request<>(detail::start(state_, detail::movement_call(detail::Verb::all_gather, in, out, 0)));
  }
  template <TransferableValue T>
  [[nodiscard]] std::vector<T> all_gather(const T& value) const {
    std::vector<T> all(static_cast<std::size_t>(size()));
    all_gather(value, all);
    return all;
  }

  /// Part r of the root's `in` in `out` of rank r; `in` of others is not looked at.
  template <Sendable In, Receivable Out>
  void scatter(const In& in, Out&& out, int root = 0) const {
    detail::run(state_, detail::movement_call(detail::Verb::scatter, in, out, root));
  }
  template <class In, Receivable Out>
  requires Sendable<std::remove_reference_t<In>> && Lasting<In>
  [[nodiscard]] Request<> iscatter(In&& in, Out&& out, int root = 0) const {
    return Request<>(detail::start(state_, detail::movement_call(detail::Verb::scatter, in, out, root)));
  }
  /// Part r of every rank's `in` in `out` of rank r, in the order of the ranks they came from.
  template <Sendable In, Receivable Out>
  void all_to_all(const In& in, Out&& out) const {
    detail::run(state_, detail::movement_call(detail::Verb::all_to_all, in, out, 0));
  }
  template <class In, Receivable Out>
  requires Sendable<std::remove_reference_t<In>> && Lasting<In>
  [[nodiscard]] Request<> iall_to_all(In&& in, Out&& out) const {
    return Request<>(detail::start(state_, detail::movement_call(detail::Verb::all_to_all, in, out, 0)));
  }

 private:
  detail::CommunicatorState* state_ = nullptr;
};

}  // namespace baton::api
