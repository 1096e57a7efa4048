// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/collective_repeat.hpp"

#include "mpi/failure.hpp"

namespace baton::mpi::collective {

using collectives::Collective;

namespace {

bool is_fixed(const datatype::Datatype* type) noexcept { return type == nullptr || type->is_builtin(); }

/// How far the block of this rank lies behind the start of a buffer of `wide` blocks.
std::uintptr_t own_block(bool wide, MPI_Count count, const datatype::Datatype* type, int rank) noexcept {
  return wide && type != nullptr ? static_cast<std::uintptr_t>(count * type->extent() * rank) : 0;
}

}  // namespace

void Repeats::keep(const Signature& signature, const Arguments& a, schedule::Runner& runner) noexcept {
  Repeat& repeat = repeats_[place(signature)];
  repeat.plan = nullptr;
  const schedule::Binding& binding = a.call.binding;
  const bool fixed =
      is_fixed(binding.send_type) && is_fixed(binding.recv_type) && (binding.op == nullptr || binding.op->is_builtin());
  if (!fixed || a.inter() || runner.repeatable() == nullptr) return;
  const bool all_to_all = signature.collective == Collective::alltoall;
  const bool gathers = signature.collective == Collective::gather || signature.collective == Collective::allgather;
  const int rank = a.communicator->rank();
  repeat.signature = signature;
  repeat.runner = &runner;
  repeat.epoch = runner.epoch();
  repeat.binding = binding;
  repeat.own_sent = own_block(all_to_all || signature.collective == Collective::scatter, signature.send_count,
                              binding.send_type, rank);
  repeat.own_received = own_block(all_to_all || gathers, signature.recv_count, binding.recv_type, rank);
  repeat.plan = runner.repeatable();
}

bool run_again(Communicator& communicator, MPI_Comm comm, Repeat& repeat, const void* sendbuf, void* recvbuf,
               int& code) {
  Error error;
  {
    p2p::Engine& engine = communicator.engine();
    const p2p::Engine::Guard guard(engine);
    schedule::Runner& runner = *repeat.runner;
    if (repeat.epoch != runner.epoch()) [[unlikely]]
      return false;
    engine.turn_for_others();  // in the arena it may go on without one
    if (repeat.binding.send != nullptr) repeat.binding.send = sendbuf;
    if (repeat.binding.recv != nullptr) repeat.binding.recv = recvbuf;
    error = runner.run_again(*repeat.plan, repeat.binding, communicator.next_collective()).error();
  }
  if (!error.ok()) [[unlikely]]
    code = fail(comm, error);
  return true;
}

}  // namespace baton::mpi::collective
