// SPDX-License-Identifier: BSD-3-Clause
// Bodies of MPI_Request_get_status and its _all, _any, _some (MPI 5.0, 3.7.6): they look and leave the requests as they
// are.
#include "mpi/generated/api_request.hpp"
#include "mpi/request_set.hpp"

namespace baton::mpi::api {
namespace {

/// Writes statuses and keeps the first error, for the handler of the communicator that it belongs to.
class FirstError {
 public:
  void look(Operation* operation, MPI_Status* status) noexcept {
    int code = MPI_SUCCESS;
    if (operation == nullptr) {
      set_empty_status(status);
    } else {
      code = operation->result(status);
    }
    if (status != MPI_STATUS_IGNORE) status->MPI_ERROR = code;
    if (code == MPI_SUCCESS || code_ != MPI_SUCCESS) return;
    code_ = code;
    comm_ = operation->comm();
  }
  [[nodiscard]] int tell(const MPI_Status* statuses) const noexcept {
    if (code_ == MPI_SUCCESS || statuses == MPI_STATUSES_IGNORE) return report(comm_, code_);
    return report(comm_, MPI_ERR_IN_STATUS, code_);
  }

 private:
  int code_ = MPI_SUCCESS;
  MPI_Comm comm_ = MPI_COMM_NULL;
};

}  // namespace

int request_get_status(MPI_Request request, int* flag, MPI_Status* status) {
  Operation* operation = nullptr;
  if (const int code = look_up("request", &request, &operation); code != MPI_SUCCESS) return code;
  if (flag == nullptr) return null_output("flag");
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    if (!idle(operation) && !operation->complete()) {
      engine().poll();
      operation->poke();
    } else {
      engine().turn_for_others();
    }
    *flag = idle(operation) || operation->complete() ? 1 : 0;
    if (*flag == 0) return MPI_SUCCESS;
    if (operation == nullptr) {
      set_empty_status(status);
      return MPI_SUCCESS;
    }
    comm = operation->comm();
    code = operation->result(status);
  }
  return report(comm, code);
}

int request_get_status_all(int count, const MPI_Request array_of_requests[], int* flag,
                           MPI_Status array_of_statuses[]) {
  Operations operations;
  if (const int code = operations.look_up(count, array_of_requests); code != MPI_SUCCESS) return code;
  if (flag == nullptr) return null_output("flag");
  FirstError first;
  {
    const Guard guard(engine());
    engine().turn_for_others();
    const bool complete = poll_all_complete(operations);
    *flag = complete ? 1 : 0;
    if (!complete) return MPI_SUCCESS;
    for (std::size_t i = 0; i < operations.size(); ++i) first.look(operations[i], nth(array_of_statuses, i));
  }
  return first.tell(array_of_statuses);
}

int request_get_status_any(int count, const MPI_Request array_of_requests[], int* indx, int* flag, MPI_Status* status) {
  Operations operations;
  if (const int code = operations.look_up(count, array_of_requests); code != MPI_SUCCESS) return code;
  if (indx == nullptr) return null_output("indx");
  if (flag == nullptr) return null_output("flag");
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    bool any_active = false;
    engine().turn_for_others();
    const std::ptrdiff_t found = poll_earliest(operations, &any_active);
    *flag = found >= 0 || !any_active ? 1 : 0;
    *indx = MPI_UNDEFINED;
    if (found < 0) {
      if (*flag != 0) set_empty_status(status);
      return MPI_SUCCESS;
    }
    *indx = static_cast<int>(found);
    Operation* operation = operations[static_cast<std::size_t>(found)];
    comm = operation->comm();
    code = operation->result(status);
  }
  return report(comm, code);
}

int request_get_status_some(int incount, const MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
                            MPI_Status array_of_statuses[]) {
  Operations operations;
  if (const int code = operations.look_up(incount, array_of_requests, "incount"); code != MPI_SUCCESS) return code;
  if (const int code = check_some(incount, outcount, array_of_indices); code != MPI_SUCCESS) return code;
  FirstError first;
  {
    const Guard guard(engine());
    bool any_active = false;
    engine().turn_for_others();
    (void)poll_earliest(operations, &any_active);
    int found = 0;
    for (std::size_t i = 0; i < operations.size(); ++i) {
      if (idle(operations[i]) || !operations[i]->complete()) continue;
      first.look(operations[i], nth(array_of_statuses, static_cast<std::size_t>(found)));
      array_of_indices[found++] = static_cast<int>(i);
    }
    *outcount = any_active ? found : MPI_UNDEFINED;
  }
  return first.tell(array_of_statuses);
}

}  // namespace baton::mpi::api
