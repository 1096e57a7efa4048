// SPDX-License-Identifier: BSD-3-Clause
// The launchers that speak PMIx: Open MPI's mpirun, `srun --mpi=pmix`, PRRTE. Not here: the client library itself
// (pmix_library.hpp).
#pragma once

#include <memory>

#include "base/result.hpp"
#include "bootstrap/bootstrap.hpp"
#include "bootstrap/launcher.hpp"

namespace baton::bootstrap {

[[nodiscard]] Result<std::unique_ptr<Bootstrap>> connect_pmix(const Environment& environment);

}  // namespace baton::bootstrap
