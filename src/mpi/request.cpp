// SPDX-License-Identifier: BSD-3-Clause
// Bodies of MPI_Wait* and MPI_Test* (MPI 5.0, 3.7.3, 3.7.5). Not here: looking without ending (request_status.cpp),
// starting, cancelling and freeing (request_life.cpp).
#include "mpi/generated/api_request.hpp"
#include "mpi/p2p_operation.hpp"
#include "mpi/request_set.hpp"

namespace baton::mpi::api {
namespace {

int take_any(MPI_Request* handle, Operation* operation, MPI_Status* status, MPI_Comm* comm) noexcept {
  const bool active = operation->active();
  int code = operation->result(status);
  *comm = operation->comm();
  if (active) {
    const int retired = operation->retire();
    if (code == MPI_SUCCESS) code = retired;
  }
  if (operation->persistent()) {
    operation->set_active(false);
  } else {
    let_go(handle, *operation);
  }
  return code;
}

/// What wait and test do with one complete request: status, error code, end of the handle or back to inactive. `comm`
/// is set where the code is an error.
inline int take(MPI_Request* handle, Operation* operation, MPI_Status* status, MPI_Comm* comm) noexcept {
  if (operation == nullptr) {  // MPI_REQUEST_NULL, or a send that was complete when it returned
    set_empty_status(status);
    *handle = MPI_REQUEST_NULL;
    return MPI_SUCCESS;
  }
  if (!operation->is_message()) return take_any(handle, operation, status, comm);
  auto& message = static_cast<P2pOperation&>(*operation);
  if (!message.plain()) return take_any(handle, operation, status, comm);
  const int code = message.plain_result(status);
  if (code != MPI_SUCCESS) [[unlikely]]
    *comm = message.comm();
  message.release();
  *handle = MPI_REQUEST_NULL;
  return code;
}

/// Ends all requests of waitall and testall (all complete): MPI_SUCCESS or MPI_ERR_IN_STATUS. Each status tells its own
/// error, MPI_SUCCESS too: programs look at it without asking whether any failed (MPI 5.0, 3.2.5 allows both).
int take_all(const Operations& operations, MPI_Request handles[], MPI_Status statuses[], MPI_Comm* comm,
             int* cause) noexcept {
  int& first_code = *cause = MPI_SUCCESS;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    MPI_Comm own = MPI_COMM_NULL;
    MPI_Status* status = nth(statuses, i);
    const int code = take(&handles[i], operations[i], status, &own);
    if (status != MPI_STATUS_IGNORE) status->MPI_ERROR = code;
    if (code != MPI_SUCCESS && first_code == MPI_SUCCESS) {
      first_code = code;
      *comm = own;
    }
  }
  if (first_code == MPI_SUCCESS) return MPI_SUCCESS;
  return statuses == MPI_STATUSES_IGNORE ? first_code : MPI_ERR_IN_STATUS;
}

}  // namespace

int wait(MPI_Request* request, MPI_Status* status) {
  if (request != nullptr && *request == completed_send()) {
    *request = MPI_REQUEST_NULL;
    set_empty_status(status);
    return MPI_SUCCESS;
  }
  Operation* operation = nullptr;
  if (const int code = look_up("request", request, &operation); code != MPI_SUCCESS) return code;
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    if (!idle(operation)) {
      engine().wait_until([&] { return operation->is_over(); });
    }
    code = take(request, operation, status, &comm);
  }
  return report(comm, code);
}

int test(MPI_Request* request, int* flag, MPI_Status* status) {
  Operation* operation = nullptr;
  if (const int code = look_up("request", request, &operation); code != MPI_SUCCESS) return code;
  if (flag == nullptr) return null_output("flag");
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    if (!idle(operation) && !operation->complete()) {
      engine().poll();
      operation->poke();
    }
    *flag = idle(operation) || operation->complete() ? 1 : 0;
    if (*flag != 0) code = take(request, operation, status, &comm);
  }
  return report(comm, code);
}

int waitall(int count, MPI_Request array_of_requests[], MPI_Status array_of_statuses[]) {
  Operations operations;
  if (const int code = operations.look_up<true>(count, array_of_requests); code != MPI_SUCCESS) return code;
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  int cause = MPI_SUCCESS;
  {
    const Guard guard(engine());
    std::size_t first_open = 0;
    engine().wait_until([&] { return all_complete(operations, &first_open); });
    code = take_all(operations, array_of_requests, array_of_statuses, &comm, &cause);
  }
  return report(comm, code, cause);
}

int testall(int count, MPI_Request array_of_requests[], int* flag, MPI_Status array_of_statuses[]) {
  Operations operations;
  if (const int code = operations.look_up<true>(count, array_of_requests); code != MPI_SUCCESS) return code;
  if (flag == nullptr) return null_output("flag");
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  int cause = MPI_SUCCESS;
  {
    const Guard guard(engine());
    const bool complete = poll_all_complete(operations);
    *flag = complete ? 1 : 0;
    if (complete) code = take_all(operations, array_of_requests, array_of_statuses, &comm, &cause);
  }
  return report(comm, code, cause);
}

int waitany(int count, MPI_Request array_of_requests[], int* indx, MPI_Status* status) {
  Operations operations;
  if (const int code = operations.look_up(count, array_of_requests); code != MPI_SUCCESS) return code;
  if (indx == nullptr) return null_output("indx");
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    std::ptrdiff_t found = -1;
    bool any_active = false;
    engine().wait_until([&] {
      found = earliest(operations, &any_active);
      return found >= 0 || !any_active;
    });
    if (found < 0) {
      *indx = MPI_UNDEFINED;
      set_empty_status(status);
      return MPI_SUCCESS;
    }
    *indx = static_cast<int>(found);
    code = take(&array_of_requests[found], operations[static_cast<std::size_t>(found)], status, &comm);
  }
  return report(comm, code);
}

int testany(int count, MPI_Request array_of_requests[], int* indx, int* flag, MPI_Status* status) {
  Operations operations;
  if (const int code = operations.look_up(count, array_of_requests); code != MPI_SUCCESS) return code;
  if (indx == nullptr) return null_output("indx");
  if (flag == nullptr) return null_output("flag");
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    bool any_active = false;
    const std::ptrdiff_t found = poll_earliest(operations, &any_active);
    *flag = found >= 0 || !any_active ? 1 : 0;
    *indx = MPI_UNDEFINED;
    if (found < 0) {
      if (*flag != 0) set_empty_status(status);
      return MPI_SUCCESS;
    }
    *indx = static_cast<int>(found);
    code = take(&array_of_requests[found], operations[static_cast<std::size_t>(found)], status, &comm);
  }
  return report(comm, code);
}

namespace {

/// Ends every complete active request; counts them. MPI_SUCCESS, MPI_ERR_IN_STATUS or the first code when there are no
/// statuses.
int take_some(const Operations& operations, MPI_Request handles[], int* outcount, int indices[], MPI_Status statuses[],
              MPI_Comm* comm, int* cause) noexcept {
  int taken = 0;
  int& first_code = *cause = MPI_SUCCESS;
  bool any_active = false;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    Operation* operation = operations[i];
    if (idle(operation)) continue;
    any_active = true;
    if (!operation->is_over()) continue;
    MPI_Comm own = MPI_COMM_NULL;
    MPI_Status* status = nth(statuses, static_cast<std::size_t>(taken));
    const int code = take(&handles[i], operation, status, &own);
    if (status != MPI_STATUS_IGNORE) status->MPI_ERROR = code;
    if (code != MPI_SUCCESS && first_code == MPI_SUCCESS) {
      first_code = code;
      *comm = own;
    }
    indices[taken++] = static_cast<int>(i);
  }
  *outcount = any_active ? taken : MPI_UNDEFINED;
  if (first_code == MPI_SUCCESS) return MPI_SUCCESS;
  return statuses == MPI_STATUSES_IGNORE ? first_code : MPI_ERR_IN_STATUS;
}

}  // namespace

int waitsome(int incount, MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
             MPI_Status array_of_statuses[]) {
  Operations operations;
  if (const int code = operations.look_up(incount, array_of_requests, "incount"); code != MPI_SUCCESS) return code;
  if (const int code = check_some(incount, outcount, array_of_indices); code != MPI_SUCCESS) return code;
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  int cause = MPI_SUCCESS;
  {
    const Guard guard(engine());
    bool any_active = false;
    engine().wait_until([&] { return earliest(operations, &any_active) >= 0 || !any_active; });
    code = take_some(operations, array_of_requests, outcount, array_of_indices, array_of_statuses, &comm, &cause);
  }
  return report(comm, code, cause);
}

int testsome(int incount, MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
             MPI_Status array_of_statuses[]) {
  Operations operations;
  if (const int code = operations.look_up(incount, array_of_requests, "incount"); code != MPI_SUCCESS) return code;
  if (const int code = check_some(incount, outcount, array_of_indices); code != MPI_SUCCESS) return code;
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  int cause = MPI_SUCCESS;
  {
    const Guard guard(engine());
    bool any_active = false;
    (void)poll_earliest(operations, &any_active);
    code = take_some(operations, array_of_requests, outcount, array_of_indices, array_of_statuses, &comm, &cause);
  }
  return report(comm, code, cause);
}

}  // namespace baton::mpi::api
