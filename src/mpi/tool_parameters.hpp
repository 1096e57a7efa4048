// SPDX-License-Identifier: BSD-3-Clause
// The BATON_ parameters as this process uses them, for control variables: read where they are in force, and written
// where that can still have an effect. All calls with the lock of tool::EngineAccess.
#pragma once

#include <string>

#include "base/parameters.hpp"
#include "runtime/runtime.hpp"

namespace baton::mpi::tool {

/// MPI has started: what the environment says now is what was read.
void note_parameters();

/// The value in force as text; before MPI is initialised, the one that would be.
[[nodiscard]] std::string used_text(const Parameter& parameter, runtime::Runtime* runtime);

/// Sets the parameter: at once where the running engine takes it, else for the start of MPI. Returns MPI_SUCCESS,
/// MPI_T_ERR_CVAR_SET_NOT_NOW when MPI has read it, MPI_T_ERR_INVALID for a value that no parameter of its kind has.
/// Writes the environment: no other thread may read it meanwhile, which the caller sees to for ours.
[[nodiscard]] int use_text(const Parameter& parameter, const std::string& text, runtime::Runtime* runtime);

}  // namespace baton::mpi::tool
