// SPDX-License-Identifier: BSD-3-Clause
// Error handler objects: the predefined three, and the table of all. The MPI calls on them are in errhandler_api.cpp.
#include "mpi/errhandler.hpp"

namespace baton::mpi {
namespace {

constinit Immortal<HandleTable<MPI_Errhandler, Errhandler>> table;

constinit Errhandler fatal{Errhandler::Action::end_job};
constinit Errhandler aborting{Errhandler::Action::end_group};
constinit Errhandler returning{Errhandler::Action::return_code};

/// Error handlers are used before MPI is initialised, so their constants mean something from the load of the library
/// on.
[[maybe_unused]] const bool predefined = [] {
  fatal.set_handle(MPI_ERRORS_ARE_FATAL);
  aborting.set_handle(MPI_ERRORS_ABORT);
  returning.set_handle(MPI_ERRORS_RETURN);
  for (Errhandler* handler : {&fatal, &aborting, &returning}) table->set_predefined(handler->handle(), handler);
  return true;
}();

}  // namespace

void Errhandler::call(const Raiser& object, int code) const {
  switch (kind_) {
    case Raiser::Kind::comm: {
      MPI_Comm comm = object.comm();
      comm_(&comm, &code);
      return;
    }
    case Raiser::Kind::win: {
      MPI_Win win = object.win();
      win_(&win, &code);
      return;
    }
    case Raiser::Kind::file: {
      MPI_File file = object.file();
      file_(&file, &code);
      return;
    }
    case Raiser::Kind::session: {
      MPI_Session session = object.session();
      session_(&session, &code);
      return;
    }
    case Raiser::Kind::none:
    case Raiser::Kind::tool: return;
  }
}

void Errhandler::release() noexcept {
  if (references_.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  table->erase(handle_);
  delete this;
}

Errhandler& errors_are_fatal() noexcept { return fatal; }
Errhandler& errors_abort() noexcept { return aborting; }
Errhandler& errors_return() noexcept { return returning; }

HandleTable<MPI_Errhandler, Errhandler>& errhandlers() noexcept { return *table; }

}  // namespace baton::mpi
