// SPDX-License-Identifier: BSD-3-Clause
// What a launcher tells a rank and does for it: PMIx, PMI-1 wire, PMI-2 wire, nothing (singleton), or an in-process world (tests).
// Client libraries are loaded at run time, so that one build serves every launcher.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace baton::bootstrap {

/// The job as the launcher describes it.
struct Job {
  std::uint32_t rank = 0;
  std::uint32_t size = 1;
  std::string id;                          // the same for all ranks of the job, different from other jobs of this user's
  std::string host;                        // this rank's host name
  std::vector<std::uint32_t> local_ranks;  // ranks of the job on this host, ascending, this one among them
  std::string launcher;                    // "pmix", "pmi1", "pmi2", "singleton", "threads": for messages
  std::int64_t universe_size = -1;         // -1: not told
  std::int64_t appnum = -1;                // -1: not told
};

/// One rank's connection to its launcher. Calls may block for milliseconds. Not thread-safe: the runtime serialises them.
class Bootstrap {
 public:
  virtual ~Bootstrap() = default;
  [[nodiscard]] virtual const Job& job() const noexcept = 0;
  /// Publishes a value under a key of this rank (key at most 60, value at most 1000 characters, any bytes: encoded as the wire needs).
  virtual Status put(std::string_view key, std::string_view value) = 0;
  /// Makes all that was put visible to every rank that asks from now on. No synchronisation.
  virtual Status commit() = 0;
  /// The value that `rank` put. Waits until the rank has committed it, `timeout_ns` at most.
  virtual Result<std::string> get(std::uint32_t rank, std::string_view key, std::int64_t timeout_ns) = 0;
  /// True when get() can wait for a value that is not committed yet (PMIx's direct modex). Otherwise the runtime calls fence() once after
  /// commit() in init (PMI-1 and PMI-2 have no waiting get that all launchers honour).
  [[nodiscard]] virtual bool get_waits() const noexcept = 0;
  /// Returns when every rank of the job has called it.
  virtual Status fence() = 0;
  /// The host name of any rank ("" when the launcher cannot tell).
  virtual std::string host_of(std::uint32_t rank) = 0;
  /// Ends the whole job with `code` and `text`. Returns only if the launcher cannot.
  virtual void abort(int code, std::string_view text) = 0;
  /// Says goodbye to the launcher. After this a normal exit of the process is no failure.
  virtual Status finalize() = 0;
};

/// Connects to the launcher that started this process. An Error when there is one that we cannot talk to (its sentence names the remedy) or
/// when this is evidently one of N processes of a job without a launcher we know (N silent singletons are never made).
[[nodiscard]] Result<std::unique_ptr<Bootstrap>> connect();

}  // namespace baton::bootstrap
