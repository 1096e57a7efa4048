// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the world model's start and end (MPI 5.0, 11.2): MPI_Init, MPI_Init_thread, MPI_Finalize, MPI_Abort and
// inquiries.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "api/process.hpp"
#include "base/log.hpp"
#include "mpi/buffered.hpp"
#include "mpi/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_init.hpp"
#include "mpi/info.hpp"
#include "mpi/instance.hpp"
#include "mpi/message.hpp"
#include "mpi/operation.hpp"
#include "mpi/process.hpp"
#include "mpi/tool.hpp"

namespace baton::mpi {

Instance& instance() noexcept {
  static Immortal<Instance> instance;
  return *instance;
}

namespace {
/// Of the runtime, so that each call finds it by one load.
constinit p2p::Engine* running_engine = nullptr;
}  // namespace

p2p::Engine& engine() noexcept { return *running_engine; }
p2p::PeerId own_process() noexcept { return instance().runtime->job().rank; }

int open_runtime(bool threaded, const Raiser& where) noexcept {
  Instance& here = instance();
  auto joined = baton::api::Process::get().join(threaded || tool::needs_threads());
  if (!joined)
    return fail(where, joined.error().code == Code::no_memory ? MPI_ERR_NO_MEM : MPI_ERR_OTHER, "{}",
                joined.error().what);
  here.runtime = std::move(*joined);
  running_engine = &here.runtime->engine();
  requests().set_serial(!here.runtime->engine().threaded());
  messages().set_serial(!here.runtime->engine().threaded());
  if (++here.users == 1) tool::runtime_starts(here.runtime);
  set_phase(Phase::running);
  return MPI_SUCCESS;
}

int close_runtime(bool for_now) noexcept {
  Instance& here = instance();
  const Status left = baton::api::Process::get().leave(for_now);
  const int code = left ? MPI_SUCCESS : fail(Raiser::none(), left.error());
  if (--here.users > 0) return code;
  tool::runtime_ends();
  set_phase(Phase::finalized);
  return code;
}

namespace {

int open_world(int required, int* provided) noexcept {
  Instance& here = instance();
  const std::lock_guard lock(here.mutex);
  if (here.world_model) return fail(Raiser::none(), MPI_ERR_OTHER, "MPI is initialized already; call it once only");
  if (here.world_model_ended) {
    return fail(Raiser::none(), MPI_ERR_OTHER,
                "called after MPI_Finalize; the world model starts once only (sessions can start again)");
  }
  if (const int code = open_runtime(required == MPI_THREAD_MULTIPLE, Raiser::none()); code != MPI_SUCCESS) return code;
  auto world = here.runtime->make_world(here.uses);
  auto self = here.runtime->make_self(here.uses);
  if (!world) return fail(Raiser::none(), world.error());
  if (!self) return fail(Raiser::none(), self.error());
  here.world = std::move(*world);
  here.self = std::move(*self);
  register_world(here.world, here.self);
  here.thread_level = std::clamp(required, MPI_THREAD_SINGLE, MPI_THREAD_MULTIPLE);
  here.main_thread = std::this_thread::get_id();
  here.world_model = true;
  fill_environment_info(here.thread_level, static_cast<int>(here.runtime->job().size));
  *provided = here.thread_level;
  return MPI_SUCCESS;
}

}  // namespace

namespace api {

int init(int* /*argc*/, char*** /*argv*/) {
  int provided = 0;
  return open_world(MPI_THREAD_SINGLE, &provided);
}

int init_thread(int* /*argc*/, char*** /*argv*/, int required, int* provided) {
  if (provided == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'provided' is a null pointer");
  if (required < MPI_THREAD_SINGLE || required > MPI_THREAD_MULTIPLE) {
    return fail(
        Raiser::none(), MPI_ERR_ARG,
        "argument 'required' = {}: not a thread level; use MPI_THREAD_SINGLE, _FUNNELED, _SERIALIZED or _MULTIPLE",
        required);
  }
  return open_world(required, provided);
}

int initialized(int* flag) {
  if (flag == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'flag' is a null pointer");
  const Instance& here = instance();
  *flag = here.world_model || here.world_model_ended ? 1 : 0;
  return MPI_SUCCESS;
}

int finalized(int* flag) {
  if (flag == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'flag' is a null pointer");
  *flag = instance().world_model_ended ? 1 : 0;
  return MPI_SUCCESS;
}

int query_thread(int* provided) {
  if (provided == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'provided' is a null pointer");
  *provided = instance().thread_level;
  return MPI_SUCCESS;
}

int is_thread_main(int* flag) {
  if (flag == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'flag' is a null pointer");
  *flag = instance().main_thread == std::this_thread::get_id() ? 1 : 0;
  return MPI_SUCCESS;
}

int finalize() {
  Instance& here = instance();
  if (!here.world_model) {
    return fail(Raiser::none(), MPI_ERR_OTHER, "the world model is not initialized; call MPI_Init before MPI_Finalize");
  }
  // Attributes of MPI_COMM_SELF first, last set first deleted, while everything still works (11.2.4).
  if (const int code = delete_attributes(*here.self); code != MPI_SUCCESS) return code;
  if (const int code = delete_attributes(*here.world); code != MPI_SUCCESS) return code;
  flush_buffers();
  const std::lock_guard lock(here.mutex);
  here.world_model = false;
  here.world_model_ended = true;
  const int code = close_runtime(false);
  unregister_world();
  here.world = {};
  here.self = {};
  if (here.users == 0) here.runtime.reset();
  return code;
}

int abort(MPI_Comm comm, int errorcode) {
  const Instance& here = instance();
  const bool known = comm == MPI_COMM_NULL || comms().lookup(comm) != nullptr;
  const std::string of = known ? describe(comm) : fmt::format("{:#x}", reinterpret_cast<std::uintptr_t>(comm));
  const auto text = fmt::format("MPI_Abort({}, {}) called by rank {}", of, errorcode, here.runtime->job().rank);
  log::write(log::Level::error, "{}", text);
  abort_job(comm, errorcode);
}

}  // namespace api
}  // namespace baton::mpi
