// SPDX-License-Identifier: BSD-3-Clause
// Journey 2/9: bodies of sends and receives (MPI 5.0, chapter 3). Next: p2p/send.cpp, p2p/receive.cpp.
// Buffered sends: p2p_buffer.cpp; probes: p2p_probe.cpp; MPI_Sendrecv and its kin: p2p_sendrecv.cpp.
#include "mpi/failure.hpp"
#include "mpi/generated/api_p2p.hpp"
#include "mpi/operation.hpp"
#include "mpi/p2p_operation.hpp"
#include "mpi/partner.hpp"
#include "mpi/status.hpp"
#include "p2p/at_once.hpp"

namespace baton::mpi::api {
namespace {

using Guard = p2p::Engine::Guard;
using p2p::SendMode;

int null_request(MPI_Comm comm) noexcept { return fail(comm, MPI_ERR_REQUEST, "argument 'request' is a null pointer"); }

/// The long ways, for what does not end at once.
[[gnu::noinline]] int blocking_send(const p2p::SendArgs& args, MPI_Comm comm) noexcept {
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    p2p::Request request;
    engine().send(request, args);
    engine().wait(request);
    code = conclude(request, true, MPI_STATUS_IGNORE);
  }
  return raise(comm, code);
}

[[gnu::noinline]] int blocking_receive(const p2p::ReceiveArgs& args, MPI_Comm comm, MPI_Status* status) noexcept {
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    p2p::Request request;
    engine().receive(request, args);
    engine().wait(request);
    code = conclude(request, false, status);
  }
  return raise(comm, code);
}

/// Under the engine's lock. By value: arguments whose address nobody takes stay in registers.
[[gnu::always_inline]] inline Post send_at_once(p2p::Engine& engine, p2p::SendArgs args) noexcept {
  return args.peer == engine.self() ? engine.try_send_to_self(p2p::SendArgs(args)) : engine.try_send(args);
}

/// A request for communication with MPI_PROC_NULL.
MPI_Request null_request_handle(const Partner& partner) {
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*partner.communicator, *partner.type);
  return operation->hand_out();
}

int start_send(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, SendMode mode,
               MPI_Request* request) {
  Partner partner;
  if (!resolve_plain_send(buf, count, datatype, dest, tag, comm, &partner)) [[unlikely]] {
    if (const int code = resolve_send(buf, count, datatype, dest, tag, comm, &partner); code != MPI_SUCCESS)
      return code;
  }
  if (request == nullptr) return null_request(comm);
  p2p::Engine& engine = partner.communicator->engine();
  const Guard guard(engine);
  if (partner.is_null) {
    *request = null_request_handle(partner);
    return MPI_SUCCESS;
  }
  engine.turn_now_and_then();
  const p2p::SendArgs args = send_args(partner, buf, count, tag, mode);
  if (send_at_once(engine, args) == Post::done) {
    *request = completed_send();
    return MPI_SUCCESS;
  }
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*partner.communicator, *partner.type);
  operation->send(args);
  *request = operation->hand_out();
  return MPI_SUCCESS;
}

int make_send(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, SendMode mode,
              MPI_Request* request) {
  Partner partner;
  if (const int code = resolve_send(buf, count, datatype, dest, tag, comm, &partner); code != MPI_SUCCESS) return code;
  if (request == nullptr) return null_request(comm);
  const Guard guard(engine());
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*partner.communicator, *partner.type);
  if (!partner.is_null) operation->set_send(send_args(partner, buf, count, tag, mode));
  operation->make_persistent();
  *request = operation->hand_out();
  return MPI_SUCCESS;
}

}  // namespace

int send(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  Partner partner;
  if (!resolve_plain_send(buf, count, datatype, dest, tag, comm, &partner)) [[unlikely]] {
    const int code = resolve_send(buf, count, datatype, dest, tag, comm, &partner);
    if (code != MPI_SUCCESS || partner.is_null) return code;
  }
  p2p::Engine& engine = partner.communicator->engine();
  {
    const Guard guard(engine);
    if (send_at_once(engine, send_args(partner, buf, count, tag)) == Post::done) {
      engine.flush(partner.peer);
      return MPI_SUCCESS;
    }
  }
  return blocking_send(send_args(partner, buf, count, tag), comm);
}

int ssend(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  Partner partner;
  if (const int code = resolve_send(buf, count, datatype, dest, tag, comm, &partner); code != MPI_SUCCESS) return code;
  if (partner.is_null) return MPI_SUCCESS;
  return blocking_send(send_args(partner, buf, count, tag, SendMode::synchronous), comm);
}

int rsend(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return send(buf, count, datatype, dest, tag, comm);  // a ready send may be a standard send (3.4)
}

int recv(void* buf, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status* status) {
  Partner partner;
  if (!resolve_plain_receive(buf, count, datatype, source, tag, comm, &partner)) [[unlikely]] {
    if (const int code = resolve_receive(buf, count, datatype, source, tag, comm, &partner); code != MPI_SUCCESS)
      return code;
    if (partner.is_null) {
      set_proc_null_status(status);
      return MPI_SUCCESS;
    }
  }
  p2p::Engine& engine = partner.communicator->engine();
  {
    const Guard guard(engine);
    p2p::ProbeResult came;
    const p2p::ReceiveArgs args = receive_args(partner, buf, count, source, tag);
    if (engine.try_receive(args, came) == Post::done || engine.receive_soon(args, came) == Post::done) {
      set_status(status, came.source, came.tag, came.bytes);
      return MPI_SUCCESS;
    }
  }
  return blocking_receive(receive_args(partner, buf, count, source, tag), comm, status);
}

int isend(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
          MPI_Request* request) {
  return start_send(buf, count, datatype, dest, tag, comm, SendMode::standard, request);
}

int issend(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
           MPI_Request* request) {
  return start_send(buf, count, datatype, dest, tag, comm, SendMode::synchronous, request);
}

int irsend(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
           MPI_Request* request) {
  return start_send(buf, count, datatype, dest, tag, comm, SendMode::standard, request);
}

int irecv(void* buf, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request* request) {
  Partner partner;
  if (!resolve_plain_receive(buf, count, datatype, source, tag, comm, &partner)) [[unlikely]] {
    if (const int code = resolve_receive(buf, count, datatype, source, tag, comm, &partner); code != MPI_SUCCESS)
      return code;
  }
  if (request == nullptr) return null_request(comm);
  const Guard guard(engine());
  engine().turn_now_and_then();
  if (partner.is_null) {
    *request = null_request_handle(partner);
    return MPI_SUCCESS;
  }
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*partner.communicator, *partner.type);
  operation->receive(receive_args(partner, buf, count, source, tag));
  *request = operation->hand_out();
  return MPI_SUCCESS;
}

int send_init(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
              MPI_Request* request) {
  return make_send(buf, count, datatype, dest, tag, comm, SendMode::standard, request);
}

int ssend_init(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
               MPI_Request* request) {
  return make_send(buf, count, datatype, dest, tag, comm, SendMode::synchronous, request);
}

int rsend_init(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
               MPI_Request* request) {
  return make_send(buf, count, datatype, dest, tag, comm, SendMode::standard, request);
}

int recv_init(void* buf, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm,
              MPI_Request* request) {
  Partner partner;
  if (const int code = resolve_receive(buf, count, datatype, source, tag, comm, &partner); code != MPI_SUCCESS)
    return code;
  if (request == nullptr) return null_request(comm);
  const Guard guard(engine());
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*partner.communicator, *partner.type);
  if (!partner.is_null) operation->set_receive(receive_args(partner, buf, count, source, tag));
  operation->make_persistent();
  *request = operation->hand_out();
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
