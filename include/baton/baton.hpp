// SPDX-License-Identifier: BSD-3-Clause
// The native C++ API of Baton, whole: `#include <baton/baton.hpp>`, link Baton::baton. A tutorial: docs/native_api.md.
// Not here: the C API (mpi.h). Both may be used in one process, and beside another MPI's mpi.h.
// This is the header to include; the others are its parts.
#pragma once

#include <baton/communicator.hpp>
#include <baton/environment.hpp>
#include <baton/exception.hpp>
#include <baton/loan.hpp>
#include <baton/operation.hpp>
#include <baton/pinned.hpp>
#include <baton/request.hpp>
#include <baton/status.hpp>
#include <baton/transferable.hpp>

namespace baton {
/// The names of the native API are declared in baton::api and used as baton::Communicator, baton::plus, ...
using namespace api;
}  // namespace baton
