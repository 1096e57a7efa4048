// SPDX-License-Identifier: BSD-3-Clause
// A job whose ranks are threads of one process: the launcher of the tests. Behaves as PMIx does (get waits, no fence in
// init).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "bootstrap/bootstrap.hpp"

namespace baton::bootstrap {

/// The job. Outlives nothing: ranks made by it keep what they share alive.
class InProcessJob {
 public:
  /// `size` ranks, the first `ranks_per_host` of them on "host0", the next on "host1", ... (0: all on one host).
  explicit InProcessJob(std::uint32_t size, std::uint32_t ranks_per_host = 0);
  ~InProcessJob();
  InProcessJob(const InProcessJob&) = delete;
  InProcessJob& operator=(const InProcessJob&) = delete;

  /// The bootstrap of one rank, to be used by one thread at a time. Thread-safe.
  [[nodiscard]] std::unique_ptr<Bootstrap> connect(std::uint32_t rank);

  /// The code of the first abort, if a rank has aborted. Thread-safe.
  [[nodiscard]] std::optional<int> aborted() const;

  /// As if `rank` had died: every wait for it ends with Code::peer_lost. Thread-safe.
  void kill(std::uint32_t rank);

 private:
  friend class InProcessBootstrap;
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

}  // namespace baton::bootstrap
