// SPDX-License-Identifier: BSD-3-Clause
// What the templates of the native API call in libbaton.so: plain functions on bytes. Not for users.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

#include <baton/operation.hpp>
#include <baton/request.hpp>
#include <baton/status.hpp>
#include <baton/transferable.hpp>

namespace baton::api::detail {

/// A communicator of the library, counted.
struct CommunicatorState;

[[nodiscard]] CommunicatorState* world();
[[nodiscard]] CommunicatorState* self();
CommunicatorState* retain(CommunicatorState* state) noexcept;
void release(CommunicatorState* state) noexcept;
[[nodiscard]] int rank(const CommunicatorState* state);
[[nodiscard]] int size(const CommunicatorState* state);
[[nodiscard]] CommunicatorState* duplicate(CommunicatorState* state);
[[nodiscard]] CommunicatorState* split(CommunicatorState* state, bool has_color, int color, int key);
[[nodiscard]] CommunicatorState* split_by_node(CommunicatorState* state, int key);

void send(CommunicatorState* state, const void* data, std::size_t bytes, int destination, int tag, bool synchronous);
[[nodiscard]] Operation* start_send(CommunicatorState* state, const void* data, std::size_t bytes, int destination,
                                    int tag);
Status receive(CommunicatorState* state, void* out, std::size_t bytes, int source, int tag);
[[nodiscard]] Operation* start_receive(CommunicatorState* state, void* out, std::size_t bytes, int source, int tag);
/// `allocate(context, count)` returns memory for that many elements.
Status receive_any_size(CommunicatorState* state, int source, int tag, std::size_t element_bytes,
                        void* (*allocate)(void* context, std::size_t count), void* context);
[[nodiscard]] std::optional<Status> probe(CommunicatorState* state, int source, int tag, bool wait);

enum class Verb : std::uint8_t {
  barrier,
  broadcast,
  reduce,
  all_reduce,
  scan,
  exclusive_scan,
  gather,
  all_gather,
  scatter,
  all_to_all
};

/// A message in place of a copy: what stands behind a Borrowed.
struct Borrowed;
[[nodiscard]] Operation* start_loan(CommunicatorState* state, const void* data, std::size_t bytes, int destination,
                                    int tag);
[[nodiscard]] Borrowed* borrow(CommunicatorState* state, int source, int tag, std::size_t element_bytes);
[[nodiscard]] const void* data_borrowed(const Borrowed& borrowed) noexcept;
[[nodiscard]] const Status& status_of(const Borrowed& borrowed) noexcept;
[[nodiscard]] bool is_in_place(const Borrowed& borrowed) noexcept;
void give_back(Borrowed* borrowed) noexcept;

/// One collective call; counts in elements.
struct Call {
  Verb verb = Verb::barrier;
  bool in_place = false;
  int root = 0;
  std::size_t element_bytes = 1;
  const void* in = nullptr;
  std::size_t in_count = 0;
  void* out = nullptr;
  std::size_t out_count = 0;
  Reduction reduction{};
};

void run(CommunicatorState* state, const Call& call);
[[nodiscard]] Operation* start(CommunicatorState* state, const Call& call);

template <class D>
[[nodiscard]] Call broadcast_call(D& data, int root) {
  Call call{Verb::broadcast};
  call.root = root;
  call.element_bytes = sizeof(Element<D>);
  call.out = writable(data);
  call.out_count = count_of(data);
  return call;
}

template <class In, class Out>
[[nodiscard]] Call movement_call(Verb verb, const In& in, Out& out, int root) {
  static_assert(std::is_same_v<Element<In>, Element<Out>>, "'in' and 'out' must have the same element type");
  Call call{verb};
  call.root = root;
  call.element_bytes = sizeof(Element<In>);
  call.in = data_of(in);
  call.in_count = count_of(in);
  call.out = writable(out);
  call.out_count = count_of(out);
  return call;
}

template <class In, class Out, class Op>
[[nodiscard]] Call reduction_call(Verb verb, const In& in, Out& out, const Op& op, int root, bool owned) {
  Call call = movement_call(verb, in, out, root);
  call.reduction = make_reduction<Element<In>>(op, owned);
  return call;
}

template <class D, class Op>
[[nodiscard]] Call in_place_call(Verb verb, D& data, const Op& op, bool owned) {
  Call call = broadcast_call(data, 0);
  call.verb = verb;
  call.in_place = true;
  call.in_count = call.out_count;
  call.reduction = make_reduction<Element<D>>(op, owned);
  return call;
}

}  // namespace baton::api::detail
