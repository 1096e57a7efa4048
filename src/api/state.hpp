// SPDX-License-Identifier: BSD-3-Clause
// What stands behind the handles of the native API: this rank, a communicator, an operation under way.
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <mutex>

#include <baton/detail/core.hpp>

#include "communicator/communicator.hpp"
#include "datatype/op.hpp"
#include "p2p/engine.hpp"
#include "runtime/runtime.hpp"

namespace baton::api {

using Guard = p2p::Engine::Guard;

/// This rank, from the first Environment to the end of the last one. Communicators and operations keep it, and with it
/// the runtime, as long as they live. A test makes one for each of its threads.
struct Rank {
  explicit Rank(std::shared_ptr<runtime::Runtime> shared) : runtime(std::move(shared)) {}
  ~Rank();
  Rank(const Rank&) = delete;
  Rank& operator=(const Rank&) = delete;

  [[nodiscard]] p2p::Engine& engine() const noexcept { return runtime->engine(); }
  /// The type of elements without kernels: so many bytes each. Under the engine's lock.
  [[nodiscard]] const datatype::Datatype& bytes_type(std::size_t element_bytes);

  const std::shared_ptr<runtime::Runtime> runtime;
  std::atomic<bool> open{true};
  std::int64_t active_operations = 0;      // this and the next three: under the engine's lock
  detail::Borrowed* open_loans = nullptr;  // messages of others that users still look at
  detail::Operation* free_operations = nullptr;
  std::map<std::size_t, datatype::TypeRef> types;
};

/// Gives back all that is still borrowed, and says so. For the end of the rank.
void return_open_loans(Rank& rank) noexcept;

namespace detail {

/// A message that a user looks at: in its sender's memory, or in a copy.
struct Borrowed {
  std::shared_ptr<Rank> rank;
  p2p::Loan loan;
  bool in_place = false;
  bool open = false;  // the sender has not got it back; under the engine's lock, as the next two
  Borrowed* next = nullptr;
  Borrowed* before = nullptr;
  std::unique_ptr<std::byte[]> copy;
  Status status;
};

/// A communicator: what every call checks first is one load away.
struct CommunicatorState {
  CommunicatorState(std::shared_ptr<Rank> owner, communicator::Ref made)
      : rank(std::move(owner)), communicator(std::move(made)) {}
  CommunicatorState(const CommunicatorState&) = delete;
  CommunicatorState& operator=(const CommunicatorState&) = delete;

  std::atomic<std::uint32_t> references{1};
  const std::shared_ptr<Rank> rank;
  communicator::Ref communicator;
};

/// An operation under way. Owned by a request until it is complete and its result was taken.
struct Operation {
  p2p::Request message;
  CommunicatorState* communicator = nullptr;  // a counted reference
  bool collective = false;
  bool is_send = false;
  bool moves_nothing = false;  // with null_rank
  bool done = false;           // of collectives; under the engine's lock
  Error error;                 // of collectives
  datatype::OpRef op;
  Reduction function;         // to be destroyed with the operation
  std::exception_ptr thrown;  // by the caller's function
  Operation* next_free = nullptr;

  [[nodiscard]] bool complete() const noexcept { return collective ? done : moves_nothing || message.complete(); }
};

/// The communicator behind a handle, or an exception: empty handle, ended Environment.
inline CommunicatorState& checked(CommunicatorState* state, const char* call);
[[noreturn]] void raise_unusable(const CommunicatorState* state, const char* call);

/// An operation of this communicator, from the rank's free list. Under the engine's lock.
[[nodiscard]] Operation* make_operation(CommunicatorState& state);
/// Back to the free list. Takes the lock.
void recycle(Operation* operation) noexcept;
/// A new handle of a communicator that was just made.
[[nodiscard]] CommunicatorState* wrap(const std::shared_ptr<Rank>& rank, communicator::Ref made);
/// What came of a complete operation: a status, or an exception.
Status outcome(const char* call, const p2p::Request& message, bool is_send);

inline CommunicatorState& checked(CommunicatorState* state, const char* call) {
  if (state == nullptr || !state->rank->open.load(std::memory_order_relaxed)) [[unlikely]]
    raise_unusable(state, call);
  return *state;
}

}  // namespace detail
}  // namespace baton::api
