// SPDX-License-Identifier: BSD-3-Clause
// Bodies of MPI_Start*, MPI_Cancel and MPI_Request_free (MPI 5.0, 3.7.3, 3.8.4, 3.9).
#include "mpi/generated/api_request.hpp"
#include "mpi/request_set.hpp"

namespace baton::mpi::api {

int request_free(MPI_Request* request) {
  Operation* operation = nullptr;
  if (const int code = look_up("request", request, &operation); code != MPI_SUCCESS) return code;
  if (operation == nullptr) {
    return fail(Raiser::none(), MPI_ERR_REQUEST, "argument 'request' is MPI_REQUEST_NULL: there is nothing to free");
  }
  if (operation->active() && !operation->cancellable()) {
    return fail(Raiser::none(), MPI_ERR_REQUEST,
                "argument 'request' is of an active collective, which cannot be freed; complete it with MPI_Wait or "
                "MPI_Test{}",
                operation->persistent() ? ", then free it" : "");
  }
  const Guard guard(engine());
  let_go(request, *operation);
  return MPI_SUCCESS;
}

int cancel(MPI_Request* request) {
  Operation* operation = nullptr;
  if (const int code = look_up("request", request, &operation); code != MPI_SUCCESS) return code;
  if (operation == nullptr || !operation->active()) {
    return fail(Raiser::none(), MPI_ERR_REQUEST, "argument 'request' is {}: only an active request can be cancelled",
                operation == nullptr ? "MPI_REQUEST_NULL" : "an inactive persistent request");
  }
  if (!operation->cancellable()) {
    return fail(
        Raiser::none(), MPI_ERR_REQUEST,
        "argument 'request' is of a collective, which cannot be cancelled; complete it with MPI_Wait or MPI_Test");
  }
  const Guard guard(engine());
  operation->cancel();
  return MPI_SUCCESS;
}

namespace {

int start_one(const char* argument, MPI_Request* request) noexcept {
  Operation* operation = nullptr;
  if (const int code = look_up(argument, request, &operation); code != MPI_SUCCESS) return code;
  if (operation == nullptr || !operation->persistent()) {
    return fail(Raiser::none(), MPI_ERR_REQUEST, "argument '{}' is {}: only a persistent request can be started",
                argument, operation == nullptr ? "MPI_REQUEST_NULL" : "not persistent");
  }
  if (operation->active()) {
    return fail(Raiser::none(), MPI_ERR_REQUEST,
                "argument '{}' is active already: complete it with MPI_Wait or MPI_Test before it is started again",
                argument);
  }
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    comm = operation->comm();
    operation->set_active(true);
    code = operation->start();
    engine().turn_now_and_then();
  }
  return report(comm, code);
}

}  // namespace

int start(MPI_Request* request) { return start_one("request", request); }

int startall(int count, MPI_Request array_of_requests[]) {
  if (count < 0) return fail(Raiser::none(), MPI_ERR_COUNT, "argument 'count' = {}: must not be negative", count);
  if (count > 0 && array_of_requests == nullptr) return null_output("array_of_requests");
  for (int i = 0; i < count; ++i) {
    if (const int code = start_one("array_of_requests", &array_of_requests[i]); code != MPI_SUCCESS) return code;
  }
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
