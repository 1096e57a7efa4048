// SPDX-License-Identifier: BSD-3-Clause
// Collectives of the native API: arguments are checked and become a call of the communicator's runner.
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "api/failure.hpp"
#include "api/state.hpp"
#include "communicator/runner.hpp"

namespace baton::api::detail {
namespace {

using collectives::Collective;

struct Names {
  const char* plain;
  Collective collective;
};
/// By Verb.
constexpr auto names = std::to_array<Names>({{"barrier", Collective::barrier},
                                             {"broadcast", Collective::bcast},
                                             {"reduce", Collective::reduce},
                                             {"all_reduce", Collective::allreduce},
                                             {"scan", Collective::scan},
                                             {"exclusive_scan", Collective::exscan},
                                             {"gather", Collective::gather},
                                             {"all_gather", Collective::allgather},
                                             {"scatter", Collective::scatter},
                                             {"all_to_all", Collective::alltoall}});

constexpr auto kinds = std::to_array<datatype::Kind>(
    {datatype::Kind::none, datatype::Kind::int8, datatype::Kind::int16, datatype::Kind::int32, datatype::Kind::int64,
     datatype::Kind::uint8, datatype::Kind::uint16, datatype::Kind::uint32, datatype::Kind::uint64,
     datatype::Kind::float_, datatype::Kind::double_, datatype::Kind::long_double, datatype::Kind::cxx_float_complex,
     datatype::Kind::cxx_double_complex, datatype::Kind::cxx_bool});

constexpr auto operations = std::to_array<datatype::Operation>(
    {datatype::Operation::no_op, datatype::Operation::sum, datatype::Operation::prod, datatype::Operation::min,
     datatype::Operation::max, datatype::Operation::land, datatype::Operation::lor, datatype::Operation::band,
     datatype::Operation::bor, datatype::Operation::bxor});

const Names& names_of(Verb verb) noexcept { return names[static_cast<std::size_t>(verb)]; }

bool computes(Verb verb) noexcept { return verb >= Verb::reduce && verb <= Verb::exclusive_scan; }
bool has_root(Verb verb) noexcept {
  return verb == Verb::broadcast || verb == Verb::reduce || verb == Verb::gather || verb == Verb::scatter;
}

/// `many` must hold what `one` holds, `ranks` times.
void check_parts(const Call& call, const char* many, std::size_t many_count, const char* one, std::size_t one_count,
                 std::size_t ranks) {
  if (many_count == one_count * ranks) return;
  raise(names_of(call.verb).plain, ErrorClass::invalid_count,
        "'{}' has {} elements; {} rank(s) times the {} of '{}' are {}", many, many_count, ranks, one_count, one,
        one_count * ranks);
}

void check(const CommunicatorState& state, const Call& call) {
  const int size = state.communicator->size();
  const int rank = state.communicator->rank();
  if (has_root(call.verb) && (call.root < 0 || call.root >= size)) {
    raise(names_of(call.verb).plain, ErrorClass::invalid_rank, "argument 'root' = {}: valid ranks are 0..{}", call.root,
          size - 1);
  }
  const auto ranks = static_cast<std::size_t>(size);
  switch (call.verb) {
    case Verb::barrier:
    case Verb::broadcast: break;
    case Verb::reduce:
      if (rank == call.root) check_parts(call, "out", call.out_count, "in", call.in_count, 1);
      break;
    case Verb::exclusive_scan:
      if (rank > 0) check_parts(call, "out", call.out_count, "in", call.in_count, 1);
      break;
    case Verb::all_reduce:
    case Verb::scan: check_parts(call, "out", call.out_count, "in", call.in_count, 1); break;
    case Verb::gather:
      if (rank == call.root) check_parts(call, "out", call.out_count, "in", call.in_count, ranks);
      break;
    case Verb::all_gather: check_parts(call, "out", call.out_count, "in", call.in_count, ranks); break;
    case Verb::scatter:
      if (rank == call.root) check_parts(call, "in", call.in_count, "out", call.out_count, ranks);
      break;
    case Verb::all_to_all: {
      check_parts(call, "out", call.out_count, "in", call.in_count, 1);
      if (call.in_count % ranks != 0) {
        raise("all_to_all", ErrorClass::invalid_count, "'in' has {} elements, which {} ranks cannot share equally",
              call.in_count, size);
      }
      break;
    }
  }
}

/// Sides of a call that moves data, in bytes.
void set_movement(const CommunicatorState& state, const Call& call, schedule::Call& out) {
  const auto ranks = static_cast<std::size_t>(state.communicator->size());
  const bool at_root = state.communicator->rank() == call.root;
  const auto bytes = [&](std::size_t count) { return static_cast<std::int64_t>(count * call.element_bytes); };
  const bool sends = call.verb != Verb::broadcast && (call.verb != Verb::scatter || at_root);
  const bool receives = call.verb != Verb::gather || at_root;
  const datatype::Datatype& byte = datatype::builtin(datatype::Kind::byte);
  if (sends) {
    const bool in_parts = call.verb == Verb::scatter || call.verb == Verb::all_to_all;
    out.binding.send = call.in;
    out.binding.send_type = &byte;
    out.shape.send.count = bytes(in_parts ? call.in_count / ranks : call.in_count);
  }
  if (receives) {
    const bool in_parts = call.verb == Verb::gather || call.verb == Verb::all_gather || call.verb == Verb::all_to_all;
    out.binding.recv = call.out;
    out.binding.recv_type = &byte;
    out.shape.recv.count = bytes(in_parts ? call.out_count / ranks : call.out_count);
  }
}

void set_reduction(const CommunicatorState& state, const Call& call, schedule::Call& out,
                   const datatype::Datatype& type, const datatype::Op& op) {
  const int rank = state.communicator->rank();
  const bool receives = call.verb == Verb::reduce ? rank == call.root : call.verb != Verb::exclusive_scan || rank > 0;
  if (!call.in_place) out.binding.send = call.in;
  if (receives) out.binding.recv = call.out;
  out.binding.send_type = out.binding.recv_type = &type;
  out.binding.op = &op;
  out.shape.in_place = call.in_place;
  out.shape.commutative = op.commutative();
  out.shape.send.count = out.shape.recv.count = static_cast<std::int64_t>(call.in_count);
  out.shape.send.size = out.shape.recv.size = type.size();
}

/// The caller's function as an operation of the datatype room. The first exception is kept, and nothing is called any
/// more after it.
datatype::OpRef operation_of(const Reduction& reduction, std::exception_ptr& thrown) {
  auto made = datatype::Op::create(
      [apply = reduction.apply, function = reduction.function, &thrown](const void* in, void* inout, std::int64_t count,
                                                                        const datatype::Datatype&) noexcept {
        if (thrown != nullptr) return;
        try {
          apply(function, in, inout, static_cast<std::size_t>(count));
        } catch (...) {
          thrown = std::current_exception();
        }
      },
      reduction.commutative);
  if (!made) raise("reduction", made.error());
  return std::move(*made);
}

/// A call of the runner, and the operation that it holds on to. Under the engine's lock.
schedule::Call prepare(CommunicatorState& state, const Call& call, datatype::OpRef& op, std::exception_ptr& thrown) {
  schedule::Call out;
  out.collective = names_of(call.verb).collective;
  out.shape.root = static_cast<std::uint32_t>(call.root);
  if (computes(call.verb)) {
    const Reduction& reduction = call.reduction;
    if (reduction.apply == nullptr) {
      set_reduction(state, call, out, datatype::builtin(kinds[static_cast<std::size_t>(reduction.element)]),
                    datatype::builtin(operations[static_cast<std::size_t>(reduction.operation)]));
    } else {
      op = operation_of(reduction, thrown);
      set_reduction(state, call, out, state.rank->bytes_type(call.element_bytes), *op);
    }
  } else if (call.verb != Verb::barrier) {
    set_movement(state, call, out);
  }
  out.tag = state.communicator->next_collective();
  return out;
}

/// The owned function of a call that did not come to be an operation.
struct Owned {
  explicit Owned(const Reduction& owned) noexcept : reduction(owned) {}
  ~Owned() {
    if (reduction.destroy != nullptr) reduction.destroy(reduction.function);
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  Reduction take() noexcept { return std::exchange(reduction, {}); }
  Reduction reduction;
};

void completed(schedule::Execution& execution, void* context) noexcept {
  auto& operation = *static_cast<Operation*>(context);
  operation.error = execution.error();
  operation.done = true;
  communicator::runner_of(*operation.communicator->communicator).give_back(execution);
}

}  // namespace

void run(CommunicatorState* handle, const Call& call) {
  const char* const name = names_of(call.verb).plain;
  CommunicatorState& state = checked(handle, name);
  check(state, call);
  std::exception_ptr thrown;
  Error error;
  {
    const Guard guard(state.rank->engine());
    datatype::OpRef op;
    schedule::Call prepared = prepare(state, call, op, thrown);
    error = communicator::runner_of(*state.communicator).run(prepared).error();
  }
  if (thrown != nullptr) std::rethrow_exception(thrown);
  if (!error.ok()) raise(name, error);
}

Operation* start(CommunicatorState* handle, const Call& call) {
  Owned owned(call.reduction);
  CommunicatorState& state = checked(handle, names_of(call.verb).plain);
  check(state, call);
  const Guard guard(state.rank->engine());
  Operation* const operation = make_operation(state);
  operation->collective = true;
  operation->function = owned.take();
  schedule::Call prepared = prepare(state, call, operation->op, operation->thrown);
  prepared.binding.form = schedule::Form::immediate;
  communicator::runner_of(*state.communicator).start(prepared, completed, operation);
  return operation;
}

}  // namespace baton::api::detail
