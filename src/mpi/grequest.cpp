// SPDX-License-Identifier: BSD-3-Clause
// Generalised requests (MPI 5.0, 13.2): operations that the user carries out and MPI_Wait waits for.
#include "mpi/failure.hpp"
#include "mpi/generated/api_grequest.hpp"
#include "mpi/operation.hpp"
#include "mpi/status.hpp"

namespace baton::mpi {
namespace {

class GeneralizedRequest final : public Operation {
 public:
  GeneralizedRequest(MPI_Grequest_query_function* query, MPI_Grequest_free_function* free,
                     MPI_Grequest_cancel_function* cancel_fn, void* state) noexcept
      : query_(query), free_(free), cancel_(cancel_fn), state_(state) {}

  [[nodiscard]] bool complete() const noexcept override { return complete_; }
  [[nodiscard]] std::uint64_t moment() const noexcept override { return moment_; }
  /// The user's functions may call MPI, so the engine's lock is given up around them.
  int result(MPI_Status* status) noexcept override {
    MPI_Status own{};
    set_empty_status(&own);
    MPI_Status* target = status == MPI_STATUS_IGNORE ? &own : status;
    const p2p::Engine::Release release(engine());
    return query_ == nullptr ? MPI_SUCCESS : query_(state_, target);
  }
  int retire() noexcept override { return MPI_SUCCESS; }
  void cancel() noexcept override {
    const p2p::Engine::Release release(engine());
    if (cancel_ != nullptr) cancel_(state_, complete_ ? 1 : 0);
  }
  void release() noexcept override {
    released_ = true;
    if (complete_) return end();
    next_ = freed;
    freed = this;
  }
  /// The one whose handle was this before MPI_Request_free, and that its user has yet to complete by a copy of the
  /// handle (13.2); nullptr if there is none. Not among them any more.
  static GeneralizedRequest* take_freed(MPI_Request handle) noexcept {
    for (GeneralizedRequest** at = &freed; *at != nullptr; at = &(*at)->next_) {
      GeneralizedRequest* const found = *at;
      if (found->handle_ != handle) continue;
      *at = found->next_;
      return found;
    }
    return nullptr;
  }
  void finish() noexcept {
    complete_ = true;
    moment_ = engine().next_moment();
    engine().notify();
    if (released_) end();
  }
  [[nodiscard]] bool is_generalized() const noexcept override { return true; }
  void set_handle(MPI_Request handle) noexcept { handle_ = handle; }

 private:
  void end() noexcept {
    {
      const p2p::Engine::Release release(engine());
      if (free_ != nullptr) free_(state_);
    }
    delete this;
  }

  MPI_Grequest_query_function* query_;
  MPI_Grequest_free_function* free_;
  MPI_Grequest_cancel_function* cancel_;
  void* state_;
  /// Freed and not complete. Guarded by the engine's lock.
  static inline constinit GeneralizedRequest* freed = nullptr;

  MPI_Request handle_ = MPI_REQUEST_NULL;
  GeneralizedRequest* next_ = nullptr;
  std::uint64_t moment_ = 0;
  bool complete_ = false;
  bool released_ = false;
};

}  // namespace

namespace api {

int grequest_start(MPI_Grequest_query_function* query_fn, MPI_Grequest_free_function* free_fn,
                   MPI_Grequest_cancel_function* cancel_fn, void* extra_state, MPI_Request* request) {
  if (request == nullptr) return fail(Raiser::none(), MPI_ERR_REQUEST, "argument 'request' is a null pointer");
  auto* made = new GeneralizedRequest(query_fn, free_fn, cancel_fn, extra_state);
  *request = requests().insert(made);
  made->set_handle(*request);
  return MPI_SUCCESS;
}

int grequest_complete(MPI_Request request) {
  bool known = false;
  {
    const p2p::Engine::Guard guard(engine());
    Operation* operation = requests().lookup(request);
    known = operation != nullptr;
    if (!known) operation = GeneralizedRequest::take_freed(request);
    if (operation != nullptr && operation->is_generalized()) {
      static_cast<GeneralizedRequest*>(operation)->finish();
      return MPI_SUCCESS;
    }
  }
  if (!known) return fail_handle(Raiser::none(), "request", request);
  return fail(Raiser::none(), MPI_ERR_REQUEST, "argument 'request' was not made by MPI_Grequest_start");
}

}  // namespace api
}  // namespace baton::mpi
