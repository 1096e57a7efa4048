// SPDX-License-Identifier: BSD-3-Clause
// What a launcher tells a rank and does for it: PMIx, the PMI-1 wire, nothing (singleton), or an in-process world
// (tests). Client libraries are loaded at run time, so that one build serves every launcher. Not here: what is
// exchanged (runtime).
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
  std::string id;    // the same for all ranks of the job, different from other jobs of this user's
  std::string host;  // this rank's host name
  std::vector<std::uint32_t> local_ranks;  // ranks of the job on this host, ascending, this one among them
  std::string launcher;                    // "pmix", "pmi1", "singleton", "threads": for messages
  std::int64_t universe_size = -1;         // -1: not told
  std::int64_t appnum = -1;                // -1: not told
};

/// One rank's connection to its launcher. Calls may block for milliseconds. Not thread-safe: the runtime serialises
/// them.
class Bootstrap {
 public:
  Bootstrap() = default;
  Bootstrap(const Bootstrap&) = delete;
  Bootstrap& operator=(const Bootstrap&) = delete;
  virtual ~Bootstrap() = default;

  /// What the launcher said. `local_ranks` is final at once when get_waits(), else after the first fence(), which
  /// checks and, where the launcher's own word is wrong, corrects it.
  [[nodiscard]] virtual const Job& job() const noexcept = 0;

  /// Publishes a value under a key of this rank. Key: 1 to 40 characters of [A-Za-z0-9_.-]; value: any bytes, a few KiB
  /// at most (a long one is cut into pieces as the wire needs). Each key once.
  virtual Status put(std::string_view key, std::string_view value) = 0;

  /// Makes all that was put visible to every rank that asks from now on. No synchronisation. Call it once: a rank that
  /// has asked before may never see what a second commit adds.
  virtual Status commit() = 0;

  /// The value that `rank` put. With get_waits() it waits until the rank has committed it, `timeout_ns` at most (then
  /// Code::timed_out); without, it answers at once and the value must have been put before the last fence().
  /// A key that was never put is Code::not_found or, since PMIx cannot tell never from not yet, Code::timed_out.
  virtual Result<std::string> get(std::uint32_t rank, std::string_view key, std::int64_t timeout_ns) = 0;

  /// True when get() can wait for a value that is not committed yet (PMIx's direct modex). Otherwise the runtime calls
  /// fence() once after commit() in init (the PMI-1 wire has no waiting get).
  [[nodiscard]] virtual bool get_waits() const noexcept = 0;

  /// Returns when every rank of the job has called it.
  virtual Status fence() = 0;

  /// The host name of any rank ("" when the launcher cannot tell, or cannot tell before the first fence).
  virtual std::string host_of(std::uint32_t rank) = 0;

  /// Ends the whole job: tells the launcher `code` and `text`, then ends this process with exit_status(code). Returns
  /// only in an in-process world, whose other ranks then get Code::peer_lost from whatever they wait for.
  virtual void abort(int code, std::string_view text) = 0;

  /// False when the launcher on this node has ended without ending this rank (it was killed), so that nobody would. May
  /// make a system call or a few.
  [[nodiscard]] virtual bool launcher_lives() const { return true; }

  /// Says goodbye to the launcher; does not wait for other ranks. After this a normal exit of the process is no
  /// failure. Progress or drain the transports first: a launcher may answer late.
  virtual Status finalize() = 0;
};

/// The exit status that abort(code) gives the process: the low 8 bits, but never 0, since an aborted job must not look
/// like a success.
[[nodiscard]] constexpr int exit_status(int code) noexcept { return (code & 0xFF) != 0 ? code & 0xFF : 1; }

/// Connects to the launcher that started this process. An Error when there is one that we cannot talk to (its sentence
/// begins with the remedy) or when this is evidently one of N processes of a job without a launcher we know (N silent
/// singletons are never made).
[[nodiscard]] Result<std::unique_ptr<Bootstrap>> connect();

}  // namespace baton::bootstrap
