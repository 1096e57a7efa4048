// SPDX-License-Identifier: BSD-3-Clause
// What the bodies about requests share: looking up one handle or an array of them, which are complete, and telling an
// error to the handler it belongs to. Not here: what completes an operation (operation.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <memory>

#include "mpi/checks.hpp"
#include "mpi/failure.hpp"
#include "mpi/operation.hpp"
#include "mpi/status.hpp"

namespace baton::mpi::api {

using Guard = p2p::Engine::Guard;

/// The operations behind an array of handles; nullptr for MPI_REQUEST_NULL. Small arrays need no allocation.
class Operations {
 public:
  /// MPI_SUCCESS, or the code of the error that was raised about a bad handle or a null array. `all`: for a call that
  /// ends every request or none, to which a send that was complete when it returned is as good as MPI_REQUEST_NULL.
  template <bool all = false>
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
      if (all && handles[i] == completed_send()) {
        all_[i] = nullptr;
        continue;
      }
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

[[nodiscard]] inline bool idle(const Operation* operation) noexcept {
  return operation == nullptr || !operation->active();
}

/// The end of a handle whose operation goes on alone, or is over.
inline void let_go(MPI_Request* handle, Operation& operation) noexcept {
  if (!operation.is_message() && *handle != completed_send()) requests().erase(*handle);
  operation.release();
  *handle = MPI_REQUEST_NULL;
}

inline int report(MPI_Comm comm, int code, int cause = MPI_SUCCESS) noexcept {
  if (code == MPI_SUCCESS) return code;
  if (code != MPI_ERR_IN_STATUS) cause = MPI_SUCCESS;
  return comm == MPI_COMM_NULL ? raise(Raiser::none(), code, cause) : raise(comm, code, cause);
}

inline int look_up(const char* argument, MPI_Request* request, Operation** operation) noexcept {
  if (request == nullptr) return fail(Raiser::none(), MPI_ERR_REQUEST, "argument '{}' is a null pointer", argument);
  *operation = requests().lookup_made(*request);
  if (*operation != nullptr || *request == MPI_REQUEST_NULL) [[likely]]
    return MPI_SUCCESS;
  return fail_handle(Raiser::none(), argument, *request);
}

inline int null_output(const char* argument) noexcept {
  return fail(Raiser::none(), MPI_ERR_ARG, "argument '{}' is a null pointer", argument);
}

inline MPI_Status* nth(MPI_Status* statuses, std::size_t i) noexcept {
  return statuses == MPI_STATUSES_IGNORE ? MPI_STATUS_IGNORE : statuses + i;
}

/// The complete active request with the earliest moment, or -1. `any_active` says whether there is an active one at
/// all.
inline std::ptrdiff_t earliest(const Operations& operations, bool* any_active) noexcept {
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

inline bool all_complete(const Operations& operations, std::size_t* first_open) noexcept {
  for (; *first_open < operations.size(); ++*first_open) {
    Operation* operation = operations[*first_open];
    if (idle(operation)) continue;
    if (!operation->is_over()) return false;
  }
  return true;
}

/// The same after a turn of progress, where the first look finds none.
inline std::ptrdiff_t poll_earliest(const Operations& operations, bool* any_active) noexcept {
  const std::ptrdiff_t found = earliest(operations, any_active);
  if (found >= 0 || !*any_active) return found;
  engine().poll();
  return earliest(operations, any_active);
}

inline bool poll_all_complete(const Operations& operations) noexcept {
  std::size_t first_open = 0;
  if (all_complete(operations, &first_open)) return true;
  engine().poll();
  return all_complete(operations, &first_open);
}

/// The arguments that receive what MPI_Waitsome and the like find.
inline int check_some(int count, int* outcount, const int indices[]) noexcept {
  if (outcount == nullptr) return null_output("outcount");
  return count > 0 && indices == nullptr ? null_output("array_of_indices") : MPI_SUCCESS;
}

}  // namespace baton::mpi::api
