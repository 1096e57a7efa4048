// SPDX-License-Identifier: BSD-3-Clause
// Being part of a job: from the construction of an Environment to its end.
#pragma once

#include <cstdint>
#include <string>

#include <baton/communicator.hpp>
#include <baton/exception.hpp>

namespace baton::api {

/// Who calls Baton in this process (its native API and its C API together).
enum class ThreadLevel : std::uint8_t {
  single,      ///< this process has one thread
  funneled,    ///< only the thread that made the Environment calls
  serialized,  ///< any thread, but never two at once
  multiple     ///< any thread at any time
};

/// Membership in the job that mpirun, srun or mpiexec started; without a launcher, a job of one rank.
///
///     int main() {
///       baton::Environment environment;
///       auto world = baton::Communicator::world();
///       ...
///     }
///
/// Construction and end are collective over the job. A process may have several (a library and its user each make one);
/// with the last of them, and the C API's MPI_Finalize, all ranks have come to the end and all that was sent has left.
/// Afterwards a new one may be made, unless MPI_Finalize came last. The launcher hears of the end when the program
/// ends. Threads: construct and end them while no other thread calls Baton.
class Environment {
 public:
  /// Throws launch_failed and out_of_memory, with the remedy.
  explicit Environment(ThreadLevel level = ThreadLevel::single);
  /// As finalize(), but failures are written to stderr. When an exception is on its way through it, the other ranks
  /// would wait for this one for ever: the destructor then ends the whole job with exit code 1 and says so.
  ~Environment();
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  /// Ends this membership. Throws invalid_request while requests of this process are active (end them first, and call
  /// this again), and peer_lost when others are gone; the membership has then ended all the same.
  void finalize();

  /// The level that is held; never less than what was asked for.
  [[nodiscard]] ThreadLevel thread_level() const noexcept { return level_; }
  /// The host of this rank.
  [[nodiscard]] std::string host() const;

  /// There is an Environment in this process that has not ended.
  [[nodiscard]] static bool active() noexcept;
  /// Ends all processes of the job with this exit code, after writing `reason` to stderr.
  [[noreturn]] static void abort(int exit_code, const std::string& reason = "");

 private:
  ThreadLevel level_;
  int exceptions_;
  bool ended_ = false;
};

}  // namespace baton::api
