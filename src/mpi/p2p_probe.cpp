// SPDX-License-Identifier: BSD-3-Clause
// MPI_Probe, MPI_Iprobe, MPI_Mprobe, MPI_Improbe, MPI_Mrecv, MPI_Imrecv (MPI 5.0, 3.8).
#include "mpi/failure.hpp"
#include "mpi/generated/api_p2p.hpp"
#include "mpi/message.hpp"
#include "mpi/operation.hpp"
#include "mpi/p2p_operation.hpp"
#include "mpi/partner.hpp"
#include "mpi/status.hpp"

namespace baton::mpi {
namespace {

constinit Immortal<HandleTable<MPI_Message, MatchedMessage>> message_table;

struct NoProcess {
  MatchedMessage message;
  NoProcess() { message_table->set_predefined(MPI_MESSAGE_NO_PROC, &message); }
};

}  // namespace

HandleTable<MPI_Message, MatchedMessage>& messages() noexcept {
  static Immortal<NoProcess> made;
  return *message_table;
}

namespace api {
namespace {

using Guard = p2p::Engine::Guard;

/// Asks the engine once, or until there is an answer. `message`: nullptr for a probe that leaves the message where it
/// is.
int look(int source, int tag, MPI_Comm comm, bool blocking, bool* found, p2p::UnexpectedMessage** message,
         MPI_Status* status) {
  Partner partner;
  if (const int code = resolve_source(source, tag, comm, &partner); code != MPI_SUCCESS) return code;
  if (partner.is_null) {
    *found = true;
    set_proc_null_status(status);
    return MPI_SUCCESS;
  }
  const p2p::Envelope wish{partner.communicator->context(), source, tag};
  p2p::ProbeResult result;
  Error error;
  *found = false;
  {
    const Guard guard(engine());
    const auto ask = [&] {
      const auto answer = message == nullptr ? engine().probe(wish, partner.peer, result)
                                             : engine().matched_probe(wish, partner.peer, result, message);
      if (!answer) error = answer.error();
      *found = answer && *answer;
      return *found || !error.ok();
    };
    if (blocking) {
      engine().wait_until(ask);
    } else {
      ask();
    }
  }
  if (!error.ok()) return fail(comm, error);
  if (*found) set_status(status, result.source, result.tag, result.bytes);
  return MPI_SUCCESS;
}

int null_output(MPI_Comm comm, const char* argument) noexcept {
  return fail(comm, MPI_ERR_ARG, "argument '{}' is a null pointer", argument);
}

int take(int source, int tag, MPI_Comm comm, bool blocking, int* flag, MPI_Message* message, MPI_Status* status) {
  if (message == nullptr) return null_output(comm, "message");
  bool found = false;
  p2p::UnexpectedMessage* taken = nullptr;
  if (const int code = look(source, tag, comm, blocking, &found, &taken, status); code != MPI_SUCCESS) return code;
  if (flag != nullptr) *flag = found ? 1 : 0;
  if (!found) return MPI_SUCCESS;
  if (taken == nullptr) {
    *message = MPI_MESSAGE_NO_PROC;
    return MPI_SUCCESS;
  }
  *message = messages().insert(new MatchedMessage{taken, communicator::Ref(comms().lookup(comm))});
  return MPI_SUCCESS;
}

/// The message of a handle, which is used up. MPI_MESSAGE_NO_PROC: *taken is nullptr.
int use_up(MPI_Message* message, MPI_Count count, MPI_Datatype datatype, const void* buf,
           communicator::Ref* communicator, p2p::UnexpectedMessage** taken, p2p::ReceiveArgs* args) {
  (void)messages();
  if (message == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'message' is a null pointer");
  MatchedMessage* matched = messages().lookup(*message);
  if (matched == nullptr) return fail_handle(Raiser::none(), "message", *message);
  const MPI_Comm comm = matched->communicator ? extension_of(*matched->communicator).handle : MPI_COMM_WORLD;
  Partner partner;
  if (const int code = resolve_receive(buf, count, datatype, MPI_PROC_NULL, 0, comm, &partner); code != MPI_SUCCESS)
    return code;
  args->buffer = const_cast<void*>(buf);
  args->count = count;
  args->type = partner.type;
  *taken = matched->message;
  *communicator = matched->communicator ? matched->communicator : communicator::Ref(partner.communicator);
  if (*message != MPI_MESSAGE_NO_PROC) {
    messages().erase(*message);
    delete matched;
  }
  *message = MPI_MESSAGE_NULL;
  return MPI_SUCCESS;
}

}  // namespace

int probe(int source, int tag, MPI_Comm comm, MPI_Status* status) {
  bool found = false;
  return look(source, tag, comm, true, &found, nullptr, status);
}

int iprobe(int source, int tag, MPI_Comm comm, int* flag, MPI_Status* status) {
  if (flag == nullptr) return null_output(comm, "flag");
  bool found = false;
  const int code = look(source, tag, comm, false, &found, nullptr, status);
  if (code == MPI_SUCCESS) *flag = found ? 1 : 0;
  return code;
}

int mprobe(int source, int tag, MPI_Comm comm, MPI_Message* message, MPI_Status* status) {
  return take(source, tag, comm, true, nullptr, message, status);
}

int improbe(int source, int tag, MPI_Comm comm, int* flag, MPI_Message* message, MPI_Status* status) {
  if (flag == nullptr) return null_output(comm, "flag");
  return take(source, tag, comm, false, flag, message, status);
}

int mrecv(void* buf, MPI_Count count, MPI_Datatype datatype, MPI_Message* message, MPI_Status* status) {
  communicator::Ref communicator;
  p2p::UnexpectedMessage* taken = nullptr;
  p2p::ReceiveArgs args;
  if (const int code = use_up(message, count, datatype, buf, &communicator, &taken, &args); code != MPI_SUCCESS)
    return code;
  if (taken == nullptr) {
    set_proc_null_status(status);
    return MPI_SUCCESS;
  }
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    p2p::Request request;
    engine().receive_matched(request, taken, args);
    engine().wait(request);
    code = conclude(request, false, status);
  }
  return raise(extension_of(*communicator).handle, code);
}

int imrecv(void* buf, MPI_Count count, MPI_Datatype datatype, MPI_Message* message, MPI_Request* request) {
  if (request == nullptr) return fail(Raiser::none(), MPI_ERR_REQUEST, "argument 'request' is a null pointer");
  communicator::Ref communicator;
  p2p::UnexpectedMessage* taken = nullptr;
  p2p::ReceiveArgs args;
  if (const int code = use_up(message, count, datatype, buf, &communicator, &taken, &args); code != MPI_SUCCESS)
    return code;
  const Guard guard(engine());
  P2pOperation* operation = P2pOperation::make();
  operation->keep(*communicator, *args.type);
  if (taken != nullptr) operation->receive_matched(taken, args);
  *request = operation->hand_out();
  return MPI_SUCCESS;
}

}  // namespace api
}  // namespace baton::mpi
