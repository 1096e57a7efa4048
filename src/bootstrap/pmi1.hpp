// SPDX-License-Identifier: BSD-3-Clause
// The launchers that speak PMI-1: MPICH's hydra, `srun --mpi=pmi2`, and others that set PMI_FD or PMI_PORT.
#pragma once

#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "bootstrap/bootstrap.hpp"
#include "bootstrap/launcher.hpp"
#include "bootstrap/pmi1_wire.hpp"

namespace baton::bootstrap {

/// A connection on which the server already knows who we are.
struct Pmi1Channel {
  Pmi1Wire wire;
  std::uint32_t rank = 0;
  std::uint32_t size = 1;
};

/// The socket that the launcher left open in PMI_FD; takes it over.
[[nodiscard]] Result<Pmi1Channel> open_pmi_fd(const Environment& environment);

/// Connects to PMI_PORT=host:port and says PMI_ID.
[[nodiscard]] Result<Pmi1Channel> open_pmi_port(const Environment& environment);

[[nodiscard]] Result<std::unique_ptr<Bootstrap>> connect_pmi1(Pmi1Channel channel, const Environment& environment);

}  // namespace baton::bootstrap
