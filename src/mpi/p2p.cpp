// SPDX-License-Identifier: BSD-3-Clause
// Journey 2/9: bodies of sends and receives (MPI 5.0, chapter 3). Next: p2p/send.cpp, p2p/receive.cpp.
// Buffered sends: p2p_buffer.cpp; probes: p2p_probe.cpp; MPI_Sendrecv and its kin: p2p_sendrecv.cpp.
#include "mpi/failure.hpp"
#include "mpi/generated/api_p2p.hpp"
#include "mpi/operation.hpp"
#include "mpi/p2p_operation.hpp"
#include "mpi/partner.hpp"
#include "mpi/status.hpp"

namespace baton::mpi::api {
namespace {

using Guard = p2p::Engine::Guard;
using p2p::SendMode;

int null_request(MPI_Comm comm) noexcept { return fail(comm, MPI_ERR_REQUEST, "argument 'request' is a null pointer"); }

int blocking_send(const p2p::SendArgs& args, MPI_Comm comm) noexcept {
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

/// A request for communication with MPI_PROC_NULL.
MPI_Request null_request_handle(const Partner& partner) {
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*partner.communicator, *partner.type);
  return requests().insert(operation);
}

int start_send(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, SendMode mode,
               MPI_Request* request) {
  Partner partner;
  if (const int code = resolve_send(buf, count, datatype, dest, tag, comm, &partner); code != MPI_SUCCESS) return code;
  if (request == nullptr) return null_request(comm);
  const Guard guard(engine());
  if (partner.is_null) {
    *request = null_request_handle(partner);
    return MPI_SUCCESS;
  }
  const p2p::SendArgs args = send_args(partner, buf, count, tag, mode);
  if (engine().try_send(args) == Post::done) {
    *request = completed_send();
    return MPI_SUCCESS;
  }
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*partner.communicator, *partner.type);
  operation->send(args);
  *request = requests().insert(operation);
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
  *request = requests().insert(operation);
  return MPI_SUCCESS;
}

}  // namespace

int send(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  Partner partner;
  if (const int code = resolve_send(buf, count, datatype, dest, tag, comm, &partner); code != MPI_SUCCESS) return code;
  if (partner.is_null) return MPI_SUCCESS;
  const p2p::SendArgs args = send_args(partner, buf, count, tag);
  {
    const Guard guard(engine());
    if (engine().try_send(args) == Post::done) {
      engine().flush(args.peer);
      return MPI_SUCCESS;
    }
  }
  return blocking_send(args, comm);
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
  if (const int code = resolve_receive(buf, count, datatype, source, tag, comm, &partner); code != MPI_SUCCESS)
    return code;
  if (partner.is_null) {
    set_proc_null_status(status);
    return MPI_SUCCESS;
  }
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    p2p::Request request;
    engine().receive(request, receive_args(partner, buf, count, source, tag));
    engine().wait(request);
    code = conclude(request, false, status);
  }
  return raise(comm, code);
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
  if (const int code = resolve_receive(buf, count, datatype, source, tag, comm, &partner); code != MPI_SUCCESS)
    return code;
  if (request == nullptr) return null_request(comm);
  const Guard guard(engine());
  if (partner.is_null) {
    *request = null_request_handle(partner);
    return MPI_SUCCESS;
  }
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*partner.communicator, *partner.type);
  operation->receive(receive_args(partner, buf, count, source, tag));
  *request = requests().insert(operation);
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
  *request = requests().insert(operation);
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
