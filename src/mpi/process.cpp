// SPDX-License-Identifier: BSD-3-Clause
// The hooks by which error reporting reaches this process's objects (process.hpp).
#include "mpi/process.hpp"

#include <cstdlib>

#include "base/log.hpp"
#include "bootstrap/bootstrap.hpp"
#include "mpi/instance.hpp"

namespace baton::mpi {
namespace {

// An error of no object is MPI_COMM_SELF's since MPI 4.0 and was MPI_COMM_WORLD's before (MPI 5.0, 9.3). Programs
// written then set WORLD's handler alone: theirs is called as long as nobody set one on SELF.
BoundHandler handler_without_object() noexcept {
  const Instance& here = instance();
  if (!here.self) return {&errors_are_fatal(), Raiser::none()};
  const CommExtension& self = extension_of(*here.self);
  const CommExtension& world = extension_of(*here.world);
  if (world.errhandler_was_set && !self.errhandler_was_set) return {world.errhandler, Raiser(MPI_COMM_WORLD)};
  return {self.errhandler, Raiser(MPI_COMM_SELF)};
}

}  // namespace

BoundHandler error_handler_of(const Raiser& raiser) noexcept {
  if (raiser.kind() == Raiser::Kind::comm) {
    if (const Communicator* communicator = comms().lookup(raiser.comm()))
      return {extension_of(*communicator).errhandler, raiser};
  }
  if (raiser.kind() == Raiser::Kind::session) {
    if (Errhandler* handler = session_errhandler(raiser.session())) return {handler, raiser};
  }
  return handler_without_object();
}

std::string describe(const Raiser& raiser) {
  if (raiser.kind() != Raiser::Kind::comm)
    return raiser.kind() == Raiser::Kind::session ? "a session" : "MPI_COMM_SELF";
  const Communicator* communicator = comms().lookup(raiser.comm());
  if (communicator == nullptr) return describe_handle(HandleKind::comm, raiser.comm());
  const std::string name =
      communicator->name().empty() ? "a communicator without a name" : "communicator " + communicator->name();
  if (communicator->is_inter()) return fmt::format("{} (remote size {})", name, communicator->peer_count());
  return fmt::format("{} (size {})", name, communicator->size());
}

void abort_job(const Raiser& /*raiser*/, int code) noexcept {
  // Not only the group of the communicator: the launchers that we know end whole jobs, which the standard allows
  // (9.1.3).
  if (instance().runtime != nullptr) instance().runtime->abort(code, "");
  std::_Exit(bootstrap::exit_status(code));
}

}  // namespace baton::mpi
