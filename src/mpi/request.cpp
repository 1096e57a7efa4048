// SPDX-License-Identifier: BSD-3-Clause
// Bodies of MPI_Wait*, MPI_Test*, MPI_Request_*, MPI_Start*, MPI_Cancel (MPI 5.0, 3.7, 3.8.4, 3.9).
#include <array>
#include <memory>

#include "mpi/checks.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_request.hpp"
#include "mpi/operation.hpp"
#include "mpi/p2p_operation.hpp"
#include "mpi/status.hpp"

namespace baton::mpi::api {
namespace {

using Guard = p2p::Engine::Guard;

/// The operations behind an array of handles; nullptr for MPI_REQUEST_NULL. Small arrays need no allocation.
class Operations {
 public:
  /// MPI_SUCCESS, or the code of the error that was raised about a bad handle or a null array.
  int look_up(int count, const MPI_Request handles[], const char* argument = "count") {
    if (count < 0)
      return fail(Raiser::none(), MPI_ERR_COUNT, "argument '{}' = {}: must not be negative", argument, count);
    if (count > 0 && handles == nullptr) {
      return fail(Raiser::none(), MPI_ERR_REQUEST, "argument 'array_of_requests' is a null pointer, but '{}' is {}",
                  argument, count);
    }
    const auto size = static_cast<std::size_t>(count);
    if (size > few_.size()) {
      many_ = std::make_unique<Operation*[]>(size);
      all_ = many_.get();
    }
    count_ = size;
    for (std::size_t i = 0; i < size; ++i) {
      all_[i] = requests().lookup_made(handles[i]);
      if (all_[i] == nullptr && handles[i] != MPI_REQUEST_NULL) [[unlikely]]
        return fail_handle(Raiser::none(), "array_of_requests", handles[i]);
    }
    return MPI_SUCCESS;
  }
  [[nodiscard]] std::size_t size() const noexcept { return count_; }
  Operation* operator[](std::size_t i) const noexcept { return all_[i]; }

 private:
  std::array<Operation*, 64> few_;
  std::unique_ptr<Operation*[]> many_;
  Operation** all_ = few_.data();
  std::size_t count_ = 0;
};

[[nodiscard]] bool idle(const Operation* operation) noexcept { return operation == nullptr || !operation->active(); }

void let_go(MPI_Request* handle, Operation& operation) noexcept {
  if (!operation.is_message() && *handle != completed_send()) requests().erase(*handle);
  operation.release();
  *handle = MPI_REQUEST_NULL;
}

int take_any(MPI_Request* handle, Operation* operation, MPI_Status* status, MPI_Comm* comm) noexcept {
  if (operation == nullptr) {
    set_empty_status(status);
    return MPI_SUCCESS;
  }
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
  if (operation == nullptr || !operation->is_message()) return take_any(handle, operation, status, comm);
  auto& message = static_cast<P2pOperation&>(*operation);
  if (!message.plain()) return take_any(handle, operation, status, comm);
  const int code = message.plain_result(status);
  if (code != MPI_SUCCESS) [[unlikely]]
    *comm = message.comm();
  message.release();
  *handle = MPI_REQUEST_NULL;
  return code;
}

int report(MPI_Comm comm, int code, int cause = MPI_SUCCESS) noexcept {
  if (code == MPI_SUCCESS) return code;
  if (code != MPI_ERR_IN_STATUS) cause = MPI_SUCCESS;
  return comm == MPI_COMM_NULL ? raise(Raiser::none(), code, cause) : raise(comm, code, cause);
}

int look_up(const char* argument, MPI_Request* request, Operation** operation) noexcept {
  if (request == nullptr) return fail(Raiser::none(), MPI_ERR_REQUEST, "argument '{}' is a null pointer", argument);
  *operation = requests().lookup_made(*request);
  if (*operation != nullptr || *request == MPI_REQUEST_NULL) [[likely]]
    return MPI_SUCCESS;
  return fail_handle(Raiser::none(), argument, *request);
}

int null_output(const char* argument) noexcept {
  return fail(Raiser::none(), MPI_ERR_ARG, "argument '{}' is a null pointer", argument);
}

MPI_Status* nth(MPI_Status* statuses, std::size_t i) noexcept {
  return statuses == MPI_STATUSES_IGNORE ? MPI_STATUS_IGNORE : statuses + i;
}

/// The complete active request with the earliest moment, or -1. `any_active` says whether there is an active one at
/// all.
std::ptrdiff_t earliest(const Operations& operations, bool* any_active) noexcept {
  std::ptrdiff_t found = -1;
  *any_active = false;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    Operation* operation = operations[i];
    if (idle(operation)) continue;
    *any_active = true;
    if (!operation->is_over()) continue;
    if (found < 0 || operation->moment() < operations[static_cast<std::size_t>(found)]->moment()) {
      found = static_cast<std::ptrdiff_t>(i);
    }
  }
  return found;
}

bool all_complete(const Operations& operations, std::size_t* first_open) noexcept {
  for (; *first_open < operations.size(); ++*first_open) {
    Operation* operation = operations[*first_open];
    if (idle(operation)) continue;
    if (!operation->is_over()) return false;
  }
  return true;
}

/// Ends all requests of waitall and testall (all complete): MPI_SUCCESS or MPI_ERR_IN_STATUS.
int take_all(const Operations& operations, MPI_Request handles[], MPI_Status statuses[], MPI_Comm* comm,
             int* cause) noexcept {
  int& first_code = *cause = MPI_SUCCESS;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    MPI_Comm own = MPI_COMM_NULL;
    MPI_Status* status = nth(statuses, i);
    const int code = take(&handles[i], operations[i], status, &own);
    if (code != MPI_SUCCESS && first_code == MPI_SUCCESS) {
      first_code = code;
      *comm = own;
      // From here on MPI_ERROR means something: the statuses before this one are told so.
      for (std::size_t before = 0; statuses != MPI_STATUSES_IGNORE && before < i; ++before) {
        statuses[before].MPI_ERROR = MPI_SUCCESS;
      }
    }
    if (first_code != MPI_SUCCESS && status != MPI_STATUS_IGNORE) status->MPI_ERROR = code;
  }
  if (first_code == MPI_SUCCESS) return MPI_SUCCESS;
  return statuses == MPI_STATUSES_IGNORE ? first_code : MPI_ERR_IN_STATUS;
}

}  // namespace

int wait(MPI_Request* request, MPI_Status* status) {
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
  if (const int code = operations.look_up(count, array_of_requests); code != MPI_SUCCESS) return code;
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
  if (const int code = operations.look_up(count, array_of_requests); code != MPI_SUCCESS) return code;
  if (flag == nullptr) return null_output("flag");
  MPI_Comm comm = MPI_COMM_NULL;
  int code = MPI_SUCCESS;
  int cause = MPI_SUCCESS;
  {
    const Guard guard(engine());
    std::size_t first_open = 0;
    bool complete = all_complete(operations, &first_open);
    if (!complete) {
      engine().poll();
      complete = all_complete(operations, &first_open);
    }
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
    std::ptrdiff_t found = earliest(operations, &any_active);
    if (found < 0 && any_active) {
      engine().poll();
      found = earliest(operations, &any_active);
    }
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

int check_some(int count, int* outcount, const int indices[]) noexcept {
  if (outcount == nullptr) return null_output("outcount");
  return count > 0 && indices == nullptr ? null_output("array_of_indices") : MPI_SUCCESS;
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
    if (earliest(operations, &any_active) < 0 && any_active) engine().poll();
    code = take_some(operations, array_of_requests, outcount, array_of_indices, array_of_statuses, &comm, &cause);
  }
  return report(comm, code, cause);
}

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
  const Guard guard(engine());
  std::size_t first_open = 0;
  bool complete = all_complete(operations, &first_open);
  if (!complete) {
    engine().poll();
    complete = all_complete(operations, &first_open);
  }
  *flag = complete ? 1 : 0;
  if (!complete) return MPI_SUCCESS;
  int first_code = MPI_SUCCESS;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    MPI_Status* status = nth(array_of_statuses, i);
    int code = MPI_SUCCESS;
    if (operations[i] == nullptr) {
      set_empty_status(status);
    } else {
      code = operations[i]->result(status);
    }
    if (status != MPI_STATUS_IGNORE) status->MPI_ERROR = code;
    if (first_code == MPI_SUCCESS) first_code = code;
  }
  return first_code == MPI_SUCCESS || array_of_statuses == MPI_STATUSES_IGNORE ? first_code : MPI_ERR_IN_STATUS;
}

int request_get_status_any(int count, const MPI_Request array_of_requests[], int* indx, int* flag, MPI_Status* status) {
  Operations operations;
  if (const int code = operations.look_up(count, array_of_requests); code != MPI_SUCCESS) return code;
  if (indx == nullptr) return null_output("indx");
  if (flag == nullptr) return null_output("flag");
  const Guard guard(engine());
  bool any_active = false;
  std::ptrdiff_t found = earliest(operations, &any_active);
  if (found < 0 && any_active) {
    engine().poll();
    found = earliest(operations, &any_active);
  }
  *flag = found >= 0 || !any_active ? 1 : 0;
  *indx = MPI_UNDEFINED;
  if (found >= 0) {
    *indx = static_cast<int>(found);
    return operations[static_cast<std::size_t>(found)]->result(status);
  }
  if (*flag != 0) set_empty_status(status);
  return MPI_SUCCESS;
}

int request_get_status_some(int incount, const MPI_Request array_of_requests[], int* outcount, int array_of_indices[],
                            MPI_Status array_of_statuses[]) {
  Operations operations;
  if (const int code = operations.look_up(incount, array_of_requests, "incount"); code != MPI_SUCCESS) return code;
  if (const int code = check_some(incount, outcount, array_of_indices); code != MPI_SUCCESS) return code;
  const Guard guard(engine());
  bool any_active = false;
  if (earliest(operations, &any_active) < 0 && any_active) engine().poll();
  int found = 0;
  int first_code = MPI_SUCCESS;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    if (idle(operations[i]) || !operations[i]->complete()) continue;
    MPI_Status* status = nth(array_of_statuses, static_cast<std::size_t>(found));
    const int code = operations[i]->result(status);
    if (status != MPI_STATUS_IGNORE) status->MPI_ERROR = code;
    if (first_code == MPI_SUCCESS) first_code = code;
    array_of_indices[found++] = static_cast<int>(i);
  }
  *outcount = any_active ? found : MPI_UNDEFINED;
  return first_code == MPI_SUCCESS || array_of_statuses == MPI_STATUSES_IGNORE ? first_code : MPI_ERR_IN_STATUS;
}

int request_free(MPI_Request* request) {
  Operation* operation = nullptr;
  if (const int code = look_up("request", request, &operation); code != MPI_SUCCESS) return code;
  if (operation == nullptr) {
    return fail(Raiser::none(), MPI_ERR_REQUEST, "argument 'request' is MPI_REQUEST_NULL: there is nothing to free");
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
