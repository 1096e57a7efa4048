// SPDX-License-Identifier: BSD-3-Clause
// Blocking collectives that are called again as they were called before, with other buffers at most: nothing is looked
// up, checked or chosen twice. Only calls on intra-communicators, without arrays, whose datatypes and operations are
// predefined, so that no handle in a signature can come to mean something else. Not here: how plans are kept
// (schedule/plan_store.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "mpi/collective.hpp"

namespace baton::mpi::collective {

/// A call as its caller wrote it, but for buffers and communicator; what a call does not have stays as it is here.
struct Signature {
  collectives::Collective collective;
  bool from_in_place = false;  // MPI_IN_PLACE as the send buffer
  bool into_in_place = false;  // and as the receive buffer
  int root = 0;
  MPI_Count send_count = 0;
  MPI_Count recv_count = 0;
  MPI_Datatype send_type = MPI_DATATYPE_NULL;
  MPI_Datatype recv_type = MPI_DATATYPE_NULL;
  MPI_Op op = MPI_OP_NULL;
  bool operator==(const Signature&) const = default;

  /// `root`: of collectives that have one.
  static Signature movement(collectives::Collective which, MPI_Count sendcount, MPI_Datatype sendtype,
                            MPI_Count recvcount, MPI_Datatype recvtype, int root = 0) noexcept {
    return {which, false, false, root, sendcount, recvcount, sendtype, recvtype, MPI_OP_NULL};
  }
  static Signature reduction(collectives::Collective which, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
                             int root = 0) noexcept {
    return {which, false, false, root, 0, count, MPI_DATATYPE_NULL, datatype, op};
  }
};

/// What has come of a call.
struct Repeat {
  Signature signature{};
  schedule::Plan* plan = nullptr;
  schedule::Runner* runner = nullptr;  // whose plan it is; of the communicator, which it lives as long as
  std::uint64_t epoch = 0;             // of the runner
  schedule::Binding binding;           // its buffers are those of the latest call
  // What lies in both buffers when they overlap: this rank's own blocks.
  std::uintptr_t own_sent = 0;
  std::uintptr_t own_received = 0;

  /// Whether the buffers need no second look: they are neither missing nor the same.
  [[nodiscard]] bool takes(const void* sendbuf, const void* recvbuf) const noexcept {
    const auto from = reinterpret_cast<std::uintptr_t>(sendbuf);
    const auto to = reinterpret_cast<std::uintptr_t>(recvbuf);
    const bool apart = from == 0 || to == 0 || (from != to && from + own_sent != to + own_received);
    return apart && (binding.send == nullptr || from != 0) && (binding.recv == nullptr || to != 0);
  }
};

/// Those of a communicator: the latest of each that meet in one place. One thread at a time, as collectives are.
class Repeats {
 public:
  [[nodiscard]] Repeat* find(const Signature& signature) noexcept {
    Repeat& repeat = repeats_[place(signature)];
    return repeat.plan != nullptr && repeat.signature == signature ? &repeat : nullptr;
  }
  /// After a call that succeeded; forgets what cannot be repeated.
  void keep(const Signature& signature, const Arguments& arguments, schedule::Runner& runner) noexcept;

 private:
  [[nodiscard]] static std::size_t place(const Signature& signature) noexcept {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;
    const auto counts = static_cast<std::uint64_t>(signature.send_count + signature.recv_count);
    return ((counts + static_cast<std::uint64_t>(signature.collective) * 0x10001 +
             static_cast<std::uint64_t>(signature.root)) *
            spread) >>
           60;
  }

  std::array<Repeat, 16> repeats_{};
};

/// Carries the call out; false: its plan is gone. `code` is then left as it is, else set to what the call returns.
bool run_again(Communicator& communicator, MPI_Comm comm, Repeat& repeat, const void* sendbuf, void* recvbuf,
               int& code);

/// A blocking call: again, or by `body(form)`.
template <class Body>
[[gnu::always_inline]] inline int repeated(Signature signature, const void* sendbuf, void* recvbuf, MPI_Comm comm,
                                           Body&& body) {
  signature.from_in_place = sendbuf == MPI_IN_PLACE;
  signature.into_in_place = recvbuf == MPI_IN_PLACE;
  Communicator* const communicator = comms().lookup(comm);
  Repeats* const known = communicator != nullptr ? extension_of(*communicator).repeats.get() : nullptr;
  if (known != nullptr) {
    if (Repeat* const repeat = known->find(signature); repeat != nullptr && repeat->takes(sendbuf, recvbuf)) {
      int code = MPI_SUCCESS;
      if (run_again(*communicator, comm, *repeat, sendbuf, recvbuf, code)) [[likely]]
        return code;
    }
  }
  const Signature written = signature;  // the other is never in memory
  return body(Form::blocking(&written));
}

}  // namespace baton::mpi::collective
