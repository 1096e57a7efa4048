// SPDX-License-Identifier: BSD-3-Clause
// Journey, floor 5: one rank of a job, as a value: its launcher, its transports, its engine, its world communicator.
// A process has one; a test has as many as it wants, a thread each. Not here: the C API and its globals (floor 6).
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "bootstrap/bootstrap.hpp"
#include "communicator/communicator.hpp"
#include "memory/pool.hpp"
#include "p2p/engine.hpp"
#include "topology/discover.hpp"
#include "topology/hierarchy.hpp"
#include "transport/wires.hpp"

namespace baton::p2p {
class ProgressThread;
}

namespace baton::runtime {

struct Options {
  bool threaded = false;                            // MPI_THREAD_MULTIPLE
  bool progress_thread = false;                     // whatever BATON_PROGRESS_THREAD says
  std::unique_ptr<bootstrap::Bootstrap> bootstrap;  // nullptr: whatever launched this process
  std::string transport;                            // "auto", "shm", "tcp"; "": BATON_TRANSPORT
  const memory::Pool* pool = nullptr;               // pinned buffers of this process; outlives the runtime
  // How often this process has left the job before: launchers keep what a rank said then, so each time it speaks under
  // another key. Equal on all ranks, as leaving is collective.
  std::uint32_t incarnation = 0;
};

class Runtime {
 public:
  /// Connects to the launcher and opens the transports. No exchange with other ranks beyond what the launcher needs:
  /// links are made on first use. An Error names what is wrong and the remedy.
  static Result<std::unique_ptr<Runtime>> start(Options options);
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  [[nodiscard]] const bootstrap::Job& job() const noexcept { return bootstrap_->job(); }
  [[nodiscard]] p2p::Engine& engine() noexcept { return *engine_; }
  [[nodiscard]] transport::Wires& wires() noexcept { return *wires_; }
  [[nodiscard]] communicator::Registry& registry() noexcept { return registry_; }

  /// The seed of context ids that have no parent communicator: equal on all ranks of the job.
  [[nodiscard]] std::uint64_t job_seed() const noexcept { return job_seed_; }
  /// A communicator of all ranks, or of this rank alone. Made anew at each call, with the identity that `use` gives.
  Result<communicator::Ref> make_world(std::uint64_t use);
  Result<communicator::Ref> make_self(std::uint64_t use);

  /// The host name of a rank, "" when unknown.
  std::string host_of(p2p::PeerId rank);
  /// Where these ranks stand. Asks the launcher for each rank's card once; may block for milliseconds per rank.
  topology::Hierarchy hierarchy(const communicator::Group& group);
  /// Nodes of a group's ranks, dense from 0 in order of first appearance. Cheaper than hierarchy(): host names only.
  std::vector<std::uint32_t> nodes(const communicator::Group& group);
  [[nodiscard]] bool oversubscribed() const noexcept { return oversubscribed_; }

  /// Waits until all ranks call this and until everything sent has left. The rank stays in the job, and may go on.
  /// Collective over the job.
  Status rest();
  /// Leaves the job in order: rests unless it rests already, and says goodbye. Collective over the job.
  Status finalize();
  /// Goes on after rest(). An Error: without the progress thread that was asked for.
  Status go_on();
  /// Ends the whole job with this exit code. Returns only in an in-process world.
  void abort(int code, std::string_view text);

 private:
  explicit Runtime(std::unique_ptr<bootstrap::Bootstrap> bootstrap);
  Status open(const Options& options);
  Result<std::string> card_of(p2p::PeerId rank);
  /// The same for a rank that messages go to. Error: also where its settings and this rank's do not go together.
  Result<std::string> card_of_partner(p2p::PeerId rank);
  void learn_place(p2p::PeerId rank, std::string_view card);
  void find_home(const topology::CpuSet& cpus);
  std::vector<std::uint32_t> nodes_of_job();
  void pretend(const topology::Machine& machine, const communicator::Group& group,
               std::vector<topology::LocalPlace>& places);
  void stalled(std::int64_t stalled_ns);
  Status barrier();
  void flush() noexcept;

  struct Places;
  std::mutex bootstrap_mutex_;
  std::unique_ptr<bootstrap::Bootstrap> bootstrap_;
  std::string card_key_;
  std::string settings_;  // on the card: what all ranks must have alike
  std::uint64_t job_seed_ = 0;
  std::unique_ptr<Places> places_;
  bool oversubscribed_ = false;
  std::unique_ptr<transport::Wires> wires_;
  std::unique_ptr<p2p::Engine> engine_;
  std::unique_ptr<p2p::ProgressThread> progress_thread_;  // nullptr: nobody asked for one
  communicator::Registry registry_;
  bool finalized_ = false;
  bool rests_ = false;
};

}  // namespace baton::runtime
